"""What the base thinks of recordings: read together, kept, and the same as one by one."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import torch
from job_folder import make_job_folder

from engine.models.card import Context
from trainer.personal.batches import Batch, collate
from trainer.personal.cache import ArrayCache
from trainer.personal.device import Device
from trainer.personal.examples import Composer, Plan
from trainer.personal.inputs import Inputs, read_inputs
from trainer.personal.job import open_job
from trainer.personal.lora import Adapted
from trainer.personal.manifest import Clip
from trainer.personal.recipe import Recipe
from trainer.personal.teacher import Teacher
from trainer.personal.whisper import load_base


class Counted(Adapted):
    """Counts how often the base is asked."""

    asked = 0

    @contextlib.contextmanager
    def switched_off(self) -> Iterator[object]:
        self.asked += 1
        with super().switched_off() as base:
            yield base


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_job_folder(tmp_path_factory.mktemp("job"))


@pytest.fixture(scope="module")
def inputs(folder: Path) -> Inputs:
    return read_inputs(open_job(folder), lambda _: None)


@pytest.fixture
def adapted(folder: Path) -> Counted:
    adapted = Counted.fresh(load_base(folder / "base" / "checkpoint"), Recipe(rank=2, dropout=0.0), seed=1)
    for parameter in adapted.parameters():
        parameter.data.normal_(std=0.05)
    return adapted


def teacher_in(place: Path, adapted: Adapted, inputs: Inputs) -> tuple[Teacher, Composer]:
    composer = Composer(inputs.tokens, 80, ArrayCache(place / "mel"), augment=False)
    # Every window is of 30 s, so that what is read beside a recording does not change what it is read in.
    return Teacher(adapted, composer, Context(), ArrayCache(place / "teacher"), Device("cpu", "fp32"), "base"), composer


def batch_of(composer: Composer, clips: Sequence[Clip | None]) -> Batch:
    examples = [composer.undisturbed(clip or clips[0]) for clip in clips]
    batch = collate(examples, composer.tokens.end, 0.1)
    plans = tuple(Plan("rehearsal", (clip,)) if clip else Plan("silence", ()) for clip in clips)
    return Batch(plans, batch.mel, batch.inputs, batch.targets, batch.frames, batch.keys)


def test_recordings_read_together_are_read_as_alone(tmp_path: Path, adapted: Counted, inputs: Inputs) -> None:
    clips = sorted(inputs.rehearsal.clips, key=lambda clip: len(clip.text))[::2]
    teacher, composer = teacher_in(tmp_path / "together", adapted, inputs)
    together, mask = teacher.states(batch_of(composer, clips))
    assert adapted.asked < len(clips)

    for row, clip in enumerate(clips):
        alone, every = teacher_in(tmp_path / f"alone{row}", adapted, inputs)[0].states(batch_of(composer, [clip]))
        count = int(mask[row].sum())
        assert count == every.shape[1]
        torch.testing.assert_close(together[:, row, :count], alone[:, 0], atol=2e-3, rtol=2e-3)


def test_the_base_is_asked_once_for_each_recording(tmp_path: Path, adapted: Counted, inputs: Inputs) -> None:
    first, second, third = inputs.rehearsal.clips[:3]
    teacher, composer = teacher_in(tmp_path, adapted, inputs)
    before, _ = teacher.states(batch_of(composer, [first, second]))
    asked = adapted.asked

    again, _ = teacher.states(batch_of(composer, [first, second]))
    assert (adapted.asked, again.tolist()) == (asked, before.tolist())
    teacher.states(batch_of(composer, [second, third]))
    assert adapted.asked == asked + 1


def test_silence_has_no_states_to_be_near_to(tmp_path: Path, adapted: Counted, inputs: Inputs) -> None:
    teacher, composer = teacher_in(tmp_path, adapted, inputs)
    _, mask = teacher.states(batch_of(composer, [inputs.rehearsal.clips[0], None]))
    assert mask[0].any()
    assert not mask[1].any()


def test_the_adapter_learns_on_after_the_base_was_asked(adapted: Counted) -> None:
    adapted.whisper.train()
    learnt = {id(one) for one in adapted.parameters()}
    with pytest.raises(ZeroDivisionError), adapted.switched_off():
        raise ZeroDivisionError
    assert {id(one) for one in adapted.parameters()} == learnt != set()
    assert adapted.whisper.training
