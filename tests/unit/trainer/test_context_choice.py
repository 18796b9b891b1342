"""How short a context a model bears, from the errors at each floor."""

from trainer.evaluate import Floor, choose_context
from trainer.statistics import Counts

WORDS = 8


def floor(seconds: float, errors: list[int]) -> Floor:
    return Floor(seconds, tuple(Counts(one, WORDS) for one in errors))


def test_a_word_or_two_of_luck_does_not_lengthen_the_context() -> None:
    lucky = [1, 0] * 12
    unlucky = [2, 1, *lucky[2:]]
    chosen = choose_context([floor(1.0, unlucky), floor(2.0, lucky), floor(30.0, lucky)])
    assert (chosen.min_seconds, chosen.pad_seconds) == (1.0, 0.5)


def test_a_real_loss_does() -> None:
    good, looping = [0] * 24, [9, 0, 12] * 8
    assert choose_context([floor(1.0, looping), floor(5.0, good), floor(30.0, good)]).min_seconds == 5.0


def test_a_model_that_bears_no_short_context_gets_the_whole_window() -> None:
    context = choose_context([floor(1.0, [8] * 24), floor(10.0, [5] * 24), floor(30.0, [0] * 24)])
    assert (context.min_seconds, context.pad_seconds) == (30.0, 0.0)


def test_a_steady_small_loss_is_not_taken_for_luck() -> None:
    steady = [1] * 24
    assert choose_context([floor(1.0, [2] * 24), floor(2.0, steady)]).min_seconds == 2.0
