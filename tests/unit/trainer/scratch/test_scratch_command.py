"""Whole runs of a tiny model from recordings: their steps, their errors, and two processes against one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from two_processes import LAUNCHER

from engine.records import SAMPLE_RATE
from engine.speech.options import RecogniserOptions
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser
from trainer import __main__ as trainer

ROOT = Path(__file__).parents[4]
SMALL = ["--width", "16", "--heads", "2", "--encoder-layers", "1", "--decoder-layers", "1", "--vocabulary", "300"]
WORDS = ["ĝardeno", "ŝipo", "domo", "arbo", "libro", "kato", "hundo", "floro", "maro", "ponto"]


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    """Sixty recordings of noise, one second each, with texts in Esperanto."""
    folder = tmp_path_factory.mktemp("recordings")
    source, rows = np.random.default_rng(5), []
    for number in range(60):
        name = f"{number:02}.wav"
        soundfile.write(folder / name, (0.1 * source.standard_normal(SAMPLE_RATE)).astype(np.float32), SAMPLE_RATE)
        text = f"La {WORDS[number % 10]} kaj la {WORDS[number // 6]}"
        rows.append({"file_name": name, "text": text, "session_id": f"s{number // 6}", "language": "eo"})
    (folder / "metadata.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def arguments(recordings, work, *more):
    return ["scratch", "--recipe", "basic", "--language", "eo", "--data", str(recordings), "--work", str(work),
            "--device", "cpu", "--batch-seconds", "8", *SMALL, *more]  # fmt: skip


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--width", "50", "cannot be shared"),
        ("--vocabulary", "100", "less than the 256 bytes"),
        ("--encoder-layers", "0", "more than nothing"),
        ("--language", "eo", "speaks English"),
        ("--seed", "-1", "0 or more"),
    ],
)
def test_a_model_that_cannot_be_is_refused_before_anything_is_made(tmp_path, capsys, option, value, said):
    work = tmp_path / "work"
    assert trainer.main(["scratch", "--recipe", "basic", "--work", str(work), option, value]) == 2
    assert said in capsys.readouterr().err
    assert not work.exists()


def test_too_few_recordings_are_told(tmp_path, recordings, capsys):
    few = tmp_path / "few"
    few.mkdir()
    rows = (recordings / "metadata.jsonl").read_text().splitlines()[:5]
    for row in rows:
        name = json.loads(row)["file_name"]
        (few / name).write_bytes((recordings / name).read_bytes())
    (few / "metadata.jsonl").write_text("\n".join(rows))
    assert trainer.main(arguments(few, tmp_path / "work")) == 2
    assert "holds too little to train on" in capsys.readouterr().err


def test_recordings_become_a_model_of_their_language(tmp_path, recordings, capsys):
    work = tmp_path / "work"
    assert trainer.main(arguments(recordings, work, "--steps", "2")) == 0
    model = work / "model"
    card = json.loads((model / "ctranslate2" / "card.json").read_text())
    assert card["languages"] == ["eo"]
    assert [row["set"] for row in card["measured"]][:2] == ["clean", "clean, noise 20 dB"]
    assert "ĝ" in (model / "checkpoint" / "letters.txt").read_text()
    recogniser = Recogniser.load(model / "ctranslate2", RecogniserOptions(threads=1))
    assert recognise(recogniser, np.zeros(SAMPLE_RATE, np.float32)).language == "eo"
    with pytest.raises(Exception, match="does not know the language 'en'"):
        recogniser.check_language("en")
    capsys.readouterr()
    longer = arguments(recordings, work, "--steps", "3", "--stop-after", "train")
    assert trainer.main(longer) == 0  # goes on
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["step"] for line in said if line["event"] == "stage" and line["stage"] == "train"] == [2]


@pytest.mark.timeout(600)
def test_two_processes_learn_what_one_learns(tmp_path, recordings):
    losses = {}
    for count in (1, 2):
        work = tmp_path / str(count)
        more = ["--steps", "20", "--stop-after", "train"]
        launcher = LAUNCHER if count > 1 else []
        run = [sys.executable, *launcher, "-m", "trainer", *arguments(recordings, work, *more)]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
        done = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, text=True, timeout=500)
        assert done.returncode == 0, done.stderr[-2000:]
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        losses[count] = [(line["loss"], line["ctc"]) for line in lines if line["event"] == "progress"]
    assert len(losses[1]) == len(losses[2]) == 1
    (attention, ctc), (attention_together, ctc_together) = losses[1][0], losses[2][0]
    assert attention_together == pytest.approx(attention, rel=2e-3)
    assert ctc_together == pytest.approx(ctc, rel=0.2)  # over the padding too, and each process pads its own part
