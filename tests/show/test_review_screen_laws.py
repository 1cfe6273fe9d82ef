"""Laws of the review's full screen: whatever is shown, at whatever size."""

import unicodedata
from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from freetext.review.items import Suggested
from freetext.review.views import Choice, Phase, Reach, Summary, View
from freetext.show.review_screen import draw, scroll_to
from freetext.show.review_spans import encodable, row_cells, row_text
from freetext.show.review_text import cells, folded, harmless, laid, most_cells, paragraphs, shortened
from freetext.survey.codeframe import Theme

KEYS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ODD = (
    "[/]", "[0] foo", "\x1b[31m", "\u202eevil", "\u2066", "\u200b", "\u200d", "e\u0301\u0302", "資源不足", "👍🏽", "👨\u200d👩\u200d👧",
    "हिन्दी में", "می\u200cخواهم", "\ud800", "\x00", "\n\n\n", "\r\n", "\t", "\u2028", "☺\ufe0f", "\U0001fae8", "한국어", "\u1112\u1161",
    "supercalifragilistic" * 5, "資" * 90, "\x9b2J", "\u3000",
)  # fmt: skip
texts = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(ODD), st.just("waited")), max_size=30).map(" ".join)
widths, heights = st.integers(40, 200), st.integers(15, 60)
slugs = st.lists(st.sampled_from([f"t{place}" for place in range(60)]), max_size=4, unique=True).map(tuple)


@st.composite
def themes(draw):
    """Themes that can be ticked, up to three of them ticked."""
    count = draw(st.integers(0, 60))
    ticked = draw(st.sets(st.integers(0, max(0, count - 1)), max_size=3))
    names = draw(st.lists(texts, min_size=1, max_size=4))
    return tuple(
        Choice(f"t{place}", names[place % len(names)] + str(place), KEYS[place : place + 1], place in ticked)
        for place in range(count)
    )


reaches = st.builds(
    Reach,
    texts,
    texts,
    texts,
    st.none() | st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
)
views = st.builds(
    View,
    st.sampled_from(get_args(Phase)),
    texts,
    id=texts,
    title=texts,
    text=texts,
    cells=st.lists(st.tuples(texts, texts), max_size=6).map(tuple),
    choices=themes(),
    lit=st.none()
    | st.lists(st.builds(Suggested, slugs.map("".join), st.just(("waited", "資源不足"))), max_size=3).map(tuple),
    said=st.just(()) | st.tuples(slugs, slugs),
    adjudicating=st.booleans(),
    decided=st.booleans(),
    none=st.booleans(),
    note=texts,
    flags=st.just(("personal-data", "safeguarding")) | st.just(()),
    typed=texts,
    found=slugs,
    passages=st.lists(texts, max_size=3).map(tuple),
    defined=st.lists(st.builds(Theme, slugs.map("".join), st.just(1), texts, texts, st.tuples(texts)), max_size=3).map(
        tuple
    ),
    scroll=st.integers(0, 300),
    done=st.integers(0, 30),
    size=st.integers(0, 20),
    pace=st.none() | st.floats(0, 1000),
    minutes=st.none() | st.floats(0, 1000),
    summary=st.none()
    | st.builds(Summary, st.lists(reaches, max_size=5).map(tuple), advice=st.tuples(texts), more=st.integers(0, 9)),
    message=texts,
    survey=texts,
)


@settings(max_examples=150, deadline=None)
@given(views, widths, heights)
def test_a_screen_has_exactly_its_size_and_nothing_that_steers_a_terminal(view, width, height):
    """Every screen has its exact rows of exact cells, and no control, bidirectional or zero-width character but the non-joiner."""
    screen = draw(view, width, height)
    assert len(screen.rows) == height
    assert {row_cells(row) for row in screen.rows} == {width}
    steering = {each for each in screen.text if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert steering <= {"\n", "\u200c"}
    assert all(text for row in screen.rows for text, _ in row)


@settings(max_examples=60, deadline=None)
@given(views, st.integers(0, 60), st.integers(1, 20))
def test_any_window_is_filled(view, width, height):
    """Even a window that is too small is filled to its size, or its driver would show what was there before."""
    assert [row_cells(row) for row in draw(view, width, height).rows] == [width] * height


@settings(max_examples=60, deadline=None)
@given(views, widths, heights, st.sampled_from(["ascii", "latin-1", "cp437", "cp1252"]))
def test_any_encoding_can_show_a_screen(view, width, height, encoding):
    """With stand-ins a screen can be written in a narrow encoding, and keeps its width."""
    screen = encodable(draw(view, width, height), encoding)
    screen.text.encode(encoding)
    assert {row_cells(row) for row in screen.rows} == {width}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab c資源한국👍é£ हिन्दीमें العربية")), st.integers(40, 120))
def test_textual_measures_rows_as_they_were_measured(text, width):
    """What paints the rows agrees on their width, wide and combining characters included."""
    rows = draw(View("answer", "ana", text=text, title=text), width, 20).rows
    assert {cell_len(row_text(row)) for row in rows} == {width}


@settings(max_examples=100, deadline=None)
@given(views, widths, heights)
def test_every_ticked_theme_is_in_sight(view, width, height):
    """However many themes there are, those that are ticked are shown with their tick (three of them at the least)."""
    asked = replace(view, phase="answer")
    ticks = [
        span
        for row in draw(asked, width, height).rows
        for span in row
        if span[0].startswith("[x]") and span[1] == "tick"
    ]
    marked = asked.none and any(text.startswith("[x] none") for text, _ in ticks)
    assert len(ticks) - marked == sum(choice.ticked for choice in asked.choices)


@settings(max_examples=60, deadline=None)
@given(texts, widths, heights)
def test_scrolling_shows_every_line_of_an_answer(text, width, height):
    """Paging from the top to the end shows every line, in order, none skipped."""
    view = View("answer", "ana", text=text)
    lines = list(laid(text, min(width, 104) - 3))
    seen: dict[int, str] = {}
    for _ in range(len(lines) + 1):
        screen = draw(view, width, height)
        rows = [row_text(row)[2:].rstrip() for row in screen.rows if row[0][0].startswith("┃")]
        seen |= {screen.top + place: row for place, row in enumerate(rows)}
        view = replace(view, scroll=scroll_to(screen, "pagedown") or 0)
        if view.scroll == screen.top:
            break
    assert [seen[place] for place in range(len(lines))] == lines


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(2, 60))
def test_folding_loses_nothing_and_fits(text, width):
    """Folded lines fit, hold all that the harmless text holds, and a mark never begins a line that its letter does not."""
    lines = laid(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(paragraphs(text)).split())
    assert not any(unicodedata.combining(line[0]) for word in folded("e\u0301" * 40, width) for line in [word] if line)


@given(texts)
def test_harmless_text_stays_as_it_is(text):
    """Making a text harmless twice is making it harmless once."""
    assert harmless(harmless(text)) == harmless(text)


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=12), st.integers(1, 40))
def test_shortened_names_fit_and_say_that_they_are_cut(names, width):
    """A name is whole or has an ellipsis, and fits."""
    for name, short in zip(names, shortened([harmless(name) for name in names], width), strict=True):
        assert most_cells(short) <= width or short == harmless(name) or "…" in short
        assert short == harmless(name) or "…" in short


@settings(max_examples=60, deadline=None)
@given(views, widths, heights)
def test_a_blind_item_shows_nothing_of_the_model(view, width, height):
    """Without a suggestion to show, a screen is the same whatever the themes know of one, and lights no word."""
    blind = replace(view, phase="answer", lit=None, text="I waited", message="", note="")
    told = replace(blind, choices=tuple(replace(choice, suggested=True) for choice in blind.choices))
    screen = draw(told, width, height)
    assert screen == draw(
        replace(blind, choices=tuple(replace(choice, suggested=False) for choice in blind.choices)), width, height
    )
    assert not any(style in {"lit", "suggest"} and text.strip() for row in screen.rows for text, style in row)
