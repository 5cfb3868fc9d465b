"""What `make spelling-weights` installs: groups that were held out of the lesson, and news text."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
NEWS = "gensim/test/test_data/lee_background.cor"
"""Three hundred reports of the Australian Broadcasting Corporation from 2000 to 2002."""
OUR_OWN = ROOT / "tests" / "samples" / "spelling" / "news.txt"


def packages() -> Path | None:
    return next(ROOT.glob(".venv-training/lib/python*/site-packages"), None)


def held_out_groups() -> list:
    """None where the packages are not installed."""
    found = packages()
    if found is None:
        return []
    # Their files are only read; behind the project's own packages, none of which they replace.
    sys.path.append(str(found))
    from newsroom.housestyle.training.groups import groups
    from newsroom.housestyle.training.holding_out import holdout

    return holdout(groups())[1]


def news() -> tuple[str, str]:
    """(what it is, text)."""
    found = packages()
    if found and (found / NEWS).exists():
        text = (found / NEWS).read_text(encoding="utf-8", errors="replace")
        return "news of 2000 to 2002 in the package gensim", text
    return "written for this measurement", OUR_OWN.read_text(encoding="utf-8")
