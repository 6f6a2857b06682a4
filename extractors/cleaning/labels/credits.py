"""Agencies whose names end the captions of pictures."""

from __future__ import annotations

import re

AGENCIES = (
    "afp|reuters|ap|tass|epa(?:-efe)?|dpa|getty|imago|anadolu|xinhua|bloomberg|shutterstock|"
    "ap photo|picture alliance|ria novosti|sputnik|interfax|efe|ansa|anp|belga|tt|ritzau|ntb|pap|"
    "lusa|kyodo|yonhap|press service|handout|file|file photo|pool|archive|archiv"
)
# The lower-case words with which the name of an agency begins.
CREDIT_BEGINS = frozenset(re.findall(r"(?:^|\|)(\w+)", AGENCIES))
