"""House spellings that two papers differ in, put one way: -ise, -our, -tre, per cent, seven."""

import re

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
WORDS = {
    **{word: str(n) for n, word in enumerate(_NUMBERS.split())},
    **{word: str(n * 10) for n, word in enumerate(_TENS.split(), 3)},
    "towards": "toward",
    "afterwards": "afterward",
    "tonne": "ton",
    "tonnes": "tons",
    "programme": "program",
    "programmes": "programs",
    "grey": "gray",
    "cheque": "check",
    "tyre": "tire",
    "tyres": "tires",
    "aluminium": "aluminum",
    "sceptical": "skeptical",
    "judgement": "judgment",
    "ageing": "aging",
    "learnt": "learned",
    "spelt": "spelled",
    "whilst": "while",
    "amongst": "among",
    "okay": "ok",
}
"""What no ending explains."""

JOINED = {("per", "cent"): "percent"}
"""Two words that others write as one."""

SIGNS = {"%": "percent", "&": "and"}

ENDINGS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # organise, organisation; analyse. Words that only look like it fold alike on both sides.
        (r"(?<=..[a-z])([iy])z(?=(?:e|ed|er|ers|es|ing|ation|ations|ational)$)", r"\1s"),
        # colour, labour, favourite, neighbouring; not four and hour.
        (r"(?<=..[a-z])our(?=(?:s|ed|er|ers|ing|ite|ites|able|hood|hoods|less|ful)?$)", "or"),
        # centre, theatre, kilometres.
        (r"(?<=[a-z]{2}[bt])re(?=s?$)", "er"),
        # defence, licence, offences.
        (r"(?<=[a-z]{2}en)ce(?=s?$)", "se"),
        # cancelled, travelling, modeller.
        (r"(?<=[a-z][aeiou]l)l(?=(?:ed|ing|er|ers|or|ors)$)", ""),
        # catalogue, dialogues.
        (r"(?<=[a-z]{2}og)ue(?=s?$)", ""),
    )
)
"""Endings, and what is put in their place; a rule may fold more than it must, for both sides."""
