"""spaCy's PhraseMatcher as its manual shows it, run by the Python it is installed in."""

import json
import sys
import time

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans


def main() -> None:
    asked = json.load(sys.stdin)
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for rule in asked["rules"]:
        matcher.add(rule["expected"], [nlp.make_doc(form) for form in rule["patterns"]])

    def changed(text: str) -> str:
        doc = nlp.make_doc(text)
        for span in reversed(filter_spans(matcher(doc, as_spans=True))):
            text = text[: span.start_char] + span.label_ + text[span.end_char :]
        return text

    rounds = [_cpu_ms(changed, asked["stories"]) for _ in range(asked["rounds"] + 1)]
    answer = {"cpu_ms": rounds[1:], "changed": [changed(text) for text in asked["sentences"]]}
    json.dump(answer, sys.stdout)


def _cpu_ms(change: object, stories: list[str]) -> float:
    before = time.process_time()
    for story in stories:
        change(story)  # type: ignore[operator]  # a function
    return (time.process_time() - before) * 1000 / len(stories)


if __name__ == "__main__":
    main()
