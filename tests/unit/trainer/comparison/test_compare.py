from __future__ import annotations

import argparse
import json
import signal
from dataclasses import replace

import numpy as np
import pytest
import soundfile
from tiny_whisper import make_checkpoint

from engine.errors import InputError
from engine.library.manifests import read_manifests
from engine.models.card import Context
from engine.paths import RESOURCES
from engine.records import SAMPLE_RATE
from trainer import __main__ as command
from trainer.comparison import command as comparison
from trainer.comparison import material
from trainer.comparison.arms import Ground
from trainer.comparison.cell import Key, Reader, run_cell
from trainer.comparison.material import NEW_WORDS, REPLAY, load_material
from trainer.personal.device import choose_device
from trainer.personal.rehearsal import Rehearsal
from trainer.personal.tokens import Tokens
from trainer.progress import Progress

WORDS = ("river", "letter", "morning", "dog", "town", "weather", "sister", "door", "cat", "rain", "book", "number")


@pytest.fixture(scope="module")
def speech(tmp_path_factory):
    """An audiofolder of noise with short texts, all different."""
    folder = tmp_path_factory.mktemp("speech")
    source = np.random.default_rng(3)
    rows = []
    for number in range(150):
        name = f"{number:03}.flac"
        sound = 0.1 * source.standard_normal(SAMPLE_RATE // 2)
        soundfile.write(folder / name, sound.astype(np.float32), SAMPLE_RATE)
        text = f"The {WORDS[number % 12]} and the {WORDS[number // 12 % 12]}" + (" today" if number > 140 else "")
        rows.append({"file_name": name, "text": text, "language": "en", "duration": 0.5, "session_id": str(number)})
    (folder / "metadata.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture
def few_others(monkeypatch):
    """Without the bundled speech of other people, which takes long to read."""
    monkeypatch.setattr(material, "_others", list)
    bundled = read_manifests(RESOURCES / "rehearsal")[:30]
    monkeypatch.setattr(comparison, "read_manifests", lambda folder: bundled)


@pytest.fixture(autouse=True)
def own_signals():
    """The command takes the signals over; the tests have them back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


class CountingReader(Reader):
    read = 0  # sets

    def texts(self, whisper, features):
        self.read += 1
        return super().texts(whisper, features)


def compare(speech, base, out, *more):
    return command.main(
        ["compare", "--data", str(speech), "--base", str(base), "--minutes", "0.1", "--seeds", "1", "--passes", "1",
         "--device", "cpu", "--out", str(out), *more]
    )  # fmt: skip


def test_each_seed_draws_other_clips_and_nothing_that_is_tested(speech, few_others):
    loaded = load_material(speech)
    first, again, other = loaded.draw(0.1, 1), loaded.draw(0.1, 1), loaded.draw(0.1, 2)
    assert first == again != other
    assert sum(clip.duration for clip in first) == pytest.approx(6, abs=0.5)
    tested = {one.text for one in loaded.sets[0].utterances} | {clip.text for clip in loaded.development}
    assert not tested & {clip.text for clip in first} or len(WORDS) < 12
    with pytest.raises(InputError, match="minutes to learn from"):
        loaded.draw(60, 1)


def test_new_words_are_those_of_sentences_that_were_not_learnt(speech, few_others):
    loaded = load_material(speech)
    learnt = loaded.draw(0.1, 1)
    sets = {one.name: one for one in loaded.sets_for(learnt)}
    known = {word for clip in learnt for word in clip.text.lower().split()}
    assert all(not set(one.text.lower().split()) <= known for one in sets[NEW_WORDS].utterances)
    assert {one.text for one in sets[REPLAY].utterances} <= {clip.text for clip in learnt}


def test_too_few_recordings_are_told(tmp_path, speech):
    rows = (speech / "metadata.jsonl").read_text().splitlines()[:20]
    for row in rows:
        name = json.loads(row)["file_name"]
        (tmp_path / name).write_bytes((speech / name).read_bytes())
    (tmp_path / "metadata.jsonl").write_text("\n".join(rows))
    with pytest.raises(InputError, match="20 usable recordings"):
        load_material(tmp_path)


def test_budgets_that_do_not_fit_are_told(speech, few_others, tmp_path, capsys):
    base, out = make_checkpoint(tmp_path / "base"), tmp_path / "out"
    assert compare(speech, base, out, "--minutes", "0.1", "0.2", "--passes", "1", "2", "3") == 2
    assert "3 numbers of passes do not fit 2 amounts" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(("passes", "budget"), [([20], {30: 20, 1: 20}), ([2, 60], {30: 2, 1: 60})])
def test_each_amount_has_its_own_budget_or_all_the_same(passes, budget):
    assert comparison._passes(argparse.Namespace(minutes=[30, 1], passes=passes)) == budget


def test_all_arms_are_trained_and_a_second_run_trains_nothing(speech, few_others, tmp_path, capsys):
    base = make_checkpoint(tmp_path / "base")
    assert compare(speech, base, tmp_path / "out", "--full") == 0
    said = capsys.readouterr().out
    assert "Claims, with 0.1 minutes" in said
    results = json.loads((tmp_path / "out" / "results.json").read_text())
    cells = {cell["arm"]: cell for cell in results["cells"]}
    assert set(cells) == {"A", "B", "B'", "C", "D"}
    heard = {arm: cells[arm]["heard"] for arm in "ABD"}
    assert len(set(heard.values())) == 1  # the same budget
    assert heard["A"] > 0 == cells["C"]["heard"]
    assert cells["A"]["curve"][-1][0] == pytest.approx(heard["A"])

    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "cells").iterdir()}
    assert compare(speech, base, tmp_path / "out", "--full") == 0
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "cells").iterdir()} == before


def test_the_untouched_base_is_read_once_on_what_every_cell_is_tested_on(speech, few_others, tmp_path):
    base = make_checkpoint(tmp_path / "base")
    tokens, device, cells = Tokens.load(base), choose_device("cpu", 1_000_000), tmp_path / "cells"
    ground = Ground(
        base, Context(), tokens, device, tmp_path / "cache", (), Rehearsal(), 1, None, Progress(), lambda: False
    )  # fmt: skip
    loaded = load_material(speech)
    loaded = replace(loaded, sets=loaded.sets[:2])
    reader = CountingReader(tokens, 80, device)

    first = run_cell(Key("C", 0.1, 1), ground, loaded, reader, cells)
    read_first, reader.read = reader.read, 0
    second = run_cell(Key("C", 0.1, 2), ground, loaded, reader, cells)

    assert {one.name: first.sets[one.name] for one in loaded.sets}.items() <= second.sets.items()
    assert set(second.sets) == set(first.sets)
    assert read_first == len(first.sets)
    assert reader.read == len(second.sets) - len(loaded.sets)


def test_a_folder_without_a_checkpoint_is_told(speech, few_others, tmp_path, capsys):
    assert compare(speech, tmp_path, tmp_path / "out") == 2
    assert "no Hugging Face checkpoint" in capsys.readouterr().err
