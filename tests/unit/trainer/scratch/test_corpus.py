from pathlib import Path

import numpy as np
import pytest

from engine.errors import AttuneError
from trainer.scratch.corpus import Corpus, make_corpus
from trainer.voices import espeak

SENTENCES = ["Send the letter.", "Open the window.", "Good morning."]


def test_a_corpus_is_spoken_once_and_then_kept(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    for _ in range(2):
        make_corpus(
            tmp_path, SENTENCES, lambda _: (espeak("en-gb"), espeak("en-us", "f1")), 1, lambda *done: seen.append(done)
        )
        written = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}

    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == written
    clips = Corpus(tmp_path).first(3)
    assert [clip.text for clip in clips] == SENTENCES
    assert seen[-1] == (3, 3)
    for clip in clips:
        samples = clip.samples()
        assert 0.3 < clip.seconds < 3
        assert np.abs(samples).max() > 0.05


def test_a_shard_without_its_index_is_made_again(tmp_path: Path) -> None:
    make_corpus(tmp_path, SENTENCES, lambda _: (espeak("en-gb"),), 1, lambda *_: None)
    before = Corpus(tmp_path).first(3)
    next(tmp_path.glob("*.jsonl")).unlink()

    make_corpus(tmp_path, SENTENCES, lambda _: (espeak("en-gb"),), 1, lambda *_: None)

    after = Corpus(tmp_path).first(3)
    assert [(clip.text, clip.voice) for clip in after] == [(clip.text, clip.voice) for clip in before]
    # The same delivery: espeak-ng's speech depends a little on what it said before, by some samples.
    assert [clip.length for clip in after] == pytest.approx([clip.length for clip in before], rel=0.02)


def test_a_corpus_that_nobody_finishes_says_so(tmp_path: Path) -> None:
    with pytest.raises(AttuneError, match="incomplete"):
        Corpus(tmp_path).first(1)
