"""What is opinion or attack and no information: by the verb, or by a judging word."""

import re

from newsroom.wire.attribution.tables import word_set

OPINION_VERBS = word_set("""
    blame boast brag complain joke lament opine quip speculate think muse predict blast slam
    mock deride praise hail scoff sneer ridicule condemn denounce criticise criticize accuse
    editorialise editorialize theorise
""")
"""By lemma, of whoever speaks."""

JUDGING = word_set("""
    disgraceful disgrace shameful shameless pathetic incompetent incompetence idiotic idiot
    stupid foolish fool reckless cowardly coward dishonest corrupt liar untrustworthy ridiculous
    absurd laughable appalling atrocious despicable disgusting outrageous disastrous catastrophic
    hopeless clueless useless toxic brilliant genius fantastic magnificent superb heroic
    unqualified unhinged delusional arrogant vindictive petty naive spineless hypocrite
    hypocritical hypocrisy unforgivable unacceptable betrayal farce circus joke bully tyrant
""")
"""Words that judge a person or a deed; of weather or a market they are seldom said."""

_FEELING = re.compile(
    r"(?i)\b(?:unfit (?:for|to)|out of (?:his|her|their) depth|best (?:\w+ )?ever|worst (?:\w+ )?ever"
    r"|a (?:total|complete|huge|big) (?:mess|mistake|failure|waste)|should be ashamed|in over (?:his|her) head)\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def opinion_in(sentence: str, verb: str | None) -> str:
    """The word that makes it an opinion; empty where none does."""
    for word in _WORD.findall(sentence):
        if word.lower() in JUDGING:
            return str(word)
    feeling = _FEELING.search(sentence)
    if feeling:
        return feeling[0]
    return verb if verb in OPINION_VERBS else ""
