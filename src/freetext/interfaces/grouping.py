"""A coder at work on groups: the walk, the log that it writes to, and what goes into the codeframe when the coder says so."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from freetext.errors import FreetextError, InputError, OutputError, UsageError, counted
from freetext.files.project.codeframe_forms import check_editable
from freetext.files.reviewing.group_logs import append_log, log_path, read_log, stamp_of
from freetext.files.reviewing.kept_groups import load_groups
from freetext.interfaces.discovering import Searched
from freetext.interfaces.group_writing import Desk, codeframe_there, write_due
from freetext.review.group_outcome import Outcome
from freetext.review.group_showing import group_view
from freetext.review.group_views import GroupView
from freetext.review.grouping import Grouping
from freetext.review.groups import Entry, Undo, Written
from freetext.survey.labels import Key, time_text

NO_CODEFRAME = 'freetext.toml names no codeframe that themes could be written into: put `codeframe = "codeframe.toml"` under [survey].'

HEARTBEAT = 60.0
"""Seconds after which the others are told again that the coder is there."""


def utc_now() -> str:
    """The time as the logs write it."""
    return time_text(time.time())


class GroupDesk:
    """Drives a walk through kept groups: keys in, views out; what a key decides is on the disk before it is accepted."""

    def __init__(
        self,
        searched: Searched,
        kept: Path,
        coder: str,
        *,
        beat: Callable[[], None] = lambda: None,
        stamp: Callable[[], str] = utc_now,
    ) -> None:
        """Begin where the coder left off; themes whose writing was broken off are written first.

        Raises UsageError where there is no project, or the codeframe is no TOML, and InputError where the answers are others by now.
        """
        project, path = searched.known.project, searched.path
        if project is not None and path is None:
            raise UsageError(NO_CODEFRAME)
        if project is None or path is None:
            raise UsageError(
                "groups are looked through in a project: `freetext init` makes one, --project DIR names one."
            )
        check_editable(path)
        self._places = {key: place for place, key in enumerate(searched.keys)}
        self.searched, self.coder = searched, coder
        self.desk = Desk(project, searched.file, path, coder, self.text)
        self._log, self._stamp = log_path(kept, coder), stamp_of(kept)
        self._beat, self._now, self._beaten = beat, stamp, time.monotonic()
        groups = load_groups(kept)
        if groups is None or groups.digest != searched.digest:
            what = "the answers have changed since these groups were found." if groups else "no groups are kept yet."
            raise InputError(what, file=kept, remedy="`freetext discover` finds them, with --force anew.")
        log = read_log(self._log, self._stamp)
        self.walk = Grouping(groups, self.text, codeframe=codeframe_there(path), log=log)
        self.written = 0
        if self.walk.broken_off.groups:
            self._write(self.walk.broken_off)

    def text(self, key: Key) -> str:
        """The text of an answer."""
        return self.searched.texts[self._places[key]]

    def view(self) -> GroupView:
        """What the coder sees now."""
        return group_view(self.walk, self.coder, survey=self.desk.project.questionnaire.name, title=self._title)

    def _title(self, key: Key) -> str:
        asked = self.desk.project.questionnaire.question(key[1])
        return (asked.title if asked else "") or key[1]

    def press(self, key: str) -> bool:
        """Take a key; False when the coder leaves. What cannot be written is told and has not happened."""
        step = self.walk.move(key)
        if step.writes:
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
            append_log(self._log, self._stamp, entries)
        except OutputError as error:
            self.walk.refuse(str(error))
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
