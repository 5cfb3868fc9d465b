"""The verbs that give a statement to somebody, with their forms.

The rules are written over word classes, so a new verb is one word in a table here.
"""

from collections.abc import Iterable

from newsroom.wire.attribution.tables import word_set

_VOWELS = "aeiou"


def _forms(lemma: str) -> tuple[str, str, str]:
    """Present, past and -ing form of a regular verb; what doubles or changes is spelled out."""
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return f"{lemma}es", f"{lemma}ed", f"{lemma}ing"
    return f"{lemma}s", f"{lemma}ed", f"{lemma}ing"


def _lemmas(regular: str, irregular: Iterable[str]) -> dict[str, str]:
    """Each form and its lemma; an irregular line is the lemma and then all its other forms."""
    table = {form: lemma for lemma in regular.split() for form in (lemma, *_forms(lemma))}
    for line in irregular:
        lemma, *others = line.split()
        table |= dict.fromkeys((lemma, *others), lemma)
    return table


SAYING = _lemmas(
    # people, papers and documents alike
    "accuse acknowledge advise affirm allege announce answer argue ask assert assess assure attest"
    " blame boast call caution charge claim clarify comment complain concede conclude confirm"
    " contend counter declare demand deny describe detail disclose dispute elaborate emphasise"
    " emphasize estimate explain express hint imply indicate inform insist joke lament maintain"
    " mention note observe opine outline pledge point predict proclaim promise propose reaffirm"
    " recall recount reiterate relate remark repeat reply report respond reveal signal specify"
    " speculate state stress suggest tweet urge voice vow warn add recommend signal summarise"
    " stipulate order cast editorialise editorialize theorise muse brag confess rule",
    (
        "say says said",
        "write writes wrote written",
        "admit admits admitted",
        "forecast forecasts forecasted",
        "quip quips quipped",
        "testify testifies testified",
        "swear swears swore sworn",
        "hold holds held",
        "think thinks thought",
        "put puts",
    ),
)
"""What a speaker, a document or an outlet does with a statement."""

SAYING_PARTICIPLES = {
    participle: lemma
    for lemma in [
        "say",
        "add",
        "report",
        "explain",
        "insist",
        "claim",
        "confirm",
        "warn",
        "assert",
        "reveal",
        "write",
        "note",
        "state",
    ]
    for _, _, participle in [_forms(lemma)]
}
"""..., adding that: they carry on somebody's statement."""

NO_VERBS_OF_SPEECH_ALONE = word_set("""
    hold holds held think thinks thought call calls called cast casts order orders ordered point
    points pointed put puts express expressed expresses voice voiced blame blamed charge charged
    propose proposed relate related signal signals detail details
""")
"""Said of so much else that without "that" or a quotation behind them they prove nothing."""

ONLY_BEFORE = dict.fromkeys(("rule", "rules", "ruled"), frozenset({"out", "that"}))
"""Verbs of speech with these words behind them, and of something else with any other."""

NOUN_OR_VERB = word_set("""
    report reports claim claims comment comments note notes state states estimate estimates
    demand demands call calls promise promises stress answer answers hint hints detail details
    order orders charge charges tweet tweets pledge pledges signal signals vow vows outline
    outlines forecast forecasts counter counters blame voice points point quip quips reply
    replies repeat puts cast holds hold poll polls post posts review reviews show shows study
    release releases print feature features document documents account run runs break leak leaks
    count counts tally tallies analyses expose names map maps broadcast broadcasts air airs screen screens cite remark remarks witness
    record records project projects share shares conduct prints
""")

SHOWING = _lemmas(
    "publish air broadcast obtain review learn post print uncover expose document feature screen"
    " stream televise verify analyse analyze investigate release project provide send supply conduct commission produce name calculate compile"
    " examine translate record carry syndicate circulate relay corroborate unearth crunch",
    (
        "find finds found",
        "show shows showed shown",
        "see sees saw seen",
        "run runs ran",
        "understand understands understood",
        "break breaks broke broken",
        "identify identifies identified",
        "leak leaks leaked",
        "hear hears heard",
        "share shared sharing",
        "count counts counted",
        "witness witnessed",
        "tally tallies tallied",
        "read reads",
        "broadcast broadcasts broadcasting",
    ),
)
"""What only an outlet does with a statement, or only a document."""

DOCUMENT_VERBS = word_set("show find read document see put identify name")
NEED_AN_OBJECT = word_set("""
    publish air broadcast run carry print feature post show screen stream televise release
    record translate relay syndicate circulate document examine investigate leak hear see break
    read put charge order cast compile calculate tally express voice hold count witness think
    blame answer ask propose relate demand promise pledge vow review recommend share announce
    find counter send supply provide produce conduct
""")
"""Verbs that an outlet does to other things too: a report, an interview, a figure must follow."""

OF_A_PROGRAMME = word_set("air broadcast carry screen stream televise show run feature")
"""A match and a film are shown as well: what was shown must be something that asserts."""

TOLD = _lemmas("", ("tell tells told telling",))
QUOTED = _lemmas("", ("quote quotes quoted quoting",))
CITED = _lemmas("cite credit", ())
SPEAKING = _lemmas(
    "appear",
    (
        "speak speaks spoke spoken speaking",
        "talk talked talking",
        "interview interviewed interviewing",
        "chat chatted chatting",
        "write writing wrote",
    ),
)

AUXILIARIES = word_set("""
    has have had having is are was were be been being am will would can could may might must
    shall should do does did not hasn't haven't hadn't isn't aren't wasn't weren't won't
    wouldn't can't cannot couldn't didn't doesn't don't he'd she'd they'd 've 'd 're
""")
NEGATIONS = frozenset({"not", "never", "cannot"})
