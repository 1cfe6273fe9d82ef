"""`freetext discover`: groups of like answers that no theme claims, and the session that makes themes of them."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.review import Coder, Plain
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import BundleError, UsageError, counted

if TYPE_CHECKING:
    from freetext.interfaces.discovering import Discovery
    from freetext.interfaces.grouping import GroupDesk
    from freetext.interfaces.searched import Searched
    from freetext.model.bundle import Model

GROUPS = 10
"""Groups at most, where nobody says otherwise."""

ENDINGS = (".xlsx", ".csv", ".tsv", ".parquet", ".md", ".json")

File = Annotated[str | None, options.file("File of answers, coded or not. Default: the project's.")]
QuestionColumn = Annotated[str, options.column("Column that says what was asked, in a file with one answer a row.")]
Groups = Annotated[int, typer.Option(metavar="N", min=1, max=100, help="Groups at most.")]
Seed = Annotated[int, typer.Option(metavar="N", help="Seed: the same gives the same groups.")]
CodeframeFile = Annotated[
    Path | None, typer.Option("--codeframe", metavar="FILE", help="The codeframe. Default: the project's.")
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and where; `first` where a codeframe is to be made."""

    file: str | None
    text: tuple[str, ...]
    id: str
    question_column: str
    questions: tuple[str, ...]
    codeframe: Path | None
    groups: int
    seed: int
    model: Path | None = None
    vectors: str = ""
    everything: bool = False
    first: bool = False
    lang: str = ""

    @property
    def otherwise(self) -> bool:
        """Whether groups are wanted that are found in another way than usual."""
        return bool(self.everything or self.groups != GROUPS or self.seed or self.model or self.vectors)

    @property
    def again(self) -> str:
        """The command that comes back to the session of these groups: the same file, questions and codeframe."""
        words = ["codeframe", "draft"] if self.first else ["discover"]
        words += [self.file] if self.file else []
        words += [] if self.first else ["--review"]
        chosen = [("--text", each) for each in self.text] + [("--question", each) for each in self.questions]
        chosen += [("--id", self.id), ("--question-column", self.question_column)]
        chosen += [("--codeframe", str(self.codeframe or ""))]
        return shlex.join([*words, *(part for option in chosen if option[1] for part in option)])


def discover(
    run: Run,
    file: File = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Group all answers, those that a theme claims too.")] = False,
    groups: Groups = GROUPS,
    seed: Seed = 0,
    question: options.QuestionNames = [],  # noqa: B006
    model: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Model whose codes say what is claimed: models/NAME, or one version. Default: the coded file, then the model in force.",
        ),
    ] = None,
    vectors: options.Vectors = "",
    codeframe: CodeframeFile = None,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    question_column: QuestionColumn = "",
    review: Annotated[
        bool, typer.Option("--review", help="Look the groups through: they become themes, or join some.")
    ] = False,
    coder: Coder = "",
    plain: Plain = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    output: Annotated[
        str, options.output("Write to a file: .xlsx, .md, .json; .csv .tsv .parquet hold the answers of each group.")
    ] = "",
) -> None:
    """Look for new themes: groups of like answers among those that no theme claims.

    Each group comes with its telling words, size, most central answers, the
    themes that it is near to, and what it would do to the table. In a project
    the groups are kept, and --review looks them through.
    """
    from freetext.files.tabular.tables import check_output

    if output:
        check_output(output, force=run.force, endings=ENDINGS)
    if review and (json or output):
        raise UsageError("--review opens a session; --json and -o belong to the listing.")
    wanted = Wanted(
        file, tuple(text), id, question_column, tuple(question), codeframe, groups, seed, model, vectors, every
    )
    if review:
        review_groups(run, wanted, coder, plain=plain)
        return
    found = search(run, wanted, looked_for(run, wanted))
    _deliver(run, found, output, json=json)
    keep(run, found, wanted)


def looked_for(run: Run, wanted: Wanted) -> Searched:
    """Read the answers that are looked through, and what is known of them."""
    from freetext.cli.plans import Columns, input_file
    from freetext.cli.search import known_waves
    from freetext.interfaces.searched import searched

    source = input_file(wanted.file, run.project, "FILE")
    if source == "-" and run.project:
        raise UsageError("groups are kept for a file that can be come back to, not for standard input.")
    columns = Columns(wanted.text, wanted.id, "", wanted.question_column, {})
    asked = (*wanted.text, wanted.id, wanted.question_column)
    (known,) = known_waves(run, [source], asked, columns)
    run.say_all(known.decisions.problems)
    return searched(known, wanted.questions, wanted.codeframe, first=wanted.first)


def search(run: Run, wanted: Wanted, searched: Searched) -> Discovery:
    """Look for groups, and say who claims what."""
    from freetext.files.modelling.vectors import load_vectors, vectors_of
    from freetext.guard.languages_seen import language_name
    from freetext.interfaces.claims import claims_of
    from freetext.interfaces.discovering import find_groups

    source = vectors_of(wanted.vectors, run.project)
    model = _model(run, wanted, searched)
    claims = claims_of(searched, model if _asks(wanted, searched, model) else None)
    if not wanted.first:
        run.say_all(claims.said)
    found = find_groups(
        searched,
        claims,
        model=model,
        everything=wanted.everything or wanted.first,
        groups=wanted.groups,
        seed=wanted.seed,
        lang=wanted.lang,
        vectors=load_vectors(source) if source else None,
    )
    if wanted.first and not wanted.lang:
        run.say_all((f"the answers are read as {language_name(found.lang)}; --lang names another language",))
    return found


def _asks(wanted: Wanted, searched: Searched, model: Model | None) -> bool:
    """Whether the model says what is claimed: it was named, or nothing is coded yet."""
    from freetext.interfaces.claims import is_coded

    return model is not None and (wanted.model is not None or not is_coded(searched.known))


def _model(run: Run, wanted: Wanted, searched: Searched) -> Model | None:
    """The model that was named, else the one in force of the codeframe; None where there is none, or a first codeframe is made."""
    from freetext.cli.plans import model_folder
    from freetext.files.modelling.models import load_model
    from freetext.files.modelling.vectors import vectors_of

    folder, frame = wanted.model, searched.frame
    if wanted.first or (folder is None and (run.project is None or frame is None)):
        return None
    if folder is None:
        assert run.project is not None
        assert frame is not None
        folder = model_folder(frame, run.project)
        if not folder.exists():
            return None
    try:
        return load_model(folder, vectors=vectors_of(wanted.vectors, run.project))
    except BundleError as error:
        if wanted.model is not None:
            raise
        run.say(f"- no model is asked: {error}")
        return None


def _deliver(run: Run, discovery: Discovery, output: str, *, json: bool) -> None:
    """Show what was found, or write it to a file."""
    from freetext.files.tabular.tables import Table, write_table, write_text, write_workbook
    from freetext.guard.handed_on import handed_on
    from freetext.show import discovered as shown

    found, searched = discovery.found, discovery.searched

    def text(place: int) -> str:
        return handed_on(searched.texts[place])

    ending = Path(output).suffix.lower()
    if output and run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
    elif not output:
        shows = (
            shown.discovered_json(found, text, searched.keys)
            if json
            else shown.discovered_text(found, text, width=width(), colour=colourful())
        )
        show(shows.rstrip("\n"))
    elif ending == ".xlsx":
        write_workbook(shown.discovered_sheets(found, text, searched.keys), output, force=run.force)
    elif ending in {".md", ".json"}:
        whole = (
            shown.discovered_markdown(found, text)
            if ending == ".md"
            else shown.discovered_json(found, text, searched.keys)
        )
        write_text(whole, output, force=run.force)
    else:
        rows = shown.discovered_rows(found, text, searched.keys)
        write_table(Table("groups", tuple(rows), tuple(rows.values()), len(rows["id"])), output, force=run.force)
    if output and not run.dry_run:
        run.say(f"{output}: {counted(len(found.proposed), 'group')}")


def keep(run: Run, discovery: Discovery, wanted: Wanted) -> Path | None:
    """Keep the groups of a project's file for --review, unless somebody has decided on those that are kept; returns where."""
    from freetext.files.reviewing.group_logs import logs_of
    from freetext.files.reviewing.kept_groups import save_groups
    from freetext.interfaces.discovering import groups_of

    path = discovery.searched.kept(draft=wanted.first)
    if path is None or not discovery.found.proposed:
        return None
    if (begun := logs_of(path)) and not run.force:
        run.say(f"{path}: kept as it is, for somebody has decided on its groups ({begun[0].name}); --force replaces it")
    elif run.dry_run:
        run.say(f"dry run: nothing is written to {path}")
    else:
        save_groups(groups_of(discovery), path)
        groups = counted(len(discovery.found.proposed), "group")
        run.say(f"{path}: {groups}; `freetext {wanted.again}` looks them through")
    return path


def review_groups(run: Run, wanted: Wanted, coder: str, *, plain: bool, searched: Searched | None = None) -> None:
    """Open the session on the groups that are kept, or find some first; the coder's lock is held meanwhile."""
    from freetext.cli.grouped import walk_groups
    from freetext.files.labelling.locks import coder_lock
    from freetext.interfaces.grouping import GroupDesk, writable
    from freetext.interfaces.kept_today import is_to_find
    from freetext.interfaces.wishes import coder_name

    searched = searched or looked_for(run, wanted)
    project, _ = writable(searched)
    kept = searched.kept(draft=wanted.first)
    assert kept is not None
    if is_to_find(kept, searched, force=run.force or wanted.otherwise):
        found = search(run, wanted, searched)
        run.say(found.found.said[:1].upper() + found.found.said[1:])
        if keep(run, found, wanted) is None:
            return
    elif wanted.otherwise:
        run.say(
            f"{kept}: gone on with as it is, for somebody has decided on its groups; --all, --groups, --seed, --model and --vectors find no others"
        )
    if run.dry_run:
        run.say("dry run: no session is begun")
        return
    labels = project.path(project.questionnaire.labels)
    name = coder_name(coder, labels)
    with coder_lock(labels, name, force=run.force) as lock:
        run.say_all((lock.note,) if lock.note else ())
        desk = GroupDesk(searched, kept, name, lang=wanted.lang, beat=lock.refresh)
        walk_groups(desk, plain=plain)
    _left(run, desk, wanted.again)


def _left(run: Run, desk: GroupDesk, again: str) -> None:
    """Say what was written, and what waits."""
    due, path = desk.walk.due, desk.desk.path
    if desk.written:
        run.say(
            f"{path}: {counted(desk.written, 'group')} written; `freetext train` learns them, `freetext review` goes on with them"
        )
    if due.groups:
        run.say(
            f"{counted(len(due.groups), 'group')} decided and not written yet: `freetext {again}` goes on, and w writes"
        )
