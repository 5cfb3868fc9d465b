"""What a person changes of a text that was taken apart, before it becomes a story."""

from dataclasses import dataclass, field, replace

from newsroom.stories.intake.copy_credit import split_credit
from newsroom.stories.intake.order import in_order
from newsroom.stories.intake.parts import (
    BlockKind,
    BodyBlock,
    FigureText,
    SetAside,
    Taken,
)


@dataclass(frozen=True)
class CaptionAndCredit:
    """A figure's words as the person leaves them."""

    caption: str
    creator: str
    credit: str


@dataclass(frozen=True)
class Revision:
    headline: str
    standfirst: str
    byline: str
    dateline: str
    figures: tuple[CaptionAndCredit, ...] = ()
    """One for each figure found, in their order."""
    not_figures: frozenset[int] = frozenset()
    """Which of the figures are paragraphs after all."""
    dropped: frozenset[int] = frozenset()
    """Which blocks of the body are not the story."""
    put_back: frozenset[int] = frozenset()
    """Which lines set aside are the story."""


REASON = "set aside by hand"


def revised(taken: Taken, revision: Revision) -> Taken:
    """The parts as the person wants them; what nobody touched stays as it was found."""
    made = _Parts()
    for i, one in in_order(taken):
        if isinstance(one, SetAside):
            made.add_line(one, back=i in revision.put_back)
        elif isinstance(one, FigureText):
            made.add_figure(_reworded(one, revision, i), is_one=i not in revision.not_figures)
        else:
            made.add_block(one, dropped=i in revision.dropped)
    return replace(
        taken,
        headline=revision.headline,
        standfirst=revision.standfirst,
        byline=revision.byline,
        dateline=revision.dateline,
        figures=tuple(made.figures),
        body=tuple(made.body),
        set_aside=tuple(made.set_aside),
        credit_line=split_credit(tuple(made.body))[1],
    )


@dataclass
class _Parts:
    """The parts as they are put together anew, each knowing its place among the rest."""

    body: list[BodyBlock] = field(default_factory=list)
    figures: list[FigureText] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)

    def add_line(self, line: SetAside, *, back: bool) -> None:
        if back:
            self.body.append(BodyBlock(BlockKind.PARAGRAPH, line.text))
        else:
            self.set_aside.append(replace(line, after_paragraph=len(self.body)))

    def add_figure(self, figure: FigureText, *, is_one: bool) -> None:
        if is_one:
            self.figures.append(replace(figure, after_paragraph=len(self.body)))
        else:
            self.body.append(BodyBlock(BlockKind.PARAGRAPH, figure.printed))

    def add_block(self, block: BodyBlock, *, dropped: bool) -> None:
        if dropped:
            self.set_aside.append(SetAside(block.text, REASON, len(self.body)))
        else:
            self.body.append(block)


def _reworded(figure: FigureText, revision: Revision, i: int) -> FigureText:
    if i >= len(revision.figures):
        return figure
    words = revision.figures[i]
    return replace(figure, caption=words.caption, creator=words.creator, credit=words.credit)
