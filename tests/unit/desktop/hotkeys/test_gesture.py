import pytest

from desktop.hotkeys.gesture import Command, Gesture, Mode


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def play(gesture: Gesture, clock: Clock, *steps: tuple[float, str]) -> list[Command | None]:
    """Each step: seconds since the one before, and what happens."""
    answers = []
    for seconds, what in steps:
        clock.now += seconds
        answers.append(getattr(gesture, what)())
    return answers


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_hold_records_while_the_key_is_down(clock):
    gesture = Gesture(Mode.HOLD, clock)

    assert play(gesture, clock, (0, "press"), (0.1, "release")) == [Command.START, Command.STOP]
    assert play(gesture, clock, (1, "press"), (9, "release")) == [Command.START, Command.STOP]


def test_toggle_starts_with_one_press_and_stops_with_the_next(clock):
    gesture = Gesture(Mode.TOGGLE, clock)

    assert play(gesture, clock, (0, "press"), (5, "release"), (1, "press"), (0.1, "release")) == [
        Command.START,
        None,
        Command.STOP,
        None,
    ]


def test_hybrid_tells_a_tap_from_a_hold_by_half_a_second(clock):
    gesture = Gesture(Mode.HYBRID, clock)

    assert play(gesture, clock, (0, "press"), (0.49, "release"), (3, "press"), (2, "release")) == [
        Command.START,
        None,
        Command.STOP,
        None,
    ]
    assert play(gesture, clock, (1, "press"), (0.51, "release")) == [Command.START, Command.STOP]


def test_a_bouncing_switch_is_one_press(clock):
    gesture = Gesture(Mode.HOLD, clock)

    assert play(gesture, clock, (0, "press"), (1, "release"), (0.01, "press"), (0.01, "release")) == [
        Command.START,
        Command.STOP,
        None,
        None,
    ]
    assert not gesture.recording


@pytest.mark.parametrize("mode", Mode)
def test_after_a_cancel_the_release_says_nothing_and_the_next_press_starts(mode, clock):
    gesture = Gesture(mode, clock)
    play(gesture, clock, (0, "press"))
    gesture.ended()

    assert play(gesture, clock, (1, "release"), (1, "press")) == [None, Command.START]


@pytest.mark.parametrize("mode", Mode)
def test_what_a_button_started_the_key_stops(mode, clock):
    gesture = Gesture(mode, clock)
    gesture.started()

    assert play(gesture, clock, (1, "press"), (2, "release")) == [Command.STOP, None]


def test_it_knows_whether_the_key_is_still_down(clock):
    gesture = Gesture(Mode.HYBRID, clock)
    play(gesture, clock, (0, "press"))
    assert gesture.held
    play(gesture, clock, (0.1, "release"))
    assert gesture.recording
    assert not gesture.held
