"""What counts as a word. The editor counts the same way: one table of cases holds both to it."""

import re

MARKS = (
    "\u0300-\u036f"  # accents that stand after their letter
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # Arabic
)
JOINTS = "'’׳״\u2010\u2011-"
WITHIN_NUMBER = r"(?<=[0-9])[.,:](?=[0-9])"
WORD = re.compile(rf"\w(?:[\w{MARKS}{JOINTS}]|{WITHIN_NUMBER})*")


def count_words(text: str) -> int:
    """Runs of letters and digits; apostrophes, hyphens, vowel points and “5,000” part no word."""
    return len(WORD.findall(text))
