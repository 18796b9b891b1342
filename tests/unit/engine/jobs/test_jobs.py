"""Jobs from a library: what is ready, what the folder holds, how a child's end is told, what is installed."""

import json
from pathlib import Path

import pytest
import soundfile as sf
from library_samples import dictate, home_in, sound
from model_shelf import make_finished_model, make_registry
from tiny_whisper import make_checkpoint

from engine.errors import InputError, ModelError
from engine.jobs.child import TrainerChild, describe_end
from engine.jobs.estimate import ModelSize, Work, estimate_seconds, model_size
from engine.jobs.make import new_model_id
from engine.jobs.readiness import assess
from engine.jobs.result import close_job, install_candidate, read_outcome, unfinished_job
from engine.jobs.session import Personalization
from engine.jobs.spec import JobSpec
from engine.library.library import Library
from engine.library.manifests import read_manifests
from engine.library.records import TrainingRecord
from engine.models.card import Card
from engine.models.registry import Registry, finish_staged
from engine.models.verdict import ACCEPTED, with_verdict
from engine.paths import GENERAL_SPEECH, Home, hash_path
from engine.settings import Settings
from engine.settings.declarations import OTHER_SPEECH, SETTINGS


def words(number: int) -> str:
    """A sentence unlike those of other numbers."""
    return " ".join(f"w{hash_path(Path(f'{number}/{place}')) % 100_000:x}" for place in range(6))


def fill(home: Home, utterances: int = 60, seconds: float = 6.0) -> list[str]:
    with Library(home) as library:
        return [
            dictate(library, words(number), seconds=seconds, seed=number, session_id=f"s{number // 5}", status="read")
            for number in range(utterances)
        ]


def shelf(base: Path) -> Registry:
    registry = make_registry(base)
    make_checkpoint(base / "starter" / "checkpoint")
    return registry


def test_readiness_names_all_that_is_missing() -> None:
    pair = TrainingRecord("a.flac", "one two three", duration=6.0, split="train")
    little = assess([pair] * 3)
    assert not little.ready
    assert "1.7 more minutes" in little.missing[0]
    assert [line.split()[0] for line in little.missing[1:]] == ["5", "3", "20"]
    enough = assess([pair] * 30 + [TrainingRecord("b", "x", duration=3, split=name) for name in ("dev", "test")] * 20)
    assert enough.ready
    assert enough.is_trial
    assert enough.words == 30 * 3 + 40


def test_a_job_holds_each_pair_in_its_split_and_can_be_carried_away(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    identifiers = fill(home)
    with Library(home) as library:
        talk = dictate(library, "something unedited that was said", raw_text="something unedited that was said")
        gold = next(pair.record.id for pair in _pairs(library) if pair.record.split == "test")
        library.utterances.set_gold(gold)
    training = Personalization(home, shelf(tmp_path))
    job = training.prepare(training.offer(), tmp_path / "away")
    spec = JobSpec.load(job)
    assert spec.model_id == "starter-personal-1"
    assert not Path(spec.base).is_absolute()
    assert (job / spec.base / "model.safetensors").is_file()
    found = {name: {pair.record.id for pair in read_manifests(job / file)} for name, file in spec.manifests.items()}
    assert found["gold"] == {gold}
    assert talk in found["rehearsal"]
    assert found["train"] | found["dev"] | found["test"] | found["gold"] == set(identifiers)
    assert all(path.stat().st_mode & 0o077 == 0 for path in job.rglob("*"))
    assert all(identifier not in (job / "job.json").read_text() for identifier in identifiers)


def test_recordings_of_other_people_are_tested_on_beside_those_that_come_along(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    fill(home)
    training = Personalization(home, shelf(tmp_path))
    assert "general" not in JobSpec.load(training.prepare(training.offer(), tmp_path / "without")).manifests

    friends = tmp_path / "friends"
    friends.mkdir()
    sf.write(friends / "0001.wav", sound(2.0, 1), 16_000)
    (friends / "metadata.csv").write_text("file_name,text\n0001.wav,what a friend has said\n")
    Settings(home.settings, SETTINGS).set(OTHER_SPEECH, str(friends))
    job = training.prepare(training.offer(), tmp_path / "with")
    tested = [pair.record for pair in read_manifests(job / JobSpec.load(job).manifests["general"])]
    assert [one.text for one in tested if one.id == "others-0001"] == ["what a friend has said"]
    assert len(tested) == 1 + len(read_manifests(GENERAL_SPEECH))

    with pytest.raises(InputError):
        training.prepare(training.offer(), tmp_path / "wrong", tmp_path / "nowhere")


def _pairs(library: Library):  # type: ignore[no-untyped-def]
    from engine.library.records import pairs_in

    return list(pairs_in(library.database, library.recordings))


def test_looks_at_the_same_test_set_are_counted(tmp_path: Path) -> None:
    home, registry = home_in(tmp_path), shelf(tmp_path)
    fill(home)
    training = Personalization(home, registry)
    first = training.prepare(training.offer(), tmp_path / "first")
    assert JobSpec.load(first).looks == 0
    with Library(home) as library:
        library.runs.finish("starter-personal-1", "not proven")
    assert JobSpec.load(training.prepare(training.offer(), tmp_path / "second")).looks == 1


def test_a_base_without_weights_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    fill(home)
    training = Personalization(home, make_registry(tmp_path))
    with pytest.raises(ModelError, match="without the weights"):
        training.prepare(training.offer())
    assert training.unfinished() is None


def test_ids_of_personal_models_count_up_from_their_base() -> None:
    taken = {"starter-personal-1", "starter-personal-2"}
    assert new_model_id("starter-personal-2", taken.__contains__) == "starter-personal-3"


@pytest.mark.parametrize(
    "content", ["", "[]", '{"version": 9}', '{"model_id": 1}', '{"model_id": "a", "base": "b", "base_model": "c"}']
)
def test_a_damaged_job_file_is_told_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "job.json").write_text(content)
    with pytest.raises(InputError, match=r"job\.json"):
        JobSpec.load(tmp_path)


def test_a_job_file_comes_back_as_it_was_written(tmp_path: Path) -> None:
    manifests = {"train": "a.jsonl", "dev": "b.jsonl", "test": "c.jsonl"}
    spec = JobSpec("id", "base", "model", manifests, recipe={"rank": 4}, terms=("Attune",), looks=2, device="cpu")
    spec.save(tmp_path)
    assert JobSpec.load(tmp_path) == spec


@pytest.mark.parametrize(
    ("status", "kind", "goes_on"),
    [
        (0, "accepted", False),
        (2, "data", False),
        (3, "cancelled", True),
        (4, "memory", True),
        (5, "refused", False),
        (1, "failed", True),
        (-9, "memory", True),
        (-11, "failed", True),
        (77, "failed", True),
    ],
)
def test_every_exit_status_has_its_outcome(tmp_path: Path, status: int, kind: str, goes_on: bool) -> None:
    done = {"event": "done", "model": "m", "reason": "Because.", "report": "r"}
    outcome = describe_end(status, done if status in (0, 5) else {"what": "What.", "remedy": "Do."}, {}, tmp_path)
    assert (outcome.kind, outcome.can_go_on) == (kind, goes_on)
    assert outcome.reason
    assert outcome.model == ("m" if status == 0 else None)


def test_the_child_tells_what_is_wrong_with_a_job(tmp_path: Path) -> None:
    with TrainerChild(tmp_path) as child:
        told = list(child.events())
        outcome = child.outcome()
    assert (outcome.kind, told[-1]["event"]) == ("data", "error")
    assert "holds no job.json" in outcome.reason


def test_an_accepted_candidate_is_installed_active_and_can_be_trained_on(tmp_path: Path) -> None:
    registry = make_registry(tmp_path)
    job = tmp_path / "job"
    model = make_finished_model(job / "model", "starter-personal-1")
    make_checkpoint(model / "checkpoint")
    finish_staged(model)
    with pytest.raises(ModelError, match="not been proven better"):  # as after a kill before the gate has spoken
        install_candidate(registry, job)
    assert registry.active().id == "starter"

    with_verdict(Card.load(model), {"outcome": ACCEPTED, "reasons": []}).save(model)
    finish_staged(model)
    assert install_candidate(registry, job).active
    assert registry.active().id == "starter-personal-1"
    assert registry.checkpoint("starter-personal-1") is not None
    registry.verify("starter-personal-1")


def test_only_an_interrupted_job_is_offered_again_and_an_ended_one_keeps_no_recordings(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    job = home.jobs / "starter-personal-1"
    (job / "audio").mkdir(parents=True)
    (job / "audio" / "x.flac").write_bytes(b"sound")
    JobSpec("starter-personal-1", "b", "m", {"train": "t", "dev": "d", "test": "t"}).save(job)
    assert unfinished_job(home) == job
    outcome = describe_end(5, {"reason": "Not proven.", "report": "r"}, {"outcome": "not proven"}, job)
    close_job(job, outcome)
    assert unfinished_job(home) is None
    assert read_outcome(job) == outcome
    assert outcome.verdict == "not proven"
    assert not (job / "audio").exists()


def test_the_estimate_grows_with_model_and_speech_and_counts_the_real_parameters(tmp_path: Path) -> None:
    make_checkpoint(tmp_path)
    assert model_size(tmp_path).parameters == pytest.approx(64 * (408 + 1501) + 2 * 64**2 * 20, rel=0.2)
    small, large = ModelSize(10**6, 10**6, 10**6), ModelSize(10**8, 10**8, 10**7)
    work, more = Work(600, 100), Work(6000, 100)
    assert estimate_seconds(small, work, 1e10) < estimate_seconds(small, more, 1e10)
    assert estimate_seconds(small, work, 1e10) < estimate_seconds(large, work, 1e10)
    assert estimate_seconds(large, Work(600, 0, decoder_only=True), 1e10) < estimate_seconds(large, Work(600, 0), 1e10)
    (tmp_path / "config.json").write_text(json.dumps({"d_model": "wide"}))
    with pytest.raises(InputError):
        model_size(tmp_path)
