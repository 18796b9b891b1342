import os
from pathlib import Path

import pytest

from engine.speech.whisper import ONE_THREAD_BYTES, paying_threads


@pytest.mark.parametrize(
    ("size", "cores", "threads"),
    [
        (ONE_THREAD_BYTES - 1, 8, 1),
        (ONE_THREAD_BYTES, 8, 4),
        (ONE_THREAD_BYTES, 2, 2),
    ],
)
def test_a_small_model_is_read_by_one_thread_and_a_large_one_by_at_most_four(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, cores: int, threads: int
) -> None:
    with (tmp_path / "model.bin").open("wb") as file:
        os.truncate(file.fileno(), size)
    monkeypatch.setattr("engine.speech.whisper.usable_cores", lambda: cores)
    assert paying_threads(tmp_path) == threads
