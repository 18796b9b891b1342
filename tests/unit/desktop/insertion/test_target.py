"""The rules of insertion: where, how, and what is told when it does not work."""

from dataclasses import replace

import pytest
from fake_desk import WINDOW, FakeDesk

from desktop.insertion import replacing
from desktop.insertion.desk import Handover, Method
from desktop.insertion.fields import NoFields
from desktop.insertion.options import InsertOptions
from desktop.insertion.results import NotInsertedError, NotReplacedError
from desktop.insertion.target import DesktopTarget
from engine.errors import InputError, SecretFieldError
from engine.text.commands import Action


class Fields(NoFields):
    secret: bool | None = None

    def is_secret(self, window):
        return self.secret


class Bench:
    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.fields = Fields()
        self.options = InsertOptions(modifier_seconds=0.01)
        self.corrections: list[bool] = []
        self.target = DesktopTarget(
            self.desk, self.fields, lambda app: self.options, on_correct=lambda: self.corrections.append(True)
        )


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.setattr(replacing, "PATIENCE", 0.05)
    monkeypatch.setattr(replacing, "FIRST_PATIENCE", 0.05)
    return Bench()


def test_text_is_pasted_and_the_result_says_so(bench):
    bench.target.begin()
    bench.target.insert("Hello")

    assert bench.desk.text == "Hello"
    assert bench.target.last.method is Method.PASTE
    assert bench.target.last.confirmed
    assert bench.target.app == "Editor"


def test_what_cannot_be_pasted_is_typed(bench):
    bench.desk.broken = {Method.PASTE}
    bench.target.insert("Hello")

    assert bench.desk.text == "Hello"
    assert bench.target.last.method is Method.TYPE
    assert not bench.target.last.confirmed


@pytest.mark.parametrize("text", ["two\nlines", "a\ttab"])
def test_enter_and_tab_are_never_typed_unless_asked_for(bench, text):
    bench.desk.broken = {Method.PASTE}
    with pytest.raises(NotInsertedError) as refusal:
        bench.target.insert(text)
    assert refusal.value.in_clipboard
    assert bench.desk.clipboard == text
    assert bench.desk.text == ""

    bench.options = InsertOptions(press_enter_and_tab=True)
    bench.target.begin()
    bench.target.insert(text)
    assert bench.desk.text == text


def test_pasted_lines_are_text_but_not_in_a_terminal(bench):
    bench.target.insert("two\nlines")
    assert bench.desk.text == "two\nlines"

    bench.desk.window = replace(WINDOW, app="XTerm", terminal=True)
    bench.target.begin()
    with pytest.raises(NotInsertedError, match="carry out"):
        bench.target.insert("rm\n")
    assert bench.desk.text == "two\nlines"


def test_a_text_that_is_not_taken_is_not_typed_as_well(bench):
    bench.desk.handover = Handover.IGNORED
    with pytest.raises(NotInsertedError, match="did not take") as refusal:
        bench.target.insert("Hello")
    assert refusal.value.in_clipboard
    assert bench.desk.text == ""
    assert bench.target.kept == "Hello"


def test_where_nothing_works_not_even_the_clipboard_the_text_is_kept(bench):
    bench.desk.broken = set(Method)
    with pytest.raises(NotInsertedError) as refusal:
        bench.target.insert("Hello")
    assert not refusal.value.in_clipboard
    assert bench.target.kept == "Hello"


def test_the_clipboard_is_used_where_the_user_wants_that(bench):
    bench.options = InsertOptions(method=Method.CLIPBOARD)
    bench.target.insert("Hello")
    assert bench.desk.clipboard == "Hello"
    assert bench.target.last.method is Method.CLIPBOARD


def test_another_window_gets_nothing_and_the_rest_of_the_dictation_is_kept(bench):
    bench.target.begin()
    bench.target.insert("one ")
    bench.desk.window = replace(WINDOW, id="2")
    with pytest.raises(NotInsertedError, match="Another window"):
        bench.target.insert("two ")
    bench.desk.window = WINDOW
    with pytest.raises(NotInsertedError):
        bench.target.insert("three")
    assert bench.desk.text == "one "
    assert bench.target.kept == "two three", "without a hole"

    bench.target.begin()
    bench.target.insert("four")
    assert bench.desk.text == "one four"
    assert bench.target.kept == ""


def test_the_window_is_looked_at_before_each_piece_that_is_typed(bench):
    bench.options = InsertOptions(method=Method.TYPE)
    bench.target.begin()
    bench.desk.after_piece = lambda: setattr(bench.desk, "window", None)
    with pytest.raises(NotInsertedError) as refusal:
        bench.target.insert("abcdefgh")
    assert refusal.value.inserted == "abcd" == bench.desk.text
    assert refusal.value.text == "efgh"


def test_the_field_is_looked_at_before_each_piece_that_is_typed(bench):
    bench.options = InsertOptions(method=Method.TYPE)
    bench.target.begin()
    bench.desk.after_piece = lambda: setattr(bench.fields, "secret", True)
    with pytest.raises(NotInsertedError, match="password") as refusal:
        bench.target.insert("abcdefgh")
    assert refusal.value.inserted == "abcd" == bench.desk.text
    assert bench.target.kept == "efgh"


def test_a_password_field_gets_nothing_and_nothing_is_kept(bench):
    bench.fields.secret = True
    with pytest.raises(SecretFieldError):
        bench.target.begin()
    with pytest.raises(SecretFieldError):
        bench.target.insert("hunter2")
    assert bench.target.kept == ""
    assert bench.desk.text == bench.desk.clipboard == ""


def test_a_modifier_that_stays_down_keeps_the_text(bench):
    bench.desk.modifiers_held = True
    with pytest.raises(NotInsertedError, match="held down"):
        bench.target.insert("q")
    assert bench.target.kept == "q"


def test_it_waits_for_the_dictation_key(bench):
    answers = [True, True, False]
    target = DesktopTarget(bench.desk, bench.fields, wait_while=lambda: answers.pop(0))
    target.insert("Hello")
    assert answers == []
    assert bench.desk.text == "Hello"


def test_what_was_inserted_stands_before_the_cursor(bench):
    bench.target.begin()
    assert bench.target.before() == ""
    bench.target.insert("Hello,")
    bench.target.insert(" world")
    assert bench.target.before() == "Hello, world"
    bench.desk.window = replace(WINDOW, id="2")
    bench.target.begin()
    assert bench.target.before() == ""


def test_a_correction_replaces_and_keeps_the_spaces_around(bench):
    for text in ("One two.", " Tree for.", " Five."):
        bench.target.insert(text)
    bench.target.replace("Tree for.", "Three four.")
    assert bench.desk.text == "One two. Three four. Five."
    bench.target.replace("Three four.", "3 4.")
    assert bench.desk.text == "One two. 3 4. Five."


def test_a_changed_text_is_left_alone_and_the_correction_is_in_the_clipboard(bench):
    bench.target.insert("One two.")
    bench.desk.text += "!"
    with pytest.raises(NotReplacedError, match="changed") as refusal:
        bench.target.replace("One two.", "1 2.")
    assert refusal.value.in_clipboard
    assert bench.desk.text == "One two.!"
    assert bench.desk.selection == 0
    assert bench.desk.clipboard == "1 2."


@pytest.mark.parametrize(
    "spoil",
    [
        lambda desk: setattr(desk, "window", replace(WINDOW, id="2")),
        lambda desk: setattr(desk, "shows_selection", False),
        lambda desk: setattr(desk, "window", None),
    ],
)
def test_what_cannot_be_seen_is_not_replaced(bench, spoil):
    bench.target.insert("One two.")
    spoil(bench.desk)
    with pytest.raises(NotReplacedError):
        bench.target.replace("One two.", "1 2.")
    assert bench.desk.text == "One two."


def test_scratch_that_takes_back_one_after_the_other(bench):
    for text in ("One.", " Two.", " Three."):
        bench.target.insert(text)
    bench.target.act(Action.SCRATCH)
    assert bench.desk.text == "One. Two."
    bench.target.act(Action.SCRATCH)
    assert bench.desk.text == "One."
    assert bench.target.before() == "One."
    bench.target.act(Action.SCRATCH)
    with pytest.raises(InputError, match="Nothing was dictated"):
        bench.target.act(Action.SCRATCH)


def test_the_other_commands(bench):
    bench.target.insert("One.")
    bench.target.act(Action.SELECT)
    assert bench.desk.selection == 4
    bench.target.act(Action.UNDO)
    assert bench.desk.undone == 1
    bench.target.act(Action.CORRECT)
    assert bench.corrections == [True]
