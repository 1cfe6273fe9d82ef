"""The language of a text by its function words: invented sentences, and short ones that tell nothing."""

import pytest

from freetext.guard.languages_seen import NAMES, SCRIPTS, WORDS, code_of, commonest, seen

SENTENCES = {
    "en": "The people at the desk were very kind and I have been helped when it was needed.",
    "de": "Die Leute am Empfang waren sehr nett und ich habe mich gut beraten gef\u00fchlt, aber es war auch sehr voll.",
    "fr": "Les gens de l'accueil sont tr\u00e8s gentils mais il y a trop de monde et on attend des heures pour un rendez-vous.",
    "es": "La gente de la recepci\u00f3n es muy amable pero hay que esperar mucho y no se sabe por qu\u00e9.",
    "it": "Il personale \u00e8 molto gentile ma si aspetta troppo e non c'\u00e8 mai nessuno che ti dice come stanno le cose.",
    "nl": "De mensen aan de balie waren heel aardig maar het duurt te lang en er is geen parkeerplaats voor mijn auto.",
    "pt": "As pessoas da rece\u00e7\u00e3o s\u00e3o muito simp\u00e1ticas mas n\u00e3o h\u00e1 lugar para estacionar e o atendimento foi lento.",
    "pl": "Ludzie w recepcji byli bardzo mili, ale czeka\u0142am za d\u0142ugo i nie wiem, co si\u0119 dzieje z moj\u0105 spraw\u0105.",
    "sv": "De som arbetar h\u00e4r \u00e4r mycket v\u00e4nliga men det tog f\u00f6r l\u00e5ng tid och jag fick inte veta n\u00e4r det var min tur.",
    "ro": "Oamenii de la recep\u021bie sunt foarte amabili, dar am a\u0219teptat mult \u0219i nu mi s-a spus nimic despre programare.",
    "tr": "Personel \u00e7ok iyi ve ilgili ama bekleme s\u00fcresi uzun, bana bir \u015fey s\u00f6ylenmedi ve park yeri yok.",
    "cy": "Roedd y staff yn garedig iawn ond mae angen mwy o amser ac nid oedd lle i barcio yn y maes parcio.",
}


@pytest.mark.parametrize("code", WORDS)
def test_each_language_is_seen(code):
    """An ordinary sentence tells its language, and is none of another's."""
    assert seen(SENTENCES[code]) == NAMES[code]
    assert seen(SENTENCES[code], code) == ""
    assert seen(SENTENCES[code].upper(), "en" if code != "en" else "de") == NAMES[code]


@pytest.mark.parametrize(
    "text", ["", "money", "me no like", "Kindergarten!", "asdf qwer zxcv yxcv poiu lkjh", "1 2 3 4 5 6"]
)
def test_little_tells_nothing(text):
    """A few words, names and noise tell no language."""
    assert seen(text) == ""
    assert seen(text, "en") == ""


@pytest.mark.parametrize(
    "text",
    [
        "in my area no one can do a test so we die in pain, and nobody was at the desk on the day",
        "need more money, more staff, less waiting, free parking, better food",
        "I was in A & E in Leeds; on a trolley; no bed to be had; a hell of a do",
        "La la la la la, is all they say",
    ],
)
def test_english_with_foreign_looking_words_is_english(text):
    """Words that other languages share make no other language of an English answer."""
    assert seen(text, "en") == ""


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("\u0432\u0441\u0451 \u0445\u043e\u0440\u043e\u0448\u043e", "Cyrillic"),
        ("\u03cc\u03bb\u03b1 \u03ba\u03b1\u03bb\u03ac", "Greek"),
        ("\u0634\u0643\u0631\u0627 \u062c\u0632\u064a\u0644\u0627", "Arabic"),
        ("\u5f88\u597d\uff0c\u8c22\u8c22", "Chinese or Japanese"),
        ("\u0a38\u0a3e\u0a30\u0a47 \u0a1a\u0a70\u0a17\u0a47", "Gurmukhi"),
    ],
)
def test_other_alphabets_are_seen_at_once(text, script):
    """A text that is mostly in another alphabet is named by it, however short; the codeframe's own is not judged."""
    assert script in SCRIPTS
    assert seen(text, "en") == script
    assert seen(text, "ru") == ""


def test_the_commonest_language_is_found():
    """The language of most texts is the file's; of texts that tell nothing there is none."""
    assert commonest([SENTENCES["de"], SENTENCES["de"], SENTENCES["en"], "ja"]) == "de"
    assert commonest(["ja", "", "\u5f88\u597d\u8c22\u8c22"]) == ""


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        (" De ", "de"),
        ("english", ""),
        ("zz", ""),
        ("", ""),
    ],
)
def test_a_code_is_known_by_whatever_case_and_region(said, code):
    """Case and region of a language code do not matter; what is no code of ours is none."""
    assert code_of(said) == code


def test_an_alphabet_that_is_not_known_counts_where_something_stands_for_it():
    """A survey in another script is not taken for the one language that a few of its answers are in."""
    texts = ["\u0430\u0432\u0442\u043e\u0431\u0443\u0441 \u043e\u043f\u043e\u0437\u0434\u0430\u043b"] * 3 + [
        "The bus was late and I was not in time for it."
    ]
    assert commonest(texts) == "en"
    assert commonest(texts, foreign="xx") == "xx"
    assert commonest([*texts, *texts[-1:] * 3], foreign="xx") == "en"
    assert commonest(["ok"], foreign="xx") == ""
