"""The words that tell an institution's name from a place or person it is called after."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The head of an institution's name, up to three capitalised words behind the variant.
HEADS = _words("""
    academy archdiocese archives arena ballet cathedral center centre choir college conservatory
    diocese ensemble faculty fc festival foundation fund gallery gymnasium hospital hotel institute
    institution laboratory library marathon memorial mosque museum observatory opera orchestra
    patriarchate philharmonic polytechnic prize quartet school seminary society stadium street
    symphony synagogue theater theatre treaty university yeshiva zoo
    """)
# These are heads only right behind the variant: further on they are ordinary words.
CLOSE_HEADS = _words("""
    accords agreement association avenue award bank boulevard brigade bulletin chronicle church
    clinic club congregation courier daily dispatch echo federation film forum gazette group herald
    independent inquirer insider journal league magazine mail messenger monitor news observer post press
    quarterly radio record report review road square standard star sun telegraph television times tribune
    trust union united voice weekly
    """)
# "University of Jerusalem", but never "Mayor of Jerusalem".
HEADS_OF = _words("""
    academy archdiocese bank college conservatory diocese faculty institute museum patriarchate
    school theater theatre treaty university zoo
    """)
# Sports clubs carry their town behind their name.
CLUBS = _words("""
    beitar bnei chornomorets dinamo dynamo fc hakoah hapoel lokomotiv maccabi metalist shakhtar
    spartak torpedo zenit
    """)
# Capitalised words that belong to a person or a date: nothing behind them is the name's head.
STOPS = _words("""
    mayor minister premier president prime governor rabbi sheikh imam bishop archbishop patriarch
    pope judge justice general gen colonel col captain police chief deputy councilman councilwoman
    spokesman spokeswoman resident residents correspondent west left right
    monday tuesday wednesday thursday friday saturday sunday
    """)
# Georgia, New York and Washington are left out: behind a comma they are mostly another place.
STATES = (
    *("Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut"),
    *("Delaware", "Florida", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas"),
    *("Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota"),
    *("Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey"),
    *("New Mexico", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon"),
    *("Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas"),
    *("Utah", "Vermont", "Virginia", "West Virginia", "Wisconsin", "Wyoming"),
    *("Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind."),
    *("Kan.", "Ky.", "La.", "Mass.", "Md.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "N.C."),
    *("N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "R.I."),
    *("S.C.", "S.D.", "Tenn.", "Tex.", "Va.", "Vt.", "W.Va.", "Wash.", "Wis.", "Wyo.", "TX"),
)
