import json
from pathlib import Path

from engine.audio.decode import read_recording
from trainer.speakers import (
    KEPT_BACK_SENTENCES,
    REHEARSAL_SENTENCES,
    demo_readings,
    general_readings,
    rehearsal_readings,
    sample_readings,
    user_voice,
    write_readings,
)
from trainer.text.users import user_ids
from trainer.voices import development_voices, training_voices


def test_each_user_has_a_voice_of_its_own_that_never_trained() -> None:
    voices = [user_voice(user) for user in user_ids()]

    assert len(set(voices)) == 8
    assert set(voices) < set(development_voices())


def test_the_demonstration_is_tested_on_other_sentences_than_it_learns_from() -> None:
    readings = demo_readings()
    learn = {one.text for one in readings if one.split == "train"}
    test = {one.text for one in readings if one.split == "test"}

    assert len(learn) == len(test) == 150
    assert not learn & test
    taught = {term for one in readings if one.split == "train" for term in one.terms}
    asked = {term for one in readings if one.split == "test" for term in one.terms}
    assert len(asked & taught) >= 30


def test_general_speech_is_large_enough_for_the_gate_and_read_by_known_voices() -> None:
    readings = general_readings()

    assert sum(len(one.text.split()) for one in readings) >= 6_000
    assert {one.voice for one in readings} <= set(training_voices())
    assert len({one.session for one in readings}) >= 50


def test_readings_are_written_as_an_audiofolder(tmp_path: Path) -> None:
    write_readings(sample_readings()[:2], tmp_path / "set")

    rows = [json.loads(line) for line in (tmp_path / "set" / "metadata.jsonl").read_text().splitlines()]
    assert [row["file_name"] for row in rows] == ["0001.opus", "0002.opus"]
    for row in rows:
        samples = read_recording(tmp_path / "set" / row["file_name"])
        assert abs(samples.size / 16_000 - row["duration"]) < 0.05
        assert abs(samples).max() > 0.05


def test_rehearsal_and_general_speech_share_neither_voices_nor_sentences() -> None:
    rehearsal, general = rehearsal_readings(), general_readings()
    assert [one.split for one in rehearsal] == ["train"] * REHEARSAL_SENTENCES + ["dev"] * KEPT_BACK_SENTENCES
    kept_back = {one.voice for one in rehearsal if one.split == "dev"}
    assert kept_back.isdisjoint(one.voice for one in rehearsal if one.split == "train")
    assert {one.voice for one in rehearsal}.isdisjoint(one.voice for one in general)
    assert {one.text for one in rehearsal}.isdisjoint(one.text for one in general)
    assert {one.voice.engine for one in rehearsal} == {"espeak", "flite"}
