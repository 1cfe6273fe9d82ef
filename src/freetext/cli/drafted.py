"""`freetext codeframe draft`: a first codeframe, made of groups of like answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.discover import GROUPS, File, Groups, QuestionColumn, Seed, Wanted, looked_for, review_groups, search
from freetext.cli.review import Coder, Plain
from freetext.cli.run import Run
from freetext.errors import UsageError, counted

if TYPE_CHECKING:
    from freetext.interfaces.searched import Searched


CODEFRAME = "codeframe.toml"
"""What a first codeframe is called where nobody says otherwise."""


def draft(
    run: Run,
    file: File = None,
    *,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Write every group as a theme, marked as a proposal; no session.")
    ] = False,
    codeframe: Annotated[
        Path | None, typer.Option("--codeframe", metavar="FILE", help="The file to write. Default: the project's.")
    ] = None,
    groups: Groups = GROUPS,
    seed: Seed = 0,
    question: options.QuestionNames = [],  # noqa: B006
    lang: Annotated[
        str,
        typer.Option("--lang", metavar="CODE", help="Language of the answers, such as `de`. Default: the commonest."),
    ] = "",
    vectors: options.Vectors = "",
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    question_column: QuestionColumn = "",
    coder: Coder = "",
    plain: Plain = False,
) -> None:
    """Make a first codeframe of groups of like answers: look them through, name and define them, and write.

    For a file that nobody has coded. The example that `freetext init` writes is
    replaced. To themes of your own `freetext discover` adds new ones.
    """
    from freetext.interfaces.drafting import refuse_written, write_draft

    if lang:
        _check(lang)
    asked = (tuple(text), id, question_column, tuple(question), codeframe, groups, seed)
    wanted = Wanted(file, *asked, vectors=vectors, first=True, lang=lang)
    searched = looked_for(run, wanted)
    path = searched.path or (run.project.path(CODEFRAME) if run.project else Path(CODEFRAME))
    if accept_all or not begun(searched):
        refuse_written(path, force=run.force)
    if not accept_all:
        review_groups(run, wanted, coder, plain=plain, searched=searched)
        return
    discovery = search(run, wanted, searched)
    run.say(discovery.found.said[:1].upper() + discovery.found.said[1:])
    if run.dry_run:
        run.say(f"dry run: {counted(len(discovery.found.proposed), 'theme')}; nothing is written to {path}")
        return
    name = run.project.questionnaire.name if run.project else path.stem
    write_draft(discovery, path, name)
    many = counted(len(discovery.found.proposed), "theme")
    run.say(
        f"{path}: {many} proposed, named by words of the answers: name and define each before anybody codes with it"
    )


def _check(lang: str) -> None:
    """Refuse a language that answers cannot be read in, before any is read; raises UsageError."""
    from freetext.text.languages import language

    try:
        language(lang)
    except UsageError as error:
        raise UsageError(f"--lang {lang}: {error}") from error


def begun(searched: Searched) -> bool:
    """Whether a session of these answers was begun: it is gone on with, also when it has written themes."""
    kept = searched.kept(draft=True)
    return kept is not None and kept.exists()
