import pytest
import torch

from engine.errors import InputError
from engine.jobs.estimate import small_model_own_share
from engine.speech.options import usable_cores
from trainer.personal.device import choose_device
from trainer.personal.memory import Thrift, is_device_lost, is_out_of_memory
from trainer.personal.outcome import NotEnoughMemoryError
from trainer.personal.recipe import FEW_UPDATES, LEAST_BATCH, MOST_BATCH, Recipe, choose_recipe, override


def test_little_speech_changes_little_and_much_speech_more() -> None:
    few, some, many = (choose_recipe(minutes, 240_000_000, "cuda") for minutes in (15, 90, 400))
    assert (few.layers, few.rank, some.layers, some.rank, many.rank) == ("decoder", 8, "all", 16, 32)


def test_a_processor_trains_the_decoder_of_real_sizes_and_all_of_the_starter() -> None:
    assert choose_recipe(90, 240_000_000, "cpu").layers == "decoder"
    assert choose_recipe(90, 7_000_000, "cpu").layers == "all"
    assert choose_recipe(90, 7_000_000, "cpu").rate > choose_recipe(90, 240_000_000, "cpu").rate


@pytest.mark.parametrize("minutes", [3, 6, 10, 30, 90])
def test_a_small_model_gets_updates_enough_however_little_is_said(minutes: float) -> None:
    recipe = choose_recipe(minutes, 7_000_000, "cpu")
    updates = recipe.epochs * 60 * minutes / recipe.batch_seconds
    assert updates >= 0.7 * FEW_UPDATES
    assert LEAST_BATCH <= recipe.batch_seconds <= MOST_BATCH


def test_little_speech_gone_over_often_is_held_by_more_rehearsal_and_by_the_base() -> None:
    little, more = (choose_recipe(minutes, 7_000_000, "cpu") for minutes in (5, 10))
    assert little.epochs > more.epochs
    assert little.rehearsal_batch > more.rehearsal_batch
    assert little.kl_weight > more.kl_weight == 0
    assert (little.own_share, more.own_share) == pytest.approx((small_model_own_share(5), small_model_own_share(10)))


def test_medium_learns_at_half_the_rate() -> None:
    assert choose_recipe(90, 769_000_000, "cuda").rate == choose_recipe(90, 240_000_000, "cuda").rate / 2


@pytest.mark.parametrize(
    "changes",
    [
        {"ranks": 8},
        {"rank": "8"},
        {"rank": 0},
        {"layers": "some"},
        {"rehearsal_batch": 0.0},
        {"targets": ["head"]},
        {"packed_share": 0.9},
    ],
)
def test_wishes_that_cannot_be_fulfilled_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(InputError):
        override(Recipe(), changes)


def test_wishes_are_taken_up() -> None:
    assert override(Recipe(), {"rank": 4, "rate": 1, "alphas": [0.0, 1.0]}) == Recipe(
        rank=4, rate=1.0, alphas=(0.0, 1.0)
    )


def test_memory_is_saved_step_by_step_until_nothing_is_left() -> None:
    thrift, said = Thrift(), []
    for _ in range(5):
        thrift = thrift.next()
        said.append(thrift.describe())
    with pytest.raises(NotEnoughMemoryError, match="smaller model"):
        thrift.next()
    assert [thrift.parts, thrift.recompute, thrift.decoder_only] == [8, True, True]
    assert len(set(said)) == len(said) == 5


def test_faults_of_the_device_are_told_apart() -> None:
    assert is_out_of_memory(RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"))
    assert is_out_of_memory(MemoryError())
    lost = RuntimeError("CUDA error: unspecified launch failure")
    assert is_device_lost(lost)
    assert not is_out_of_memory(lost)
    assert not is_device_lost(RuntimeError("shape mismatch"))


@pytest.mark.parametrize(("parameters", "threads"), [(8_000_000, 1), (40_000_000, usable_cores())])
def test_a_small_model_learns_on_one_thread(parameters: int, threads: int) -> None:
    before = torch.get_num_threads()
    try:
        choose_device("cpu", parameters)
        assert torch.get_num_threads() == threads
    finally:
        torch.set_num_threads(before)
