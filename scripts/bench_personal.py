"""Measure the redactor on sentences of the project (tests/data/personal_data.csv), and count what it finds in real feedback."""

from __future__ import annotations

import csv
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_page import table
from freetext.guard.redactor import CANDIDATE, Redactor
from freetext.guard.spans import KINDS, Span

SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "data" / "personal_data.csv"
HALVES = ("dev", "held-out")
UNTITLED = "untitled name"
"""Names without a title, which the redactor does not claim to find; what it finds of them is no false alarm."""
MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
SPEED = Path("nhs_feedback", "train.csv")
REAL = {
    "nhs_feedback": SPEED,
    "nhs_phase1": Path("nhs_phase1", "train.csv"),
    "happy_moments": Path("happy_moments", "train.csv"),
    "anes_party": Path("anes_party", "train.csv"),
}
"""Answers of surveys; the first two have had names taken out of them before they were published."""
GAP = re.compile(r"(<!-- measured: personal -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)


@dataclass(frozen=True)
class Sentence:
    """A sentence, and what is marked in it: (start, end, type)."""

    half: str
    text: str
    marks: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Figures:
    """What the redactor made of one type in one half.

    marked  how many marks there are; exact of them were found letter by letter, met were found at least in part
    false   what was found and is no mark of this type, not even in part
    """

    marked: int
    exact: int
    met: int
    false: int

    @property
    def recall(self) -> float:
        """The share of the marks that were found at least in part; 1 where there are none."""
        return self.met / self.marked if self.marked else 1.0


def sentence_of(half: str, marked: str) -> Sentence:
    """Read a sentence with its marks `⟦type|text⟧`."""
    text, marks, at = "", [], 0
    for each in MARKED.finditer(marked):
        text += marked[at : each.start()]
        marks.append((len(text), len(text) + len(each[2]), each[1]))
        text, at = text + each[2], each.end()
    return Sentence(half, text + marked[at:], tuple(marks))


def sentences(half: str, path: Path = SENTENCES) -> list[Sentence]:
    """Read the sentences of one half."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [sentence_of(half, row["text"]) for row in csv.DictReader(lines) if row["half"] == half]


def figures(asked: Sequence[Sentence], redactor: Redactor) -> dict[str, Figures]:
    """Count, for each type and for names without a title."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in asked:
        found = redactor.spans(sentence.text)
        counts.update(_counted(sentence, found))
    return {
        kind: Figures(*(counts[kind, what] for what in ("marked", "exact", "met", "false")))
        for kind in (*KINDS, UNTITLED)
    }


def _counted(sentence: Sentence, found: Sequence[Span]) -> Iterator[tuple[str, str]]:
    for start, end, kind in sentence.marks:
        sought = "name" if kind == UNTITLED else kind
        mine = [span for span in found if span.kind == sought and span.start < end and start < span.end]
        yield kind, "marked"
        yield from ((kind, "met"),) if mine else ()
        yield from ((kind, "exact"),) if any((span.start, span.end) == (start, end) for span in mine) else ()
    for span in found:
        kinds = {span.kind, UNTITLED} if span.kind == "name" else {span.kind}
        if not any(span.start < end and start < span.end and kind in kinds for start, end, kind in sentence.marks):
            yield span.kind, "false"


def alarmed(asked: Sequence[Sentence], redactor: Redactor) -> tuple[int, int]:
    """Return how many sentences hold no mark, and in how many of these something was found."""
    bare = [sentence for sentence in asked if not sentence.marks]
    return len(bare), sum(bool(redactor.spans(sentence.text)) for sentence in bare)


def personal(data: Path, out: Path | None) -> None:
    """Measure, print, and write the page's part; without the feedback only the sentences are measured."""
    lines = [*set_lines(), *feedback_lines(data)]
    told = "\n".join(lines).strip() + "\n"
    print(told)
    if out:
        page = out.read_text(encoding="utf-8")
        out.write_text(GAP.sub(lambda gap: gap[1] + told + gap[2], page), encoding="utf-8")
        print(f"wrote {out.name}")


def set_lines() -> Iterator[str]:
    """Lay out what was found in the sentences of the project."""
    redactor = Redactor()
    halves = {half: figures(sentences(half), redactor) for half in HALVES}
    rows = [_row(kind, [halves[half][kind] for half in HALVES]) for kind in (*KINDS, UNTITLED)]
    heads = [f"{what}, {half}" for half in HALVES for what in ("marks", "found", "to the letter", "false alarms")]
    yield from table(("type", *heads), rows)
    for half in HALVES:
        bare, wrong = alarmed(sentences(half), redactor)
        yield f"Of the {bare} sentences of `{half}` that hold nothing but look as if they did, something was masked in {wrong}.\n"


def _row(kind: str, both: Iterable[Figures]) -> list[str]:
    cells = [kind]
    for each in both:
        false = "" if kind == UNTITLED else str(each.false)
        cells += [
            str(each.marked),
            f"{each.recall:.1%}",
            f"{each.exact / each.marked:.1%}" if each.marked else "",
            false,
        ]
    return cells


def feedback_lines(data: Path) -> Iterator[str]:
    """Lay out what is found in real answers, which nobody has marked, and how fast."""
    redactor, rows = Redactor(), []
    for name, file in REAL.items():
        texts = texts_of(data / file)
        found = Counter(span.kind for text in texts for span in redactor.spans(text))
        total = found.total()
        told = ", ".join(f"{kind} {found[kind]}" for kind in KINDS if found[kind]) or "nothing"
        if texts:
            rows.append([name, f"{len(texts):,}", f"{1000 * total / len(texts):.1f}", told])
    if rows:
        yield from table(("answers of", "how many", "spans in 1,000", "by type"), rows)
    if speed := texts_of(data / SPEED):
        yield speeds(speed, redactor)


def texts_of(path: Path) -> list[str]:
    """Read the texts of a coded survey; none where it is not there."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["text"] for row in csv.DictReader(lines)]


def speeds(texts: Sequence[str], redactor: Redactor) -> str:
    """Say how many answers are masked a second, in full, after a quick look at each, and after Arrow's at all of them."""
    import pyarrow as pa  # noqa: PLC0415 - only here
    import pyarrow.compute as pc  # noqa: PLC0415

    column = pa.array(texts)

    def by_arrow() -> None:
        held = pc.match_substring_regex(column, CANDIDATE).to_pylist()
        for text, may in zip(texts, held, strict=True):
            if may:
                redactor.mask(text)

    full = _rate(texts, lambda: [redactor.full(text) for text in texts])
    quick = _rate(texts, lambda: [redactor.mask(text) for text in texts])
    arrow = _rate(texts, by_arrow)
    return (
        f"Answers a second, on one core: {full:,.0f} looked at in full, {quick:,.0f} with the quick look before it, "
        f"{arrow:,.0f} with Arrow's quick look at the whole column."
    )


def _rate(texts: Sequence[str], work: Callable[[], object]) -> float:
    work()
    began = time.perf_counter()
    for _ in range(3):
        work()
    return 3 * len(texts) / (time.perf_counter() - began)
