"""Groups looked through, as a state machine: keys in; decisions and places out; no clock, no file, no screen.

`move` says what a key would do, `accept` does it: in between, whoever drives the walk writes the decisions down. Undo walks back
through all that was decided since themes were last written into the codeframe, also in former sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from freetext.review.group_outcome import Outcome, outcome
from freetext.review.group_places import MOVING, Place, Step, at, beside, first_open, next_member
from freetext.review.group_said import DONE, GONE_ANSWER, NONE_HELD, NOTHING, PARTED, UNREAD, WRITTEN
from freetext.review.group_steps import Grounds, Walk, decided
from freetext.review.group_typing import GONE, groups_found, name_fault, themes_found, typed_on
from freetext.review.group_views import TYPED
from freetext.review.groups import Decision, Entry, Groups, Looked, Mark, Undo, Written
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.labels import Key


class Grouping:
    """One coder's walk through groups: `walk` are the groups as they stand, `place` where the coder is."""

    def __init__(
        self,
        groups: Groups,
        text: Callable[[Key], str],
        *,
        codeframe: Codeframe | None = None,
        log: Sequence[Entry] = (),
        gone: Collection[Key] = (),
        common: Callable[[], Collection[str]] = frozenset,
        labelled: Callable[[Key], tuple[str, ...] | None] = lambda _key: None,
    ) -> None:
        """Begin where the log leaves off; `text` gives the text of an answer, `codeframe` is None for a first one.

        `gone` are answers that nobody can decide on any more; `common` gives the words of the answers' language that tell nothing,
        `labelled` the themes that the coder's label of an answer holds, None where there is none.
        """
        self.groups, self.codeframe, self.labelled = groups, codeframe, labelled
        self.grounds = Grounds(groups.answers, groups.unclaimed, text, frozenset(groups.claimed), common)
        self.walk: Walk = tuple(
            Looked(group, marks={key: Mark("gone") for key in group.members if key in gone}) for group in groups.groups
        )
        self.history: list[tuple[Walk, Place, Decision]] = []
        self.slugs: dict[int, str] = {}
        self.place = first_open(self.walk)
        for entry in log:
            self._again(entry)
        self._stand()

    def _again(self, entry: Entry) -> None:
        """Make a decision of a former session again, and go where it led."""
        if isinstance(entry, Undo):
            if self.history:
                self.walk, self.place, _ = self.history.pop()
        elif isinstance(entry, Written):
            self.wrote(dict(entry.slugs)) if entry.done else self.slugs.update(entry.slugs)
        else:
            before = Place(entry.group, entry.key)
            self._decide(entry, before)
            self.place = before
            if entry.kind in MOVING and self.looked:
                self._onward(entry)

    def _stand(self) -> None:
        """Stand where a former session ended, at an answer that is there; where its group is decided, at the next that is not."""
        here = self.looked
        if here is None or here.fate:
            self.place = first_open(self.walk, self.place.group)
        elif self.place.key not in here.open:
            self.place = at(here)
        else:
            self.place = self.place.back()

    def _decide(self, decision: Decision, before: Place) -> None:
        self.history.append((self.walk, before, decision))
        self.walk = decided(self.walk, decision, self.grounds)

    @property
    def looked(self) -> Looked | None:
        """The group at hand."""
        return next((each for each in self.walk if each.number == self.place.group), None)

    @property
    def due(self) -> Outcome:
        """What waits to be written."""
        return outcome(self.walk, self.codeframe, self.slugs)

    @property
    def broken_off(self) -> Outcome:
        """What was being written when a session ended."""
        return outcome(self.walk, self.codeframe, self.slugs, only=True)

    def themes(self) -> tuple[Theme, ...]:
        """The themes that are found for what is typed."""
        near = [slug for slug, _ in self.looked.group.near] if self.looked else []
        return themes_found(self.place.typed, self.codeframe, near)

    def others(self) -> tuple[Looked, ...]:
        """The groups that are found for what is typed; to merge with those that are not decided or become themes."""
        merging = self.place.phase == "merge"
        found = groups_found(self.place.typed, self.walk, self.place.group if merging else 0)
        return tuple(each for each in found if not merging or (each.fate in {"", "theme"} and not each.written))

    def move(self, key: str) -> Step:
        """Say what a key would do."""
        place = replace(self.place, message="")
        if key == "ctrl+c":
            return Step(place, leaves=True)
        if place.phase in TYPED:
            return self._typing(place, key)
        if place.phase == "help":
            return Step(place.back())
        if place.phase == "empty":
            return Step(place, leaves=key == "q")
        if key in COMMON:
            return COMMON[key](self, place)
        return self._summary(place, key) if place.phase == "summary" else self._key(place, key)

    def _key(self, place: Place, key: str) -> Step:
        """What a key does to the group at hand; one that is written, or a part of another, can only be read."""
        here = self.looked
        if here is None or key not in KEYS:
            return Step(place)
        if key not in READING and (here.written or here.fate in GONE):
            return Step(place.saying(WRITTEN if here.written else PARTED))
        return KEYS[key](self, place, here)

    def accept(self, step: Step) -> None:
        """Do what a key said it would do, now that its decisions are kept."""
        if step.undoes:
            self.walk, self.place, decision = self.history.pop()
            if self.looked and self.place.key not in self.looked.group.members:
                self.place = at(self.looked)
            self.place = self.place.back(f"Taken back: {DONE[decision.kind]}.")
            return
        for decision in step.decisions:
            self._decide(decision, self.place)
        self.place = step.place
        if step.decisions and step.decisions[-1].kind in MOVING:
            self._onward(step.decisions[-1])

    def _onward(self, decision: Decision) -> None:
        """Go on to the next answer, or the next group, now that something is decided."""
        here = self.looked
        if here is None or decision.kind in {"theme", "synonym", "drop"}:
            self.place = first_open(self.walk, self.place.group)
        elif decision.kind == "split":
            parts = [each for each in self.walk if str(each.number) in here.into.split(", ")]
            self.place = at(parts[0]).saying(f"Split into groups {here.into}.")
        elif decision.kind == "merge":
            whole = next(each for each in self.walk if each.number == decision.other)
            self.place = at(whole).saying(f"Group {decision.group} is a part of group {decision.other} now.")
        elif decision.kind == "mark" and decision.mark:
            said = "" if here.open else "All its answers are looked at: Enter makes it a theme."
            self.place = Place(here.number, next_member(here, self.place.key), message=said)

    def refuse(self, message: str) -> None:
        """Say that the last key could not be kept; nothing has happened."""
        self.place = self.place.saying(message)

    def wrote(self, slugs: Mapping[int, str], codeframe: Codeframe | None = None, message: str = "") -> None:
        """Note that groups are in the codeframe and in the labels; nothing before can be undone here any more."""
        self.walk = tuple(
            replace(each, written=True, into=slugs[each.number]) if each.pending and each.number in slugs else each
            for each in self.walk
        )
        self.codeframe = codeframe or self.codeframe
        self.slugs.clear()
        self.history.clear()
        self.place = first_open(self.walk).saying(message)

    def _typing(self, place: Place, key: str) -> Step:
        if key == "escape":
            return Step(place.back())
        if key in {"down", "tab", "up"}:
            return Step(replace(place, turned=place.turned + (-1 if key == "up" else 1)))
        if key != "enter":
            return Step(replace(place, typed=typed_on(place.typed, key), turned=0))
        here = self.looked
        return ENTERED[place.phase](self, place, here) if here else Step(place.back())

    def _name(self, place: Place, here: Looked) -> Step:
        name = " ".join(place.typed.split())
        if fault := name_fault(name, here, self.walk, self.codeframe):
            return Step(place.saying(fault))
        then = place.to("define", here.definition, becoming=True) if place.becoming else place.back()
        return Step(then, (Decision("name", here.number, text=name),) if name != here.name else ())

    def _define(self, place: Place, here: Looked) -> Step:
        said = " ".join(place.typed.split())
        decisions = (Decision("define", here.number, text=said),) if said != here.definition else ()
        if place.becoming:
            decisions = (*decisions, Decision("theme", here.number))
        return Step(place.back(), decisions)

    def _also(self, place: Place, here: Looked) -> Step:
        if not place.typed.strip() and not place.turned:
            mark = Mark("also", place.ticked)
            return Step(place.back(), (Decision("mark", here.number, place.key, mark),))
        themes = self.themes()
        if not themes:
            return Step(place.saying(f"No theme like {place.typed!r}."))
        slug = themes[place.turned % len(themes)].slug
        ticked = tuple(each for each in (*place.ticked, slug) if each != slug or slug not in place.ticked)
        return Step(replace(place, typed="", turned=0, ticked=ticked))

    def _synonym(self, place: Place, here: Looked) -> Step:
        themes = self.themes()
        if not themes:
            return Step(place.saying(f"No theme like {place.typed!r}."))
        meant = themes[place.turned % len(themes)]
        return Step(place.back(), (Decision("synonym", here.number, text=meant.slug),))

    def _into(self, place: Place, here: Looked) -> Step:
        others = self.others()
        if not others:
            return Step(place.saying(f"No other group like {place.typed!r}."))
        meant = others[place.turned % len(others)]
        return Step(place.back(), (Decision("merge", here.number, other=meant.number),))

    def _go(self, place: Place, _here: Looked) -> Step:
        others = self.others()
        if not others:
            return Step(place.saying(f"No group like {place.typed!r}."))
        return Step(at(others[place.turned % len(others)]))

    def _summary(self, place: Place, key: str) -> Step:
        if key == "enter":
            due = bool(self.due.groups)
            return Step(place if due else place.saying("Nothing waits to be written."), writes=due)
        if key in {"escape", "b"}:
            return Step(at(self._somewhere()))
        return Step(place)

    def _undo(self, place: Place) -> Step:
        return Step(place, undoes=True) if self.history else Step(place.saying(NOTHING))

    def _leave(self, place: Place) -> Step:
        if place.phase == "summary" or not self.due.groups:
            return Step(place, leaves=True)
        return Step(place.to("summary"))

    def _list(self, place: Place) -> Step:
        here = self._somewhere()
        return Step(Place(here.number, place.key or here.group.members[0], "groups"))

    def _somewhere(self) -> Looked:
        """The group at hand, else the first that is no part of another."""
        return self.looked or next(each for each in self.walk if each.fate not in GONE)

    def _mark(self, place: Place, here: Looked, mark: Mark) -> Step:
        if place.key in here.of_kind("gone"):
            return Step(place.saying(GONE_ANSWER))
        return Step(place.back(), (Decision("mark", here.number, place.key, mark),))

    def _belongs_too(self, place: Place, here: Looked) -> Step:
        if self.codeframe is None:
            return self._mark(place, here, Mark("also"))
        mark = here.marks.get(place.key) if place.key else None
        if mark and mark.kind == "gone":
            return Step(place.saying(GONE_ANSWER))
        label = self.labelled(place.key) if place.key else None
        return Step(replace(place.to("also"), ticked=mark.themes if mark else self._ordinary(label or ())))

    def _ordinary(self, slugs: Sequence[str]) -> tuple[str, ...]:
        """Those of some themes that can stand beside others."""
        there = {theme.slug for theme in self.codeframe.themes if not theme.reserved} if self.codeframe else set()
        return tuple(slug for slug in slugs if slug in there)

    def _beside(self, place: Place, here: Looked, by: int) -> Step:
        there = beside(here, place.key, by)
        if there is None:
            return Step(
                place.saying("This is the last answer of the group." if by > 0 else "This is the first answer.")
            )
        return Step(Place(here.number, there))

    def _becomes(self, place: Place, here: Looked) -> Step:
        if not here.held:
            return Step(place.saying(NONE_HELD if here.marks else UNREAD))
        if not here.name:
            return Step(place.to("name", becoming=True))
        return Step(place.to("define", here.definition, becoming=True))

    def _joins(self, place: Place, here: Looked) -> Step:
        if self.codeframe is None or not themes_found("", self.codeframe):
            return Step(
                place.saying("There is no other theme yet: Enter makes this group one, m makes it a part of a group.")
            )
        return Step(place.to("synonym") if here.held else place.saying(NONE_HELD if here.marks else UNREAD))

    def _merges(self, place: Place, here: Looked) -> Step:
        asked = Place(here.number, place.key, "merge")
        free = [each for each in self.walk if each.fate in {"", "theme"} and not each.written and each is not here]
        return Step(asked if free else place.saying("There is no other group to merge with."))

    def _splits(self, place: Place, here: Looked) -> Step:
        if len(here.group.parts) < 2:
            return Step(place.saying("It does not fall into parts: n takes single answers out."))
        return Step(place, (Decision("split", here.number),))

    def _drops(self, place: Place, here: Looked) -> Step:
        return Step(place, (Decision("drop", here.number),))


COMMON: dict[str, Callable[[Grouping, Place], Step]] = {
    "u": Grouping._undo,  # noqa: SLF001
    "q": Grouping._leave,  # noqa: SLF001
    "g": Grouping._list,  # noqa: SLF001
    "w": lambda _walk, place: Step(place.to("summary")),
    "?": lambda _walk, place: Step(place.to("help")),
}
"""Keys that mean the same wherever nothing is typed."""

KEYS: dict[str, Callable[[Grouping, Place, Looked], Step]] = {
    "y": lambda walk, place, here: walk._mark(place, here, Mark("only")),  # noqa: SLF001
    "n": lambda walk, place, here: walk._mark(place, here, Mark("not")),  # noqa: SLF001
    "a": Grouping._belongs_too,  # noqa: SLF001
    "s": lambda walk, place, here: walk._beside(place, here, 1),  # noqa: SLF001
    "b": lambda walk, place, here: walk._beside(place, here, -1),  # noqa: SLF001
    "enter": Grouping._becomes,  # noqa: SLF001
    "t": lambda _walk, place, here: Step(place.to("name", here.name)),
    "d": lambda _walk, place, here: Step(place.to("define", here.definition)),
    "/": Grouping._joins,  # noqa: SLF001
    "m": Grouping._merges,  # noqa: SLF001
    "x": Grouping._splits,  # noqa: SLF001
    "r": Grouping._drops,  # noqa: SLF001
}
"""What keys do to the group and the answer at hand."""

READING = frozenset({"s", "b"})
"""Keys that change nothing, so that they work on groups that are written too."""

ENTERED: dict[str, Callable[[Grouping, Place, Looked], Step]] = {
    "name": Grouping._name,  # noqa: SLF001
    "define": Grouping._define,  # noqa: SLF001
    "also": Grouping._also,  # noqa: SLF001
    "synonym": Grouping._synonym,  # noqa: SLF001
    "merge": Grouping._into,  # noqa: SLF001
    "groups": Grouping._go,  # noqa: SLF001
}
"""What Enter does with what is typed."""
