"""Who may speak without a name, by the noun that is used of them."""

from newsroom.wire.attribution.tables import word_set

UNNAMED_SOURCES = word_set("""
    official source diplomat person people aide lawmaker adviser advisor analyst expert insider
    negotiator mediator figure operative staffer observer economist critic executive employee
    banker trader investor strategist consultant scientist researcher specialist activist
    militant rebel fighter defector whistleblower informant individual participant delegate
    envoy-level bureaucrat politician legislator intermediary associate confidant ally friend
    relative colleague representative witness eyewitness investigator campaigner supporter
    opponent partner staff attendee spy agent attaché functionary technocrat veteran lobbyist
    producer donor organiser organizer
""")
"""Said without a proper name, these are anonymous, with any article or none."""

OFFICES = word_set("""
    minister senator general commander officer leader ambassador envoy judge governor mayor
    deputy director chief head chairman chairwoman president secretary member colonel major
    captain lieutenant admiral mp congressman congresswoman councillor parliamentarian manager
    editor engineer pilot soldier detective inspector superintendent sheriff professor clerk
    guard monarch royal bishop cleric cardinal priest rabbi imam sheikh dissident jurist
    magistrate auditor regulator
""")
"""Anonymous when one of several ("a minister", "two judges"); "the minister" is known by office."""

STILL_UNNAMED = word_set("""
    official source diplomat person people aide adviser advisor insider negotiator mediator
    operative staffer whistleblower informant
""")
"""With "the" too; "the banker" and "the activist" are somebody whom the story has met before."""

COLLECTIVES = word_set("""
    some one two three four five several many few most dozens scores hundreds thousands number
    group pair couple handful majority series trio all others another more at least
""")
"""Counting words before "of": the noun behind "of" says who speaks."""

MARKERS = (
    "condition of anonymity",
    "conditions of anonymity",
    "not authorised to",
    "not authorized to",
    "were not authorised",
    "declined to be named",
    "declined to be identified",
    "declining to be named",
    "declining to be identified",
    "asked not to be named",
    "asked not to be identified",
    "asking not to be named",
    "asking not to be identified",
    "refused to be named",
    "refused to be identified",
    "requested anonymity",
    "requesting anonymity",
    "asked for anonymity",
    "asking for anonymity",
    "granted anonymity",
    "insisted on anonymity",
    "spoke anonymously",
    "speaking anonymously",
    "did not want to be named",
    "did not wish to be named",
    "did not want to be identified",
    "wished to remain anonymous",
    "wanted to remain anonymous",
    "remain anonymous",
    "not be named",
    "name be withheld",
    "name was withheld",
    "withhold his name",
    "withhold her name",
    "without giving his name",
    "without giving her name",
    "lacked authorisation to",
    "lacked authorization to",
    "lack authorisation to",
    "lack authorization to",
    "not permitted to speak",
    "not allowed to speak",
    "not cleared to speak",
)
UNNAMED_ADJECTIVES = frozenset({"unnamed", "unidentified", "anonymous", "undisclosed"})

PRONOUNS = word_set("he she they it we i you who")
SINGULAR_PERSONS = frozenset({"he", "she"})

TITLES = word_set("""
    mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame mayor president senator sen sen. rep rep.
    gov gov. governor minister premier judge justice general gen gen. colonel col col. captain
    professor prof prof. actor actress singer billionaire candidate businessman congressman
    congresswoman ambassador coach pilot author rabbi imam king queen prince princess saint st.
    commissioner sheriff sergeant sgt. lieutenant lt. officer uncle aunt brother sister
""")
"""Before a name they make it a person's: the former mayor Bloomberg."""
