import itertools
import random

import pytest
from corrected_samples import words_of
from hypothesis import given
from hypothesis import strategies as st
from library_samples import dictate, opened

from engine.learning.confidence import (
    IDENTITY,
    Judged,
    calibrate,
    calibration_error,
    fit,
    fit_and_measure,
)


def overconfident(count, seed=1):
    """Words whose probability is the square root of how often they are right."""
    source = random.Random(seed)
    drawn = [source.random() for _ in range(count)]
    return [Judged(p, source.random() < p * p, n // 10) for n, p in enumerate(drawn)]


def test_overconfident_probabilities_become_reliable_on_words_not_seen():
    measured = fit_and_measure(overconfident(3000))

    assert measured.error_before == pytest.approx(1 / 6, abs=0.04)
    assert measured.error_after < measured.error_before / 3
    assert measured.calibration.confidence(0.5) == pytest.approx(0.25, abs=0.1)


@pytest.mark.parametrize("words", [overconfident(50), [Judged(0.9, True, n) for n in range(500)], []])
def test_too_little_history_changes_nothing(words):
    measured = fit_and_measure(words)

    assert (measured.calibration, measured.error_after) == (IDENTITY, None)
    assert measured.calibration.confidence(0.37) == 0.37


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_the_curve_never_falls_and_is_never_certain(drawn):
    curve = fit([Judged(p, right, 0) for p, right in drawn])
    values = [curve.confidence(n / 50) for n in range(51)]

    assert all(one <= other + 1e-9 for one, other in itertools.pairwise(values))
    assert all(0.0 < value < 1.0 for value in values)


def test_the_calibration_error_is_the_mean_gap():
    assert calibration_error([(0.95, True)] * 19 + [(0.95, False)]) == pytest.approx(0.0)
    assert calibration_error([(0.95, False)] * 10 + [(0.05, False)] * 10) == pytest.approx(0.5)


def test_reviewed_utterances_are_the_history(tmp_path):
    with opened(tmp_path) as library:
        for n in range(10):
            accepted = "the red boat left the old harbour at noon today"
            library.utterances.accept(dictate(library, accepted, seconds=4.0, seed=n, words=words_of(accepted, 0.9)))
            heard = "the bread goat left the cold harbour at moon today"
            wrong = dictate(library, heard, seconds=4.0, seed=50 + n, words=words_of(heard, 0.6))
            library.corrections.correct(wrong, accepted, "misheard")

        found = calibrate(library)

    assert found.words == 200
    assert found.calibration.confidence(0.9) == pytest.approx(0.99)
    assert found.calibration.confidence(0.6) == pytest.approx(0.6)
