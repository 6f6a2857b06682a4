"""Texts for the tests of near-duplicates: articles, and what a site sets around each."""

REPORT = (
    "The harbour of Port Ellis was closed on Tuesday after a freighter ran aground near the "
    "eastern pier. Captain Maria Lund said the crew of 14 had been brought to safety by two tugs. "
    "Divers will inspect the hull this week, the port authority said, and no fuel has leaked so "
    "far. Ferries to the islands are diverted to Westhaven until further notice. The freighter "
    "Aurelia was on its way from Gdansk to Lisbon with a cargo of steel and timber."
)
PLAY = (
    "The national theatre opens its season with a comedy about two bakers who inherit one oven. "
    "Director Ines Halloran lets them quarrel in verse, and the audience laughed until the curtain "
    "fell. Costumes by Otto Wieland recall the paintings of the period. The comedy runs until May, "
    "with matinees for schools, and the bakers serve warm bread in the interval."
)
BUDGET = (
    "Parliament in Oslavia passed the budget on Wednesday by 61 votes to 40. Finance minister Per "
    "Quill called it a victory for reason. The opposition walked out before the vote and announced "
    "a complaint to the constitutional court, which may suspend a vote for ninety days. Quill hid "
    "debts of the railways, it says, and demands that parliament votes on them again."
)
FURNITURE = (
    "Our newsroom welcomes tips by letter, telephone and encrypted chat at any hour. Subscribers "
    "receive a printed magazine every month, crossword puzzles and invitations to evenings with "
    "our columnists. Gift vouchers can be ordered from the shop and are valid for a year. Cookies "
    "help us to remember your preferences, and you may withdraw your consent in the settings. "
)

QUAKE = (
    "An earthquake of magnitude {} struck near {} on {}, the national institute said. The quake "
    "was recorded at a depth of {} kilometres, about {} kilometres from {}. There were no "
    "immediate reports of damage or casualties. Residents of {} said they felt strong shaking."
)
