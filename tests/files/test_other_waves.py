"""Labels whose id, question and text stand in several waves: each is about one of them."""

from hypothesis import given
from hypothesis import strategies as st

from freetext.files.labelling.other_waves import OtherWaves
from freetext.survey.labels import Label

WAVES = ("one", "two", "three")
HASH = "h"


def counting(label, holders):
    """The waves on which a label counts, where these hold its text."""

    def read(wave, keys):
        return {(key, HASH) for key in keys if wave in holders}

    found = []
    for place, wave in enumerate(WAVES):
        others = OtherWaves(read, wave, WAVES[:place], WAVES[place + 1 :])
        if wave in holders and label not in others.theirs([label]):
            found.append(wave)
    return found


def label(wave):
    return Label("7", "why", ("a",), "ada", text_hash=HASH, wave=wave)


@given(st.sampled_from(["", *WAVES, "renamed"]), st.sets(st.sampled_from(WAVES)))
def test_a_label_counts_on_one_wave_that_holds_its_text(named, holders):
    """On the wave that it names, if that holds the text; else on the oldest that does; on none where none does."""
    there = [wave for wave in WAVES if wave in holders]
    assert counting(label(named), holders) == ([named] if named in holders else there[:1])


def test_a_file_that_is_no_wave_takes_labels_by_their_texts():
    """A part of the survey's file, or a copy of it, is coded with what people said of these very texts."""
    others = OtherWaves(lambda _wave, keys: {(key, HASH) for key in keys}, "", WAVES)
    assert others.theirs([label("one"), label("")]) == set()
    assert not others.bare
