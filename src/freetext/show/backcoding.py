"""Back-coding for the terminal: what is proposed, what moves change, which moves are in force."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from freetext.review.backcoding import FEW, Category, Placed, Proposal
from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import count, percent
from freetext.show.screens import display_width, left, safe, weighted, wrap
from freetext.survey.codeframe import Codeframe, fold
from freetext.survey.questionnaire import Move
from freetext.survey.responses import Responses

SOME = 8
"""Texts that are listed of one option where not all are asked for."""

NAMED = 12
"""Ids that one line names."""


def proposal_text(
    proposal: Proposal,
    texts: Mapping[str, str],
    options: Codeframe,
    listed: Collection[str],
    *,
    question: str,
    share: float,
    every: bool = False,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Write what is proposed for each text (id -> text) and why: new categories, then options, then what must be read.

    `options` are those to choose from, of which the questionnaire has `listed` some: any other is a new category, too. `share` is that of the base at which a category is new; `every` lists all texts, else the first eight of each.
    """
    fresh = {each.slug for each in proposal.fresh}
    lines = [weighted(line, "bold", colour=colour) for line in wrap(_head(proposal, texts, question), width)]
    if len(texts) < FEW:
        lines += wrap("So few are read sooner than guessed at: take what is proposed as a hint, and read them.", width)
    for each in proposal.fresh:
        lines += ["", *_section(_fresh_head(each, proposal), _of(each.slug, proposal), texts, every, width, colour)]
    known = set(map(fold, listed))
    for theme in sorted(options.themes, key=lambda theme: fold(theme.name) in known):
        placed = _of(theme.slug, proposal)
        if placed and theme.slug not in fresh:
            name = safe(theme.name) if fold(theme.name) in known else f"New category {safe(theme.name)!r}"
            head = f"{name}: {_texts(len(placed))}, {percent(len(placed) / proposal.base)} of the base"
            lines += ["", *_section(head, placed, texts, every, width, colour)]
    rest = _of("", proposal)
    if rest:
        lines += ["", *_section(f"No proposal: {_texts(len(rest))} to read", rest, texts, every, width, colour)]
    return "\n".join([*lines, *_small(proposal, share, width)])


def _head(proposal: Proposal, texts: Mapping[str, str], question: str) -> str:
    return f'{safe(question)}: {_texts(len(texts))} of "Other", base {count(proposal.base)} who answered'


def _texts(number: int) -> str:
    return f"{count(number)} text{'' if number == 1 else 's'}"


def _fresh_head(category: Category, proposal: Proposal) -> str:
    """Say how many texts a new category would have, and what joins them."""
    size = len(category.ids)
    told = f"New category {safe(category.name)!r}: {_texts(size)}, {percent(size / proposal.base)} of the base"
    by = [f"coded {safe(category.theme)!r}"] if category.theme else []
    by += [f"telling words {', '.join(map(safe, category.words))}"] if category.words else []
    return f"{told} ({'; '.join(by)})" if by else told


def _of(slug: str, proposal: Proposal) -> list[Placed]:
    return [each for each in proposal.placed if each.slug == slug]


def _section(
    head: str, placed: Sequence[Placed], texts: Mapping[str, str], every: bool, width: int, colour: bool
) -> Iterator[str]:
    """A heading, and the texts below it with the words that speak for it."""
    yield from (weighted(line, "bold", colour=colour) for line in wrap(head, width))
    shown = placed if every else placed[:SOME]
    lead = max(display_width(safe(each.id)) for each in shown) + 4
    for each in shown:
        why = f" [{', '.join(map(safe, each.words))}]" if each.words else ""
        first, *rest = wrap(safe(texts[each.id]) + why, max(width - lead, 20))
        yield left(f"  {safe(each.id)}", lead) + first
        yield from (" " * lead + line for line in rest)
    if len(placed) > len(shown):
        yield f"  and {count(len(placed) - len(shown))} more (--all lists them)"


def _small(proposal: Proposal, share: float, width: int) -> list[str]:
    if not proposal.small:
        return []
    named = ", ".join(f"{safe(each.name)} {len(each.ids)}" for each in proposal.small)
    least = f"a new category wants {_texts(proposal.least)} ({100 * share:g} % of the base)"
    return ["", *wrap(f"Too few for a category of their own: {named}; {least}.", width)]


def moved_text(before: Responses, after: Responses, *, width: int = 80, colour: bool = False) -> str:
    """Write what everybody said to a closed question before and after moves."""
    old, new = _counts(before), _counts(after)
    base, now = int(before.answered.sum()), int(after.answered.sum())
    names = {fold(theme.name): theme.name for frame in (after, before) for theme in frame.codeframe.themes}
    cells = {key: ((old.get(key, 0), base), (new.get(key, 0), now)) for key in names}
    lines = [
        Line(safe(names[key]), tuple((percent(n / of if of else None), count(n)) for n, of in pair))
        for key, pair in cells.items()
    ]
    head = Line("Base: all who answered", (("", count(base)), ("", count(now))))
    drawn = grid([Head("before", 2), Head("after", 2)], [[head], lines], width=width, colour=colour)
    return "\n".join(drawn)


def _counts(said: Responses) -> dict[str, int]:
    given = said.given[said.answered].sum(axis=0).tolist()
    return {fold(theme.name): number for theme, number in zip(said.codeframe.themes, given, strict=True)}


def moves_text(moves: Sequence[Move], *, question: str, file: str, base: int, width: int = 80) -> str:
    """Write which moves of a question are in force, option by option, those of most moves first."""
    if not moves:
        return f"{safe(question)}: no move is in force."
    to: dict[str, list[str]] = {}
    for move in moves:
        to.setdefault(move.to, []).append(move.id)
    many = f"{count(len(moves))} move{'' if len(moves) == 1 else 's'} in force ({safe(file)})"
    lines = [f"{safe(question)}: {many}, base {count(base)} who answered"]
    for option, ids in sorted(to.items(), key=lambda pair: -len(pair[1])):
        named = ", ".join(map(safe, ids[:NAMED])) + (f" and {count(len(ids) - NAMED)} more" if len(ids) > NAMED else "")
        share = f", {percent(len(ids) / base)} of the base" if base else ""
        first, *rest = wrap(f"{safe(option)}: {count(len(ids))}{share}: {named}", width - 4)
        lines += [f"  {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines)
