"""How a measurement prints: the figure beside its limit, and as a multiple of the plainest page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    cpu_ms: float
    queries: int | None = None


@dataclass(frozen=True)
class Cost:
    """The mean of one request."""

    cpu_ms: float
    queries: float
    writes: float


Row = tuple[str, Cost, Limit | None]


def print_table(title: str, baseline: Cost, rows: list[Row]) -> None:
    """`baseline` is the sign-in page, which asks the database nothing: what any request costs."""
    print(title)
    print(f"  {'request':<44}{'CPU ms':>8}{'limit':>8}{'ratio':>7}{'queries':>9}{'limit':>7}")
    for name, cost, limit in [("the sign-in page (ratio 1)", baseline, None), *rows]:
        ratio = f"{cost.cpu_ms / baseline.cpu_ms:.1f}"
        allowed = f"{limit.cpu_ms:g}" if limit else ""
        most = str(limit.queries) if limit and limit.queries else ""
        line = f"  {name:<44}{cost.cpu_ms:>8.1f}{allowed:>8}{ratio:>7}{cost.queries:>9.1f}{most:>7}"
        print(line)
    print()
