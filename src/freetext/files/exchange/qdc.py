"""REFI-QDA codebooks (`.qdc`): what NVivo, MAXQDA, ATLAS.ti, QualCoder and Taguette exchange codeframes in.

Codes have a name, a place in the tree, a description and a colour there. Slugs, numbers and lists stand in the descriptions, as
`refi_descriptions` writes them; what belongs to the whole, and the order of themes, in a set that holds them all.
"""

from __future__ import annotations

from pathlib import Path

from freetext.errors import InputError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.places import bytes_of
from freetext.files.exchange.refi_codes import code_lines, codes_in
from freetext.files.exchange.refi_sets import codeframe_found, set_lines
from freetext.files.tabular.xml_trees import child, kind, tree_of
from freetext.survey.codeframe import Codeframe

SPACE = "urn:QDA-XML:codebook:1.0"
ORIGIN = "freetext"


def read_qdc(path: str | Path) -> tuple[Codeframe, tuple[str, ...]]:
    """Read a codebook; also what people should know of it. Raises InputError, CodeframeError, MissingFile."""
    root = tree_of(bytes_of(path), file=str(path))
    book = root if kind(root) == "CodeBook" else child(root, "CodeBook")
    if book is None:
        raise InputError(f"is no REFI-QDA codebook: its first element is <{kind(root)[:40]}>.", file=path)
    return codeframe_found(codes_in(child(book, "Codes"), file=str(path)), child(book, "Sets"), path)


def write_qdc(codeframe: Codeframe, path: str | Path, *, force: bool = False) -> tuple[str, ...]:
    """Write a codebook, whole or not at all, and return what people should know; raises OutputError."""
    write_text(qdc_text(codeframe), path, force=force)
    said = "slugs, numbers and lists (include, exclude, examples, keywords, always, never) stand in the codes' descriptions"
    return (
        said,
        "a codebook has no place for title, language, glossary and changes: they stand in the description of a set",
    )


def qdc_text(codeframe: Codeframe) -> str:
    """The text of a codebook; the same codeframe gives the same."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<CodeBook xmlns="{SPACE}" origin="{ORIGIN}">\n  <Codes>\n'
        f"{''.join(code_lines(codeframe, '    ', codeframe.name))}  </Codes>\n"
        f"{''.join(set_lines(codeframe, 'guid'))}</CodeBook>\n"
    )
