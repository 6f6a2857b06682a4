"""What invented names are made of: surnames, patterns of organisations, syllables."""

from __future__ import annotations

SURNAMES = """
Abbas Abdi Abebe Abubakar Achebe Adeyemi Afolabi Aguilar Ahmadov Ahmed Akhtar Akufo Al-Rashid
Ali Aliyev Alvarez Amoah Andersson Aquino Asante Assefa Bakare Banda Banerjee Barzani Bauer
Bekele Ben-David Bhatt Biya Boateng Bondarenko Botha Bouteflika Brown Buhari Campbell Castillo
Chan Chaudhry Chavez Chen Chikwanha Chirwa Cohen Costa da Silva Dang Das de Klerk Diallo Diaz
Dlamini Dogan Dubois Duong Edwards Erdogan Eriksen Eto'o Fernandes Ferrari Flores Fofana Fonseca
Garcia Gbagbo Ghani Gomez Gonzalez Goswami Grigoryan Gupta Gutierrez Haddad Hakimi Hansen
Hashimoto Hassan Hernandez Hossain Huang Hughes Hussain Ibrahimovic Ismail Ito Ivanov Jafari
Jain Jansen Johansson Jones Joshi Kabila Kagame Kamau Kang Kapoor Karimov Karzai Kaunda Keita
Kenyatta Khalil Khan Khumalo Kibaki Kim Kiprotich Kone Kovacs Kovalenko Kowalski Kumar Kuznetsov
Laurent Le Lee Lopez Lukashenko Lungu MacDonald Magufuli Mahmood Mandela Marcos Martin Mbeki
McCarthy Mehta Mendoza Mensah Mohamud Morales Moreno Moyo Mubarak Mugabe Muller Musa Museveni
Mutharika Mwangi Nair Nakamura Nandi Ncube Ndlovu Nguyen Nkrumah Novak Nyong'o O'Brien O'Connor
Obi Odhiambo Odinga Ogunleye Okafor Okonkwo Omar Onyango Ortiz Osei Ouattara Owusu Panda
Papadopoulos Park Patel Pereira Petrov Pham Phiri Popescu Prabowo Qureshi Rahman Ramaphosa
Ramirez Ramos Rao Reddy Reyes Rivera Rodrigues Rossi Roy Ruto Sahin Saidov Sall Sanchez Sankara
Santos Sarkisian Sato Savic Schmidt Sen Shah Shapiro Sharif Sharma Shevchenko Shrestha Sidibe
Silva Simango Singh Sirleaf Smith Sokolov Soto Suleiman Suzuki Takahashi Tan Tanaka Tembo Thapa
Thompson Toure Traore Trivedi Tshabalala Tsvangirai Tutu Usman Van der Merwe Varga Vargas
Vasquez Wade Wang Wanjiru Wickremesinghe Widodo Williams Wong Yadav Yamamoto Yilmaz Zardari Zeid
Zhang Zhou Zulu Zuma
"""
PATTERNS = (
    "{place} University",
    "University of {place}",
    "{place} Police",
    "{place} City Council",
    "{name} Group",
    "{name} Holdings",
    "{name} Bank",
    "Bank of {place}",
    "{place} Chamber of Commerce",
    "{name} Foundation",
    "{place} United",
    "{place} FC",
    "{people} Football Association",
    "{people} Red Crescent",
    "{name} & Co",
    "Ministry of {field}",
    "Department of {field}",
    "{people} {field} Ministry",
    "{people} Army",
    "{name} Ltd",
    "{people} Broadcasting Corporation",
    "{place} Times",
    "Daily {word}",
    "{place} High Court",
    "{letters}",
    "National {field} Commission",
    "National {word} Party",
    "{people} {word} Front",
    "{word} Party",
    "{name} Inc",
    "{letters} Bank",
    "{place} Airways",
    "{people} Parliament",
    "{field} Institute",
    "{word} Movement for {field}",
    "{place} Stock Exchange",
    "Centre for {field} Studies",
    "{people} Embassy",
    "{name} Technologies",
    "{word} News",
    "{people} Cricket Board",
    "{letters}",
    "{people} Navy",
    "{name} Motors",
    "{name}",
    "{name}",
    "{name} College",
    "Office of the {field} Commissioner",
    "{place} City Police",
    "{name} Energy",
    "{letters} {place}",
)
FIELDS = (
    "Health Education Finance Justice Defence Agriculture Energy Trade Transport Culture "
    "Labour Security"
).split()
WORDS = (
    "Democratic Patriotic Republican Labour Liberal Progressive Freedom Unity Justice People "
    "Progress"
).split()
ONSETS = "b ch d f g gh h j k kh l m n ng p r s sh t th v w y z br dr kr pr tr mb nd".split()
VOWELS = "a a a e e i i o o u u aa ai ao au ee ia oo ou".split()
CODAS = ("", "", "", "", "n", "m", "r", "l", "s", "k", "ng", "t", "sh", "nd")
PLACE_TAILS = (
    " District", " Province", " River", " County", " Valley", " Island", " Road", " Street",
    " village", " Nagar", " City", "",
)  # fmt: skip
