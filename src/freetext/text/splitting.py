"""One word between white space to tokens: spaCy's rules, told in advance where they cannot part anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from freetext.text.clean import clean
from freetext.text.glossary import Glossary, Pairs
from freetext.text.languages import ANY, NEGATIONS, function_words, language, spelled

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer as SpacyTokenizer

LONGEST = 200
"""Characters of a chunk that are tokenised together; spaCy's affix rules are quadratic in the length of a chunk."""

RENEWED = 500_000
"""Chunks after which a pipeline is replaced: spaCy forgets its words, and keeps their places, some 30 bytes each, for ever."""

PLAIN = frozenset((*NEGATIONS, ANY))
"""Languages whose rules part no word of letters alone, and take one of MARKS off its end; a law holds it."""

MARKS = frozenset(",.!?;:")

LATIN = "\u0180"
"""Letters before this one are all known to the rules that take a full stop off."""


class Splitter:
    """spaCy's tokenizer for a language, with normal forms and the meanings of abbreviations."""

    def __init__(
        self, lang: str, glossary: Sequence[tuple[str, str]], spelling: int, *, renewed: int = RENEWED
    ) -> None:
        """Wake an empty pipeline; raises UsageError for a language that spaCy does not know, or needs more packages for."""
        self._lang, self._spelling, self._renewed = lang, spelling, renewed
        self._wake()
        self._glossary = Glossary(glossary, self._split, function_words(lang), plural="s" if lang == "en" else "")

    def _wake(self) -> None:
        self._language, self._norm = _norm_alone(language(self._lang))
        self._tokenizer: SpacyTokenizer = self._language.tokenizer
        self._rules: Mapping[str, object] | None = self._language.tokenizer.rules if self._lang in PLAIN else None
        self._split_since = 0

    @contextmanager
    def forgetful(self) -> Iterator[None]:
        """Let the pipeline forget the words that it meets inside."""
        if self._split_since > self._renewed:
            self._wake()
        with self._language.memory_zone():
            yield

    def forms(self, text: str) -> list[str]:
        """Return the normal form of each token of a text."""
        if self._rules is not None and not self._glossary and " " not in text:
            plain = self._plain(clean(text).lower(), self._rules) if len(text) <= LONGEST else None
            if plain is not None:
                return plain
        return [form for form, _ in self.pairs(text)]

    def pairs(self, text: str) -> Pairs:
        """Return (normal form, surface) of each token; an abbreviation is followed by what it stands for, under its own surface."""
        return [pair for chunk in text.split() for pair in self._chunk(chunk)]

    def _chunk(self, chunk: str) -> Pairs:
        pairs = self._split(chunk)
        return self._glossary.written_out(pairs) if self._glossary else pairs

    def _split(self, chunk: str) -> Pairs:
        self._split_since += 1
        return [(self._spelled(form), surface) for form, surface in split(self._tokenizer, chunk)]

    def _spelled(self, form: str) -> str:
        return spelled(form, self._lang, self._spelling)

    def _plain(self, lower: str, rules: Mapping[str, object]) -> list[str] | None:
        """Return the forms of a clean chunk that no rule of the language can part otherwise; None where only spaCy knows."""
        if lower in rules:
            return None
        if lower.isalpha():
            return [self._spelled(self._norm(lower).lower())]
        word, mark = lower[:-1], lower[-1:]
        if mark in MARKS and word.isalpha() and word[-1] < LATIN and word not in rules:
            return [self._spelled(self._norm(word).lower()), mark]
        return None


def split(tokenizer: SpacyTokenizer, chunk: str) -> Pairs:
    """Tokenise one chunk into (normal form, surface) pairs; normal forms are lower-case, contractions written out."""
    if len(chunk) <= LONGEST:
        return _short(tokenizer, chunk)
    parts = [chunk[start : start + LONGEST] for start in range(0, len(chunk), LONGEST)]
    known = {part: _short(tokenizer, part) for part in dict.fromkeys(parts)}
    return [pair for part in parts for pair in known[part]]


def _short(tokenizer: SpacyTokenizer, part: str) -> Pairs:
    cased = clean(part)
    lower = cased.lower()
    shown = cased if len(cased) == len(lower) else lower
    return [
        (token.norm_.lower(), shown[token.idx : token.idx + len(token)])
        for token in tokenizer(lower)
        if not token.text.isspace()
    ]


def _norm_alone(pipeline: Any) -> tuple[Any, Callable[[str], str]]:
    """Leave the normal form as the one thing that is worked out for a word that is new; return the pipeline, and how."""
    from spacy.attrs import NORM  # type: ignore[import-not-found]  # noqa: PLC0415  # compiled, without stubs; see languages

    norm: Callable[[str], str] = pipeline.vocab.lex_attr_getters[NORM]
    pipeline.vocab.lex_attr_getters = {NORM: norm}
    return pipeline, norm
