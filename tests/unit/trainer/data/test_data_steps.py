from __future__ import annotations

import itertools
import json

import numpy as np
import pytest
import soundfile

from engine.library.manifests import read_manifests
from engine.library.splits import fingerprint, near_duplicates
from trainer.__main__ import main as trainer
from trainer.data.command import STEPS

RATE = 22_050  # not the trainer's own
ANIMALS, SEEN = ("cat", "dog", "cow", "hen"), ("man", "boy", "sun", "sea")
SENTENCES = [f"The {one} sees the {other} again" for one in ANIMALS for other in SEEN]


def add(folder, name, text, sound, session="s1"):
    soundfile.write(folder / name, sound, RATE)
    return {"file_name": name, "text": text, "session_id": session}


def noise(seconds, seed, level=0.1):
    source = np.random.default_rng(seed)
    return level * source.standard_normal(int(seconds * RATE)).clip(-3, 3)


@pytest.fixture
def recordings(tmp_path):
    """Sixteen good recordings, and one of each kind that must not train."""
    folder = tmp_path / "recordings"
    folder.mkdir()
    rows = [add(folder, f"{n:02}.wav", f"  {text} ", noise(2, n), f"s{n % 5}") for n, text in enumerate(SENTENCES)]
    rows.append(add(folder, "twice.wav", "Again.", noise(2, 3)))
    rows.append(add(folder, "silent.wav", "Nothing to hear.", np.zeros(2 * RATE)))
    rows.append(add(folder, "clipped.wav", "Far too loud.", np.sign(noise(2, 50))))
    rows.append(add(folder, "blip.wav", "Blip.", noise(0.1, 51)))
    rows.append(add(folder, "wordless.wav", "...", noise(2, 52)))
    rows.append(add(folder, "chatter.wav", "word " * 40, noise(1, 53)))
    rows += [add(folder, f"often{n}.wav", "I say this all day long.", noise(2, 60 + n)) for n in range(5)]
    (folder / "broken.wav").write_bytes(b"RIFF no sound")
    rows.append({"file_name": "broken.wav", "text": "Broken."})
    (folder / "metadata.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def counts(capsys):
    return {line.pop("step"): line for line in map(json.loads, capsys.readouterr().out.splitlines())}


def test_each_step_says_what_went_in_and_out_and_why(recordings, tmp_path, capsys):
    out = tmp_path / "out"
    assert trainer(["data", "--data", str(recordings), "--out", str(out), "--json"]) == 0
    found = counts(capsys)
    assert list(found) == list(STEPS)
    for before, after in itertools.pairwise(STEPS[:-1]):
        assert found[after]["in"] == found[before]["out"]
    assert found["collect"]["dropped"] == {"the same recording twice": 1}
    assert found["audio"]["dropped"] == {"nearly silent": 1, "clipped": 1, "too short": 1, "unreadable": 1}
    assert found["text"]["dropped"] == {"no word": 1, "too much text for the sound": 1}
    assert found["text"]["texts changed"] == len(SENTENCES)
    assert found["balance"]["dropped"] == {"said more than 3 times": 2}
    assert found["split"]["out"] == sum(found["split"][name]["recordings"] for name in ("train", "dev", "test"))
    assert found["batches"]["in"] == found["split"]["train"]["recordings"]
    named = [json.loads(line)["reason"] for line in (out / "audio" / "dropped.jsonl").read_text().splitlines()]
    assert sum("RIFF" in reason or "unreadable" in reason for reason in named) == 1


def test_what_is_left_is_an_audiofolder_without_leaks(recordings, tmp_path, capsys):
    out = tmp_path / "out"
    trainer(["data", "--data", str(recordings), "--out", str(out)])
    pairs = read_manifests(out / "split")
    facts = {soundfile.info(pair.file).samplerate for pair in pairs}
    assert facts == {16_000}
    marks = [(pair.record.split, fingerprint(pair.record.text)) for pair in pairs]
    for number, (split, mark) in enumerate(marks):
        assert all(split == other for other, one in marks[:number] if near_duplicates(mark, one))
    planned = [json.loads(line) for line in (out / "batches" / "batches.jsonl").read_text().splitlines()]
    read = {name for batch in planned if batch["kind"] == "pair" for name in batch["files"]}
    assert read == {pair.file.name for pair in pairs if pair.record.split == "train"}
    assert all(batch["padded"] >= batch["seconds"] for batch in planned)


def test_a_step_alone_goes_on_from_the_one_before(recordings, tmp_path, capsys):
    out = tmp_path / "out"
    assert trainer(["data", "audio", "--out", str(out)]) == 2
    assert "Run `trainer data collect` first." in capsys.readouterr().err
    assert trainer(["data", "collect", "--out", str(out)]) == 2
    assert trainer(["data", "collect", "--data", str(recordings), "--out", str(out), "--json"]) == 0
    assert trainer(["data", "audio", "--out", str(out), "--json"]) == 0
    first = counts(capsys)["audio"]
    assert trainer(["data", "audio", "--out", str(out), "--json"]) == 0
    assert counts(capsys)["audio"] == first
    assert not (out / "audio.work").exists()


def test_nothing_to_train_on_is_told(tmp_path, capsys):
    folder = tmp_path / "recordings"
    folder.mkdir()
    row = add(folder, "silent.wav", "Nothing to hear.", np.zeros(2 * RATE))
    (folder / "metadata.jsonl").write_text(json.dumps(row))
    assert trainer(["data", "--data", str(folder), "--out", str(tmp_path / "out")]) == 2
    assert "No recording is in the split 'train'." in capsys.readouterr().err
