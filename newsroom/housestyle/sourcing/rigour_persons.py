"""Given and family names with their forms in many scripts, from rigour 1.3 (MIT; from Wikidata).

From version 2 on the list is compiled in, so the file of an unpacked 1.3.13 wheel is read.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from newsroom.housestyle.sourcing.group import Group, grouped, is_latin
from newsroom.housestyle.sourcing.installed import given

SOURCE = "rigour"
_LIKE_ENOUGH = 0.62
_SLAVIC_END = re.compile(
    r"(ov|ev|in|sky|skiy|skij|enko|chuk|yan|ova|eva|ina|skaya|vich|uk|ych|iy|yi)$"
)
_FOREIGN = re.compile(r"sch|tch|x|w|j|ie[wf]|ow$|of$|off$|ou|cz|sz|sk[iy]j|[oe]ff$")
_OTHER_SCRIPTS = frozenset(["CJK", "HANGUL", "KATAKANA", "HIRAGANA", "DEVANAGARI"])


def groups(file: Path) -> Iterator[Group]:
    for line in given(file, "rigour 1.3.13").read_text(encoding="utf-8").splitlines():
        forms = [form.strip() for form in line.partition(" => ")[0].split(",")]
        latin = [form for form in forms if form.isascii() and is_latin(form) and " " not in form]
        lang = _language(forms, latin)
        if lang and len(latin) > 1:
            wanted = [form for form in latin if not _FOREIGN.search(form)]
            found = wanted and _group(lang, wanted)
            if found:
                yield found


def _group(lang: str, names: list[str]) -> Group | None:
    best = max(names, key=lambda name: (-abs(len(name) - len(names[0])), name))
    return grouped(SOURCE, lang, best.title(), [name.title() for name in names], _LIKE_ENOUGH)


def _language(forms: list[str], latin: list[str]) -> str:
    """The one origin that its scripts tell; a name at home everywhere has none."""
    scripts = {unicodedata.name(c, "?").split()[0] for form in forms for c in form if c.isalpha()}
    if "CYRILLIC" in scripts and not scripts & {"ARABIC", "HEBREW"}:
        return "ru" if any(_SLAVIC_END.search(name) for name in latin) else ""
    if scripts & _OTHER_SCRIPTS or "CYRILLIC" in scripts:
        return ""
    found = scripts & {"ARABIC", "HEBREW"}
    return {"ARABIC": "ar", "HEBREW": "he"}[found.pop()] if len(found) == 1 else ""
