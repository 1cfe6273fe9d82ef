"""Checks of how answers are filled: blank, not applicable, one word, cut, endless, typed to try the form out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from freetext.guard.checks import Cells, Finding, Shares, found
from freetext.survey.answers import is_blank

UNSAID = frozenset(
    (
        *(
            "",
            "na",
            "n a",
            "not applicable",
            "no comment",
            "no comments",
            "no answer",
            "no response",
            "none",
            "nil",
            "nothing",
        ),
        *("dont know", "do not know", "dk", "idk", "prefer not to say", "x", "not answered", "refused", "null", "nan"),
    )
)
"""What stands for no answer, in lower case and without marks."""

TRIED = re.compile(
    r"(?i)\W*(?:test(?:ing)?(?:\W*(?:test(?:ing)?|[0-9]+))*|[asdfghjkl;]*(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl)[asdfghjkl;]*|(?:qwert[yuiop]*)+|lorem ipsum.*|abc|blah)\W*",
    re.DOTALL,
)
"""What is typed into a form to try it out."""

SHORTEST = 32
"""Characters up to which a text may be one of UNSAID, and most of those that try a form out."""

SYMBOL = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]|[:;=]-?[()DPp]")
"""A sign that says something by itself: a thumb, a smile."""

ENDLESS = 10_000
"""Characters from which on an answer is endless."""

PROGRAMS = {
    255: "old spreadsheets and databases",
    256: "old spreadsheets and databases",
    4_000: "some databases",
    8_000: "some databases",
    32_766: "spreadsheets and SPSS",
    32_767: "spreadsheets and SPSS",
    65_535: "some databases",
}
"""Lengths at which programs cut, in characters or in bytes."""

ROUND = frozenset(
    (
        100,
        120,
        128,
        140,
        150,
        160,
        180,
        200,
        240,
        250,
        254,
        280,
        300,
        350,
        400,
        450,
        500,
        510,
        511,
        512,
        600,
        700,
        750,
        800,
        900,
        1_000,
        1_023,
        1_024,
        1_200,
        1_500,
        2_000,
        2_047,
        2_048,
        2_500,
        3_000,
        4_095,
        4_096,
        5_000,
        6_000,
        7_500,
        8_192,
        10_000,
        16_384,
        20_000,
        30_000,
        32_000,
    )
)
"""Lengths that forms and programs stop at."""

PILE = 3
"""Texts of one round length, and none longer, that are no accident."""

MOSTLY, MANY = 0.5, 0.1
"""Shares from which on blank cells and single words, or "n/a" and the like, are told."""


def shares_of(cells: Cells, question: str = "", places: Sequence[int] | None = None) -> Shares:
    """How one question is filled, over all rows or those at `places`."""
    texts = cells.texts if places is None else [cells.texts[place] for place in places]
    said = [text for text in texts if not is_blank(text)]
    words = [len(text.split()) for text in said if not unsaid(text)]
    one = sum(count == 1 for count in words)
    middle = float(median(words)) if words else 0.0
    lengths = (len(text) for text in said)
    return Shares(
        *(question, cells.name, len(texts), len(texts) - len(said), len(said) - len(words), one, middle),
        longest=max(lengths, default=0),
    )


def unsaid(text: str) -> bool:
    """Whether a text stands for no answer: "n/a", "-", "no comment"."""
    if len(text) > SHORTEST:
        return False
    bare = _bare(text)
    return bare in UNSAID and bool(bare or not SYMBOL.search(text))


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", text.replace("'", "").replace("\u2019", "")).casefold().split())


def check_shares(shares: Shares) -> Iterator[Finding]:
    """Questions that are mostly blank, often "n/a", or mostly single words."""
    name, filled = shares.column, shares.rows - shares.blank
    asked = f" to {shares.question!r}" if shares.question and shares.question != name else ""
    if shares.rows and filled and shares.blank >= MOSTLY * shares.rows:
        what = f"{shares.blank:,} of {shares.rows:,} answers{asked} are blank ({shares.blank / shares.rows:.0%})."
        yield Finding(
            "blank",
            "note",
            what,
            name,
            (),
            shares.blank,
            "Was it asked of some only? Percentages are of those who answered.",
        )
    if shares.unsaid and shares.unsaid >= MANY * filled:
        what = f'{shares.unsaid:,} of {filled:,} filled answers{asked} are "n/a", "-", "no comment" and the like.'
        remedy = "Give the codeframe a reserved theme for them."
        yield Finding("not-applicable", "note", what, name, (), shares.unsaid, remedy)
    if filled >= PILE and shares.one_word >= MOSTLY * filled:
        what = f"{shares.one_word:,} of {filled:,} filled answers{asked} are one word."
        yield Finding(
            "one-word",
            "note",
            what,
            name,
            (),
            shares.one_word,
            'Is it a closed question, or an "other, please specify"?',
        )


def check_texts(cells: Cells) -> Iterator[Finding]:
    """Answers that were cut, that have no end, or that try the form out."""
    lengths = [len(text) for text in cells.texts]
    yield from cut(cells, lengths)
    endless = (place for place, length in enumerate(lengths) if length >= ENDLESS)
    what = f"{{n}} with an answer of {ENDLESS:,} characters and more."
    yield from found(
        "endless", "note", cells, endless, what, "Is it an answer, or rows run together by a lost quotation mark?"
    )
    tried = (place for place, text in enumerate(cells.texts) if _tries(text))
    remedy = "Take them out, if they are not answers."
    yield from found("test-row", "note", cells, tried, "{n} with what looks typed to try the form out.", remedy)


def _tries(text: str) -> bool:
    return (len(text) <= SHORTEST or text[:11].casefold() == "lorem ipsum") and bool(TRIED.fullmatch(text.strip()))


def cut(cells: Cells, lengths: Sequence[int]) -> Iterator[Finding]:
    """Answers that end where a program or a form stops: several of one round length, and none longer."""
    most = max(lengths, default=0)
    if most < min(ROUND):
        return
    at_most = {place: length for place, length in enumerate(lengths) if length >= most // 4}
    weights = {place: len(cells.texts[place].encode(errors="replace")) for place in at_most}
    for sizes, unit in ((at_most, "characters"), (weights, "bytes")):
        longest = max(sizes.values())
        at = [place for place, size in sizes.items() if size == longest]
        if len(at) >= (2 if longest in PROGRAMS else PILE) and (longest in PROGRAMS or longest in ROUND):
            by = f", where {PROGRAMS[longest]} cut" if longest in PROGRAMS else ""
            what = f"{{n}} with an answer of exactly {longest:,} {unit}, and none longer{by}: the ends may be lost."
            remedy = "Export it again from where it was collected; or note that the form took no more."
            yield from found("cut", "person", cells, at, what, remedy)
            return
