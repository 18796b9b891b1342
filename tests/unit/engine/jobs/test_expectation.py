from __future__ import annotations

import pytest

from engine.jobs.expectation import expect
from engine.jobs.yielding import Demand, may_return, yield_to
from engine.library.records import TrainingRecord

SAID = "one two three four five six seven eight nine ten eleven twelve"


def pair(split: str, wrong: int, source: str = "corrected") -> TrainingRecord:
    recognised = " ".join(["wrong"] * wrong + SAID.split()[wrong:])
    return TrainingRecord("a.flac", SAID, split=split, source=source, base_text=recognised)  # type: ignore[arg-type]


@pytest.mark.parametrize(("utterances", "wrong", "gain"), [(100, 1, 0.174), (400, 1, 0.087)])
def test_more_test_speech_proves_smaller_gains(utterances, wrong, gain):
    found = expect([pair("test", wrong)] * utterances)
    assert found.rate == pytest.approx(1 / 12)
    assert found.provable == pytest.approx(gain, abs=0.001)
    assert found.test_utterances == utterances
    # What is needed for a fifth, proves a fifth.
    assert expect([pair("test", wrong)] * found.for_small_gain).provable == pytest.approx(0.2, abs=0.01)


def test_nothing_is_promised_on_little_or_on_speech_that_was_only_read():
    assert expect([]).rate is None
    assert expect([pair("test", 0, "read")] * 100).rate is None
    little = expect([pair("train", 1)] * 50)
    assert little.rate == pytest.approx(1 / 12)
    assert little.provable is None
    assert expect([pair("test", 1)] * 2 + [pair("train", 1)] * 50).provable is None


def test_dictation_goes_before_training():
    gib = 1 << 30
    assert yield_to(Demand(dictating=True, on_gpu=False, free=2 * gib, spare=gib)) == "go on"
    assert yield_to(Demand(dictating=True, on_gpu=True, free=2 * gib, spare=gib)) == "hold"
    assert yield_to(Demand(dictating=False, on_gpu=True, free=2 * gib, spare=gib)) == "go on"
    assert yield_to(Demand(dictating=False, on_gpu=False, free=gib // 2, spare=gib)) == "let go"
    assert may_return(Demand(dictating=False, on_gpu=False, free=4 * gib, spare=gib), 2 * gib)
    assert not may_return(Demand(dictating=True, on_gpu=False, free=4 * gib, spare=gib), 2 * gib)
    assert not may_return(Demand(dictating=False, on_gpu=False, free=2 * gib, spare=gib), 2 * gib)
