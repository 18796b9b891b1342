import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from evaluations import Row, evaluation, reading, readings

from trainer.gate import GatePolicy, Verdict, judge
from trainer.testing.evaluation import Effort, Evaluation, SetReadings

SAID = "Please send it to Kaelen, then call me back before noon."
WRONG = "Please send it to Colin, then call me back before noon."
OTHER = "The rain falls on the old town."
GOOD = [(SAID, SAID)] * 100
OTHERS = [(OTHER, OTHER)] * 200


def _own(wrong: int, of: int = 100) -> list[Row]:
    """Every n-th utterance has one of its eleven words wrong."""
    return [(SAID, WRONG if index * wrong % of < wrong else SAID) for index in range(of)]


def _wrong_at(*places: Iterable[int]) -> list[Row]:
    """One word wrong in these utterances of a hundred."""
    chosen = set(itertools.chain(*places))
    return [(SAID, WRONG if index in chosen else SAID) for index in range(100)]


def _model(own: Sequence[Row], general: Sequence[Row] = OTHERS, quiet: Sequence[str] = ("", "", "")) -> Evaluation:
    return evaluation(
        readings("personal", "personal", own, ("Kaelen",)),
        readings("general", "general", general, ("Kaelen",)),
        readings("no speech", "silence", [("", text) for text in quiet]),
    )


def _failed(verdict: Verdict) -> list[str]:
    return [check.name for check in verdict.checks if check.result == "failed"]


def test_a_better_model_is_accepted_with_the_figures_in_plain_words() -> None:
    verdict = judge(_model(_own(60)), _model(_own(10)))

    assert (verdict.accepted, verdict.outcome) == (True, "accepted")
    assert "5.5 % of the words wrong before, 0.9 % now" in verdict.reasons[0]
    assert "better by at least" in verdict.reasons[0]
    assert any("40 of 100 right before, 90 now" in check.reason for check in verdict.checks)
    json.dumps(verdict.figures)


def test_a_small_gain_is_not_proven_and_says_what_would_settle_it() -> None:
    verdict = judge(_model(_wrong_at(range(0, 40, 2))), _model(_wrong_at(range(8, 38, 2), range(41, 43))))

    assert (verdict.accepted, verdict.outcome) == (False, "not proven")
    assert verdict.reasons[0].startswith("Not proven, keeping the present model.")
    assert "more minutes of dictation would settle it" in verdict.reasons[0]
    assert verdict.figures["minutes_needed"] > 0


def test_the_same_model_again_is_not_proven() -> None:
    verdict = judge(_model(_own(20)), _model(_own(20)))
    assert verdict.outcome == "not proven"
    assert "no better" in verdict.reasons[0]


def test_a_worse_model_is_refused() -> None:
    verdict = judge(_model(_own(10)), _model(_own(60)))
    assert verdict.outcome == "refused"
    assert "understands you worse" in verdict.reasons[0]


def test_a_handful_of_utterances_proves_nothing() -> None:
    verdict = judge(_model(_own(19, 19)), _model([(SAID, SAID)] * 19))
    assert verdict.outcome == "not proven"
    assert "only 19 of your utterances" in verdict.reasons[0]


def test_no_own_speech_at_all_proves_nothing() -> None:
    verdict = judge(_model([]), _model([]))
    assert verdict.outcome == "not proven"
    assert "only 0 of your utterances" in verdict.reasons[0]


def test_forgetting_other_voices_is_refused() -> None:
    forgetful = [(OTHER, "The rain falls on the cold town." if index % 20 == 0 else OTHER) for index in range(200)]
    verdict = judge(_model(_own(60)), _model(_own(10), forgetful))

    assert _failed(verdict) == ["other voices"]
    assert "0.0 % of the words wrong before, 0.7 % now" in verdict.reasons[0]


def test_a_loss_that_may_be_large_is_not_proven() -> None:
    mixed = [(OTHER, OTHER.replace("old", "cold") if index in (0, 1, 2) else OTHER) for index in range(100)]
    turned = [
        (OTHER, OTHER.replace("old", "cold") if index in (0, 50, 70, 71, 72, 73) else OTHER) for index in range(100)
    ]

    verdict = judge(_model(_own(60), mixed), _model(_own(10), turned))

    assert verdict.outcome == "not proven"
    assert "may have lost" in verdict.reasons[0]


def test_a_loss_of_a_word_or_two_is_doubted_and_not_called_forgetting() -> None:
    unlucky = [(OTHER, OTHER.replace("old", "cold") if index == 7 else OTHER) for index in range(20)]
    verdict = judge(_model(_own(60), OTHERS[:20]), _model(_own(10), unlucky))

    assert verdict.outcome == "not proven"
    assert "0.0 % of the words wrong before, 0.7 % now" in verdict.reasons[0]


def test_without_other_voices_or_silence_nothing_is_taken() -> None:
    alone = [evaluation(readings("personal", "personal", rows)) for rows in (_own(60), _own(10))]
    verdict = judge(*alone)
    assert verdict.outcome == "not proven"
    assert len(verdict.reasons) == 2


def test_words_from_silence_are_refused() -> None:
    verdict = judge(_model(_own(60)), _model(_own(10), quiet=("", "Thank you.", "")))
    assert _failed(verdict) == ["silence"]
    assert "1 sound without speech" in verdict.reasons[0]


@pytest.mark.parametrize(("heard", "outcome"), [(4, "accepted"), (5, "refused")])
def test_words_from_noise_are_refused_once_they_are_no_chance(heard: int, outcome: str) -> None:
    base, candidate = (
        evaluation(
            *_model(own).sets, readings("noise", "sounds", [("", "oh") if i < n else ("", "") for i in range(9)])
        )
        for own, n in ((_own(60), 1), (_own(10), 1 + heard))
    )
    assert judge(base, candidate).outcome == outcome


def test_a_blank_where_there_was_text_is_refused() -> None:
    verdict = judge(_model(_own(60)), _model([(SAID, ""), *GOOD[1:]]))
    assert _failed(verdict) == ["loops and blanks"]


@pytest.mark.parametrize(("looped", "outcome"), [(1, "accepted"), (4, "accepted"), (5, "refused")])
def test_loops_that_the_recogniser_got_out_of_are_refused_once_they_are_no_chance(looped: int, outcome: str) -> None:
    verdict = judge(_model(_own(60)), _looping(_model(_own(10)), looped))

    assert verdict.outcome == outcome
    (found,) = (one for one in verdict.checks if one.name == "loops and blanks")
    assert (f"{looped} utterances" if looped > 1 else "1 utterance") in found.reason


def test_loops_of_the_present_model_count_against_those_of_the_new_one() -> None:
    assert judge(_looping(_model(_own(60)), 5), _looping(_model(_own(10)), 5)).outcome == "accepted"
    assert judge(_looping(_model(_own(60)), 5), _looping(_model(_own(10)), 10, first=5)).outcome == "accepted"


def _looping(model: Evaluation, looped: int, first: int = 0) -> Evaluation:
    rows = tuple(
        replace(one, anomaly="repetition") if first <= index < first + looped else one
        for index, one in enumerate(model.sets[0].readings)
    )
    return evaluation(replace(model.sets[0], readings=rows), *model.sets[1:])


@pytest.mark.parametrize(("read", "kind"), [(SAID.replace(",", ""), "punctuation"), (SAID.lower(), "capital letters")])
def test_losing_the_written_form_is_refused(read: str, kind: str) -> None:
    verdict = judge(_model(_own(60)), _model([(SAID, read)] * 50 + GOOD[50:]))
    assert _failed(verdict) == ["punctuation and capitals"]
    assert kind in verdict.reasons[0]


@pytest.mark.parametrize(("lost", "outcome"), [(4, "accepted"), (5, "refused")])
def test_marks_lost_are_refused_once_they_are_no_chance(lost: int, outcome: str) -> None:
    bare = SAID.replace(",", "").replace(".", "")
    base, candidate = ([(bare, bare)] * 80 + [(SAID, SAID)] * 20 for _ in range(2))
    base[:60] = [(bare, bare.replace("Kaelen", "Colin"))] * 60
    candidate[80 : 80 + lost] = [(SAID, SAID.replace(",", ""))] * lost

    verdict = judge(_model(base), _model(candidate))

    assert verdict.outcome == outcome
    (found,) = (one for one in verdict.checks if one.name == "punctuation and capitals")
    assert "100.0 % right (F1) before, 9" in found.reason


def test_vocabulary_written_where_it_was_not_said_is_refused() -> None:
    eager = [(OTHER, OTHER.replace("rain", "Kaelen") if index == 0 else OTHER) for index in range(200)]
    verdict = judge(_model(_own(60)), _model(_own(10), eager))
    assert _failed(verdict) == ["your words"]
    assert "1 place more" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("effort", "accepted"),
    [
        (Effort(context=3.5, steps=12, tokens=11), True),
        (Effort(context=3.5, steps=60, tokens=11), False),
        (Effort(context=30.0, steps=12, tokens=11), False),
        (Effort(context=1.75, steps=15, tokens=11), True),
    ],
)
def test_more_work_for_the_same_speech_is_refused(effort: Effort, accepted: bool) -> None:
    base, candidate = _model(_own(60)), _model(_own(10))
    rows = (reading(one.said, one.read, one.id, block=one.block, effort=effort) for one in candidate.sets[0].readings)
    working = evaluation(SetReadings("personal", "personal", True, tuple(rows)), *candidate.sets[1:])

    verdict = judge(base, working)

    assert verdict.accepted is accepted
    assert _failed(verdict) == ([] if accepted else ["speed"])


def test_looking_often_makes_the_gate_stricter() -> None:
    base, candidate = _model(_wrong_at(range(0, 100, 2))), _model(_wrong_at(range(0, 100, 4), range(71, 90, 2)))
    first, tenth = judge(base, candidate), judge(base, candidate, GatePolicy(looks=10))

    assert first.accepted
    assert not tenth.accepted
    assert first.figures["own"]["gain"]["low"] > tenth.figures["own"]["gain"]["low"]
