"""The review in plain sentences, for screen readers, dumb terminals and pipes: no colour, no cursor, no columns."""

from __future__ import annotations

from collections.abc import Mapping

from freetext.review.views import Choice, View
from freetext.show.numbers import count
from freetext.show.review_text import harmless, paragraphs
from freetext.show.review_words import (
    KEYS,
    LEAVING,
    NEXT,
    asked,
    by_slug_or_name,
    concerned,
    estimate,
    letter,
    marks,
    named,
    progress,
    reached,
    silent,
    suggested,
    wanted,
)
from freetext.survey.codeframe import Theme

Parts = Mapping[str, tuple[str, ...]]
"""What there is to say, by what it is about."""

QUIET = frozenset({"progress"})
"""What is said with a new answer only, for it changes by itself."""

ANEW = frozenset({"answer", "concerns", "others", "model", "coders", "marks"})
"""What is said of every new answer, even if it is the same as of the last one."""

GONE = {"marks": "This answer: nothing is marked."}
"""What is said where there is nothing to say any more."""

FIRST = "? says the keys."
LINES = (
    "Type the keys of themes, such as 13 or 1 3, and press Enter; an empty line saves.",
    "/word finds a theme, / alone says them all. f words searches the answers. c text writes a note. d 3 says what theme 3 means.",
)
PICK = "An empty line takes the first, a minus gives up, and other letters look again."


def spoken(view: View, before: View | None = None) -> tuple[str, ...]:
    """What is to be said of a view: all of it at first, then only what has changed."""
    new = parts(view)
    if before is None:
        return (*(line for lines in new.values() for line in lines), FIRST)
    old, other = parts(before), (view.id, view.question) != (before.id, before.question)
    silent = QUIET if not other and view.phase == before.phase else frozenset()
    said = [
        line
        for about, lines in new.items()
        if (other and about in ANEW) or (old.get(about) != lines and about not in silent)
        for line in lines
    ]
    said += [gone for about, gone in GONE.items() if old.get(about) and not new.get(about, (gone,)) and not other]
    return tuple(said) if said or view.phase == before.phase or view.phase != "answer" else ("Back to the answer.",)


def parts(view: View) -> Parts:
    """Everything that a view says, in the order in which it is read."""
    message = {"message": _one(harmless(view.message))}
    wave = {"wave": _one(f"An old wave again: {harmless(view.again)}." if view.again else "")}
    if view.phase == "summary":
        return {
            **wave,
            "progress": _progress(view),
            "summary": _summary(view),
            **message,
            "ask": ("An empty line goes on, q leaves.",),
        }
    if view.phase == "empty":
        return {**wave, "left": _nothing_left(view), **message}
    return {**wave, **_answer(view), **message, **_phase(view)}


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _progress(view: View) -> tuple[str, ...]:
    said = ", ".join(progress(view))
    return _one(f"{said[:1].upper()}{said[1:]}." if said else "")


def _answer(view: View) -> Parts:
    """The answer with all that stands by it."""
    others = [f"{asked(title)} {harmless(said) or 'no answer'}" for title, said in view.cells]
    ticked = ", ".join(named(choice) for choice in view.choices if choice.ticked)
    return {
        "progress": _progress(view),
        "question": _one(f"Question: {harmless(view.title) or harmless(view.question)}"),
        "answer": ("Answer:", *filter(None, paragraphs(view.text))),
        "concerns": _one(concerned(view)),
        "others": _one(f"Also answered: {'; '.join(others)}." if others else ""),
        "model": _model(view),
        "coders": _coders(view),
        "themes": themes(view),
        "ticked": (f"Ticked: {ticked or 'nothing'}.",),
        "marks": _one(f"This answer: {', '.join(marks(view))}." if marks(view) else ""),
    }


def _model(view: View) -> tuple[str, ...]:
    """What the model suggests, and by which words; nothing in blind items."""
    if view.lit is None:
        return ()
    said = [f"{named(choice)}, by {', '.join(words)}" if words else named(choice) for choice, words in suggested(view)]
    return (f"{view.by} suggests {'; '.join(said) or 'no theme'}.",)


def _coders(view: View) -> tuple[str, ...]:
    """Which themes each of the coders chose, and on which they differ."""
    lines = []
    for place in range(len(view.said)):
        chosen = [named(choice) for choice in view.choices if letter(place) in choice.said_by]
        lines.append(f"Coder {letter(place)} chose {', '.join(chosen) or 'none of these themes'}.")
    differ = [named(choice) for choice in view.choices if 0 < len(choice.said_by) < len(view.said)]
    if differ:
        lines.append(f"They differ on {', '.join(differ)}.")
    elif silent(view) and len(silent(view)) < len(view.said):
        lines.append("They differ.")
    return tuple(lines)


def themes(view: View) -> tuple[str, ...]:
    """The themes with their keys."""
    keyed = [named(choice) for choice in view.choices if choice.key]
    other = [harmless(choice.name) for choice in view.choices if not choice.key]
    said = (f"Themes: {'; '.join(keyed)}.",) if keyed else ()
    return (*said, f"Found by / alone: {'; '.join(other)}.") if other else said


def _phase(view: View) -> Parts:
    """What is asked of the coder besides ticking."""
    known = by_slug_or_name(view)
    if view.phase == "find":
        found = [named(known.get(slug, Choice(slug, slug))) for slug in view.found]
        return {"found": _found(f"Themes with {harmless(view.typed)!r} in their name", found)}
    if view.phase == "search":
        passages = (*view.passages, *("",) * len(view.found))
        found = [
            f"{harmless(each)} {passage}".strip()
            for each, passage in zip(view.found, map(harmless, passages), strict=False)
        ]
        return {"found": _found(f"Answers with {harmless(view.typed)!r}", found)}
    if view.phase == "note":
        return {
            "found": (
                f"Note: {harmless(view.typed) or 'empty'}.",
                "Type the note; an empty line keeps it, a minus drops it.",
            )
        }
    if view.phase == "leave":
        return {"leave": (f"{LEAVING} An empty line saves and leaves, q leaves without saving, a minus stays.",)}
    if view.phase == "definition":
        return {"defined": tuple(line for theme in view.defined for line in definition(theme, known.get(theme.slug)))}
    return {"help": (*LINES, *(f"{key}: {what}." for key, what in KEYS))} if view.phase == "help" else {}


def _found(what: str, found: list[str]) -> tuple[str, ...]:
    if not found:
        return (f"{what}: none.", "Other letters look again, a minus gives up.")
    shown, left = found[:12], len(found) - 12
    more = f"; and {count(left)} more" if left > 0 else ""
    return (f"{what}: {'; '.join(shown)}{more}.", PICK)


def definition(theme: Theme, choice: Choice | None = None) -> tuple[str, ...]:
    """What a codeframe says of a theme."""
    name = named(choice) if choice else harmless(theme.name)
    rest = (("Includes", theme.include), ("Excludes", theme.exclude), ("Examples", theme.examples))
    return (
        f"{name}: {harmless(theme.definition) or 'no definition is written yet'}",
        *(f"{head}: {'; '.join(map(harmless, some))}" for head, some in rest if some),
    )


def _summary(view: View) -> tuple[str, ...]:
    """How far every number is, a line each, those that want most first."""
    if view.summary is None:
        return ()
    lines = []
    for reach in view.summary.reaches:
        share, between = estimate(reach.share, reach.low, reach.high)
        names = ", ".join(filter(None, map(harmless, (reach.theme, reach.column, reach.question))))
        said = (
            f"{share}, interval {between}, {count(reach.audited)} audited"
            if reach.share is not None
            else "not audited yet"
        )
        lines.append(f"{names}: {said}, {wanted(reach.more)}{' more wanted' if reach.more else ''}.")
    return (*reached(view.summary), *map(harmless, view.summary.advice), *lines)


def _nothing_left(view: View) -> tuple[str, ...]:
    said = f"You decided {count(view.total)} answer{'' if view.total == 1 else 's'} in all." if view.total else ""
    return ("Nothing is left to ask.", *_one(said), *(f"{command}: {what}." for command, what in view.after or NEXT))
