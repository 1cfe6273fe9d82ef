"""What a walk through groups says in words, the same on the full screen and read aloud."""

from __future__ import annotations

from freetext.review.group_views import GroupView, Phase
from freetext.show.numbers import count, fixed, percent
from freetext.show.review_text import harmless

Keyed = tuple[str, str]
"""A key and what it does."""

KEYS: tuple[Keyed, ...] = (
    ("y", "the answer belongs, and has no other theme"),
    ("a", "it belongs, and has other themes too"),
    ("n", "it does not belong"),
    ("s b", "next answer, last answer"),
    ("Enter", "the group becomes a theme"),
    ("/", "it is a theme that is there: words and examples go to that one"),
    ("x", "split it into its own parts"),
    ("m", "make it a part of another group"),
    ("r", "drop it: no theme"),
    ("t", "name it"),
    ("d", "define it"),
    ("g", "all groups"),
    ("u", "undo, as far as themes were written last"),
    ("w", "what would be written, and write it"),
    ("PgUp PgDn", "scroll"),
    ("q", "quit; nothing is lost"),
)

FOOTERS: dict[Phase, tuple[Keyed, ...]] = {
    "group": (
        ("y", "belongs"),
        ("a", "with others"),
        ("n", "not"),
        ("Enter", "theme"),
        ("/", "synonym"),
        ("r", "drop"),
        ("x", "split"),
        ("m", "merge"),
        ("u", "undo"),
        ("g", "groups"),
        ("?", "help"),
        ("q", "quit"),
    ),
    "name": (("Enter", "keep the name"), ("Escape", "back")),
    "define": (("Enter", "keep it"), ("Escape", "back")),
    "also": (("Enter", "tick what is typed; with nothing typed, done"), ("Tab", "next"), ("Escape", "back")),
    "synonym": (("Enter", "the first"), ("Tab", "next"), ("Escape", "back")),
    "merge": (("Enter", "the first"), ("Tab", "next"), ("Escape", "back")),
    "groups": (("Enter", "go to the first"), ("Tab", "next"), ("Escape", "back")),
    "help": (("Escape", "back"), ("PgUp PgDn", "scroll")),
    "summary": (("Enter", "write"), ("b", "back"), ("u", "undo"), ("q", "leave without writing")),
    "empty": (("q", "leave"),),
}
"""The keys that matter in each phase."""

ASKED: dict[Phase, str] = {
    "name": "Name of the theme:",
    "define": "What belongs here, what does not:",
    "also": "Other themes that it has:",
    "synonym": "Which theme is it:",
    "merge": "Into which group:",
    "groups": "Go to group:",
}
"""What is typed."""


def heading(view: GroupView) -> str:
    """Which group is at hand: its number, its name, what became of it."""
    proposed = "" if view.named else " (proposed)"
    fate = f" · {view.fate}" if view.fate else ""
    return f"Group {view.number}: {harmless(view.name)}{proposed}{fate}"


def progress(view: GroupView) -> str:
    """How far the groups are decided."""
    return f"{count(view.done)} of {count(view.groups)} groups decided"


def size(view: GroupView) -> str:
    """How large it is, and what it would do to the table."""
    many = f"{count(view.size)} answer{'' if view.size == 1 else 's'}"
    share, low, high, before, after = (
        fixed(100 * each, 1) for each in (view.share, view.low, view.high, view.before, view.after)
    )
    return f"{many}, {share} % of all ({low}-{high}); no theme: {before} % now, {after} % with it"


def also(view: GroupView) -> str:
    """How many claimed answers seem to say the same; empty where none does, or nobody counted them."""
    if not view.also:
        return ""
    return (
        "also 1 answer that a theme claims" if view.also == 1 else f"also {count(view.also)} answers that themes claim"
    )


def marked(view: GroupView) -> str:
    """How far its answers are looked at."""
    gone = f", {count(view.gone)} gone" if view.gone else ""
    return f"{count(view.held)} belong, {count(view.out)} not, {count(view.open)} open{gone}"


def words(view: GroupView) -> str:
    """Its telling words."""
    return f"words: {', '.join(map(harmless, view.words))}"


def near(view: GroupView) -> str:
    """Themes that nearly claim its answers; empty where none does."""
    return "near: " + ", ".join(f"{harmless(slug)} {percent(part)}" for slug, part in view.near) if view.near else ""


def parts(view: GroupView) -> str:
    """What it would fall into; empty where it does not."""
    if len(view.parts) < 2:
        return ""
    return f"{len(view.parts)} parts of {', '.join(map(count, view.parts))} (x splits it)"


def concerned(view: GroupView) -> str:
    """What the answer looks like that a person must look at, and where it is escalated; empty where it does not."""
    if not view.concerns:
        return ""
    return (
        f"Safeguarding: looks like {', '.join(view.concerns)}. `freetext review` escalates it: f finds it, ! marks it."
    )


def earlier(view: GroupView) -> str:
    """What the coder said of the answer at hand elsewhere; empty where nothing."""
    said = view.member.earlier if view.member else ()
    return f"Earlier: {harmless('; '.join(said))}" if said else ""


def said_of_member(view: GroupView) -> str:
    """What was decided on the answer at hand; empty before."""
    member = view.member
    if member is None or not member.mark:
        return ""
    if member.mark == "-":
        return "gone"
    if member.mark == "n":
        return "does not belong"
    if member.mark == "y":
        return "belongs, and has no other theme"
    return "belongs, with " + (", ".join(map(harmless, member.also)) or "other themes")
