"""The review's state machine: keys in, events and views out."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.draft import KEYS, NOTHING, Draft
from freetext.review.items import Item, Suggested
from freetext.review.session import SOURCES, Session
from freetext.review.showing import view_of
from freetext.review.state import Event
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.survey.labels import Key, Label, skipped, standing

FRAME = Codeframe(
    "frame",
    (
        Theme("money", 1, "Money", "Funds and budgets."),
        Theme("staff", 2, "Staff", keywords=("nurse",)),
        Theme("time", 3, "Time"),
        Theme("nothing", 9, "Nothing to say", reserved="none"),
    ),
)
TEXTS = {("1", "q"): "No money.", ("2", "q"): "No staff.", ("3", "q"): "[0] no time [/]", ("4", "q"): "No nurse."}
SUGGESTION = (Suggested("staff", ("staff",)),)


def item_of(key: Key) -> Item:
    suggestion = SUGGESTION if key[0] == "2" else None
    return Item(key, TEXTS[key], FRAME, "queue" if suggestion else "audit", suggestion=suggestion, model="m1")


def seek(text: str) -> Sequence[Key]:
    return [key for key, said in TEXTS.items() if text.lower() in said.lower()]


class Driven:
    """A session and the log that a driver would have written."""

    def __init__(self, keys: Sequence[Key] = tuple(TEXTS)[:3], log: Sequence[Label] = ()) -> None:
        self.log = list(log)
        self.session = Session(item_of, decided=standing(self.log), seek=seek)
        self.session.deal([item_of(key) for key in keys])

    def press(self, *keys: str, seconds: float | None = 4.0) -> "Driven":
        """Press keys; what they write is kept."""
        for key in keys:
            move = self.session.move(key, seconds)
            self.log += [label_of(event) for event in move.events]
            self.session.accept(move)
        return self

    def __getitem__(self, name: str) -> Draft:
        return self.session.decided[name, "q"]


def label_of(event: Event) -> Label:
    draft = event.draft
    themes = tuple(theme.slug for theme in FRAME.themes if theme.slug in draft.themes)
    return Label(
        *event.key,
        themes,
        "ada",
        source=event.source,
        seconds=event.seconds,
        suggested=event.suggested,
        note=draft.note,
        event=event.kind,
        flags=tuple(sorted(draft.flags)),
    )


def test_enter_saves_what_is_ticked_and_goes_on():
    """A digit ticks a theme, Enter writes the decision down and shows the next answer."""
    driven = Driven().press("1", "3", "enter")
    (label,) = driven.log
    assert (label.id, label.themes, label.event, label.source, label.seconds) == (
        "1",
        ("money", "time"),
        "label",
        "audit",
        4.0,
    )
    assert driven.session.item == item_of(("2", "q"))


def test_nothing_is_ticked_before_the_coder_ticks_it():
    """The model's suggestion is shown and never ticked; Enter without a tick saves nothing."""
    driven = Driven().press("n", "enter")
    view = view_of(driven.session, "ada")
    assert view.lit == SUGGESTION
    assert not any(choice.ticked for choice in view.choices)
    assert [choice.slug for choice in view.choices if choice.suggested] == ["staff"]
    driven.press("enter")
    assert len(driven.log) == 1
    assert "Tick a theme" in driven.session.state.message


def test_a_decision_tells_whether_the_suggestion_was_in_sight():
    """Decisions on queue items are marked as suggested, with the model; blind ones are not."""
    log = Driven().press("1", "enter", "2", "enter").log
    assert [(label.suggested, label.source) for label in log] == [(False, "audit"), (True, "queue")]


def test_none_of_these_is_a_decision_with_no_theme():
    """`n` takes the ticks away and can be saved; a tick takes `n` away."""
    driven = Driven().press("1", "n", "enter")
    assert driven.log[0].themes == ()
    assert driven["1"] == Draft(none=True)
    assert Driven().press("n", "2", "enter").log[0].themes == ("staff",)


def test_a_reserved_code_stands_alone():
    """Ticking a reserved code takes the others away, and the other way round."""
    assert Driven().press("1", "4", "enter").log[0].themes == ("nothing",)
    assert Driven().press("4", "1", "enter").log[0].themes == ("money",)


def test_undo_takes_ticks_and_decisions_back_one_by_one():
    """`u` writes a compensating event, shows the answer again with its ticks, and then takes these back too."""
    driven = Driven().press("1", "enter", "u")
    assert [label.event for label in driven.log] == ["label", "undo"]
    assert standing(driven.log) == []
    assert driven.session.item == item_of(("1", "q"))
    assert driven.session.state.draft.themes == {"money"}
    assert driven.press("u").session.state.draft == NOTHING
    assert "Nothing is left to undo" in driven.press("u").session.state.message


def test_undo_goes_on_in_earlier_sessions():
    """A session that comes back can take back what an earlier one decided."""
    log = Driven().press("1", "enter", "2", "enter").log
    driven = Driven(log=log)
    assert driven.session.item == item_of(("3", "q"))
    driven.press("u", "u")
    assert standing(driven.log) == []
    assert driven.session.item == item_of(("1", "q"))


def test_back_shows_the_decision_and_enter_without_a_change_writes_nothing():
    """`b` shows the answer before with its decision; saving it again unchanged adds no event."""
    driven = Driven().press("1", "enter", "b")
    assert view_of(driven.session, "ada").decided
    assert driven.session.state.draft.themes == {"money"}
    driven.press("enter")
    assert len(driven.log) == 1
    assert driven.session.item == item_of(("2", "q"))
    driven.press("b", "2", "enter")
    assert standing(driven.log)[-1].themes == ("money", "staff")


def test_a_pass_is_remembered_and_can_be_taken_back():
    """`s` writes a skip; undoing it brings the answer back."""
    driven = Driven().press("s")
    assert skipped(driven.log, "ada") == [("1", "q")]
    assert driven.session.item == item_of(("2", "q"))
    driven.press("u")
    assert skipped(driven.log, "ada") == []
    assert driven.session.item == item_of(("1", "q"))


def test_a_batch_ends_in_a_summary_and_asks_for_more():
    """Behind the last answer stands the summary; Enter there wants the next batch, and an empty one says that nothing is left."""
    driven = Driven().press("1", "enter", "1", "enter", "1", "enter")
    assert driven.session.state.phase == "summary"
    assert driven.session.done == 3
    assert driven.session.move("enter").wants_batch
    driven.session.deal([])
    assert view_of(driven.session, "ada").phase == "empty"


def test_leaving_with_ticks_that_are_not_saved_asks_first():
    """`q` with open ticks asks; Escape stays, Enter saves and leaves, q leaves."""
    driven = Driven().press("1", "q")
    assert driven.session.state.phase == "leave"
    assert driven.session.move("q").leaves
    assert not driven.session.move("q").events
    assert driven.session.move("enter").leaves
    assert driven.session.move("enter").events
    assert driven.press("escape").session.state.phase == "answer"
    assert Driven().session.move("q").leaves
    assert Driven().session.move("ctrl+c").leaves


def test_what_cannot_be_written_has_not_happened():
    """Where the log refuses an event, the session stands as before and says why."""
    driven = Driven().press("1")
    before = driven.session.state
    driven.session.move("enter")
    driven.session.refuse("the disk is full")
    assert driven.session.state.draft == before.draft
    assert driven.session.decided == {}
    assert view_of(driven.session, "ada").message == "the disk is full"


def test_a_theme_is_found_by_its_name():
    """`/` and a few letters tick a theme; Down means the next one that fits; a keyword finds it too."""
    assert Driven().press("/", "t", "i", "m", "enter").session.state.draft.themes == {"time"}
    assert Driven().press("/", "t", "down", "enter").session.state.draft.themes == {"nothing"}
    assert Driven().press("/", *"nurse", "enter").session.state.draft.themes == {"staff"}
    assert "No theme" in Driven().press("/", *"zebra", "enter").session.state.message
    assert Driven().press("/", "1", "escape").session.state.draft == NOTHING


def test_notes_and_flags_go_with_the_decision():
    """`c` takes a note, `p` and `!` raise flags; they are saved with the decision."""
    (label,) = Driven().press("1", "c", *"odd", "space", *"one", "enter", "p", "!", "enter").log
    assert (label.note, label.flags) == ("odd one", ("personal-data", "safeguarding"))


def test_a_searched_answer_comes_next_and_is_a_lookup_or_what_it_was():
    """`f` finds answers by their text; the one that is meant comes next, then the one that was left; undo finds its way."""
    driven = Driven().press("1", "enter", "f", *"nurse", "enter")
    assert view_of(driven.session, "ada").found == ("4: No nurse.",)
    driven.press("enter")
    assert driven.session.item == item_of(("4", "q"))
    driven.press("2", "enter")
    assert driven.session.item == item_of(("2", "q"))
    driven.press("u", "u", "u", "u")
    assert driven.session.decided == {}
    assert standing(driven.log) == []


def test_ticks_that_are_left_behind_are_there_when_the_coder_comes_back():
    """Going back and forth loses no tick."""
    driven = Driven().press("1", "enter", "3", "b", "right")
    assert driven.session.state.draft.themes == {"time"}


def test_keys_go_to_the_first_thirty_six_themes():
    """1-9, 0, then capitals; the rest have no key."""
    frame = codeframe_of([f"theme {number}" for number in range(40)])
    session = Session(item_of)
    session.deal([Item(("1", "q"), "x", frame, "audit")])
    keys = [choice.key for choice in view_of(session, "ada").choices]
    assert keys == [*KEYS, "", "", "", ""]
    assert keys[:11] == [*"1234567890", "A"]


def test_the_pace_is_the_middle_of_the_latest_decisions():
    """After three decisions the view tells answers an hour and minutes left; an hour's lunch counts for nothing."""
    driven = Driven(tuple(TEXTS)).press("1", "enter", seconds=10).press("1", "enter", seconds=20)
    assert view_of(driven.session, "ada").pace is None
    driven.press("b", "2", "enter", seconds=4000).press("1", "enter", seconds=30)
    view = view_of(driven.session, "ada")
    assert (view.pace, view.minutes) == (180.0, 1 / 3)


def test_every_stream_has_its_source():
    """A decision is kept under the reason for which its answer was asked."""
    assert SOURCES["second"] == SOURCES["audit"] == "audit"
    assert SOURCES["adjudicate"] == "adjudicated"


KEYS_PRESSED = st.sampled_from(
    [
        "1",
        "2",
        "3",
        "4",
        "n",
        "enter",
        "u",
        "b",
        "s",
        "/",
        "f",
        "d",
        "c",
        "p",
        "!",
        "?",
        "left",
        "right",
        "escape",
        "down",
        "pageup",
        "x",
        "backspace",
        "tab",
        "end",
        "o",
    ]
)


@given(st.lists(KEYS_PRESSED, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_keys_and_then_undo_all_is_the_start(keys):
    """Whatever was pressed, taking all of it back leaves no decision, no pass and no tick."""
    driven = Driven().press(*keys)
    driven.press("escape", "escape")
    while driven.session.steps:
        driven.press("u")
    session = driven.session
    assert (session.decided, session.skips) == ({}, set())
    assert not session.dirty
    assert session._drafts == {}
    assert standing(driven.log) == []
    assert skipped(driven.log, "ada") == []


@given(st.lists(KEYS_PRESSED, max_size=60))
@settings(max_examples=150, deadline=None)
def test_replaying_the_log_is_the_state(keys):
    """A session made of the log stands where the one that wrote it does: the same decisions, and the same answer is asked."""
    driven = Driven().press(*keys)
    again = Driven(log=driven.log).session
    assert again.decided == driven.session.decided
    undecided = [key for key in tuple(TEXTS)[:3] if key not in driven.session.decided]
    assert (again.item.key if again.item else None) == (undecided[0] if undecided else None)
    assert driven.session.skips - driven.session.decided.keys() == set(skipped(driven.log, "ada"))


@given(st.lists(KEYS_PRESSED, max_size=40))
@settings(max_examples=100, deadline=None)
def test_a_move_that_is_not_accepted_changes_nothing(keys):
    """Asking what a key would do does nothing."""
    driven = Driven().press(*keys)
    before = (
        driven.session.state,
        dict(driven.session.decided),
        list(driven.session.steps),
        list(driven.session.trail),
    )
    for key in ("1", "enter", "u", "s", "n", "b", "q"):
        driven.session.move(key)
    assert before == (driven.session.state, driven.session.decided, driven.session.steps, driven.session.trail)


def test_an_answer_that_undo_left_behind_is_asked_again():
    """Taking back a pass of the batch before does not leave the answer at hand undecided."""
    driven = Driven().press("1", "enter", "1", "enter", "s")
    driven.session.deal([item_of(("3", "q")), item_of(("4", "q"))])
    driven.press("u", "s", "enter")
    driven.press("1", "enter")
    assert driven.session.decided.keys() == {("1", "q"), ("2", "q"), ("4", "q")}
    assert driven.session.state.phase == "summary"
