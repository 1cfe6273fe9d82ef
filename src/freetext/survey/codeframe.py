"""Themes and the codeframe that orders them."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property

from freetext.errors import CodeframeError, UnknownTheme

RESERVED = ("none", "dont-know", "other", "uncodable")
"""The kinds of reserved codes; a reserved code stands alone."""

SLUG = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Theme:
    """One code of a codeframe.

    `net` is the slug of the parent; a theme that is somebody's parent is a net: it is counted, never coded.
    `reserved` is one of `RESERVED` or empty. `always` and `never` are literal phrases, `*` for the rest of a word.
    """

    slug: str
    number: int
    name: str
    definition: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    net: str = ""
    reserved: str = ""


@dataclass(frozen=True)
class Codeframe:
    """An ordered set of themes, nested in nets; refuses to exist when it contradicts itself.

    `themes` are those that can be coded (in order), `nets` their parents. `name` is a slug; it names the model too.
    """

    name: str
    themes: tuple[Theme, ...]
    nets: tuple[Theme, ...] = ()
    title: str = ""
    lang: str = "en"
    _by_key: dict[str, Theme] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Check the whole and index it."""
        if not SLUG.fullmatch(self.name):
            raise CodeframeError(f"{self.name!r} is no name for a codeframe: letters, digits, '-' and '.'.", key="name")
        if not self.themes:
            raise CodeframeError(f"codeframe {self.name!r} has no theme.", key="theme")
        self._check_slugs()
        self._check_nets()
        for theme in (*self.themes, *self.nets):
            for key in (theme.slug, str(theme.number), theme.name):
                self._by_key.setdefault(fold(key), theme)

    def _check_slugs(self) -> None:
        seen: dict[str | int, Theme] = {}
        for theme in (*self.themes, *self.nets):
            if not SLUG.fullmatch(theme.slug) or theme.slug != theme.slug.lower():
                raise CodeframeError(
                    f"{theme.slug!r} is no slug: lower-case letters and digits, joined by '-' or '.'; "
                    f"{slugify(theme.slug)!r} would do.",
                    slug=theme.slug,
                    key="slug",
                )
            for key, value in (("slug", theme.slug), ("number", theme.number)):
                if value in seen:
                    raise CodeframeError(f"{key} {value!r} stands twice.", slug=theme.slug, key=key)
                seen[value] = theme
            if theme.reserved and theme.reserved not in RESERVED:
                raise CodeframeError(
                    f"theme {theme.slug!r}: reserved = {theme.reserved!r} is none of {', '.join(RESERVED)}.",
                    slug=theme.slug,
                    key="reserved",
                )

    def _check_nets(self) -> None:
        parents = {net.slug: net.net for net in self.nets}
        for theme in (*self.themes, *self.nets):
            if theme.net and theme.net not in parents:
                raise CodeframeError(
                    f"theme {theme.slug!r} names the net {theme.net!r}, which is not there. "
                    f"Nets: {', '.join(parents) or 'none'}.",
                    slug=theme.slug,
                    key="net",
                )
            path = [theme.slug]
            while parents.get(path[-1]):
                path.append(parents[path[-1]])
                if path[-1] in path[:-1]:
                    raise CodeframeError(f"nets go round in a circle: {' > '.join(path)}.", slug=theme.slug, key="net")

    def __len__(self) -> int:
        """How many themes can be coded."""
        return len(self.themes)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the themes that can be coded, in order."""
        return tuple(theme.slug for theme in self.themes)

    @cached_property
    def position(self) -> dict[str, int]:
        """From slug to the theme's place in `themes`."""
        return {slug: place for place, slug in enumerate(self.slugs)}

    @cached_property
    def reserved(self) -> tuple[bool, ...]:
        """For each theme, whether it is a reserved code."""
        return tuple(bool(theme.reserved) for theme in self.themes)

    def find(self, key: str) -> Theme:
        """Look a theme or net up by slug, name or number; raises UnknownTheme, which suggests the nearest."""
        theme = self._by_key.get(fold(key))
        if theme is None:
            raise UnknownTheme(key, [*self.slugs, *(net.slug for net in self.nets)])
        return theme

    def children(self, net: str) -> tuple[Theme, ...]:
        """The themes that can be coded below a net, at any depth, in order."""
        parents = {each.slug: each.net for each in self.nets}

        def under(theme: Theme) -> bool:
            parent = theme.net
            while parent and parent != net:
                parent = parents[parent]
            return parent == net

        return tuple(theme for theme in self.themes if under(theme))

    def lines(self) -> Iterator[tuple[Theme, int]]:
        """Walk nets and themes as a table prints them, with their depth: nets before children, reserved codes last."""
        yield from self._below("", 0)
        for kind in ("other", "none", "dont-know", "uncodable"):
            for theme in self.themes:
                if theme.reserved == kind:
                    yield theme, 0

    def _below(self, net: str, depth: int) -> Iterator[tuple[Theme, int]]:
        together = sorted((*self.themes, *self.nets), key=self._order)
        for theme in together:
            if theme.net == net and not theme.reserved:
                yield theme, depth
                if any(theme is each for each in self.nets):
                    yield from self._below(theme.slug, depth + 1)

    def _order(self, theme: Theme) -> tuple[int, int]:
        """Themes in their own order; a net where its first child stands."""
        if theme.slug in self.position:
            return (self.position[theme.slug], 1)
        below = [self.position[child.slug] for child in self.children(theme.slug)]
        return (min(below, default=len(self.themes)), 0)

    @cached_property
    def digest(self) -> str:
        """A hash of everything that the codeframe says, 16 hexadecimal digits."""
        whole = {
            "name": self.name,
            "title": self.title,
            "lang": self.lang,
            "themes": [asdict(theme) for theme in self.themes],
            "nets": [asdict(net) for net in self.nets],
        }
        return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:16]


def fold(key: str) -> str:
    """Make a look-up key of a slug, name or number."""
    return " ".join(unicodedata.normalize("NFKC", key).casefold().split())


def slugify(name: str) -> str:
    """Turn a theme's name into a slug: NFKC, lower case, everything else than letters and digits a hyphen."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).lower())
    return unicodedata.normalize("NFKC", "-".join(words)) or "theme"


def codeframe_of(names: Sequence[str], *, name: str = "codeframe", lang: str = "en") -> Codeframe:
    """Make a codeframe of bare theme names, in the order given; names with the same slug get a number behind it."""
    taken: set[str] = set()
    themes = []
    for number, each in enumerate(names, start=1):
        slug, count = slugify(each), 1
        while slug in taken:
            count += 1
            slug = f"{slugify(each)}-{count}"
        taken.add(slug)
        themes.append(Theme(slug, number, each))
    return Codeframe(name, tuple(themes), lang=lang)
