"""A coder at work on groups: the walk, the log that it writes to, and what goes into the codeframe when the coder says so."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from freetext.errors import FreetextError, InputError, OutputError, UsageError, counted
from freetext.files.labelling.labels import folded
from freetext.files.project.codeframe_forms import check_editable
from freetext.files.project.settings import Project
from freetext.files.reviewing.group_logs import append_log, log_path, read_log, stamp_of, written_by_others
from freetext.files.reviewing.kept_groups import load_groups
from freetext.interfaces.group_writing import Desk, codeframe_there, write_due
from freetext.interfaces.kept_today import today
from freetext.interfaces.searched import Searched
from freetext.review.group_outcome import Outcome
from freetext.review.group_showing import group_view
from freetext.review.group_typing import name_fault
from freetext.review.group_views import GroupView
from freetext.review.grouping import Grouping
from freetext.review.groups import Entry, Groups, Undo, Written
from freetext.survey.labels import Key, time_text
from freetext.survey.query import plain

NO_CODEFRAME = 'freetext.toml names no codeframe that themes could be written into: put `codeframe = "codeframe.toml"` under [survey].'

OTHERS = "none of the answers that these groups were found in is in the file any more."
REPLACED = "These groups were found anew meanwhile, by another session: nothing is kept. q leaves; then begin again."

HEARTBEAT = 60.0
"""Seconds after which the others are told again that the coder is there."""


def utc_now() -> str:
    """The time as the logs write it."""
    return time_text(time.time())


def writable(searched: Searched) -> tuple[Project, Path]:
    """The project, and the codeframe that themes are written into; raises UsageError where either is none, or that is no TOML."""
    project, path = searched.known.project, searched.path
    if project is None:
        raise UsageError("groups are looked through in a project: `freetext init` makes one, --project DIR names one.")
    if path is None:
        raise UsageError(NO_CODEFRAME)
    check_editable(path)
    return project, path


def groups_there(kept: Path) -> Groups:
    """Read the groups that are kept; raises InputError where there are none."""
    groups = load_groups(kept)
    if groups is None:
        raise InputError("no groups are kept yet.", file=kept, remedy="`freetext discover` finds them.")
    return groups


@cache
def common_words(lang: str) -> frozenset[str]:
    """The words of a language that carry grammar, as texts are compared; English ones are known without."""
    if lang == "en":
        return frozenset()
    from freetext.text.languages import function_words  # noqa: PLC0415  (wakes spaCy)

    return frozenset(map(plain, function_words(lang)))


class GroupDesk:
    """Drives a walk through kept groups: keys in, views out; what a key decides is on the disk before it is accepted."""

    def __init__(
        self,
        searched: Searched,
        kept: Path,
        coder: str,
        *,
        lang: str = "",
        beat: Callable[[], None] = lambda: None,
        stamp: Callable[[], str] = utc_now,
    ) -> None:
        """Begin where the coder left off; themes whose writing was broken off are written first.

        Groups that were found before the file changed are gone on with, as far as their answers are still there. `lang` is the
        language of a first codeframe; default: the one that they were read in. Raises UsageError where there is no project, or the
        codeframe is no TOML, and InputError where no answer of the groups is left.
        """
        project, path = writable(searched)
        groups = groups_there(kept)
        self.today = today(groups, searched)
        if groups.groups and not self.today.places:
            raise InputError(OTHERS, file=kept, remedy="--force finds groups anew.")
        self.searched, self.coder = searched, coder
        self.desk = Desk(project, searched.file, path, coder, self.text, self.key, lang or groups.lang)
        self._kept_in, self._log, self._stamp = kept, log_path(kept, coder), stamp_of(kept)
        self._beat, self._now, self._beaten = beat, stamp, time.monotonic()
        self._others = written_by_others(kept, coder)
        self.walk = Grouping(
            groups,
            self.text,
            codeframe=codeframe_there(path),
            log=read_log(self._log, self._stamp),
            gone=self.today.gone,
            common=partial(common_words, groups.lang),
            labelled=self.labelled,
        )
        self.written = 0
        if self.walk.broken_off.groups:
            self._write(self.walk.broken_off)
        elif self.today.said:
            self.walk.refuse(self.today.said)

    def text(self, key: Key) -> str:
        """The text of an answer; nothing where it is gone."""
        place = self.today.places.get(key)
        return "" if place is None else self.searched.texts[place]

    def key(self, key: Key) -> Key:
        """What an answer of the groups is called in the file of today."""
        return self.searched.keys[self.today.places[key]]

    def labelled(self, key: Key) -> tuple[str, ...] | None:
        """The themes that the coder's own label of an answer holds; None where none stands."""
        if key not in self.today.places:
            return None
        own = [
            each
            for each in self.searched.known.decided.get(self.key(key), ())
            if folded(each.coder) == folded(self.coder)
        ]
        return own[-1].themes if own else None

    def view(self) -> GroupView:
        """What the coder sees now."""
        survey = self.desk.project.questionnaire.name
        return group_view(self.walk, self.coder, survey=survey, title=self._title, others=self._others)

    def _title(self, key: Key) -> str:
        asked = self.desk.project.questionnaire.question(key[1])
        return (asked.title if asked else "") or key[1]

    def press(self, key: str) -> bool:
        """Take a key; False when the coder leaves. What cannot be written is told and has not happened."""
        step = self.walk.move(key)
        if step.writes:
            if self._is_up_to_date():
                self._write(self.walk.due)
            return True
        entries: Sequence[Entry] = (Undo(),) if step.undoes else step.decisions
        if not entries or self._kept(entries):
            self.walk.accept(step)
            return not step.leaves
        return True

    def tick(self) -> bool:
        """Tell others now and then that the coder is there; raises UsageError where another session has taken the lock over."""
        if time.monotonic() - self._beaten > HEARTBEAT:
            self._beaten = time.monotonic()
            self._beat()
        return False

    def _kept(self, entries: Sequence[Entry]) -> bool:
        try:
            self._beat()
            if stamp_of(self._kept_in) != self._stamp:
                self.walk.refuse(REPLACED)
                return False
            append_log(self._log, self._stamp, entries)
        except OutputError as error:
            self.walk.refuse(str(error))
            return False
        return True

    def _is_up_to_date(self) -> bool:
        """Read the codeframe as it is by now; False, and told, where somebody has given a name meanwhile that a group was to bear."""
        try:
            self.walk.codeframe = codeframe_there(self.desk.path)
        except FreetextError as error:
            self.walk.refuse(str(error))
            return False
        for looked in self.walk.walk:
            fresh = looked.pending and looked.fate == "theme" and looked.number not in self.walk.slugs
            if fresh and (fault := name_fault(looked.called, looked, (), self.walk.codeframe)):
                self.walk.refuse(f"Nothing is written. Group {looked.number}: {fault} t gives it another name.")
                return False
        return True

    def _write(self, due: Outcome) -> None:
        """Write what is due: first that it is being written, so that a session that is killed is gone on with; then that it is done."""
        try:
            if not self._kept([Written(due.slugs)]):
                return
            self.walk.slugs.update(due.slugs)
            frame = write_due(self.desk, due, self._now())
            append_log(self._log, self._stamp, [Written(due.slugs, done=True)])
        except FreetextError as error:
            self.walk.refuse(str(error))
            return
        self.written += len(due.groups)
        labels = f", {counted(len(due.labels), 'label')}" if due.labels else ""
        self.walk.wrote(
            dict(due.slugs), frame, f"{self.desk.path.name}: {counted(len(due.groups), 'group')} written{labels}."
        )
        if not any(not each.fate for each in self.walk.walk):
            self.walk.place = replace(self.walk.place, phase="summary")
