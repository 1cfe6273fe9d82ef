"""The faces of the review's full screen."""

import re
import time
from dataclasses import replace

import pytest

from freetext.review.items import Suggested
from freetext.review.views import Choice, Reach, Summary, View
from freetext.show.review_screen import draw, scroll_to
from freetext.show.review_spans import encodable
from freetext.survey.codeframe import Theme

KEYS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NAMES = ("Waiting times", "Staff attitude", "Communication", "Cleanliness", "Parking", "Appointments by phone", "Food")
ASKED = View(
    "answer",
    "ana",
    id="1042",
    question="better",
    title="What could we do better? Please tell us about anything that would have improved your visit.",
    text="I waited four hours before anybody spoke to me. The nurse was kind, but nobody told us what was "
    "happening.\n\n[/] Parking cost £12!",
    cells=(("Type of visit", "Emergency"), ("Age group", "45-54"), ("Would you recommend us?", "No"), ("Sex", "")),
    done=7,
    size=20,
    total=127,
    pace=212.4,
    minutes=6.1,
    survey="nhs-feedback",
)


def choices(count, *, ticked=(), suggested=(), said=()):
    """So many themes, with keys as far as they go."""
    return tuple(
        Choice(
            f"t{place}",
            NAMES[place] if place < len(NAMES) else f"Theme number {place + 1}",
            KEYS[place : place + 1],
            place in ticked,
            place in suggested,
            tuple(letter for letter, slugs in zip("ABC", said, strict=False) if f"t{place}" in slugs),
        )
        for place in range(count)
    )


QUEUED = replace(
    ASKED,
    choices=choices(7, ticked={0}, suggested={0, 4}),
    lit=(Suggested("t0", ("waited", "hours")), Suggested("t4", ("parking",))),
)


def face(view, width=80, height=24):
    """A screen's text as a snapshot holds it."""
    return "\n" + "\n".join(line.rstrip() for line in draw(view, width, height).text.split("\n")) + "\n"


def test_face_of_a_queue_item():
    """The answer stands in full with its evidence bracketed, the suggestion in words, the closed answers, the themes and the keys."""
    assert (
        face(QUEUED)
        == """
 nhs-feedback · ana     this batch 7 of 20 · about 6 minutes left · 212 an hour
━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────────────────────────────
 What could we do better? Please tell us about anything that would have improved
 your visit.
┃ I \u2039waited\u203a four \u2039hours\u203a before anybody spoke to me. The nurse was kind, but
┃ nobody told us what was happening.
┃
┃ [/] \u2039Parking\u203a cost £12!






 The model suggests *1 Waiting times (waited, hours) · *5 Parking (parking)
 Type of visit: Emergency · Age group: 45-54 · Would you recommend us? No
 Sex: no answer
────────────────────────────────────────────────────────────────────────────────
1*[x] Waiting times                      5*[ ] Parking
2 [ ] Staff attitude                     6 [ ] Appointments by phone
3 [ ] Communication                      7 [ ] Food
4 [ ] Cleanliness

 Enter save  n none  u undo  b back  s skip  / find  d define  ? help  q quit
"""
    )


def test_face_of_a_blind_item_on_a_wide_screen():
    """A blind item has nothing of the model; from 100 cells on the closed answers stand beside the text."""
    blind = replace(ASKED, choices=choices(7), flags=("personal-data",), note="ring the ward", message="Taken back.")
    assert (
        face(blind, 110, 22)
        == """
 nhs-feedback · ana                                   this batch 7 of 20 · about 6 minutes left · 212 an hour
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────────────────────────────────────────────────
 What could we do better? Please tell us about anything that would have improved your visit.
┃ I waited four hours before anybody spoke to me. The nurse was kind,   │ Also answered
┃ but nobody told us what was happening.                                │ Type of visit: Emergency
┃                                                                       │ Age group: 45-54
┃ [/] Parking cost £12!                                                 │ Would you recommend us? No
                                                                        │ Sex: no answer
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
──────────────────────────────────────────────────────────────────────────────────────────────────────────────
1 [ ] Waiting times                                     5 [ ] Parking
2 [ ] Staff attitude                                    6 [ ] Appointments by phone
3 [ ] Communication                                     7 [ ] Food
4 [ ] Cleanliness
 Taken back. · personal data · note: ring the ward
 Enter save  n none  u undo  b back  s skip  / find  d define  f search  c note  ? help  q quit
"""
    )


def test_face_of_an_adjudication():
    """The coders' choices stand beside each theme, with a sign where they differ, and who chose nothing is said."""
    said = (("t0", "t1"), ("t0",), ())
    shown = replace(ASKED, adjudicating=True, said=said, choices=choices(3, ticked={1}, said=said), cells=())
    assert (
        face(shown, 80, 15)
        == """
 Adjudication · nhs-feedback · ana    this batch 7 of 20 · about 6 minutes left
━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────────────────────────────
 What could we do better? Please tell us about anything that would have improve…
┃ I waited four hours before anybody spoke to me. The nurse was kind, but
┃ nobody told us what was happening.
┃
┃ [/] Parking cost £12!

 A, B, C: what the coders chose · ≠ they differ · C chose none of these themes
────────────────────────────────────────────────────────────────────────────────
1 [ ] AB·≠ Waiting times
2 [x] A··≠ Staff attitude
3 [ ] ···  Communication

 Enter save  n none  u undo  b back  s skip  / find  d define  ? help  q quit
"""
    )


REACHES = (
    Reach("better", "Waiting times", "North", 0.345, 0.28, 0.41, 120, 35),
    Reach("better", "Parking", "", None, None, None, 0, 12),
    Reach("better", "Food", "", 0.1, 0.07, 0.14, 1200, 0),
)


def test_face_of_a_summary():
    """Between batches every number stands with what it still wants, in the order given, and the advice above."""
    summary = Summary(REACHES, 0.05, 35, ("Coding all 412 answers that are left takes about 2 hours.",))
    assert (
        face(replace(ASKED, phase="summary", summary=summary, done=20), 80, 15)
        == """
 nhs-feedback · ana                           this batch 20 of 20 · 212 an hour
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 35 more audit answers until every number is known to within 5 points.
 Coding all 412 answers that are left takes about 2 hours.

 theme          column  estimate  interval  audited  more wanted
 Waiting times  North       35 %     28-41      120           35
 Parking        all            -         -        0           12
 Food           all         10 %      7-14    1,200       enough



────────────────────────────────────────────────────────────────────────────────

 Enter go on  q leave  PgUp PgDn scroll
"""
    )


def test_stop_here_is_large_and_plain():
    """When every number is reached, a frame says to stop."""
    summary = Summary(tuple(replace(reach, more=0) for reach in REACHES), 0.05, 0)
    shown = face(replace(ASKED, phase="summary", summary=summary))
    assert " │   STOP HERE                                   │" in shown
    assert " │   Every number is known to within 5 points.   │" in shown


def test_a_table_without_room_for_names_puts_them_above():
    """On a narrow screen a number's names stand on a line of their own, so that none is cut to nothing."""
    shown = face(replace(ASKED, phase="summary", summary=Summary(REACHES, 0.05, 35)), 40, 20)
    assert "\n Waiting times · North\n    35 %     28-41      120      35\n" in shown


def test_face_of_help():
    """All keys and signs fit 80 x 24."""
    assert (
        face(replace(ASKED, phase="help"))
        == """
 nhs-feedback · ana     this batch 7 of 20 · about 6 minutes left · 212 an hour
━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────────────────────────────
 Keys
  1-9 0 A-Z  tick or untick a theme       f          search the answers
  Enter      save and go on               c          write a note
  n          none of these themes         p          personal data: mark it
  u          undo, as far as you like     !          safeguarding: mark it
  b          back to the last answer      PgUp PgDn  scroll
  s          skip; it comes back          ?          these keys
  /          find a theme by its name     q          quit; nothing is lost
  d          what the themes mean

 Signs
  [x] [ ]  ticked, not ticked
  *        the model suggests this theme
  \u2039word\u203a   a word that speaks for what the model suggests
  ≠        coders differ on this theme
  …        something was cut for want of room

 Every decision is on disk when the next answer is shown. Leave whenever you
 like; you come back to this place.
────────────────────────────────────────────────────────────────────────────────

 Escape back  PgUp PgDn scroll
"""
    )


THEMES = (
    Theme("t0", 1, "Waiting times", "How long people waited.", ("in the corridor",), ("travel",), ("Four hours!",)),
    Theme("t1", 2, "Staff attitude"),
)


def test_definitions_keep_the_answer_in_sight():
    """Definitions stand under the head of the answer, each with what it includes, excludes, and examples."""
    shown = face(replace(QUEUED, phase="definition", defined=THEMES), 80, 24)
    assert "┃ I \u2039waited\u203a four" in shown
    assert (
        """
 1 Waiting times
   How long people waited.
   includes in the corridor
   excludes travel
   example  Four hours!

 2 Staff attitude
   no definition is written yet
"""
        in shown
    )


def test_finding_marks_the_theme_that_enter_ticks():
    """While a theme is looked for, what is typed and the matches take the themes' place; the first is marked."""
    shown = face(replace(QUEUED, phase="find", typed="o ", found=("t5", "t2")))
    assert "\n Find a theme: o _\n > [ ] 6 Appointments by phone\n   [ ] 3 Communication\n" in shown
    assert "no theme is like that" in face(replace(QUEUED, phase="find", typed="xyz"))
    assert "type a part of the theme's name" in face(replace(QUEUED, phase="find"))


def test_searching_shows_passages_and_says_how_many_are_left_out():
    """Matches of a search stand with their ids and passages, and the rest is counted."""
    found, passages = tuple(map(str, range(100, 200))), ("…the nurse…", "a nurse\n\x1b[31m")
    shown = face(replace(QUEUED, phase="search", typed="nurse", found=found, passages=passages))
    assert " > 100  …the nurse…\n   101  a nurse \ufffd[31m\n   102\n" in shown
    assert "…and 96 more" in shown
    assert "Enter go to the first" in shown
    sought = face(replace(QUEUED, phase="search", typed="nurse"))
    assert "Enter looks for it" in sought
    assert "Enter look  Escape back" in sought


def test_the_end_of_a_long_note_is_seen_while_it_is_written():
    """A note that is longer than its place shows where one is typing."""
    shown = face(replace(QUEUED, phase="note", typed="first " + "words and " * 60 + "last"))
    assert "last_" in shown
    assert "first" not in shown
    assert "Note: … " in shown


def test_leaving_says_what_is_at_stake():
    """Leaving with ticks that are not saved keeps them in sight and names three ways on."""
    shown = face(replace(QUEUED, phase="leave"))
    assert "1*[x] Waiting times" in shown
    assert (
        "\n Ticks on this answer are not saved.\n Enter saves  q again leaves without saving  Escape stays\n" in shown
    )


def test_when_nothing_is_left_the_next_commands_stand_there():
    """An empty review names what comes next."""
    shown = face(View("empty", "ana", total=1))
    assert "Nothing is left to ask. You decided 1 answer in all." in shown
    assert "freetext train" in shown
    assert "freetext agreement" in shown


@pytest.mark.parametrize(("count", "seen"), [(36, 36), (44, 39), (120, 39)])
def test_thirty_six_themes_fit_the_smallest_usual_terminal(count, seen):
    """At 80 x 24 the 36 themes with a key are in sight, and how many are not is said."""
    shown = face(replace(ASKED, choices=choices(count)))
    assert shown.count("[ ]") == seen
    assert (f"…and {count - seen} more: /" in shown) == (count > seen)
    assert all(f"\n{key} [ ]" in shown or f"  {key} [ ]" in shown for key in KEYS)


def test_names_that_are_cut_stay_different():
    """Names that would be cut to the same text are cut in the middle."""
    named = tuple(
        Choice(f"t{place}", f"Staff attitude of the {who}", KEYS[place]) for place, who in enumerate(KEYS[:30])
    )
    shown = face(replace(ASKED, choices=named))
    assert "1 [ ] Staff att… of the 1  A [ ] Staff att… of the A" in shown


@pytest.mark.parametrize(("width", "height"), [(80, 24), (60, 15), (100, 15), (100, 24), (140, 40), (200, 20)])
@pytest.mark.parametrize("count", [1, 3, 7, 12, 40])
def test_no_closed_answer_is_left_out_in_silence(width, height, count):
    """Beside or below the text, every closed answer is shown or counted among those that are not."""
    cells = tuple((f"Q{place}", f"answer-{place}.") for place in range(count))
    shown = face(replace(ASKED, cells=cells, choices=choices(5)), width, height)
    hidden = sum(map(int, re.findall(r"…and (\d+) more", shown)))
    assert shown.count("answer-") + hidden == count


def test_themes_keep_their_places_from_answer_to_answer():
    """Where the themes stand depends on the window and the codeframe, as long as an answer is of a usual length."""
    texts = ("No.", "A rather longer answer. " * 15, "")
    short, long, none = (draw(replace(QUEUED, text=text), 110, 40).rows for text in texts)
    assert short[18:] == long[18:] == none[18:]
    assert "1*[x] Waiting times" in "".join(text for text, _ in short[19])


def test_a_refusal_is_not_cut_on_an_ordinary_screen():
    """A long message is folded, so that what went wrong can be read whole."""
    refusal = "This decision was not saved: the disk is full. " * 4
    assert " ".join(face(replace(QUEUED, message=refusal)).split()).count("the disk is full.") == 4


def test_decisions_of_the_past_are_marked():
    """An answer that was decided before says so, and that it has none of the themes."""
    assert "[x] none of these themes · saved" in face(replace(QUEUED, decided=True, none=True))


def test_a_narrow_encoding_gets_stand_ins_of_the_same_width():
    """What an encoding lacks is drawn in what it has, and no column moves."""
    screen = draw(replace(QUEUED, text="資源 " + QUEUED.text), 80, 24)
    lesser = encodable(screen, "ascii")
    assert all(len(row) == 80 for row in lesser.text.split("\n"))
    assert "| ???? I <waited> four" in lesser.text
    assert encodable(screen, "utf-8") is screen


def test_a_window_that_is_too_small_says_so():
    """Where nothing can be drawn, how large the window must be is said in its exact size."""
    screen = draw(QUEUED, 20, 6)
    assert [len(line) for line in screen.text.split("\n")] == [20] * 6
    assert "it needs 40 x 15" in " ".join(screen.text.split())


def test_scrolling_keys_stay_within_the_text():
    """A page goes on one line before the last that was seen, an end is an end, and other keys do not scroll."""
    long = replace(QUEUED, text="\n".join(f"line {place}" for place in range(50)))
    screen = draw(long, 80, 24)
    assert scroll_to(screen, "pagedown") == screen.page - 1
    assert (scroll_to(screen, "end"), scroll_to(screen, "up"), scroll_to(screen, "x")) == (screen.most, 0, None)
    last = draw(replace(long, scroll=99), 80, 24)
    assert "line 49" in last.text
    assert (scroll_to(last, "down"), scroll_to(last, "up"), scroll_to(last, "home")) == (last.most, last.most - 1, 0)


def test_a_long_answer_and_many_themes_are_drawn_at_once():
    """20,000 characters and 100 themes are drawn far within a key's 50 ms."""
    view = replace(QUEUED, text="I waited four hours, 資源. " * 800, choices=choices(100))
    draw(view, 140, 40)
    start = time.perf_counter()
    for scroll in range(5):
        draw(replace(view, scroll=scroll), 140, 40)
    assert time.perf_counter() - start < 5 * 0.05
