import numpy as np
import pytest

from trainer.statistics import (
    Counts,
    count_word_errors,
    error_rate,
    matched_pairs,
    paired_gain,
    spent_alpha,
    utterances_needed,
)


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


WORDS = 12
Pairs = tuple[list[Counts], list[Counts]]


def _two_models(source: np.random.Generator, utterances: int, wer: float, gain: float, traded: float = 0.15) -> Pairs:
    """Over-dispersed errors of a base, and of a candidate that also trades a share of the base's errors for others."""
    difficulty = source.beta(6 * wer, 6 * (1 - wer), utterances)
    before = source.binomial(WORDS, difficulty)
    after = source.binomial(before, 1 - traded - gain) + source.binomial(WORDS, traded * difficulty)
    return [Counts(int(n), WORDS) for n in before], [Counts(int(n), WORDS) for n in after]


def _share_proven(utterances: int, wer: float, gain: float, traded: float = 0.15) -> float:
    source = np.random.default_rng(3)
    pairs = [_two_models(source, utterances, wer, gain, traded) for _ in range(200)]
    return float(np.mean([paired_gain(*pair, resamples=500).proven for pair in pairs]))


@pytest.mark.parametrize(
    ("utterances", "wer", "traded"), [(100, 0.1, 0.15), (100, 0.03, 0.15), (20, 0.1, 0.15), (100, 0.05, 0.05)]
)
def test_a_gain_of_nothing_is_rarely_proven(utterances: int, wer: float, traded: float) -> None:
    assert _share_proven(utterances, wer, 0.0, traded) <= 16 / 200


def test_sessions_that_differ_do_not_prove_a_gain_either() -> None:
    source, proven = np.random.default_rng(8), 0
    sessions = [str(index // 15) for index in range(120)]
    for _ in range(200):
        luck = np.repeat(source.uniform(0.05, 0.25, (2, 8)), 15, axis=1)  # another error rate each day, for each model
        before, after = ([Counts(int(n), WORDS) for n in source.binomial(WORDS, rates)] for rates in luck)
        proven += paired_gain(before, after, sessions, resamples=500).proven
    assert proven <= 16


@pytest.mark.parametrize(
    ("utterances", "wer", "gain", "power"),
    [
        (50, 0.1, 0.3, 0.94),
        (50, 0.1, 0.15, 0.54),
        (200, 0.1, 0.15, 0.98),
        (200, 0.05, 0.15, 0.78),
        (100, 0.05, 0.3, 0.91),
    ],
)
def test_true_gains_are_proven_as_often_as_planned(utterances: int, wer: float, gain: float, power: float) -> None:
    assert _share_proven(utterances, wer, gain) == pytest.approx(power, abs=0.08)


def test_the_speech_that_is_said_to_settle_it_does() -> None:
    measured = paired_gain(*_two_models(np.random.default_rng(4), 4000, 0.1, 0.1))
    needed = utterances_needed(measured, measured.value, power=0.8)

    assert needed is not None
    assert _share_proven(needed, 0.1, 0.1) == pytest.approx(0.8, abs=0.1)


def test_no_amount_of_speech_shows_what_is_not_there() -> None:
    same = [Counts(1, 10)] * 30
    assert utterances_needed(paired_gain(same, same), 0.0) is None
    assert utterances_needed(paired_gain(same, same), 0.01) is None


def test_equal_models_are_not_proven_better() -> None:
    gain = paired_gain([Counts(1, 10)] * 30, [Counts(1, 10)] * 30)
    assert (gain.value, gain.low, gain.high, gain.proven) == (0.0, 0.0, 0.0, False)


def test_one_block_proves_nothing() -> None:
    gain = paired_gain([Counts(5, 10)] * 30, [Counts(1, 10)] * 30, ["monday"] * 30)
    assert gain.value == pytest.approx(0.4)
    assert not gain.proven


def test_a_gain_turns_its_sign_with_the_models() -> None:
    one, other = _two_models(np.random.default_rng(1), 60, 0.2, 0.3)
    there, back = paired_gain(one, other), paired_gain(other, one)
    assert there.value == -back.value
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=0.003)


def test_only_readings_of_the_same_words_are_paired() -> None:
    with pytest.raises(ValueError, match="same texts"):
        paired_gain([Counts(1, 10)], [Counts(1, 9)])
    with pytest.raises(ValueError, match="at least one word"):
        paired_gain([Counts(1, 0)], [Counts(1, 0)])


def test_further_looks_are_dearer_and_together_bounded() -> None:
    spent = [spent_alpha(look) for look in range(1, 1000)]
    assert spent[0] == 0.05
    assert spent == sorted(spent, reverse=True)
    assert sum(spent) < 0.1


def test_matched_pairs_follow_the_normal_test() -> None:
    found = matched_pairs([1, 0, 1, -1, 1, 1, 0, 1, 1, 0])
    assert found.segments == 10
    assert found.mean == 0.5
    assert found.z == pytest.approx(2.236, abs=0.001)  # 0.5 / (0.7071 / sqrt(10))
    assert found.p == pytest.approx(0.0253, abs=0.0001)
    assert matched_pairs([]).p is None
    assert matched_pairs([1, 1]).z is None
