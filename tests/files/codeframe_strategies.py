"""Codeframes of every kind, for laws about their forms."""

import string

from hypothesis import strategies as st

from freetext.survey.codeframe import RESERVED, Codeframe, Theme, fold
from freetext.survey.fates import Change

slugs = st.text(string.ascii_lowercase + "éß文0", min_size=1, max_size=6).filter(lambda slug: slug == slug.lower())
texts = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=15),
    st.text("\";\n\t =+-@'\\u{1f}:[]-\rx", max_size=12),
    st.sampled_from(["Include:", "a\nNever: \n- b", "[freetext: slug x, number 1]", r"\u{41}", "_x0041_", "'=1", "=1"]),
)
filled = texts.filter(lambda text: bool(text.strip()))
listed = st.lists(texts, max_size=3).map(tuple)
phrase = st.lists(st.text("ab\"'#=é;\\", min_size=1, max_size=5), min_size=1, max_size=3).map(" ".join)
phrases = st.lists(phrase, max_size=2).map(tuple)
abbreviations = st.text("aBé.&\"'#=/0", min_size=1, max_size=5).filter(lambda short: any(map(str.isalnum, short)))


@st.composite
def codeframes(draw):
    """A codeframe with nets, phrases, a glossary and a log of changes."""
    found = draw(st.lists(slugs, min_size=1, max_size=6, unique=True))
    numbers = draw(st.lists(st.integers(-9, 999_999_999), min_size=len(found), max_size=len(found), unique=True))
    cut = draw(st.integers(0, len(found) - 1))
    nets = [
        Theme(slug, number, draw(filled), draw(texts), net=draw(st.sampled_from(["", *found[:place]])))
        for place, (slug, number) in enumerate(zip(found[:cut], numbers, strict=False))
    ]
    themes = [draw(_themes(slug, number, found[:cut])) for slug, number in zip(found[cut:], numbers[cut:], strict=True)]
    shorts = draw(st.lists(abbreviations, max_size=3, unique_by=fold))
    return Codeframe(
        "c-1",
        tuple(themes),
        tuple(nets),
        draw(texts),
        draw(st.sampled_from(["en", "cy"])),
        changes=draw(changes([theme.slug for theme in themes])),
        single=draw(st.booleans()),
        redact=draw(st.booleans()),
        glossary=tuple((short, draw(filled)) for short in shorts),
    )


@st.composite
def _themes(draw, slug, number, nets):
    always = draw(phrases)
    return Theme(
        slug,
        number,
        draw(filled),
        draw(texts),
        include=draw(listed),
        exclude=draw(listed),
        examples=draw(listed),
        keywords=draw(phrases),
        always=always,
        never=tuple(each for each in draw(phrases) if fold(each) not in map(fold, always)),
        net=draw(st.sampled_from(["", *nets])),
        reserved=draw(st.sampled_from(["", *RESERVED])),
    )


@st.composite
def changes(draw, ends):
    """Logs of changes of slugs that have gone into themes that are there."""
    log = []
    for place, op in enumerate(draw(st.lists(st.sampled_from(["merge", "rename", "retire"]), max_size=3))):
        old = [f"{place}-{slug}" for slug in draw(st.lists(slugs, min_size=1, max_size=3, unique=True))]
        time = draw(st.datetimes()).isoformat()
        new = () if op == "retire" else (draw(st.sampled_from(ends)),)
        log.append(Change(op, tuple(old[:1] if op == "rename" else old), new, time, draw(texts)))
    return tuple(log)
