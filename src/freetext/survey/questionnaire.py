"""Which column of a survey is what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

QuestionKind = Literal["open", "closed", "multi", "ranking", "other"]
KINDS: tuple[str, ...] = get_args(QuestionKind)


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its columns and what they hold.

    open      one text column, coded with `codeframe` (a path, relative to the project)
    closed    one column that holds one option
    multi     one column with options joined by `separator`, or one 0/1 column an option
    ranking   one column an option that holds its rank, 1 for first; `options` name them in the same order
    other     the text column of "Other, please specify" of the closed question `of`; coded like an open one when it has a codeframe

    `options` in order (those found in the data follow); `nets` group options: net name -> options; `reserved` maps an
    option to a reserved kind (`none named` -> `none`); `moves` is the path of the back-coding list of a closed question.
    """

    name: str
    kind: QuestionKind
    columns: tuple[str, ...]
    title: str = ""
    codeframe: str = ""
    options: tuple[str, ...] = ()
    nets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reserved: tuple[tuple[str, str], ...] = ()
    of: str = ""
    separator: str = ";"
    moves: str = ""
    beside: str = ""
    """Of an open question: the closed one that asks the same, so that their figures stand side by side."""
    written: str = ""
    """Of a question in one column: where its "Other, please specify" stands; who wrote there and ticked nothing said that option."""

    @property
    def holds_text(self) -> bool:
        """Whether its columns hold what people wrote, coded or not."""
        return self.kind in {"open", "other"}

    @property
    def coded(self) -> bool:
        """Whether its answers are coded with a codeframe."""
        return self.kind == "open" or (self.kind == "other" and bool(self.codeframe))


@dataclass(frozen=True, slots=True)
class Move:
    """One back-coding move: in a closed question, respondent `id` goes from one option to another, and why."""

    question: str
    id: str
    from_: str
    to: str
    reason: str = ""
    text_hash: str = ""
    """Of the text that it was made from; empty where nobody says."""
    row: int = field(default=0, compare=False)
    """Of the list that it was read from; 0 where it was not read."""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What tells it from other moves: all but the reason."""
        return (self.question, self.id, self.from_, self.to, self.text_hash)

    def made_from(self, hashes: Mapping[str, str]) -> bool:
        """Whether it was made from what its respondent wrote here, id -> hash of a text.

        A move without a hash is of every file, and every move of a file without texts.
        """
        return not (self.text_hash and hashes) or hashes.get(self.id) == self.text_hash


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A survey, described once: `freetext.toml` as a value. Column names; paths are relative to the project's folder."""

    name: str = "survey"
    title: str = ""
    file: str = ""
    """The file of the survey's present wave."""
    earlier: tuple[str, ...] = ()
    """The files of earlier waves, the oldest first."""
    encoding: str = ""
    """Of its text files that have no mark and are no UTF-8."""
    dialect: str = ""
    """The survey platform whose exports its files are; empty where each file tells."""
    previews: bool = False
    """Whether rows that were answered in a platform's preview count."""
    id: str = ""
    respondent: str = ""
    weight: str = ""
    banners: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    codeframe: str = ""
    labels: str = "data/annotated"
    models: str = "models"
    output: str = "output"
    key: str = ""
    """Keys the hashes of texts in the label logs."""
    favour: Literal["", "tally", "f1"] = ""
    """What the cut-offs of its models serve; empty for the tally."""
    vectors: str = ""
    """Static vectors that its models are learnt with: a name or a folder; empty for none."""
    questions: tuple[Question, ...] = ()
    population: int = 0
    """How many there are of whom the respondents are a sample; 0 where nobody says."""
    disclosure: str = ""
    """The profile that protects small counts in tables and reports; empty for none."""

    def question(self, name: str) -> Question | None:
        """The question of this name, or None."""
        return next((question for question in self.questions if question.name == name), None)

    @property
    def waves(self) -> tuple[str, ...]:
        """The files of all waves, the oldest first; none where the survey names no file."""
        return (*self.earlier, self.file) if self.file else self.earlier

    @property
    def text_columns(self) -> tuple[str, ...]:
        """The columns that hold what people wrote, coded or not, each once."""
        return tuple(dict.fromkeys(name for each in self.questions if each.holds_text for name in each.columns))

    @property
    def coded(self) -> tuple[Question, ...]:
        """The questions whose answers are coded."""
        return tuple(question for question in self.questions if question.coded)
