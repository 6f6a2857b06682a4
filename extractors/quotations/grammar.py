"""Small words around subjects and verbs, of many languages together; general knowledge."""

from __future__ import annotations

import re

ARTICLES = frozenset(
    "the a an der die das dem den des le la les l' un une el los las il lo gli i o a os as het de "
    "een ein eine einem einer".split()
)
AUXILIARY = frozenset(
    "has had have also then later is was were be been later earlier a ha hat hatte haben ont avait "
    "han hanno aveva había heeft hebben har hadde je su sa se si to tak även också også auch "
    "ook też також também también inoltre ainsi noch dann já byl byla".split()
)
BUT = frozenset("but aber mais pero ma mas men maar ale но але ama dar αλλά mutta".split())
THAT = frozenset("that que dass daß che dat att at että że že hogy că что що če ότι bahwa".split())
DETERMINERS = frozenset(
    "the a an one some many another his her their its der die das ein eine le la les un une el los "
    "las una il lo gli uno o os as um uma het een".split()
)
STOPS = frozenset(
    "in on at after during before while when as who whose whom which am im nach bei le la lundi "
    "en durante el este em dans lors tijdens op vid i pod w we po v na при в на".split()
)
# What stands before a point that ends no sentence: initials and titles.
POINT = re.compile(
    r"(?:^|[\s.])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Prof|Jr|Det|Sgt|Capt|Maj|Adm|Rev"
    r"|Supt|Insp|Cmdr|Brig|Atty|Hon)$"
)
