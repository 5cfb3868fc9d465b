"""Sentences written by hand, with what an editor would make of each."""

from tests.bench.style_corpus import Name

NAMES = [
    Name("Lviv", ("Lvov",)),
    Name("Kyiv", ("Kiev",)),
    Name("Yerushalayim", ("Jerusalem",)),
    Name("al-Nahda", ("al-Nahdha",)),
    Name("Bassam Rafiq", ("Basam Rafeeq",)),
    Name("Erdogan", ("Erdoğan",)),
    Name("latke", ("latka",)),
    Name("Chernobyl Forest", ("Forest of Chernobyl",)),
]

SENTENCES = {
    "The fair opened in Lvov on Sunday.": "The fair opened in Lviv on Sunday.",
    "LVOV FAIR OPENS": "LVIV FAIR OPENS",
    "Lvov's trams and Kiev’s buses.": "Lviv's trams and Kyiv’s buses.",
    "A Lvov-based choir sang.": "A Lviv-based choir sang.",
    "The Lvovite crowd cheered.": "The Lvovite crowd cheered.",
    "Two latkas, please.": "Two latkes, please.",
    "Latka is fried. They ate latka.": "Latke is fried. They ate latke.",
    "Al-Nahdha won; al-Nahdha had expected it.": "Al-Nahda won; al-Nahda had expected it.",
    "Basam\u00a0Rafeeq spoke first.": "Bassam Rafiq spoke first.",
    "Basam\nRafeeq spoke last.": "Bassam Rafiq spoke last.",
    "Erdoğan and ERDOĞAN.": "Erdogan and ERDOGAN.",
    "Mr. Erdogan met Lviv’s mayor.": "Mr. Erdogan met Lviv’s mayor.",
    "“Lvov is home,” she said in Lvov.": "“Lvov is home,” she said in Lviv.",
    '"Kiev is home," he said in Kiev.': '"Kiev is home," he said in Kyiv.',
    "‘Kiev is home,’ the boys’ coach said.": "‘Kiev is home,’ the boys’ coach said.",
    "'Kiev is home,' he said.": "'Kiev is home,' he said.",
    "„Kiev ist nah“, sagte er.": "„Kiev ist nah“, sagte er.",
    "He reads the Jerusalem Post.": "He reads the Jerusalem Post.",
    "She taught at Lvov University.": "She taught at Lvov University.",
    "The Bank of Kiev closed early.": "The Bank of Kiev closed early.",
    "They farm near Jerusalem, Ohio.": "They farm near Jerusalem, Ohio.",
    "See www.kiev.example/Kiev today.": "See www.kiev.example/Kiev today.",
    "Write to kiev@desk.example, tag #Kiev.": "Write to kiev@desk.example, tag #Kiev.",
    "İzmir, then Lvov.": "İzmir, then Lviv.",
    'A 12" pipe in Kiev, a 5" one in Lvov.': 'A 12" pipe in Kyiv, a 5" one in Lviv.',
    "From Kiev/Lvov (Kiev).": "From Kyiv/Lviv (Kyiv).",
}


def judged(changed: list[str]) -> tuple[int, int, int]:
    """How many are as they should be, how many were changed wrongly, how many merely missed."""
    right = wrong = missed = 0
    for (before, expected), after in zip(SENTENCES.items(), changed, strict=True):
        right += after == expected
        wrong += after not in (expected, before)
        missed += after == before != expected
    return right, wrong, missed
