import numpy as np
import pytest

from trainer.statistics import Counts, count_word_errors, error_rate


@pytest.mark.parametrize(
    ("said", "read", "errors", "words"),
    [
        ("Please send it.", "please send it", 0, 3),
        ("Twenty-three chairs", "twenty three chairs", 0, 3),
        ("don't go", "don’t go", 0, 2),
        ("one two three", "one too three four", 2, 3),
        ("one two", "", 2, 2),
        ("", "thank you", 2, 0),
        ("Grüße aus Köln", "grüße aus köln", 0, 3),
    ],
)
def test_errors_are_counted_on_the_words_alone(said: str, read: str, errors: int, words: int) -> None:
    assert count_word_errors(said, read) == Counts(errors, words)


def test_the_interval_covers_the_true_rate_about_as_often_as_it_says() -> None:
    source = np.random.default_rng(5)
    covered = 0
    for trial in range(100):
        counts = [Counts(int(source.binomial(10, 0.1)), 10) for _ in range(60)]
        estimate = error_rate(counts, seed=trial)
        covered += estimate.low <= 0.1 <= estimate.high
    assert covered >= 85


def test_blocks_that_err_together_widen_the_interval() -> None:
    counts = [Counts(5 if index < 10 else 0, 10) for index in range(40)]
    sessions = [str(index // 10) for index in range(40)]

    alone, together = error_rate(counts), error_rate(counts, sessions)

    assert together.high - together.low > 1.5 * (alone.high - alone.low)


def test_a_rate_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        error_rate([Counts(2, 0)])
