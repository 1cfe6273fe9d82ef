"""What the review says in words, the same on the full screen and read aloud."""

from __future__ import annotations

from freetext.review.views import Choice, Phase, Summary, View
from freetext.show.numbers import count, fixed, percent, points
from freetext.show.review_text import BRACKETS, CLOSE, OPEN, harmless

Keyed = tuple[str, str]
"""A key and what it does."""

KEYS: tuple[Keyed, ...] = (
    ("1-9 0 A-Z", "tick or untick a theme"),
    ("Enter", "save and go on"),
    ("n", "none of these themes"),
    ("u", "undo, as far as you like"),
    ("b", "back to the last answer"),
    ("s", "skip; it comes back"),
    ("/", "find a theme by its name"),
    ("d", "what the themes mean"),
    ("f", "search the answers"),
    ("c", "write a note"),
    ("p", "personal data: mark it"),
    ("!", "safeguarding: mark it"),
    ("PgUp PgDn", "scroll"),
    ("?", "these keys"),
    ("q", "quit; nothing is lost"),
)

SIGNS: tuple[Keyed, ...] = (
    ("[x] [ ]", "ticked, not ticked"),
    ("*", "the model suggests this theme"),
    (f"{BRACKETS[OPEN]}word{BRACKETS[CLOSE]}", "a word that speaks for what the model suggests"),
    ("≠", "coders differ on this theme"),
    ("…", "something was cut for want of room"),
)

LEAVING = "Ticks on this answer are not saved."

FOOTERS: dict[Phase, tuple[Keyed, ...]] = {
    "answer": (
        ("Enter", "save"),
        ("n", "none"),
        ("u", "undo"),
        ("b", "back"),
        ("s", "skip"),
        ("/", "find"),
        ("d", "define"),
        ("f", "search"),
        ("c", "note"),
        ("p", "personal data"),
        ("!", "safeguarding"),
        ("?", "help"),
        ("q", "quit"),
    ),
    "find": (("Enter", "tick the first"), ("Tab", "next"), ("Escape", "back")),
    "note": (("Enter", "keep the note"), ("Escape", "drop it")),
    "search": (("Enter", "look"), ("Escape", "back")),
    "definition": (("Escape", "back to the answer"), ("PgUp PgDn", "scroll")),
    "help": (("Escape", "back"), ("PgUp PgDn", "scroll")),
    "leave": (("Enter", "saves"), ("q", "again leaves without saving"), ("Escape", "stays")),
    "summary": (("Enter", "go on"), ("q", "leave"), ("PgUp PgDn", "scroll")),
    "empty": (("q", "leave"), ("u", "undo"), ("b", "back"), ("f", "search"), ("?", "help")),
}
"""The keys that matter in each phase; where there is no room the less needed go (`SPARED`)."""

SOUGHT: tuple[Keyed, ...] = (("Enter", "go to the first"), ("Tab", "next"), ("Escape", "back"))
"""The same where a search has found something."""

SPARED = ("!", "p", "f", "c", "b", "s", "d", "PgUp PgDn", "u", "n", "/")
"""The keys that a narrow footer leaves out, the first first."""

NEXT: tuple[Keyed, ...] = (
    ("freetext train", "learn from the labels; what changed, theme by theme"),
    ("freetext agreement", "how far coders and the model agree"),
    ("freetext status", "where this survey stands"),
)

FLAGS = {"personal-data": "personal data", "safeguarding": "safeguarding"}


def concerned(view: View) -> str:
    """What an answer looks like that a person must look at, and how it is escalated; empty where it does not."""
    if not view.concerns:
        return ""
    said = f"Safeguarding: looks like {', '.join(view.concerns)}."
    return f"{said} Escalated once saved." if "safeguarding" in view.flags else f"{said} ! escalates."


def heading(view: View) -> str:
    """What is being done, and by whom."""
    work = "Adjudication" if view.adjudicating else "" if view.survey else "Review"
    wave = f"{harmless(view.again)} again" if view.again else ""
    return " · ".join(filter(None, (work, harmless(view.survey), wave, harmless(view.coder))))


def progress(view: View) -> tuple[str, ...]:
    """How far the batch is, the rate and the time left, those that are known."""
    parts = [f"this batch {count(view.done)} of {count(view.size)}"] if view.size else []
    if view.minutes is not None and view.done < view.size:
        parts.append(_left(view.minutes))
    if view.pace is not None and view.size:
        parts.append(f"{fixed(view.pace, 0)} an hour")
    return tuple(parts)


def _left(minutes: float) -> str:
    whole = max(1, round(minutes))
    if whole >= 90:
        return f"about {round(minutes / 60)} hours left"
    return f"about {whole} minute{'s' if whole > 1 else ''} left"


def named(choice: Choice) -> str:
    """A theme with its key."""
    return f"{choice.key} {harmless(choice.name)}".strip()


def by_slug_or_name(view: View) -> dict[str, Choice]:
    """The themes by whatever a view may call them."""
    return {key: choice for choice in reversed(view.choices) for key in (choice.name, choice.slug)}


def suggested(view: View) -> tuple[tuple[Choice, tuple[str, ...]], ...]:
    """The themes that the model suggests, each with the words that speak for it; empty in blind items."""
    known = {choice.slug: choice for choice in view.choices}
    return tuple(
        (known.get(each.slug, Choice(each.slug, each.slug)), tuple(filter(None, map(harmless, each.words))))
        for each in view.lit or ()
    )


def silent(view: View) -> tuple[str, ...]:
    """Which of the shown choices hold no theme at all: `A`, `B`, ..."""
    return tuple(letter(place) for place, chosen in enumerate(view.said) if not chosen)


def letter(place: int) -> str:
    """How the choice at a place is called."""
    return chr(ord("A") + place)


def asked(title: str) -> str:
    """A closed question, to stand before its answer."""
    name = harmless(title)
    return name if name.endswith(("?", ":")) else f"{name}:"


def marks(view: View) -> tuple[str, ...]:
    """What stands of this answer besides its themes: none, saved before, flags, note."""
    said = ["[x] none of these themes"] if view.none else []
    said += ["saved"] if view.decided else []
    said += [FLAGS.get(flag, harmless(flag)) for flag in view.flags]
    return (*said, f"note: {harmless(view.note)}") if view.note.strip() else tuple(said)


def reached(summary: Summary) -> tuple[str, ...]:
    """How far the table is, in one sentence or two."""
    if summary.head:
        return (summary.head,)
    within = f"to within {points(summary.target)} point{'' if points(summary.target) == '1' else 's'}"
    if summary.stop:
        return "STOP HERE", f"Every number is known {within}."
    if not summary.reaches:
        return ("No number can be said yet: nothing has been audited.",)
    more = f"{count(summary.more)} more audit answer{'' if summary.more == 1 else 's'}"
    return (f"{more} until every number is known {within}.",)


def estimate(share: float | None, low: float | None, high: float | None) -> tuple[str, str]:
    """An estimate and its interval in percentage points."""
    return percent(share), "-" if low is None or high is None else f"{points(low)}-{points(high)}"


def wanted(more: int) -> str:
    """How many audit answers a number still wants."""
    return count(more) if more else "enough"
