"""What is said of an outlet as a firm or a namesake: its profits, its jobs, the mayor Bloomberg."""

from newsroom.wire.attribution.hazards import SHARED_NAMES
from newsroom.wire.attribution.sentence import Sentence
from newsroom.wire.attribution.tables import word_set

OF_ITSELF = word_set("""
    deny admit acknowledge insist promise pledge vow respond reply boast brag confess complain
    demand propose urge advise recommend
""")
"""What an outlet does as a party, not as a witness."""

BUSINESS = word_set("""
    profit profits loss losses revenue revenues earnings sales circulation subscribers
    subscriber subscriptions dividend layoffs shares shareholders quarter ratings viewers
    readers staff employees newsroom job jobs hire hired hiring appoint appointed fire fired
    dismissed sued sue appeal apologise apologised apologize apologized retract retracted
    correspondent reporter journalists cameraman photographer editor-in-chief executive merger
    acquisition acquire sell bankruptcy advertising paywall suspend suspended bureau offices
    headquarters stood stands stand pay cut lay rename relaunch launch licence license contract
    price prices fee fees
""")
BUSINESS_AT_ONCE = word_set("""
    profit profits loss losses revenue revenues earnings sales circulation dividend layoffs
    income turnover growth
""")
_FIRST_WORDS = 6
_CLAUSE = 14


def is_about_itself(s: Sentence, verb: int) -> bool:
    """Company news: "the paper said it would cut jobs" is no report of the paper's."""
    first = s.lowers_between(verb + 1, verb + 1 + _FIRST_WORDS)
    if first & BUSINESS_AT_ONCE and not first & {"that", "it"}:
        return True
    own = s.lowers_between(verb + 1, verb + 4) & {"it", "its", "they", "their"}
    return bool(own) and bool(s.lowers_between(verb + 1, verb + 1 + _CLAUSE) & BUSINESS)


def is_a_person(s: Sentence, outlet: int, verb: int) -> bool:
    """Bloomberg said he would run."""
    name = s.words[outlet].text
    pronouns = s.lowers_between(verb + 1, verb + 4)
    return name in SHARED_NAMES and bool(pronouns & {"he", "she", "his", "her"})
