from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.models.card import Context
from trainer.personal.manifest import Clip
from trainer.personal.measured import MOST_CLIPS, MOST_SEARCHED, development_set, gpu_type, search_threshold


@dataclass(frozen=True)
class Silent(Clip):
    def samples(self) -> np.ndarray:
        return np.zeros(16_000, np.float32)


def clips(count: int, session: str) -> list[Clip]:
    return [Silent(f"{session}{n}", Path("x.flac"), "text", "en", 1.0, session, "read") for n in range(count)]


def test_a_development_set_is_spread_over_all_clips() -> None:
    chosen = development_set([*clips(100, "first"), *clips(100, "last")]).utterances
    assert len(chosen) <= MOST_CLIPS
    assert {one.block for one in chosen} == {"first", "last"}


def test_whether_a_search_is_worth_it_is_measured_on_the_user_and_on_others(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def threshold(folder: Path, context: Context, development: object) -> float:
        read.extend(one.block for one in development.utterances)  # type: ignore[attr-defined]
        return -0.2

    monkeypatch.setattr("trainer.personal.measured.beam_threshold", threshold)
    own, others = clips(60, "own"), clips(240, "others")
    assert search_threshold(Path("model"), Context(), own, others, base=None) == -0.2
    assert len(read) == MOST_SEARCHED
    assert read.count("own") == 60
    assert search_threshold(Path("model"), Context(), own, others, base=-0.3) == -0.2
    assert search_threshold(Path("model"), Context(), own, others, base=-0.1) == -0.1


@pytest.mark.parametrize(
    ("rates", "chosen"),
    [
        ({}, None),
        ({"int8_float16": 0.104, "float16": 0.100}, "int8_float16"),
        ({"int8_float16": 0.120, "float16": 0.100}, "float16"),
        ({"int8_float16": 0.100, "float16": 0.120}, "int8_float16"),
    ],
)
def test_a_gpu_computes_in_int8_where_that_reads_as_well(rates: dict[str, float], chosen: str | None) -> None:
    assert gpu_type(rates) == chosen
