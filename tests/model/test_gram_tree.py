from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.gram_tree import GramTree
from freetext.model.vocabulary import LONGEST, SHORTEST, grams

forms = st.text(st.sampled_from("abé日👍 '"), min_size=1, max_size=7)


@settings(max_examples=150)
@given(st.lists(forms, max_size=6), st.lists(forms, max_size=6), st.randoms(use_true_random=False))
def test_the_tree_finds_what_looking_up_each_gram_finds(taught, asked, dice):
    """Of any words, those n-grams that are known are found, as often and in the order in which a word holds them."""
    all_grams = sorted({gram for form in taught for gram in grams(form)})
    known = [gram for gram in all_grams if dice.random() < 0.7]
    place = {gram: number for number, gram in enumerate(known)}
    rows, found = GramTree(known, SHORTEST, LONGEST).find(asked)
    expected = [(row, place[gram]) for row, form in enumerate(asked) for gram in grams(form) if gram in place]
    assert list(zip(rows.tolist(), found.tolist(), strict=True)) == expected
