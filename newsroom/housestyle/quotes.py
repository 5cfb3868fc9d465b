"""Where a text quotes somebody: what stands in a quotation is left as it was said.

In doubt a stretch counts as quoted: a name that is not offered for change costs a glance, a
changed quotation costs a correction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsroom.housestyle.quote_marks import OPENERS, PARTNERS, SINGLES, QuoteMark, quote_marks
from newsroom.housestyle.single_quotes import closers
from newsroom.housestyle.spans import Span

_NO_PARTNERS: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def quotations(paragraphs: Sequence[str]) -> list[list[Span]]:
    """Find the outermost quotations of consecutive paragraphs, as code point spans of each.

    A quotation that a paragraph leaves open ends with it; the next paragraph opens its own.
    """
    found: list[list[Span]] = []
    left_open = False
    for index, text in enumerate(paragraphs):
        marks = quote_marks(text)
        if not marks:
            found.append([])
            left_open = False
            continue
        following = paragraphs[index + 1].lstrip()[:1] if index + 1 < len(paragraphs) else ""
        reader = _Paragraph(text, marks, following, left_open)
        found.append(reader.read())
        left_open = reader.left_open
    return found


@dataclass(slots=True)
class _Paragraph:
    """One pass over the marks of a paragraph."""

    text: str
    marks: list[QuoteMark]
    # The sign the next paragraph begins with: it tells a quotation that runs on.
    following: str
    # Whether the paragraph before ended inside a quotation.
    left_open: bool
    spans: list[Span] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    opened: QuoteMark | None = None
    closed_by: frozenset[str] = frozenset()
    nested: bool = False

    def read(self) -> list[Span]:
        for index, mark in enumerate(self.marks):
            if mark.may_close:
                self.last[mark.sign] = index
        singles = closers(self.text, self.marks)
        index = 0
        while index < len(self.marks):
            mark = self.marks[index]
            if mark.sign not in SINGLES:
                self._double(index, mark)
            elif self.opened is None and index in singles:
                index = singles[index]
                self._add(mark.start, self.marks[index].end)
            elif self.opened is None and self._runs_on(mark):
                self._open(mark, frozenset())
            index += 1
        if self.opened is not None:
            self._add(self.opened.start, len(self.text))
        self.left_open = self.opened is not None
        return self.spans

    def _double(self, index: int, mark: QuoteMark) -> None:
        if self.opened is not None:
            self._inside(self.opened, mark)
        elif self._opens(index, mark):
            self._open(mark, self._closing_signs(index, mark.sign))
        elif mark.may_close:
            self._stray(mark)

    def _opens(self, index: int, mark: QuoteMark) -> bool:
        if mark.sign in OPENERS:
            return mark.may_open or not mark.may_close
        if mark.sign == '"':
            # After a digit it means inches.
            return not mark.may_close and not mark.before.isdigit()
        stands_so = mark.may_open and not mark.may_close
        return stands_so and self._partner_follows(index, mark.sign)

    def _inside(self, opened: QuoteMark, mark: QuoteMark) -> None:
        if mark.sign not in self.closed_by or (mark.may_open and not mark.may_close):
            self.nested = self.nested or mark.sign == opened.sign
            return
        self._add(opened.start, mark.end)
        self.opened = None

    def _open(self, mark: QuoteMark, closed_by: frozenset[str]) -> None:
        self.opened, self.closed_by, self.nested = mark, closed_by, False

    def _closing_signs(self, index: int, sign: str) -> frozenset[str]:
        right, mixed = PARTNERS[sign]
        return right if self._partner_follows(index, sign) else right | mixed

    def _partner_follows(self, index: int, sign: str) -> bool:
        right, _ = PARTNERS.get(sign, _NO_PARTNERS)
        last = self.last
        for partner in right:  # noqa: SIM110 - asked at each mark, where any() costs twice as much
            if last.get(partner, -1) > index:
                return True
        return False

    def _runs_on(self, mark: QuoteMark) -> bool:
        """A single mark at the head of a paragraph, taken up again by the next one."""
        leads = mark is self.marks[0] and not self.text[: mark.start].strip()
        return leads and mark.may_open and self.following == mark.sign

    def _stray(self, mark: QuoteMark) -> None:
        """A closing mark that nothing opened: what stands before it is in doubt."""
        if mark.before.isdigit() or mark.sign == "''":
            return
        if self.nested and self.spans:
            self._add(self.spans[-1][0], mark.end)
        elif mark.after_stop or mark.sign != '"' or (self.left_open and not self.spans):
            self._add(self.spans[-1][1] if self.spans else 0, mark.end)

    def _add(self, start: int, end: int) -> None:
        if self.spans and start <= self.spans[-1][1]:
            start = self.spans.pop()[0]
        self.spans.append((start, end))
