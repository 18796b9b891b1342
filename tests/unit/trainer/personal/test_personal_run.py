"""Whole runs on a tiny model: what they leave, how they end, and that an interrupted one ends like a whole one."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from job_folder import make_job_folder, make_record
from safetensors.torch import load_file

from engine.errors import InputError
from engine.jobs.spec import JobSpec
from engine.models.card import Card
from engine.models.manifest import verify_manifest
from engine.models.structure import check_structure
from trainer.personal.checkpoint import load_checkpoint
from trainer.personal.device import Device
from trainer.personal.fitting import Fitting
from trainer.personal.inputs import read_inputs, recipe_for
from trainer.personal.job import open_job
from trainer.personal.learner import Learner
from trainer.personal.memory import Thrift
from trainer.personal.outcome import BAD_DATA, CANCELLED, REFUSED, CancelledError, NotEnoughMemoryError
from trainer.personal.rehearsal import Rehearsal
from trainer.processes import Processes
from trainer.progress import Progress

ROOT = Path(__file__).parents[4]


def fitting(folder: Path, stop: Callable[[], bool] = lambda: False) -> Fitting:
    job = open_job(folder)
    inputs = read_inputs(job, lambda _: None)
    device = Device("cpu", "fp32")
    recipe = recipe_for(job, inputs, device)
    return Fitting(job, inputs, recipe, device, Processes(cpu=True), Progress(io.StringIO()), stop)


def learnt(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(folder / "adapter" / "adapter_model.safetensors")


def train(folder: Path, stop: Callable[[], bool] = lambda: False) -> dict[str, torch.Tensor]:
    one = fitting(folder, stop)
    one.train(Rehearsal(one.inputs.rehearsal.clips))
    return learnt(folder)


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "trainer", "run", str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def events(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_killed_run_goes_on_and_an_unproven_candidate_is_refused(tmp_path: Path) -> None:
    folder = make_job_folder(tmp_path / "job")
    first = start(folder)
    assert first.stdout is not None
    for line in first.stdout:
        if '"stage": "alpha"' in line:
            break
    first.kill()
    first.communicate()
    second = start(folder)
    output, log = second.communicate(timeout=280)
    assert second.returncode == REFUSED, log
    told = events(output)
    names = [event["event"] for event in told]
    assert names[0] == "start"
    assert names[-1] == "done"
    assert [event["stage"] for event in told if event.get("resumed")] == ["baseline", "rehearsal", "train"]
    assert told[-1]["accepted"] is False
    assert told[-1]["reason"]
    check_candidate(folder)


def check_candidate(folder: Path) -> None:
    model = folder / "model"
    verify_manifest(model)
    verify_manifest(model / "checkpoint")
    check_structure(model)
    card = Card.load(model)
    assert (card.id, card.base) == ("tiny-personal-1", "tiny")
    assert card.context.min_seconds <= 30
    assert card.data["utterances"] == 12
    assert (folder / "adapter" / "adapter_config.json").is_file()
    assert json.loads((folder / "report.json").read_text())["accepted"] is False
    weights = load_file(model / "checkpoint" / "model.safetensors")
    assert {weight.dtype for weight in weights.values()} == {torch.float16}
    for path in (folder / "state", folder / "cache"):
        assert path.stat().st_mode & 0o077 == 0


def test_a_cancelled_run_says_so_and_keeps_what_it_did(tmp_path: Path) -> None:
    folder = make_job_folder(tmp_path / "job", {"epochs": 400, "patience": 100})
    child = start(folder)
    assert child.stdout is not None
    assert child.stdin is not None
    for line in child.stdout:
        event = json.loads(line)
        if event["event"] == "progress" and event["stage"] == "train":
            break
    child.stdin.write("cancel\n")
    child.stdin.flush()
    rest, log = child.communicate(timeout=280)
    assert child.returncode == CANCELLED, log
    assert events(rest)[-1]["kind"] == "cancelled"
    assert load_checkpoint(folder / "state")[0].step > 0


def test_what_is_tested_is_not_learnt(tmp_path: Path) -> None:
    folder = make_job_folder(tmp_path / "job")
    with (folder / "test.jsonl").open("a") as file:
        file.write((folder / "train.jsonl").read_text().splitlines()[0] + "\n")
    with pytest.raises(InputError, match="train-000 is in test and is trained on too") as raised:
        read_inputs(open_job(folder), lambda _: None)
    assert raised.value.exit_code == BAD_DATA


def test_a_seed_gives_the_same_adapter_and_a_stop_changes_nothing(tmp_path: Path) -> None:
    recipe = {"epochs": 2, "layers": "all", "augment": True, "packed_share": 0.2, "acft_weight": 0.5}
    whole = train(make_job_folder(tmp_path / "whole", recipe))
    again = train(make_job_folder(tmp_path / "again", recipe))
    stopped = make_job_folder(tmp_path / "stopped", recipe)
    asked = iter([False, False, True])
    with pytest.raises(CancelledError):
        train(stopped, lambda: next(asked))
    resumed = train(stopped)
    other = train(make_job_folder(tmp_path / "other", recipe, seed=2))
    assert whole.keys() == again.keys() == resumed.keys()
    assert all(torch.equal(whole[name], again[name]) for name in whole)
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
    assert not all(torch.equal(whole[name], other[name]) for name in whole)


def test_decoder_training_reads_the_encoder_s_answers_from_the_disk(tmp_path: Path) -> None:
    folder = make_job_folder(tmp_path / "job", {"layers": "decoder", "variants": 1, "patience": 100})
    train(folder)
    kept = [path.name for path in (folder / "cache" / "states").iterdir()]
    assert sum(name.startswith("train-") for name in kept) == 12
    assert not [name for name in learnt(folder) if ".encoder." in name]


def test_running_out_of_memory_gives_up_one_thing_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_job_folder(tmp_path / "job")
    step, failures = Learner.step, iter([True] * 4)

    def short(self: Learner, *arguments: object) -> list[float]:
        if next(failures, False):
            raise torch.OutOfMemoryError
        return step(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Learner, "step", short)
    train(folder)
    thrift = load_checkpoint(folder / "state")[0].thrift
    assert thrift == {"parts": 8, "recompute": 1, "decoder_only": 0}
    failures = iter([True] * 99)
    (folder / "state" / "training.pt").unlink()
    with pytest.raises(NotEnoughMemoryError):
        train(folder)


def test_parts_of_a_batch_learn_what_the_whole_batch_learns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = {"dropout": 0.0, "augment": False, "packed_share": 0.0}
    whole = train(make_job_folder(tmp_path / "whole", recipe))
    build = Fitting._learner

    def in_parts(self: Fitting) -> Learner:
        learner = build(self)
        learner.save_memory(Thrift(parts=3, recompute=True))
        return learner

    monkeypatch.setattr(Fitting, "_learner", in_parts)
    parts = train(make_job_folder(tmp_path / "parts", recipe))
    for name in whole:
        torch.testing.assert_close(whole[name], parts[name], atol=2e-4, rtol=1e-2)


def test_recordings_that_cannot_be_used_are_left_out_and_named(tmp_path: Path) -> None:
    folder = make_job_folder(tmp_path / "job")
    rows = [make_record(folder, "train", 90 + number) for number in range(3)]
    rows[0]["text"] = "..."
    (folder / rows[1]["audio"]).write_bytes(b"fLaC nothing")
    (folder / rows[2]["audio"]).unlink()
    with (folder / "train.jsonl").open("a") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    said: list[str] = []
    inputs = read_inputs(open_job(folder), said.append)
    assert len(inputs.train.clips) == 12
    assert len(said) == 3
    assert all("line 1" in one for one in said)


def test_a_job_without_a_base_is_refused(tmp_path: Path) -> None:
    folder = make_job_folder(tmp_path / "job")
    spec = JobSpec.load(folder)
    replace(spec, base="nowhere").save(folder)
    with pytest.raises(InputError, match="no Hugging Face checkpoint"):
        open_job(folder)


def losses_of(folder: Path, launcher: list[str]) -> tuple[int, list[list[float]]]:
    """How many processes trained the job together, and the losses of each step."""
    program = ROOT / "tests" / "support" / "joint_training.py"
    subprocess.run(
        [sys.executable, *launcher, str(program), str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=800,
        check=True,
    )
    found = json.loads((folder / "losses.json").read_text())
    return found["processes"], found["losses"]


@pytest.mark.full
@pytest.mark.timeout(900)
def test_two_processes_learn_what_one_learns(tmp_path: Path) -> None:
    recipe = {"epochs": 3, "dropout": 0.0, "augment": False, "layers": "all", "patience": 100}
    folders = [make_job_folder(tmp_path / name, recipe) for name in ("alone", "together")]
    # What `accelerate launch` starts for several GPUs; for processors alone it wants an MPI.
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
    (one, alone), (two, together) = losses_of(folders[0], []), losses_of(folders[1], launcher)
    assert (one, two) == (1, 2)
    assert len(alone) == len(together) > 5
    for here, there in zip(alone, together, strict=True):
        assert there == pytest.approx(here, rel=2e-3, abs=2e-3)


STAGES = ("baseline", "rehearsal", "train", "alpha", "merge", "convert", "agreement", "measure", "evaluate")


@pytest.mark.full
@pytest.mark.timeout(900)
def test_a_run_that_is_killed_in_every_stage_ends_like_one_that_is_not(tmp_path: Path) -> None:
    whole, killed = make_job_folder(tmp_path / "whole"), make_job_folder(tmp_path / "killed")
    child = start(whole)
    child.communicate(timeout=280)
    for stage in STAGES:
        child = start(killed)
        assert child.stdout is not None
        for line in child.stdout:
            event = json.loads(line)
            if event["event"] == "stage" and event["stage"] == stage:
                break
        child.kill()
        child.communicate()
        assert not (killed / "report.json").exists()
    last = start(killed)
    output, log = last.communicate(timeout=280)
    assert last.returncode == REFUSED, log
    assert {event["stage"] for event in events(output) if event.get("resumed")} >= set(STAGES[:-1])
    here, there = learnt(whole), learnt(killed)
    assert all(torch.equal(here[name], there[name]) for name in here)
    check_candidate(killed)
