"""Themes and the codeframe that orders them."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property

from freetext.errors import AmbiguousTheme, CodeframeError, UnknownTheme, did_you_mean
from freetext.survey.fates import Change, Fate, added, fates

RESERVED = ("none", "dont-know", "other", "uncodable")
"""The kinds of reserved codes; a reserved code stands alone."""

SLUG = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
NO_FILE = re.compile(r"(?i)(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\..*)?")
"""Names that Windows keeps for itself: no file and no folder there can bear one."""

PHRASES = ("keywords", "always", "never")
DEPTH = 20
"""How deep nets may be nested; a table deeper than that cannot be read, and walking it could exhaust the stack."""


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
    `changes` is the log by which labels of earlier themes are carried over, the oldest first.
    """

    name: str
    themes: tuple[Theme, ...]
    nets: tuple[Theme, ...] = ()
    title: str = ""
    lang: str = "en"
    by_name: bool = False
    """Codes are written by name (as the labels gave them) instead of by slug."""
    changes: tuple[Change, ...] = ()
    single: bool = False
    """Every answer has exactly one theme."""
    glossary: tuple[tuple[str, str], ...] = ()
    """Abbreviations as respondents write them, and what they stand for."""
    redact: bool = True
    """Personal data in answers is hidden before models learn from them or code them."""
    _by_key: dict[str, Theme] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Check the whole and index it."""
        if not SLUG.fullmatch(self.name):
            raise CodeframeError(f"{self.name!r} is no name for a codeframe: letters, digits, '-' and '.'.", key="name")
        if NO_FILE.fullmatch(self.name):
            what = f"{self.name!r} is no name for a codeframe: Windows keeps it for itself, and the model's folder bears it."
            raise CodeframeError(what, key="name")
        if not self.themes:
            raise CodeframeError(f"codeframe {self.name!r} has no theme.", key="theme")
        self._check_slugs()
        self._check_nets()
        self._check_changes()
        for theme in (*self.themes, *self.nets):
            _check_words(theme)
        for short, meant in self.glossary:
            if fault := glossary_fault(short, meant):
                raise CodeframeError(fault, key="glossary")
        for kind in ("slug", "name", "number"):  # a slug wins over another theme's name, a name over a number
            for theme in (*self.themes, *self.nets):
                self._by_key.setdefault(fold(str(getattr(theme, kind))), theme)

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
        for each in (*self.nets, *self.themes):
            if each.net and each.net not in parents:
                raise CodeframeError(self._no_net(each), slug=each.slug, key="net")
            path = [each.slug]
            while parents.get(path[-1]):
                path.append(parents[path[-1]])
                if path[-1] in path[:-1]:
                    raise CodeframeError(f"nets go round in a circle: {' > '.join(path)}.", slug=each.slug, key="net")
                if len(path) > DEPTH:
                    raise CodeframeError(f"nets are nested more than {DEPTH} deep.", slug=each.slug, key="net")
        for net in self.nets:
            for key in ("reserved", "include", "exclude", "examples", *PHRASES):
                if getattr(net, key):
                    raise CodeframeError(
                        f"net {net.slug!r} has {key!r}: a net is counted, never coded.", slug=net.slug, key=key
                    )

    def _check_changes(self) -> None:
        """Hold that every change leads to themes that are there, and that no theme bears the slug of one that has gone."""
        for end in (slug for fate in self.fates.values() for slug in fate.slugs):
            if end not in self.position:
                said = (
                    f"a change leads to {end!r}, which is no theme. A theme goes by a change of its own: retire, merge."
                )
                raise CodeframeError(said, slug=end, key="change")
        for slug in self.slugs:
            if self.fates.get(slug, Fate((slug,))) != Fate((slug,)):
                last = [change for change in self.changes if slug in change.from_][-1]
                said = f"{slug!r} has gone ({last}): no other theme can bear this slug, or old labels would mean it."
                raise CodeframeError(said, slug=slug, key="slug")

    def _no_net(self, child: Theme) -> str:
        if any(child.net == theme.slug for theme in self.themes):
            return f"{child.slug!r} names the theme {child.net!r} as its net: only a net holds themes."
        nets = [net.slug for net in self.nets]
        said = f"{child.slug!r} names the net {child.net!r}, which is not there. Nets: {', '.join(nets) or 'none'}."
        hint = did_you_mean(child.net, nets)
        return f"{said} {hint}" if hint else said

    def __len__(self) -> int:
        """How many themes can be coded."""
        return len(self.themes)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the themes that can be coded, in order."""
        return tuple(theme.slug for theme in self.themes)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """How a coded file writes each theme: its slug, or its name where there was no codeframe to give slugs."""
        return tuple(self.code(theme) for theme in self.themes)

    def code(self, theme: Theme) -> str:
        """Return how a coded file writes a theme; a name that would break a list of codes gives way to the slug."""
        return theme.name if self.by_name and ";" not in theme.name else theme.slug

    @cached_property
    def position(self) -> dict[str, int]:
        """From slug to the theme's place in `themes`."""
        return {slug: place for place, slug in enumerate(self.slugs)}

    @cached_property
    def fates(self) -> dict[str, Fate]:
        """What became of each slug in the log of changes; every other slug means itself."""
        return fates(self.changes)

    @cached_property
    def _since(self) -> dict[str, str]:
        return added(self.changes)

    def added(self, slug: str) -> str:
        """When a theme was added to the codeframe, which was in use by then (ISO 8601); empty where it was there from the first."""
        return self._since.get(slug, "")

    def _became(self, slug: str) -> str:
        """Say what a slug that has gone is now, or nothing."""
        fate = self.fates.get(slug)
        if fate is None:
            return ""
        return f"{slug} is {', '.join(fate.slugs)}" if fate.slugs else f"{slug} is retired"

    @cached_property
    def reserved(self) -> tuple[bool, ...]:
        """For each theme, whether it is a reserved code."""
        return tuple(bool(theme.reserved) for theme in self.themes)

    def find(self, key: str) -> Theme:
        """Look a theme or net up by slug, then name, then number.

        Raises UnknownTheme, which suggests the nearest, and AmbiguousTheme for a name that several themes have.
        """
        folded = fold(key)
        theme = self._by_key.get(folded)
        if theme is None:
            raise UnknownTheme(key, [*self.slugs, *(net.slug for net in self.nets)], became=self._became(folded))
        if folded in self._shared:
            raise AmbiguousTheme(key, self._shared[folded])
        return theme

    @cached_property
    def _shared(self) -> dict[str, tuple[str, ...]]:
        """The names that several themes have, and their slugs; of a theme and a net the theme is meant, for a net is never coded."""
        found: dict[str, list[str]] = {}
        for theme in (*self.themes, *self.nets):
            name = fold(theme.name)
            first = self._by_key[name]
            if fold(first.slug) != name and (first.slug in self.position) == (theme.slug in self.position):
                found.setdefault(name, []).append(theme.slug)
        return {name: tuple(slugs) for name, slugs in found.items() if len(slugs) > 1}

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
        below: dict[str, list[Theme]] = {}
        for theme in sorted((*self.themes, *self.nets), key=self._order):
            if not theme.reserved:
                below.setdefault(theme.net, []).append(theme)
        yield from _walked(below, "", 0)
        for kind in ("other", "none", "dont-know", "uncodable"):
            for theme in self.themes:
                if theme.reserved == kind:
                    yield theme, 0

    def _order(self, theme: Theme) -> tuple[int, int]:
        """Themes in their own order; a net where its first child stands."""
        if theme.slug in self.position:
            return (self.position[theme.slug], 1)
        below = [self.position[child.slug] for child in self.children(theme.slug)]
        return (min(below, default=len(self.themes)), 0)

    @cached_property
    def digest(self) -> str:
        """A hash of everything that the codeframe says, 16 hexadecimal digits."""
        changed: dict[str, object] = {}
        if self.changes:
            changed["changes"] = [asdict(change) for change in self.changes]
        if self.single:
            changed["single"] = True
        if not self.redact:
            changed["redact"] = False
        if self.glossary:
            changed["glossary"] = [list(pair) for pair in self.glossary]
        whole = {
            "name": self.name,
            "title": self.title,
            "lang": self.lang,
            "by_name": self.by_name,
            "themes": [asdict(theme) for theme in self.themes],
            "nets": [asdict(net) for net in self.nets],
            **changed,
        }
        return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:16]


def _check_words(theme: Theme) -> None:
    """Refuse a blank name, empty phrases, a `*` that ends no word, and a phrase that is demanded and forbidden."""
    if not theme.name.strip():
        raise CodeframeError(f"{theme.slug!r} has a blank name.", slug=theme.slug, key="name")
    for key in PHRASES:
        for phrase in getattr(theme, key):
            if fault := phrase_fault(phrase):
                raise CodeframeError(f"{theme.slug!r}, {key}: {fault}", slug=theme.slug, key=key)
    for phrase in sorted({fold(each) for each in theme.always} & {fold(each) for each in theme.never}):
        raise CodeframeError(
            f"{theme.slug!r}: the phrase {phrase!r} stands under always and under never.", slug=theme.slug, key="never"
        )


def phrase_fault(phrase: str) -> str:
    """Say what is wrong with a phrase, or nothing: it has a word, and `*` only ends one (`fund*`)."""
    words = phrase.split()
    if not words:
        return "an empty phrase."
    if all("*" not in word.removesuffix("*") and word != "*" for word in words):
        return ""
    return f"in the phrase {phrase!r} a '*' does not end a word; write 'fund*' for fund, funds, funding."


def glossary_fault(short: str, meant: str) -> str:
    """Say what is wrong with an abbreviation and what it stands for, or nothing."""
    if len(short.split()) != 1 or short != short.strip():
        return f"{short!r} is no abbreviation: one word, without blanks."
    if not any(sign.isalnum() for sign in short):
        return f"{short!r} is no abbreviation: it has neither letter nor digit."
    return "" if meant.split() else f"the abbreviation {short!r} stands for nothing: say what it means."


def _walked(below: dict[str, list[Theme]], net: str, depth: int) -> Iterator[tuple[Theme, int]]:
    for theme in below.get(net, ()):
        yield theme, depth
        yield from _walked(below, theme.slug, depth + 1)


def fold(key: str) -> str:
    """Make a look-up key of a slug, name or number."""
    return " ".join(unicodedata.normalize("NFKC", key).casefold().split())


def slugify(name: str) -> str:
    """Turn a theme's name into a slug: NFKC, lower case, everything else than letters and digits a hyphen."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).lower())
    return unicodedata.normalize("NFKC", "-".join(words)) or "theme"


def codeframe_of(names: Sequence[str], *, name: str = "codeframe", lang: str = "en") -> Codeframe:
    """Make a codeframe of bare theme names, in the order given; names with the same slug get a number behind it.

    A name that is a slug already keeps it, so that "1" is never looked up as the "-1" that stands before it.
    """
    slugs: dict[int, str] = {}
    taken: set[str] = set()
    for place in sorted(range(len(names)), key=lambda place: fold(names[place]) != slugify(names[place])):
        slug, count = slugify(names[place]), 1
        while slug in taken:
            count += 1
            slug = f"{slugify(names[place])}-{count}"
        taken.add(slug)
        slugs[place] = slug
    themes = tuple(Theme(slugs[place], place + 1, each) for place, each in enumerate(names))
    return Codeframe(name, themes, lang=lang)
