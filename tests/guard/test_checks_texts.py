"""Checks of answers: each planted fault is found with its rows, ordinary answers have no finding, and no finding holds a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.guard.checks import Cells, Finding, without
from freetext.guard.checks_doubles import same_by_many, same_by_one
from freetext.guard.checks_languages import check_languages
from freetext.guard.checks_people import check_flagged, check_identifiers, check_personal, flagged
from freetext.guard.checks_signs import check_formulas, check_signs
from freetext.guard.checks_texts import check_shares, check_texts, shares_of, unsaid
from freetext.guard.redactor import Redactor

SAID = ["we need more money for this", "the staff were kind to us", "it was fine, thanks", "too long a wait"]
LONG = "We waited for three hours in a cold corridor and nobody told us why it took so long."


def cells(*texts, name="col"):
    return Cells(name, texts, range(2, 2 + len(texts)))


def told(findings):
    return [(each.check, each.severity, each.rows) for each in findings]


def test_shares_count_what_answers_are():
    """Blank, "n/a" and the like, and single words are counted apart; the median is of answers that say something."""
    shares = shares_of(cells("", " \u200b", "n/a", "-", "No comment.", "money", "more money", "much more money"), "q")
    assert (shares.rows, shares.blank, shares.unsaid, shares.one_word, shares.median) == (8, 2, 3, 1, 2)
    assert shares.longest == 15
    assert shares_of(cells(), "q").median == 0
    assert shares_of(cells("money\nfor the\tlocal parks")).median == 5


@pytest.mark.parametrize("text", ["N/A", "n.a.", "Don\u2019t know", "none", "...", "PREFER NOT TO SAY"])
def test_what_stands_for_no_answer(text):
    """Marks and case do not matter to what stands for no answer."""
    assert unsaid(text)


@pytest.mark.parametrize("text", ["no", "none of the staff came", "nothing to eat", "x-ray", "\U0001f44d", ":-)"])
def test_what_is_an_answer_after_all(text):
    """A word more, or a plain no, is an answer."""
    assert not unsaid(text)


def test_shares_are_told_where_they_are_high():
    """Half blank, a tenth "n/a", half single words are notes; fewer are none."""
    assert told(check_shares(shares_of(cells("a b", "", "", "")))) == [("blank", "note", ())]
    assert told(check_shares(shares_of(cells(*SAID, "n/a", "-")))) == [("not-applicable", "note", ())]
    assert told(check_shares(shares_of(cells("money", "staff", "parking")))) == [("one-word", "note", ())]
    assert list(check_shares(shares_of(cells(*SAID)))) == []


@pytest.mark.parametrize(
    "tried", ["test", "TEST 123", "Testing, testing", "asdfasdf", "qwerty", "lorem ipsum dolor sit amet"]
)
def test_rows_that_try_the_form_out_are_found(tried):
    """What is typed to try a form out is found."""
    assert told(check_texts(cells(*SAID, tried))) == [("test-row", "note", (6,))]


@pytest.mark.parametrize("text", ["the test was quick", "tests", "a test of patience", "salad", "ask"])
def test_answers_about_tests_are_none(text):
    """A word that only looks like a trial is none."""
    assert list(check_texts(cells(*SAID, text))) == []


def test_answers_that_were_cut_are_found():
    """Several answers of exactly a round length, and none longer, need a person; one alone, or with a longer one, is an accident."""
    long = "x" * 255
    assert told(check_texts(cells(*SAID, long, "y" * 255))) == [("cut", "person", (6, 7))]
    assert list(check_texts(cells(*SAID, long))) == []
    assert list(check_texts(cells(*SAID, long, "y" * 255, "z" * 301))) == []
    assert told(check_texts(cells("a" * 500, "b" * 500, "c" * 500))) == [("cut", "person", (2, 3, 4))]
    assert list(check_texts(cells("a" * 503, "b" * 503, "c" * 503))) == []


def test_answers_cut_at_so_many_bytes_are_found():
    """A program that counts bytes cuts texts with accents at fewer characters."""
    (finding,) = check_texts(cells("\u00e9" * 100 + "x" * 55, "x" * 255, "\u00e9" + "y" * 253))
    assert (finding.check, finding.rows) == ("cut", (2, 3, 4))
    assert "255 bytes" in finding.what


def test_an_endless_answer_is_found():
    """An answer of ten thousand characters is noted."""
    assert told(check_texts(cells(*SAID, "word " * 2_001))) == [("endless", "note", (6,))]


def test_texts_of_several_people_are_found():
    """One long text of two people is a note, of five people a finding for a person; short ones and one's own are none."""
    people = [str(number) for number in range(9)]
    assert told(same_by_many(cells(*SAID, LONG, LONG.upper()), people)) == [("same-text", "note", (6, 7))]
    assert told(same_by_many(cells(LONG, "a", LONG, LONG, LONG, LONG), people)) == [
        ("copied", "person", (2, 4, 5, 6, 7))
    ]
    assert list(same_by_many(cells(LONG, LONG, *SAID, SAID[0]), ["1", "1", *people])) == []
    assert list(same_by_many(cells(LONG, LONG), people, ["q1", "q2"])) == []


def test_nobody_is_known_by_a_blank():
    """Rows without a respondent are each a person's own: their copies are copies of several people, and none is one's own again."""
    column = cells(LONG, LONG, LONG, LONG, LONG)
    assert told(same_by_many(column, ["", " ", "", "", ""])) == [("copied", "person", (2, 3, 4, 5, 6))]
    assert told(same_by_many(cells(LONG, LONG), ["", ""])) == [("same-text", "note", (2, 3))]
    assert same_by_one([column], ["", "", " ", "", ""]) == []
    assert told(same_by_one([column, column], ["", "", "", "", ""])) == [("own-text-again", "note", (2, 3, 4, 5, 6))]


def test_one_person_with_one_text_several_times_is_found():
    """The same text in two columns of a row, or in two rows of a person, is noted once a row."""
    both = [cells(LONG, "a", name="q1"), cells(LONG, LONG, name="q2")]
    assert told(same_by_one(both, ["1", "2"])) == [("own-text-again", "note", (2,))]
    assert told(same_by_one([cells(LONG, "b", LONG)], ["1", "2", "1"])) == [("own-text-again", "note", (2, 4))]
    assert same_by_one([cells("as above", "x"), cells("as above", "y")], ["1", "2"]) == []
    assert same_by_one([], []) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("we couldn\u00e2\u20ac\u2122t wait", "misread"),
        ("the caf\u00c3\u00a9 was shut", "misread"),
        ("it cost \u00c2\u00a360", "misread"),
        ("they didn?t come", "lost-characters"),
        ("I?ve said \u201cit?s late\u201d", "lost-characters"),
        ("(we?re late)", "lost-characters"),
        ("they didn\ufffdt come", "lost-characters"),
        ("a bell\x07 rang", "control-characters"),
        ("turned \u202eround", "control-characters"),
        ("p\u0430y more", "mixed-scripts"),
    ],
)
def test_odd_characters_are_found(text, check):
    """Text decoded wrongly, lost characters, controls and words of two alphabets are noted with their row."""
    assert told(check_signs(cells(*SAID, text))) == [(check, "note", (6,))]


def test_many_odd_characters_need_a_person():
    """Three rows, and one in 200, are the file's fault and no respondent's."""
    bad = [f"we couldn\u00e2\u20ac\u2122t {word}" for word in ("wait", "see", "eat")]
    assert told(check_signs(cells(*SAID, *bad))) == [("misread", "person", (6, 7, 8))]
    assert told(check_signs(cells(*SAID * 250, *bad)))[0][1] == "note"


@pytest.mark.parametrize(
    "text",
    [
        "na\u00efve caf\u00e9 \u2013 \u201cgood\u201d \u00a360",
        "S\u00c3O PAULO",
        "why? really",
        "a\tb\nc",
        "\u041c\u043e\u0441\u043a\u0432\u0430 ok",
        "\U0001f600 fine",
        "see https://youtu.be/watch?t=12 for it",
        "look at www.example.org/news?s=1",
        "example.org/find?s=cancer and example.org?t",
        "open at 9am?t",
        "really?very",
    ],
)
def test_ordinary_characters_are_left_alone(text):
    """Accents, quotation marks, line ends, other alphabets and emoji are no fault."""
    assert list(check_signs(cells(*SAID, text))) == []


def test_formulas_are_found():
    """A cell that would run is noted; what would is asked of the one formula guard."""
    assert told(check_formulas(cells("=1+1", "a", "-5", ""), lambda text: text == "=1+1")) == [
        ("formula", "note", (2,))
    ]


def test_personal_data_is_counted_by_kind_and_never_shown():
    """Rows and kinds are told, not the text; where the project masks them nobody needs to look."""
    texts = cells(*SAID, "write to jo.bloggs@example.org", "ring 07700 900123")
    (finding,) = check_personal(texts, Redactor(), range(6), masked=False)
    assert (finding.check, finding.severity, finding.rows) == ("personal-data", "person", (6, 7))
    assert "email 1" in finding.what
    assert "bloggs" not in repr(finding)
    assert told(check_personal(texts, Redactor(), range(6), masked=True)) == [("personal-data", "note", (6, 7))]
    assert check_personal(cells(*SAID), Redactor(), range(4), masked=False) == []


def test_columns_that_tell_who_somebody_is_need_a_person():
    """Identifiers make one finding, which names the columns and the setting that drops them."""
    (finding,) = check_identifiers(["email", "ip"])
    assert (finding.check, finding.severity, finding.count) == ("identifier", "person", 2)
    assert "email, ip" in finding.what
    assert list(check_identifiers([])) == []
    assert "drop" in finding.remedy


def test_flags_are_listed_apart_and_only_counted():
    """The restricted list has a line for each answer and category, texts only on demand; the finding has a number and no rows."""
    texts = cells("fine", "dreadful thing", "another")
    raised = [set(), {"violence", "abuse and neglect"}, {"violence"}]
    flags = list(flagged(texts, lambda _texts: raised, ["a", "b", "c"], ["q"] * 3))
    assert [(each.row, each.id, each.question, each.category, each.text) for each in flags] == [
        (3, "b", "q", "abuse and neglect", ""),
        (3, "b", "q", "violence", ""),
        (4, "c", "q", "violence", ""),
    ]
    (finding,) = check_flagged("col", flags)
    assert (finding.severity, finding.count, finding.rows) == ("safeguarding", 2, ())
    assert "not all" in finding.remedy
    assert list(check_flagged("col", [])) == []
    with_text = flagged(texts, lambda _texts: raised, ["a", "b", "c"], ["q"] * 3, with_text=True)
    assert {each.text for each in with_text} == {"dreadful thing", "another"}
    assert "dreadful" not in repr(flags)


def test_other_languages_are_found():
    """Answers in another language than the codeframe's, or than most, are noted with their rows; from one in twenty on they need a person."""
    german = "das ist nicht gut und die Leute sind sehr unfreundlich"
    assert told(check_languages(cells(*SAID, german), "en")) == [("language", "note", (6,))]
    english = "the people here are very kind and we have been helped when it was needed"
    assert told(check_languages(cells(english, english, german))) == [("language", "note", (4,))]
    assert told(check_languages(cells(*SAID * 5, *[german] * 20), "en"))[0][1] == "person"
    assert check_languages(cells(*SAID), "en") == []
    assert check_languages(cells(*SAID, german), "xx") == []
    assert check_languages(cells("", "")) == []


def every(texts, rows, people):
    """All checks of a column of answers, whose rows have these numbers."""
    column = Cells("col", texts, rows)
    yield from check_shares(shares_of(column))
    yield from check_texts(column)
    yield from check_signs(column)
    yield from check_languages(column, "en")
    yield from same_by_many(column, people)
    yield from same_by_one([column], people)
    yield from check_formulas(column, lambda text: text.startswith("="))
    yield from check_personal(column, Redactor(), range(len(texts)), masked=False)


ODD = [
    "",
    "n/a",
    "test",
    LONG,
    LONG.upper(),
    "x" * 255,
    "y" * 255,
    "=1",
    "caf\u00c3\u00a9",
    "didn?t",
    "das ist nicht gut und die sind",
    "jo@example.org",
]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(ODD) | st.text(max_size=20), min_size=1, max_size=12), st.randoms(use_true_random=False)
)
def test_the_order_of_rows_does_not_matter(texts, chance):
    """Rows in another order give the same findings with the same rows, for a row keeps its number and its person."""
    rows, people = range(2, 2 + len(texts)), [str(place) for place in range(len(texts))]
    order = list(range(len(texts)))
    chance.shuffle(order)
    here = list(every(texts, rows, people))
    there = list(every([texts[i] for i in order], [rows[i] for i in order], [people[i] for i in order]))
    assert {(each.check, each.severity, each.rows, each.count) for each in here} == {
        (each.check, each.severity, each.rows, each.count) for each in there
    }


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ODD), max_size=8), st.text("bcdfghjklmnpqrstvwz", min_size=12, max_size=12))
def test_findings_never_hold_a_text(texts, secret):
    """A planted word stands in no finding, whatever is wrong with the answer around it."""
    planted = [
        f"{text} {secret}" for text in (*texts, "=", "didn?t caf\u00c3\u00a9 \x07", "ring 07700 900123", LONG, LONG)
    ]
    findings = list(every(planted, range(len(planted)), [str(place) for place in range(len(planted))]))
    assert findings
    assert secret not in repr(findings)


@settings(max_examples=60)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_texts_are_checked(texts):
    """No text at all breaks a check; rows are the file's own, rising, as many as are counted."""
    for each in every(texts, range(7, 7 + len(texts)), [str(place) for place in range(len(texts))]):
        assert list(each.rows) == sorted(set(each.rows))
        assert set(each.rows) <= set(range(7, 7 + len(texts)))
        assert not each.rows or each.count == len(each.rows)


def test_each_different_text_is_looked_at_once():
    """What looks for safeguarding is handed each different text once; every row that holds it is flagged."""
    asked = []

    def raised(texts):
        asked.extend(texts)
        return [{"violence"} if text == "b" else () for text in texts]

    flags = list(flagged(cells("a", "b", "a", "b"), raised, list("wxyz"), ["q"] * 4))
    assert asked == ["a", "b"]
    assert [(each.row, each.id) for each in flags] == [(3, "x"), (5, "z")]


def test_flagged_rows_are_taken_out_of_other_findings():
    """Flagged rows are counted by other findings and not listed; a finding without them stays as it is."""
    both = [Finding("cut", "person", "w", "a", (2, 3, 4), 3), Finding("blank", "note", "w", "a", (), 9)]
    first, second = without(both, {3, 9})
    assert (first.rows, first.count, first.withheld) == ((2, 4), 3, 1)
    assert second is both[1]
    assert list(without(both, ())) == both


def test_personal_data_is_mended_by_redact():
    """What mends personal data is named: `freetext redact`, whether models see it masked or not."""
    for masked in (True, False):
        (finding,) = check_personal(cells("write to jo@example.org"), Redactor(), [0], masked=masked)
        assert "`freetext redact" in finding.remedy


def test_the_language_is_that_of_the_whole_column():
    """Where nobody says the language the answers tell it, however late they begin."""
    english = "The people at the desk were very kind and I have been helped when it was needed."
    german = "Die Leute am Empfang waren sehr nett und ich habe mich gut beraten gef\u00fchlt."
    late = Cells("q", [""] * 3_000 + [english] * 9 + [german], range(3_010))
    assert told(check_languages(late)) == [("language", "note", (3_009,))]
