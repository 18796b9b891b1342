from dataclasses import replace

import pytest
from evaluations import evaluation, reading, readings

from trainer.testing.compare import compare
from trainer.testing.evaluation import Effort, Evaluation, SetReadings

SAID = "Ask Kaelen to come now"


def _one(*rows: tuple[str, str], role: str = "personal") -> Evaluation:
    return evaluation(readings(role, role, rows, ("Kaelen",)))  # type: ignore[arg-type]


def test_the_users_own_speech_counts_once_though_it_is_in_several_sets() -> None:
    rows = [(SAID, "ask Colin to come now")] * 3
    personal = readings("personal", "personal", rows)
    both = evaluation(personal, replace(personal, name="gold", role="gold"), readings("general", "general", rows))

    found = compare(both, both)

    assert found.own.utterances == 3
    assert found.own.gain is not None
    assert found.own.gain.words == 15
    assert [one.name for one in found.sets] == ["personal", "gold", "general"]


def test_the_gain_is_paired_and_positive_where_the_candidate_is_better() -> None:
    found = compare(_one(*[(SAID, "ask Colin to come now")] * 10), _one(*[(SAID, SAID)] * 10)).own

    assert found.gain is not None
    assert (found.gain.value, found.gain.low, found.gain.high) == pytest.approx((0.2, 0.2, 0.2))
    assert found.rates is not None
    assert [one.wer.value for one in found.rates] == [0.2, 0.0]
    assert found.terms[0].found == 0
    assert found.terms[1].found == 10


def test_few_sessions_fall_back_to_utterances() -> None:
    rows = [(SAID, SAID)] * 40
    four, five = compare(_one(*rows), _one(*rows)).own, compare(_one(*rows * 2), _one(*rows * 2)).own

    assert (four.sessions, four.gain and four.gain.blocks) == (4, 40)
    assert (five.sessions, five.gain and five.gain.blocks) == (8, 8)


def test_a_wrong_term_harms_only_where_it_replaces_something_right() -> None:
    right, missed = (SAID, SAID), (SAID, "ask Colin to come now")
    base = _one(("ask Colin", "ask Colin"), ("ask Colin", "ask Call in"), right)
    candidate = _one(("ask Colin", "ask Kaelen"), ("ask Colin", "ask Kaelen"), missed)

    assert compare(base, candidate).own.worse_terms == (0, 1)
    assert compare(candidate, base).own.worse_terms == (1, 0)


def test_loops_blanks_and_inventions_are_named_where_they_are_new() -> None:
    def measured(*found: tuple[str, str, str]) -> Evaluation:
        rows = (reading(said, read, f"u{i}", anomaly=sign) for i, (said, read, sign) in enumerate(found))
        return evaluation(SetReadings("personal", "personal", True, tuple(rows)))

    base = measured(("a b", "a b", ""), ("a b", "", ""), ("a b", "a", "repetition"), ("", "", ""))
    candidate = measured(("a b", "", "no_speech"), ("a b", "", ""), ("a b", "a b", "runaway"), ("", "oh", ""))
    sound = measured(("a b", "a b", ""), ("a b", "", ""), ("a b", "a b", ""), ("", "", ""))

    found = compare(base, candidate).own

    assert (found.new_loops, found.new_empty, found.new_from_silence) == ((), ("u0",), ("u3",))
    assert (found.faults[1].loops, found.faults[1].empty, found.faults[1].from_silence) == (1, 2, 1)
    assert (compare(base, sound).own.new_loops, compare(base, sound).own.gone_loops) == ((), ("u2",))
    assert (compare(sound, base).own.new_loops, compare(sound, base).own.gone_loops) == (("u2",), ())


def test_work_is_counted_by_second_of_speech_and_token_kept() -> None:
    fast = reading(SAID, SAID, effort=Effort(context=3.0, steps=10, tokens=9))
    slow = reading(SAID, SAID, effort=Effort(context=30.0, steps=50, tokens=9))
    sides = [evaluation(SetReadings("p", "personal", True, (one,))) for one in (slow, fast)]

    before, after = compare(*sides).work

    assert (before.context, before.steps) == (10.0, 5.0)
    assert (after.context, after.steps) == (1.0, 1.0)


def test_readings_of_different_texts_are_not_compared() -> None:
    with pytest.raises(ValueError, match="different test sets"):
        compare(_one(("a", "a")), _one(("b", "b")))


def test_a_set_of_sounds_has_no_rates() -> None:
    silence = compare(_one(("", ""), role="silence"), _one(("", "oh"), role="silence")).sets[0]
    assert (silence.rates, silence.gain) == (None, None)
    assert silence.new_from_silence == ("silence/0",)
