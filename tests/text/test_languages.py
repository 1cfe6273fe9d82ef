"""Languages other than English: words, negations, spellings, and what a tokenizer needs."""

import importlib.util

import pytest

from freetext.errors import UsageError
from freetext.text.languages import NEGATIONS, PACKAGES, function_words, negations, spelled, spelling_told
from freetext.text.tokens import Tokenizer

MODULES = {"ja": "sudachipy", "ko": "natto", "th": "pythainlp", "vi": "pyvi"}


def forms(tokenizer, text):
    batch = tokenizer([text])
    return [batch.lexicon[token] for token in batch.tokens]


@pytest.mark.parametrize("lang", NEGATIONS)
def test_words_that_deny_are_content(lang):
    """Whatever spaCy's list says, no negation of the language is a function word, and other function words are."""
    assert negations(lang)
    assert not negations(lang) & function_words(lang)
    assert function_words(lang)
    assert Tokenizer(lang).function_words == function_words(lang)


def test_a_language_without_a_list_has_spacys_function_words():
    """Where nobody has listed negations, the function words are spaCy's."""
    assert not negations("pl")
    assert "jest" in function_words("pl")
    assert not function_words("xx")


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("de", "Im Haus, zum Arzt: geht nicht!", ["im", "haus", ",", "zum", "arzt", ":", "geht", "nicht", "!"]),
        ("de", "Kinderbetreuungsplätze z.B.", ["kinderbetreuungsplaetze", "z.b."]),
        ("fr", "Je n'ai pas d’argent à l'école", ["je", "n'", "ai", "pas", "d'", "argent", "à", "l'", "école"]),
        ("it", "Non c'è l'acqua", ["non", "c'", "è", "l'", "acqua"]),
        ("en", "It isn't helpful", ["it", "is", "not", "helpful"]),
    ],
)
def test_a_language_parts_its_words_in_its_own_way(lang, text, found):
    """Contractions are parted where the language parts them: clitics in French and Italian, not `im` and `zum` in German."""
    assert forms(Tokenizer(lang), text) == found


@pytest.mark.parametrize("written", ["Straße", "STRASSE", "strasse", "STRAẞE"])
def test_german_spellings_are_one_word(written):
    """`ß`, umlauts, and what capitals and foreign keyboards make of them have one normal form; surfaces stay as they are written."""
    tokenizer = Tokenizer("de")
    assert forms(tokenizer, written) == ["strasse"]
    assert forms(tokenizer, "Ärzte über Öl") == forms(tokenizer, "AERZTE ueber Oel")
    assert tokenizer.surfaces("Ärzte über Öl") == ["Ärzte", "über", "Öl"]
    assert spelled("ß", "en") == "ß"


@pytest.mark.parametrize("lang", MODULES)
def test_a_language_that_needs_a_package_names_it(lang):
    """Where spaCy's tokenizer for a language needs more packages, the refusal names what to install."""
    if importlib.util.find_spec(MODULES[lang]):
        pytest.skip("installed here")
    with pytest.raises(UsageError, match=rf"language '{lang}' \(lang in the codeframe\) needs a package: pip install"):
        Tokenizer(lang)
    assert PACKAGES[lang]


def test_an_unknown_language_is_told_what_to_write():
    """A language that spaCy does not have is refused with the code that takes any."""
    with pytest.raises(UsageError, match=r"no tokenizer for the language 'cy'.*lang = \"xx\" splits at blanks"):
        Tokenizer("cy")
    assert forms(Tokenizer("xx"), "Dim digon, o arian.") == ["dim", "digon", ",", "o", "arian", "."]


def test_a_spelling_is_told_where_it_is_not_the_first():
    """A tokenizer of the first spelling leaves umlauts as they are; only German has a second, and facts tell it."""
    assert forms(Tokenizer("de", spelling=1), "Straße Plätze") == ["straße", "plätze"]
    assert forms(Tokenizer("de", spelling=2), "Straße Plätze") == ["strasse", "plaetze"]
    assert (spelling_told("de"), spelling_told("en")) == ({"spelling": 2}, {})


def test_function_words_are_known_in_every_spelling():
    """German words of grammar are none in either spelling, for normal forms write umlauts with two letters."""
    assert {"für", "fuer", "über", "ueber"} <= function_words("de")
