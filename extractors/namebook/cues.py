"""Words that tell what a capitalised word is: titles, roles, verbs of speech, heads of names.

Written from general knowledge of English news; German, French and Spanish heads where they are
spelt like names in English text too.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Capitalised words before a person's name that are not part of it.
TITLES = words(
    """Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Rev Reverend Father Bishop Archbishop
    Cardinal Pope Imam Sheikh Sheik Ayatollah Rabbi Mullah President Vice-President Chairman
    Chairwoman Chairperson Chair Premier Chancellor Minister Ministers Ambassador Envoy
    Senator Sen Sens Rep Reps Congressman Congresswoman Governor Gov Mayor Secretary
    Secretary-General Commissioner Speaker Judge Justice Attorney General Gen Lt Lieutenant
    Col Colonel Capt Captain Maj Major Sgt Sergeant Cpl Brig Brigadier Admiral Adm Cmdr
    Commander Marshal Inspector Detective Constable Officer Superintendent King Queen Prince
    Princess Emperor Sultan Emir Duke Duchess Count Baron Chief Director Director-General
    Manager Coach Captain Analyst Spokesman Spokeswoman Spokesperson Deputy Vice Acting
    Interim Former Ex Prime Deputy-President Opposition Leader MP MPs MEP CEO CFO PM
    Chief-of-Staff Representative Delegate Councillor Alderman Sheriff Coordinator Economist
    Herr Frau Monsieur Madame Señor Señora Don Doña Haji Hajj Datuk Dato Tan Sri Tun Justice
    MLA MLAs MLC DSP ASP DIG IGP DCP SSP ASI COO
    Advocate Barrister Engineer Ustaz Sister Brother Mother Saint Hon Honourable Honorable Rt"""
)
# Titles that are a person's by themselves: what follows is a name even when nothing else says so.
PERSONAL_TITLES = words(
    """Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Rev Reverend President Chancellor
    Minister Senator Sen Rep Governor Gov Mayor Judge Justice Gen Lt Col Colonel Capt
    Captain Maj Major Sgt Sergeant Admiral Commander King Queen Prince Princess Emir Sheikh
    Sheik Ayatollah Pope Ambassador Premier Chairman Spokesman Spokeswoman Spokesperson
    Secretary Coach Imam Bishop Archbishop Cardinal Inspector Detective General Congressman
    Congresswoman Commissioner Speaker Herr Frau Envoy Superintendent Officer Brigadier
    Councillor Datuk Sister Leader Director CEO MP"""
)
# Fields of office: part of a title only before one of the offices.
FIELDS = words(
    """Foreign Defence Defense Interior Finance Health Justice Education Trade Environment Energy
    Agriculture Transport Culture Economy Labour Labor Home Oil Information Tourism Sports
    Water Planning Development Communications Industry Commerce Treasury Security Police
    Army Navy Attorney General"""
)
OFFICES = words(
    """Minister Ministers Secretary Secretaries Chief Commissioner Adviser Advisor General
    Spokesman Spokeswoman Spokesperson Director Commander Officer"""
)
# The same, in lower case, directly before a name.
ROLES = words(
    """president chairman chairwoman chairperson chief chancellor premier minister ambassador envoy
    senator congressman congresswoman governor mayor secretary commissioner speaker judge
    justice general lieutenant colonel captain major sergeant admiral commander marshal
    inspector detective officer superintendent king queen prince princess emperor sultan
    emir director manager coach analyst spokesman spokeswoman spokesperson leader deputy
    official lawyer attorney economist journalist reporter activist actor actress singer
    striker midfielder defender goalkeeper winger forward skipper quarterback batsman bowler
    author writer historian professor doctor researcher scientist expert founder co-founder
    executive candidate lawmaker legislator politician dissident oligarch businessman
    businesswoman billionaire banker trader strategist adviser advisor aide brother sister
    father mother wife husband son daughter uncle colleague rival predecessor successor
    resident witness driver teacher student farmer owner author editor columnist
    correspondent prosecutor champion winner midfielder teammate star director filmmaker
    rapper musician composer artist playwright poet novelist"""
)
SPEECH_VERBS = words(
    """said says told added adds argued asked insisted explained warned noted replied stated
    claimed admitted denied declared announced acknowledged recalled wrote tweeted remarked
    commented thinks believes believed urged called stressed emphasised emphasized confirmed
    predicted vowed pledged tells explains argues warns notes writes resigned joked lamented"""
)
# Last (or, with "of", first) words of organisations.
ORG_HEADS = words(
    """Ministry Department Agency Authority Bureau Office Commission Committee Council Court
    Parliament Senate Congress Assembly Party Union Federation Confederation Association
    Organization Organisation Alliance Coalition Front Movement League Society Foundation
    Fund Trust Institute Institution University College School Academy Hospital Bank Group
    Company Corporation Corp Inc Ltd Limited LLC PLC Plc Co Holdings Partners Ventures
    Capital Airlines Airways Air Motors Energy Oil Gas Petroleum Mining Industries
    Technologies Systems Solutions Software Electric Telecom Communications Media News Times
    Post Herald Tribune Gazette Journal Daily Press Radio Television TV Broadcasting Network
    Magazine Review Army Navy Force Forces Police Guard Guards Corps Brigade Battalion
    Regiment Militia Service Services Administration Board Chamber Cabinet Embassy Consulate
    Church Mosque Club FC United City Rovers Athletic Team Orchestra Theatre Theater Museum
    Library Center Centre Union Workers Forum Initiative Programme Program Project Network
    Secretariat Directorate Tribunal Government Republicans Democrats Brotherhood Resistance
    Command Intelligence Security Exchange Insurance Securities Investments Pharmaceuticals
    Laboratories Labs Airline Railways Steel Cement Foods Stores Hotels Entertainment
    Studios Pictures Records Games GmbH AG SA SE NV Oy AB SpA Bhd Pte Pty Legislature
    Judiciary Reserve Treasury Consortium Syndicate Cartel Cooperative Societies Unions
    Watch International Taskforce Unit Squad Lab Faculty Seminary Diocese Archdiocese Synod
    Ministries Universidad Université Universität Partido Banco Banque Ministère Bund
    Verband Institut"""
)
# Heads that may take "of ..." or "for ..." behind them.
OF_HEADS = words(
    """Ministry Department Agency Authority Bureau Office Commission Committee Council Court
    Parliament House Chamber Assembly Party Union Federation Confederation Association
    Organization Organisation Alliance Coalition Front Movement League Society Foundation
    Fund Trust Institute Institution University College School Academy Hospital Bank Board
    Service Center Centre Church Museum Library Community Conference Congress Forum Network
    Programme Program Group Corporation Company Secretariat Directorate Command Guard
    Chamber Knights Sons Daughters Friends Doctors Reporters Archdiocese Diocese Bishops
    Campaign Faculty Registrar Government"""
)
PLACE_OF_HEADS = words(
    """Republic Kingdom Gulf Bay Strait Sea Isle Cape Province State District City Port Lake Horn
    Commonwealth"""
)
# Last words of places, capitalised as part of the name.
PLACE_HEADS = words(
    """River Lake Mountain Mountains Hill Hills Valley Province District County City Town Village
    Airport Street Avenue Road Boulevard Highway Island Islands Sea Ocean Bay Gulf Strait
    Peninsula Desert Square Bridge Park Beach Canal Dam Harbour Harbor Port Cape Coast
    Region Territory Territories State Governorate Prefecture Oblast Municipality Township
    Heights Falls Forest Creek Reef Basin Plateau Canyon Glacier Volcano Stadium Arena
    Station Prison Palace Castle Tower Cathedral Temple Plaza Mall Hotel Cemetery Base Zone
    Corridor Strip Delta Springs Lane Drive Estate Suburb"""
)
PLACE_FIRST = words(
    """Mount Mt Lake Fort Port Cape San Santa Santo São St Saint Isle Villa Wadi Camp River Tel"""
)
# Lower-case words behind a place that is not in any table.
PLACE_AFTER = words(
    """region province district city town village river valley island islands airport county
    corridor peninsula border area suburb neighbourhood neighborhood municipality enclave
    strait canal desert mountains lake coast port prefecture governorate state township
    settlement camp highlands"""
)
PLACE_AFTER_PART = words("corridor strait canal peninsula")  # the name needs the word behind it
PLACE_BEFORE = words(
    """in at near from outside around across throughout inside toward towards via"""
)
BEFORE_OF = words(
    """city town village province region district state capital port island republic north south
    east west northeast northwest southeast southwest outskirts suburb mayor governor people
    streets coast shores invasion bombing siege annexation government kingdom territory"""
)
# Capitalised words that are no names by themselves, wherever they stand.
NOT_NAMES = words(
    """Rt I A An The This That These Those It Its He She They We You His Her Their Our Your My Me
    Him Them And But Or Nor So Yet If When While Where Why How What Which Who Whom Whose As At
    By For From In Into Of On Off Onto Out Over Under Up With Without Within About Above After
    Again Against Among Around Because Before Behind Below Between Beyond During Since Through
    Until Upon Via Amid Despite Although Though Unless Whether Once Then Than There Here Now
    Today Tomorrow Yesterday Not No Yes All Any Some Many Most Much More Few Several Each Every
    Both Either Neither Other Another Such Only Just Also Even Still Already However Meanwhile
    Moreover Therefore Thus Instead Nevertheless Nonetheless Furthermore Is Are Was Were Be Been
    Being Has Have Had Do Does Did Can Could Will Would Shall Should May Might Must Let Get Got
    Make Made One Two Three Four Five Six Seven Eight Nine Ten First Second Third Last Next
    January February March April June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun EST Spring Summer Autumn Winter Christmas
    Easter COVID Covid UK's OK Internet Covid-19 God Ramadan Eid Photo Image Photos Video File
    Read Source Sources Credit Getty Images Copyright Editor Reporting Writing Editing US$ ID II
    III IV VI"""
)
NORP_WORDS = words(
    """Muslim Muslims Christian Christians Jew Jews Jewish Catholic Catholics Protestant
    Protestants Orthodox Sunni Sunnis Shiite Shiites Shia Shi'ite Shi'ites Hindu Hindus
    Buddhist Buddhists Sikh Sikhs Islamic Islamist Islamists Arab Arabs Arabic Republican
    Republicans Democrat Democrats Democratic Communist Communists Socialist Socialists
    Conservative Conservatives Liberal Liberals Nazi Nazis Zionist Zionists Tory Tories
    Maoist Maoists Marxist Marxists Roma Rohingya Hutu Hutus Tutsi Tutsis Igbo Yoruba Hausa
    Fulani Kikuyu Alawite Alawites Druze Yazidi Yazidis Copt Copts Coptic Anglican Anglicans
    Methodist Baptist Mormon Mormons Evangelical Evangelicals Kurds Uyghurs Uighurs Pashtuns
    Tamils Sinhalese Serbs Croats Bosniak Bosniaks Western Westerners European Europeans
    Asians Africans Maori Māori Aboriginal Inuit Hispanic Hispanics Slavic Bedouin Bedouins
    Salafi Salafist Wahhabi Houthi Peronist Kemalist Gaullist Leninist Stalinist Trotskyist
    Brexiteer Hellenic"""
)
PARTICLES = words(
    """de la del della der den da do dos das du di van von bin ibn bint ben al el ul ud al ad ash
    as an abu ter ten e y av zu zum"""
)
MINISTRY_WORDS = words(
    """foreign defence defense interior finance health justice education trade environment energy
    agriculture transport culture economy labour labor emergency emergencies information"""
)
LEGAL_SUFFIXES = words(
    """Inc Corp Ltd Limited LLC PLC Plc Co Company Corporation GmbH AG SA SE NV Oy AB SpA Bhd Pte
    Pty"""
)
