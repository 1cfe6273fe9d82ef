"""XML from strangers: sized, counted and measured while it is read; entities, DTDs and whatever lies outside are refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from freetext.errors import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no way to write."""
LARGEST = 50_000_000
"""Bytes."""
DEEPEST = 64
"""Elements inside one another; nets are nested 20 deep at most."""
MOST = 500_000
"""Elements, where nobody expects more; each takes some hundred bytes of memory."""


def tree_of(data: bytes, *, file: str, largest: int = LARGEST, most: int = MOST, doctype: bool = False) -> Element:
    """Parse XML; raises InputError, one line, for what is none, too large, too deep, or holds a DTD or entities.

    With `doctype` the file may name its DTD, as older standards ask for; nothing fetches it, and entities are refused all the same.
    """
    if len(data) > largest:
        raise InputError(f"more than {largest // 1_000_000} MB of XML: this is no such file.", file=file)
    from defusedxml import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    parser = DefusedXMLParser(target=_measured(file, most), forbid_dtd=not doctype)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden):
        what = "holds a DTD or entities, which no such file needs and which can harm; it is not read."
        raise InputError(what, file=file) from None
    except ParseError as error:
        line, column = getattr(error, "position", (1, 0))
        said = str(error).split(":", maxsplit=1)[0]
        raise InputError(f"is no XML: {said} at column {column + 1}.", file=f"{file}, line {line}") from None
    except (LookupError, ValueError) as error:
        raise InputError(f"is no XML that can be read ({error}).", file=file) from None
    return root


def _measured(file: str, most: int) -> Any:
    """A builder of trees that stops when there are too many elements, or one is too deep."""
    from xml.etree.ElementTree import TreeBuilder

    class Measured(TreeBuilder):
        depth = count = 0

        def start(self, tag: str, attrs: dict[Any, Any], /) -> Element:
            self.depth, self.count = self.depth + 1, self.count + 1
            if self.depth > DEEPEST:
                raise InputError(f"elements are nested more than {DEEPEST} deep.", file=file)
            if self.count > most:
                raise InputError(f"holds more than {most:,} elements: this is no such file.", file=file)
            return super().start(tag, attrs)

        def end(self, tag: str, /) -> Element:
            self.depth -= 1
            return super().end(tag)

    return Measured()


def kind(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element, name: str) -> list[Element]:
    """The children of a name, in any namespace."""
    return [each for each in element if kind(each) == name]


def child(element: Element, name: str) -> Element | None:
    """The first child of a name, in any namespace."""
    return next((each for each in element if kind(each) == name), None)


def text_of(element: Element, name: str) -> str:
    """The text of the first child of a name, empty where there is none."""
    found = child(element, name)
    return (found.text or "") if found is not None else ""
