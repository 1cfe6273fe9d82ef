"""Which answers are claimed by a theme: by people, by a coded file, or by a model."""

from dataclasses import replace

import pytest
from tests.interfaces.visits import known, write_visits

from freetext.errors import NegativeAnswer, UsageError
from freetext.files.labelling.labels import append_labels, text_hash
from freetext.interfaces.claims import claims_of
from freetext.interfaces.discovering import find_groups, groups_of
from freetext.interfaces.searched import searched
from freetext.survey.labels import Label

MORE = """
[[question]]
name = "more"
kind = "open"
column = "more"
"""
FRAME = """\
name = "visit"

[[theme]]
slug = "cost"
name = "The cost"

[[theme]]
slug = "food"

[[theme]]
slug = "other"
number = 97
reserved = "other"

[[theme]]
slug = "none"
number = 99
reserved = "none"
"""
TEXTS = ("too dear", "no idea", "the bus", "something", "soup", "")


@pytest.fixture(name="folder")
def _folder(tmp_path):
    rows = (f"{place},{text},{text} more" for place, text in enumerate(TEXTS, start=1))
    write_visits(tmp_path, ["id,why,more", *rows], FRAME, more=MORE)
    return tmp_path


def looked(folder, *questions, **more):
    """The answers that are looked through."""
    return searched(known(folder), questions, **more)


def label(folder, name, *themes, coder="ann"):
    """Let somebody decide on an answer to `why`."""
    hashed = text_hash("k", TEXTS[int(name) - 1])
    append_labels(
        folder / "data" / "annotated", [Label(name, "why", themes, coder, "2026-01-01T00:00:00Z", text_hash=hashed)]
    )


def test_people_claim_by_theme_and_not_by_other(folder):
    """A theme claims, in dispute too; `other` and no theme at all do not; what names nothing has nothing to find."""
    label(folder, "1", "cost")
    label(folder, "2", "none")
    label(folder, "3", "other")
    label(folder, "4")
    label(folder, "5", "food")
    label(folder, "5", coder="ben")
    claims = claims_of(looked(folder, "why"))
    assert claims.claimed.tolist() == [True, True, False, False, True, False]
    assert claims.nothing.tolist() == [False, True, False, False, False, False]
    assert claims.said == ("claimed by people: 5 answers that they decided on",)


def test_a_coded_file_claims_where_people_have_not_decided(folder):
    """Its codes stand by slug or by name; an answer that it does not have is told."""
    (folder / "output").mkdir()
    rows = ["id,why,more,freetext_themes:why,freetext_source:why"]
    codes = ("cost", "none", "other", "The cost", "")
    rows += [
        f"{place},{TEXTS[place - 1]},{TEXTS[place - 1]} more,{code},{code and code + '=model'}"
        for place, code in enumerate(codes, 1)
    ]
    (folder / "output" / "survey-coded.csv").write_text("\n".join(rows) + "\n")
    label(folder, "1", "other")
    claims = claims_of(looked(folder, "why"))
    assert claims.claimed.tolist() == [False, True, False, True, False, False]
    assert claims.nothing.tolist() == [False, True, False, False, False, False]
    assert "claimed by people: 1 answer that they decided on" in claims.said
    assert any("survey-coded.csv" in said for said in claims.said)


def test_only_people_say_of_a_long_answer_that_it_names_nothing(folder):
    """What its themes have no words for a machine takes for nothing: such answers are looked at, and said to be; people are believed."""
    long = "they ought to mend the roof of the shelter"
    rows = [f"{place},{text},," for place, text in enumerate((long, long, "no idea"), 1)]
    (folder / "survey.csv").write_text("\n".join(["id,why,more,extra", *rows]) + "\n")
    (folder / "output").mkdir()
    coded = [f"{row},none,none=model" for row in rows]
    (folder / "output" / "survey-coded.csv").write_text(
        "\n".join(["id,why,more,extra,freetext_themes:why,freetext_source:why", *coded]) + "\n"
    )
    hashed = text_hash("k", long)
    append_labels(
        folder / "data" / "annotated", [Label("2", "why", ("none",), "ann", "2026-01-01T00:00:00Z", text_hash=hashed)]
    )
    claims = claims_of(looked(folder, "why"))
    assert claims.claimed.tolist() == [False, True, True]
    assert "looked at too: 1 longer answer in which the machine found nothing named" in claims.said


def test_without_codes_everything_is_looked_at(folder):
    """Nobody claims; that is said, with what claims."""
    claims = claims_of(looked(folder))
    assert not claims.claimed.any()
    assert len(claims.claimed) == 12
    assert claims.said[0].startswith("nothing is coded yet")


def test_a_model_claims_what_it_codes(folder, model):
    """A model that is named speaks for all answers that nobody decided on."""
    label(folder, "1", "cost")
    survey = folder / "survey.csv"
    survey.write_text(
        "id,why,more\n"
        + "".join(f"{place},{text},\n" for place, text in enumerate(("too dear", "the staff were kind", "qwxz"), 1))
    )
    claims = claims_of(looked(folder, "why"), model)
    assert claims.claimed.tolist()[0] is True
    assert claims.claimed.tolist()[2] is False
    assert any(said.startswith("claimed by the model") for said in claims.said)


def test_questions_are_chosen_and_those_of_several_codeframes_refused(folder):
    """A question that is not there is named with those that are; codeframes are taken one by one; blank answers are none."""
    assert {key[1] for key in looked(folder, "more").keys} == {"more"}
    with pytest.raises(UsageError, match=r"--question wy: there is none\. Questions: why, more"):
        looked(folder, "wy")
    (folder / "other.toml").write_text(FRAME)
    settings = folder / "freetext.toml"
    settings.write_text(settings.read_text() + 'codeframe = "other.toml"\n')
    with pytest.raises(UsageError, match="--question names one"):
        looked(folder)
    assert looked(folder, "more").path == folder / "other.toml"
    (folder / "survey.csv").write_text("id,why,more\n1,,x\n")
    with pytest.raises(NegativeAnswer, match="every answer is blank"):
        looked(folder, "why")


def test_what_is_kept_names_members_once_and_those_that_are_claimed(folder):
    """Central answers come first, and with all answers grouped those that a theme claims are known; claimed ones that it reaches for are counted."""
    rows = [f"{place},the bus was late again {place % 7},x" for place in range(1, 81)]
    (folder / "survey.csv").write_text("\n".join(["id,why,more", *rows]) + "\n")
    found = looked(folder, "why")
    discovery = find_groups(found, claims_of(found), everything=True, groups=3)
    reaching = replace(
        discovery.found, proposed=tuple(replace(each, also=each.places[:2]) for each in discovery.found.proposed)
    )
    kept = groups_of(replace(discovery, found=reaching))
    assert {each.also for each in kept.groups} == {2}
    assert kept.answers == 80
    for group, proposed in zip(kept.groups, discovery.found.proposed, strict=True):
        assert len(set(group.members)) == len(group.members) == len(proposed)
        assert group.members[0] == found.keys[proposed.central[0]]
    assert kept.claimed == ()
    assert kept.digest == found.digest
