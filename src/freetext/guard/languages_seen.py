"""The language of a text, by the function words in it: enough to see that an answer is in another one than the codeframe."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

WORDS = {
    "en": "the and to of a is it in that was for you with not are they this have be but my we on there from what so when would very i",
    "de": "der die das und ist ich nicht es ein eine zu den mit auf war sie wir f\u00fcr sich dem auch aber sehr von noch nur wenn hat sind bei",
    "fr": "le la les et est je pas que des une un pour dans il elle nous vous avec sur ce qui mais tr\u00e8s plus au du sont \u00e9t\u00e9 c'est j'ai",
    "es": "el la los las y es que de no en un una por con para muy pero mi se lo del al fue como m\u00e1s me su est\u00e1 todo hay",
    "it": "il lo gli le e \u00e8 che di non un una per con sono mi molto ma del della si pi\u00f9 anche nel ho stato come alla dei al questo",
    "nl": "de het een en is ik niet van dat te met op voor zijn was er maar ze heel bij ook aan om naar wat nog wel geen mijn werd",
    "pt": "o os as e \u00e9 que de n\u00e3o em um uma para com por muito mas do da se mais eu foi meu minha na no est\u00e1 s\u00e3o ao tem",
    "pl": "i w nie na jest si\u0119 z do to \u017ce jak ale o by\u0142o bardzo za od dla tak co mi przez mnie tylko po ju\u017c s\u0105 tego by\u0142 moje",
    "sv": "och att det som en \u00e4r p\u00e5 jag inte av f\u00f6r med var den till har de ett om men mycket vi s\u00e5 fr\u00e5n n\u00e4r d\u00e4r min kan detta blev",
    "ro": "\u0219i \u00een nu este la cu de pe c\u0103 un o pentru mai din sunt foarte dar am s\u0103 au fost care mi ce se prin nici bine ca toate",
    "tr": "ve bir bu \u00e7ok da de i\u00e7in ile ne daha ama gibi o ben de\u011fil var yok kadar en olarak sonra her bana benim hi\u00e7 iyi \u015fey oldu mi biz",
    "cy": "y yr yn a i o mae ddim ar gan am fod oedd wedi roedd hyn fy ei eu hefyd iawn ond bod nid sydd gyda neu yw mewn gael",
}
"""The commonest words that carry grammar, by ISO language code."""

SCRIPTS = {
    "Cyrillic": "\u0400-\u04ff",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f",
    "Hebrew": "\u0590-\u05ff",
    "Devanagari": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Tamil": "\u0b80-\u0bff",
    "Thai": "\u0e00-\u0e7f",
    "Chinese or Japanese": "\u3040-\u30ff\u3400-\u9fff",
    "Korean": "\uac00-\ud7af",
}
"""Alphabets that none of these languages is written in."""

NAMES = dict(
    (
        *(("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish"), ("it", "Italian"), ("nl", "Dutch")),
        *(("pt", "Portuguese"), ("pl", "Polish"), ("sv", "Swedish"), ("ro", "Romanian"), ("tr", "Turkish")),
        ("cy", "Welsh"),
    )
)

FEWEST = 5
"""Words below which a text tells no language."""

HITS, SHARE = 3, 0.25
"""Different function words, and their share of all words, that a language needs."""

CLEARLY = 2
"""How many times as many words of another language there must be as of the expected one."""

TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
FOREIGN = {name: re.compile(f"[{signs}]") for name, signs in SCRIPTS.items()}
SETS = {code: frozenset(words.split()) for code, words in WORDS.items()}
LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(code for code in SETS if word in SETS[code]) for words in SETS.values() for word in words
}


def language_name(code: str) -> str:
    """A language by its name and code; one that is not known here by its code."""
    return f"{NAMES.get(code, 'no known language')} ({code})"


def code_of(language: str) -> str:
    """The code of a language that somebody names: `EN`, `en-GB` and `en_GB` are `en`; empty for one that is not known here."""
    code = re.split(r"[-_]", language.strip().casefold(), maxsplit=1)[0]
    return code if code in SETS else ""


def seen(text: str, expected: str = "") -> str:
    """Name the language (or the alphabet) that a text is in; empty where that is not plain, or it is the `expected` one.

    `expected` is a language code; of one that is not known here nothing is told.
    """
    if expected and expected not in SETS:
        return ""
    if not text.isascii() and (script := _script(text)):
        return script
    words = TOKEN.findall(text.casefold().replace("\u2019", "'"))
    if len(words) < FEWEST:
        return ""
    return _by_words(words, expected)


def _by_words(words: Sequence[str], expected: str) -> str:
    known = [word for word in words if word in LANGUAGES_OF]
    if expected and 2 * sum(map(SETS[expected].__contains__, known)) >= len(known):
        return ""
    total = Counter(code for word in known for code in LANGUAGES_OF[word])
    if not total:
        return ""
    best, hits = total.most_common(1)[0]
    different = sum(best in LANGUAGES_OF[word] for word in set(known))
    if different < HITS or hits < SHARE * len(words) or hits < CLEARLY * total[expected]:
        return ""
    return NAMES[best]


def _script(text: str) -> str:
    """The alphabet of most letters, where it is a foreign one."""
    letters = sum(map(str.isalpha, text))
    for name, pattern in FOREIGN.items():
        if 2 * len(pattern.findall(text)) > letters > 1:
            return name
    return ""


def commonest(texts: Iterable[str], foreign: str = "") -> str:
    """The code of the language that most of these texts are in; empty where none can be told.

    `foreign` is what stands for all alphabets that none of these languages is written in; without it they tell nothing.
    """
    codes = {name: code for code, name in NAMES.items()} | dict.fromkeys(SCRIPTS if foreign else (), foreign)
    told = Counter(codes[name] for text in texts if (name := seen(text)) in codes)
    return told.most_common(1)[0][0] if told else ""
