import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.audio.flac import write_flac
from engine.errors import InputError
from trainer.testing.sets import DISTURBED, build_sets, general_speech


@dataclass(frozen=True)
class Spoken:
    id: str
    text: str = "the rain falls"
    language: str = "en"
    session: str = "s1"
    seconds: float = 0.5

    def samples(self) -> np.ndarray:
        return np.full(int(16_000 * self.seconds), 0.1, np.float32)


def test_each_set_asks_one_question() -> None:
    test = [Spoken("1"), Spoken("2", "ask Kaelen"), Spoken("3", "blind")]
    sets = build_sets(test, [Spoken("g", session="other")], gold=[Spoken("3", "blind")], terms=["Kaelen"])

    found = {one.name: one for one in sets}
    assert list(found) == [
        "personal",
        "gold",
        "vocabulary",
        "general",
        "personal, noise 20 dB",
        "personal, noise 10 dB",
        "personal, noise 5 dB",
        "personal, room 0.4 s",
        "personal, tempo 0.8",
        "personal, tempo 1.25",
        "no speech",
        "no speech, without a detector",
    ]
    assert [one.id for one in found["personal"].utterances] == ["1", "2"]
    assert [one.id for one in found["gold"].utterances] == ["3"]
    assert [one.id for one in found["vocabulary"].utterances] == ["2"]
    assert found["no speech"].role == "silence"
    assert all(one.terms == ("Kaelen",) for one in sets)


def test_the_sets_are_the_same_for_a_seed() -> None:
    first, again, other = (build_sets([Spoken("1")], [], seed=seed) for seed in (1, 1, 2))
    noise = [np.concatenate([one.samples for group in sets for one in group.utterances]) for sets in (first, again)]

    assert np.array_equal(*noise)
    assert not np.array_equal(first[1].utterances[0].samples, other[1].utterances[0].samples)


def test_disturbed_copies_are_bounded_and_come_from_everywhere() -> None:
    sets = build_sets([Spoken(str(i), seconds=0.05) for i in range(2 * DISTURBED + 1)], [])
    copied = [one.id for one in sets[1].utterances]

    assert sets[1].role == "robustness"
    assert len(copied) <= DISTURBED
    assert copied[0] == "0"
    assert int(copied[-1]) > 1.9 * DISTURBED


def test_what_does_not_fit_the_window_is_left_out() -> None:
    sets = build_sets([Spoken("1"), Spoken("2", seconds=31.0)], [])
    assert [one.id for one in sets[0].utterances] == ["1"]
    with pytest.raises(InputError, match="set aside"):
        build_sets([Spoken("2", seconds=31.0)], [])


def test_bundled_speech_is_read_where_there_is_any(tmp_path: Path) -> None:
    assert general_speech(tmp_path / "none") == []
    write_flac(tmp_path / "a.flac", np.full(8000, 0.1, np.float32))
    row = {"file_name": "a.flac", "text": "hello there", "speaker_id": "ann"}
    (tmp_path / "metadata.jsonl").write_text(json.dumps(row) + "\n")

    (one,) = general_speech(tmp_path)

    assert (one.id, one.text, one.language, one.session) == ("a.flac", "hello there", "en", "ann")
    assert one.samples().shape == (8000,)
