"""New themes looked for in a file: which of its answers a theme claims, and groups of like ones among the rest."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UnknownTheme, UsageError, counted, did_you_mean, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_blocks import THEMES
from freetext.files.coding.codings import as_asked
from freetext.files.coding.found import Known
from freetext.files.labelling.labels import text_hash
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import shared_codeframe
from freetext.files.project.settings import Project
from freetext.files.project.starter import is_example
from freetext.files.reviewing.kept_groups import groups_path
from freetext.guard.languages_seen import commonest
from freetext.review.groups import Group, Groups
from freetext.review.telling import as_written
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key
from freetext.survey.proposed import Discovered, Proposed
from freetext.text.languages import ANY, spelled

if TYPE_CHECKING:
    from freetext.model.bundle import Model
    from freetext.text.vectors import Vectors

SAMPLE = 2_000
"""Answers at most whose language, and whose way to write a word, is looked at."""

NOTHING = 5
"""Words up to which an answer names nothing because a machine says so."""


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


@dataclass(frozen=True)
class Claims:
    """Which answers some theme has, bool (n,), which of them by a code that names nothing alone, and in words who said so."""

    claimed: BoolArray
    nothing: BoolArray
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Discovery:
    """What was found in a file, and who said which answers are claimed."""

    searched: Searched
    found: Discovered
    claims: Claims
    lang: str = "en"


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


def claims_of(searched: Searched, model: Model | None = None) -> Claims:
    """Say which answers are claimed: by people where they decided, else by the codes of a model or of the coded file.

    An ordinary theme claims, in dispute too; `other` does not; an answer that names nothing has nothing to find and counts as claimed. But of
    more than NOTHING words only people can say so: a machine takes for nothing what its themes have no words for.
    """
    known = searched.known
    coded = model is None and is_coded(known)
    by_model = _model_claims(searched, model) if model else None
    claims = np.zeros((len(searched.places), 2), dtype=np.bool_)
    decided = np.zeros(len(searched.places), dtype=np.bool_)
    bare = 0
    for row, place in enumerate(searched.places):
        settled = known.settled.get(known.keys[place])
        if settled and not settled.by_rule:
            decided[row] = True
            claims[row] = _claims((*settled.themes, *settled.disputed), searched.frame)
        elif by_model is not None:
            claims[row] = by_model[row]
        elif coded:
            found = known.found(place)
            claims[row] = _claims([given.code for given in found.themes], searched.frame)
            bare += not found.coded and bool(found.text.strip())
        else:
            bare += bool(known.file.answers.texts[place].strip())
    doubtful = claims[:, 1] & ~decided & np.array([len(text.split()) > NOTHING for text in searched.texts])
    claims[doubtful] = False
    said = _told(known, model, coded=coded, people=int(decided.sum()), bare=bare, whole=len(claims))
    if doubtful.any():
        said.append(
            f"looked at too: {counted(int(doubtful.sum()), 'longer answer')} in which the machine found nothing named"
        )
    return Claims(claims[:, 0], claims[:, 1], tuple(said))


def is_coded(known: Known) -> bool:
    """Whether there are codes: a coded file of this one, or the file itself."""
    table = known.file.table
    return known.coded != table.file or any(name.partition(":")[0] == THEMES for name in table.names)


def _claims(codes: Sequence[str], frame: Codeframe | None) -> tuple[bool, bool]:
    """Whether codes claim an answer, and whether only such do as name nothing."""
    kinds = {_kind(code, frame) for code in codes} - {"other"}
    return bool(kinds), bool(kinds) and "" not in kinds


def _kind(code: str, frame: Codeframe | None) -> str:
    """The kind of a code; one that no codeframe knows is an ordinary theme."""
    try:
        return frame.find(code).reserved if frame else ""
    except UnknownTheme:
        return ""


def _model_claims(searched: Searched, model: Model) -> BoolArray:
    from freetext.model.coder import Coder  # noqa: PLC0415  (wakes spaCy)

    codings = Coder(model).code(_as_asked(searched, model))
    kinds = np.array([theme.reserved for theme in codings.codeframe.themes])
    claimed = codings.chosen[:, kinds != "other"].any(axis=1)
    return np.column_stack((claimed, claimed & ~codings.chosen[:, kinds == ""].any(axis=1)))


def _as_asked(searched: Searched, model: Model) -> Answers:
    """The answers with their questions as a model knows them."""
    return as_asked(searched.file, model.folded.vocabulary.questions).take(searched.places)


def _told(known: Known, model: Model | None, *, coded: bool, people: int, bare: int, whole: int) -> list[str]:
    """Say who claims."""
    said = [f"claimed by people: {counted(people, 'answer')} that they decided on"] if people else []
    if model:
        said.append(f"claimed by the model {model.codeframe.name}")
    elif coded:
        said.append(f"claimed by the codes of {known.coded}")
    if bare and said:
        said.append(f"{counted(bare, 'answer')} not coded yet: no theme claims them; `freetext code` codes them")
    if not said and whole:
        said.append("nothing is coded yet, so no theme claims any answer: `freetext code`, or --model, first")
    return said


def find_groups(
    searched: Searched,
    claims: Claims,
    *,
    model: Model | None = None,
    everything: bool = False,
    groups: int = 10,
    seed: int = 0,
    lang: str = "",
    vectors: Vectors | None = None,
) -> Discovery:
    """Look for groups among the answers that no theme claims, or with `everything` among all."""
    from freetext.training.discovering import discover  # noqa: PLC0415  (wakes scikit-learn)

    frame = searched.frame
    read_in = lang or (frame.lang if frame else language_of(searched.texts))
    found = discover(
        searched.texts,
        claimed=claims.claimed,
        nothing=claims.nothing,
        everything=everything,
        questions=_as_asked(searched, model).questions if model else searched.questions,
        model=model,
        codeframe=frame,
        groups=groups,
        seed=seed,
        lang=read_in,
        glossary=frame.glossary if frame else (),
        vectors=vectors,
        hidden=frame.redact if frame else True,
    )
    proposed = tuple(_as_written(each, searched.texts, read_in) for each in found.proposed)
    return Discovery(searched, replace(found, proposed=proposed), claims, read_in)


def _as_written(proposed: Proposed, texts: Sequence[str], lang: str) -> Proposed:
    """A group whose words, and the name made of them, stand as its answers write them, not as spellings are compared."""
    said = (texts[place] for place in proposed.places[:SAMPLE])
    words = as_written(proposed.words, said, lambda word: spelled(word, lang))
    forms = dict(zip(proposed.words, words, strict=True))
    name = ", ".join(forms.get(word, word) for word in proposed.name.split(", "))
    return replace(proposed, words=words, name=name)


def language_of(texts: Sequence[str]) -> str:
    """The code of the language that most answers are in: of an alphabet that is not known the one of no language, and English where nothing tells."""
    step = -(-len(texts) // SAMPLE) or 1
    return commonest(texts[::step], foreign=ANY) or "en"


def groups_of(discovery: Discovery) -> Groups:
    """What is kept of a discovery: ids and words, no text."""
    found, keys = discovery.found, discovery.searched.keys
    claimed = discovery.claims.claimed
    members = sorted({place for each in found.proposed for place in each.places})
    return Groups(
        discovery.searched.digest,
        tuple(_group(each, keys) for each in found.proposed),
        found.answers,
        found.looked_at,
        found.unclaimed,
        found.few,
        found.said,
        tuple(keys[place] for place in members if claimed[place]),
        discovery.lang,
        tuple((keys[place], discovery.searched.hashed(place)) for place in members),
    )


def _group(proposed: Proposed, keys: Sequence[Key]) -> Group:
    return Group(
        proposed.number,
        proposed.name,
        proposed.words,
        tuple(keys[place] for place in dict.fromkeys((*proposed.central, *proposed.places))),
        proposed.share,
        proposed.low,
        proposed.high,
        proposed.near,
        proposed.after,
        tuple(tuple(keys[place] for place in part) for part in proposed.parts),
        len(proposed.also),
    )
