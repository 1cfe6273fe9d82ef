"""The answers of a file that new themes are looked for in, and the codeframe that they share."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from freetext.errors import InputError, NegativeAnswer, UsageError, did_you_mean, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.codings import as_asked
from freetext.files.coding.found import Known
from freetext.files.labelling.labels import text_hash
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import shared_codeframe
from freetext.files.project.settings import Project
from freetext.files.project.starter import is_example
from freetext.files.reviewing.kept_groups import groups_path
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key

if TYPE_CHECKING:
    from freetext.model.bundle import Model


@dataclass(frozen=True)
class Searched:
    """The answers of a file that new themes are looked for in.

    known     the file, with what coded files and people say
    places    where the answers to the wanted questions stand in it
    frame     their codeframe; None where they have none
    path      where that stands; empty where nobody names one
    chosen    the questions that were chosen, where the file answers others too
    overruled the codeframe that was named in the place of the project's; empty where it is that
    """

    known: Known
    places: tuple[int, ...]
    frame: Codeframe | None = None
    path: Path | None = None
    chosen: tuple[str, ...] = ()
    overruled: str = ""

    @property
    def file(self) -> AnswerFile:
        """The file of answers."""
        return self.known.file

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The answers that are looked through, in the file's order."""
        return tuple(self.known.keys[place] for place in self.places)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Their texts."""
        return tuple(self.file.answers.texts[place] for place in self.places)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """What each answers."""
        return tuple(key[1] for key in self.keys)

    @cached_property
    def numbered(self) -> bool:
        """Whether an answer's id is the number of its row, and nothing more."""
        ids = self.file.answers.ids
        return all(ids[place] == str(self.file.row(place)) for place in self.places)

    @cached_property
    def digest(self) -> str:
        """A hash of ids and texts: it tells whether anything has changed since groups were found."""
        found = blake2b(digest_size=8)
        for (name, question), text in zip(self.keys, self.texts, strict=True):
            found.update(f"{name}\x1f{question}\x1f{text}\x1e".encode(errors="surrogatepass"))
        return found.hexdigest()

    def kept(self, *, draft: bool = False) -> Path | None:
        """Where groups of these answers are kept; nowhere without a project."""
        if self.known.project is None:
            return None
        project, source = self.known.project, self.file.table.file
        return groups_path(project, source, draft=draft, questions=self.chosen, codeframe=self.overruled)

    def hashed(self, place: int) -> str:
        """The hash of a text under the project's key, as labels have it."""
        return text_hash(self.known.project.questionnaire.key if self.known.project else "", self.texts[place])


def searched(
    known: Known, questions: Sequence[str] = (), codeframe: Path | None = None, *, first: bool = False
) -> Searched:
    """Choose the answers that are looked through: those to some questions, or all that share a codeframe.

    `first` asks for no codeframe: one is to be made; an example that `freetext init` wrote counts as none. Raises UsageError for
    questions of several codeframes and NegativeAnswer where every answer is blank.
    """
    there = list(dict.fromkeys(known.file.answers.questions))
    for question in questions:
        if question not in there:
            if not any(there):
                raise UsageError(
                    f"--question {question}: these answers are to no question that has a name; leave it out."
                )
            hint = did_you_mean(question, there)
            raise UsageError(f"--question {question}: there is none. Questions: {names_listed(there)}. {hint}".strip())
    asked = set(questions or there)
    places = tuple(place for place, key in enumerate(known.keys) if key[1] in asked)
    if all(not known.file.answers.texts[place].strip() for place in places):
        raise NegativeAnswer(f"{known.file.table.file}: every answer is blank; there is nothing to look through.")
    path = codeframe or _codeframe_path(asked, known.project)
    if path and codeframe is None and not first and not path.exists():
        raise InputError("no such codeframe.", file=path, remedy="`freetext codeframe draft` makes a first one.")
    frame = read_codeframe(path) if path and (path.exists() or not first) else None
    return Searched(
        known,
        places,
        None if frame and known.project and is_example(frame) else frame,
        path,
        tuple(question for question in there if question in asked) if asked < set(there) else (),
        _overruled(codeframe, asked, known.project),
    )


def _overruled(codeframe: Path | None, asked: set[str], project: Project | None) -> str:
    """Name the codeframe that takes the place of the project's; empty where none does."""
    if codeframe is None or project is None:
        return ""
    own: Path | None = None
    with suppress(UsageError):
        own = shared_codeframe(sorted(asked), project)
    if own is not None and own.resolve() == codeframe.resolve():
        return ""
    return Path(relpath(codeframe, project.folder)).as_posix()


def _codeframe_path(questions: set[str], project: Project | None) -> Path | None:
    try:
        return shared_codeframe(sorted(questions), project)
    except UsageError as error:
        raise UsageError(f"{error} --question names one.") from error


def as_known(searched: Searched, model: Model) -> Answers:
    """The answers with their questions as a model knows them."""
    return as_asked(searched.file, model.folded.vocabulary.questions).take(searched.places)
