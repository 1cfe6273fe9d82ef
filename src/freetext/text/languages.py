"""What differs from language to language: negations, spellings of one word, and packages that spaCy needs for some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from freetext.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGE = re.compile(r"[a-z]{2,3}")
"""What a language code looks like; spaCy would import any module of that name."""

ANY = "xx"
"""spaCy's name for a language that it does not know: it splits at blanks and marks."""

PACKAGES = {
    "ja": "sudachipy sudachidict_core",
    "ko": "natto-py (and mecab-ko, which is no Python package)",
    "th": "pythainlp",
    "vi": "pyvi",
    "zh": "jieba",
}
"""What spaCy's tokenizers for these languages need beside spaCy."""

NEGATIONS = {
    "en": "no not never none nobody nothing nowhere without cannot n't n\u2019t",
    "de": "nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo kein keine keinem keinen keiner keines "
    "keins ohne nein weder",
    "fr": "ne n' n\u2019 pas non jamais rien aucun aucune personne sans ni nul nulle gu\u00e8re",
    "es": "no nunca jam\u00e1s nada nadie ning\u00fan ninguno ninguna ningunos ningunas sin ni tampoco",
    "it": "non no mai niente nulla nessun nessuno nessuna senza n\u00e9 neanche nemmeno neppure mica",
    "nl": "niet niets nooit niemand nergens geen zonder nee noch",
}
"""Words that deny: they carry content ("no money"), although lists of function words hold them."""

GERMAN = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss"})
"""Capitals, Swiss writers and foreign keyboards write these letters with two."""

SPELLINGS = {"de": 2}
"""The number of the spelling that normal forms are written in; all that are not named have 1, which leaves them as they are."""


def language(code: str) -> Language:
    """Return an empty pipeline for an ISO language code; raises UsageError, which names what is missing."""
    import spacy  # noqa: PLC0415  (half a second, which only those who read texts should wait)

    unknown = f"spaCy has no tokenizer for the language {code!r} (lang in the codeframe)."
    if not LANGUAGE.fullmatch(code):
        raise UsageError(unknown)
    try:
        return spacy.blank(code)
    except ImportError as error:
        if code in PACKAGES:
            what = f"spaCy's tokenizer for the language {code!r} (lang in the codeframe) needs a package: pip install {PACKAGES[code]}."
            raise UsageError(what) from error
        raise UsageError(f'{unknown} lang = "{ANY}" splits at blanks and marks, whatever the language.') from error


def negations(code: str) -> frozenset[str]:
    """Return the words of a language that deny, in lower case; none for a language that is not known here."""
    return frozenset(NEGATIONS.get(code, "").split())


def function_words(code: str) -> frozenset[str]:
    """Return the words of a language, in lower case and in every spelling, that carry grammar and no content; those that deny are none of them."""
    import spacy  # noqa: PLC0415

    words = frozenset(spacy.util.get_lang_class(code).Defaults.stop_words) - negations(code)
    return words | {spelled(word, code) for word in words}


def spelling_told(code: str) -> dict[str, int]:
    """Tell the spelling of a language as a model's facts do; nothing where it is the first, as in models of before there were others."""
    return {"spelling": SPELLINGS[code]} if code in SPELLINGS else {}


def spelled(form: str, code: str, spelling: int | None = None) -> str:
    """Write a normal form as all spellings of the word are written: German `Straße` and `STRASSE` are one.

    `spelling` is the number that a model was learnt with; default: the language's newest.
    """
    newest = SPELLINGS.get(code, 1)
    return form.translate(GERMAN) if code == "de" and (spelling or newest) == newest else form
