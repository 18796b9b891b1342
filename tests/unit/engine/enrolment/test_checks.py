import numpy as np
import pytest

from engine.enrolment.checks import check, noise_level, read_instead
from engine.records import SAMPLE_RATE

TEXT = "The quick brown fox jumps over the lazy dog."


def speechlike(seconds=3.0, level=0.1, noise=0.001):
    """Bursts of noise with pauses between them, as syllables are."""
    source = np.random.default_rng(1)
    time = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    bursts = (np.sin(2 * np.pi * 3 * time) > -0.3) & (time > 0.2) & (time < seconds - 0.2)
    return (level * source.standard_normal(time.size) * bursts + noise * source.standard_normal(time.size)).astype(
        np.float32
    )


def test_a_good_recording_counts():
    found = check(speechlike(), TEXT, TEXT.lower())

    assert (found.counts, found.match) == (True, 1.0)


@pytest.mark.parametrize(
    ("samples", "problem"),
    [
        (speechlike(level=0.001, noise=1e-5), "too quiet"),
        (np.zeros(2 * SAMPLE_RATE, np.float32), "too quiet"),
        (np.zeros(0, np.float32), "too quiet"),
        (np.clip(speechlike(level=0.9), -1, 1), "overdriven"),
        (speechlike(level=0.05, noise=0.04), "too noisy"),
        (speechlike(seconds=1.0), "too short"),
        (speechlike(seconds=25.0), "too long"),
    ],
)
def test_a_bad_recording_says_why_and_what_to_do(samples, problem):
    found = check(samples, TEXT)

    assert found.problem.startswith(problem)
    assert found.remedy.startswith("Read it again")


def test_the_text_is_judged_only_by_a_model_that_understands_the_voice():
    assert check(speechlike(), TEXT, "something else entirely").counts
    assert check(speechlike(), TEXT, "something else entirely", [0.1, 0.2, 0.9, 0.1, 0.3]).counts

    found = check(speechlike(), TEXT, "something else entirely", [0.9, 0.8, 1.0, 0.1, 0.9])

    assert not found.counts
    assert "0%" in found.problem


def test_a_model_that_is_sure_of_something_else_is_believed_from_the_first_recording_on():
    assert not check(speechlike(), TEXT, "something else entirely", certainty=0.9).counts
    assert check(speechlike(), TEXT, "something else entirely", certainty=0.5).counts
    assert check(speechlike(), TEXT, TEXT.replace("brown", "round"), certainty=0.9).counts


def test_another_sentence_that_was_read_is_found():
    others = [TEXT, "She sells sea shells by the shore."]

    assert read_instead("she sells the shells by the shore", TEXT, others) == others[1]
    assert read_instead("the quick fox", TEXT, others) is None
    assert read_instead("", TEXT, others) is None


def test_the_noise_of_a_room_is_measured_where_nobody_speaks():
    room = 0.001 * np.random.default_rng(1).standard_normal(2 * SAMPLE_RATE).astype(np.float32)

    assert noise_level(room) == pytest.approx(-60, abs=1)
    assert noise_level(np.zeros(0, np.float32)) == -120.0


def test_each_problem_has_its_sort():
    assert check(speechlike(), TEXT).fault == ""
    assert check(speechlike(level=0.001, noise=1e-5), TEXT).fault == "quiet"
    assert check(speechlike(noise=0.05), TEXT).fault == "noisy"
