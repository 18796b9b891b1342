from __future__ import annotations

import json
from dataclasses import replace

import pytest
from transformers import WhisperForConditionalGeneration

from engine.errors import InputError
from trainer import __main__ as command
from trainer.personal.recipe import Recipe
from trainer.planning.document import rows
from trainer.planning.machines import Machine, config_of, gpus, machine, measured_flop
from trainer.planning.pace import pace_on
from trainer.planning.roads import fine_tune, recommend, scratch, scratch_hours
from trainer.planning.shapes import SHAPES, Shape, shape_named
from trainer.planning.studies import expect, studies

SLOW = Machine("slow", 1e12, 1, 100.0, None, "made up")


def row(aspect):
    return next(one for one in rows() if one.aspect.startswith(aspect))


@pytest.mark.parametrize("name", ["starter", "tiny"])
def test_the_weights_are_counted_as_transformers_counts_them(name):
    shape = SHAPES[name]
    real = sum(one.numel() for one in WhisperForConditionalGeneration(config_of(shape)).parameters())
    assert shape.parameters == pytest.approx(real, rel=0.01)


def test_work_grows_a_little_faster_than_the_length():
    small = shape_named("small")
    assert 6 < small.forward(30) / small.forward(5) < 8
    # Two FLOP for each weight of the layers at each place it is used, attention aside.
    least = 2 * 250 * 12 * 768**2 * 12
    assert least < small.forward(5) < 2.5 * least
    assert small.training(5) == pytest.approx(1.5 * small.training(5, adapter=True))


def test_the_flop_of_this_machine_are_measured():
    found = measured_flop("cpu", Shape("toy", 64, 1, 1, 500))
    assert 1e7 < found < 1e14
    assert "measured" in machine("cpu", Shape("toy", 64, 1, 1, 500)).origin


@pytest.mark.parametrize("layers", ["all", "decoder"])
def test_the_pace_here_is_that_of_the_trainings_own_steps(layers):
    toy, recipe = (
        replace(shape_named("starter"), width=64, encoder_layers=1, decoder_layers=1),
        Recipe(batch_seconds=16.0, layers=layers),
    )
    here = pace_on(replace(SLOW, device="cpu"), toy, recipe)
    assert min(here.first, here.again, here.reading) > 0
    assert here.times(2).first == 2 * here.first
    large = pace_on(SLOW, shape_named("large"), recipe)
    small = pace_on(SLOW, shape_named("small"), recipe)
    assert large.first == large.again > small.first
    assert large.reading > small.reading


def test_from_scratch_on_a_processor_the_audio_takes_its_share():
    assert scratch_hours(3.6e15, replace(SLOW, device="cpu")) > scratch_hours(3.6e15, SLOW) == pytest.approx(1.0)


def test_rent_or_electricity_is_counted():
    assert SLOW.hours(3.6e15) == pytest.approx(1.0)
    assert SLOW.dollars(10) == pytest.approx(10 * 0.1 * 0.30)
    rented = machine("a100", shape_named("large"), 8)
    assert rented.dollars(1) == pytest.approx(8 * 3.0)
    assert machine("a100", shape_named("large"), 8, price=2.0).dollars(1) == pytest.approx(16.0)
    assert rented.flop == pytest.approx(8 * 312e12 * 0.3)
    assert {"a100", "h100", "rtx4090"} <= set(gpus())


def test_an_unknown_device_or_size_is_told():
    with pytest.raises(InputError, match="no device"):
        machine("abacus", shape_named("tiny"))
    with pytest.raises(InputError, match="no size"):
        shape_named("huge")


def test_both_roads_say_what_is_at_hand():
    small = shape_named("small")
    long, short = scratch(10, small, SLOW), fine_tune(10, small, SLOW)
    assert long.share == pytest.approx((1e-4, 10 / 680_000))
    assert short.share[1] == 1.0
    assert long.compute_hours > 10_000 * short.compute_hours
    assert short.heard_hours > 10


def test_the_recommendation_follows_from_the_hours():
    assert recommend(0.05).startswith("Neither yet: 3 minutes")
    assert recommend(5).startswith("Fine-tuning: 5 h")
    assert recommend(200_000).startswith("From scratch is possible")


def test_the_documents_arithmetic_is_put_right():
    assert row("8 GPUs x 4 months").state == "off"
    assert "$69,120" in row("8 GPUs x 4 months").recomputed
    assert "10 h of 100,000 are 0.01 %" in row("Your data is 0.001 %").recomputed
    assert row("Transcription").state == "holds"
    table = {"Data required", "Compute cost", "Time to train", "Expertise required", "Result for your voice",
             "Result for general speech", "Makes sense?"}  # fmt: skip
    assert table <= {one.aspect for one in rows()}


def test_every_study_says_what_was_read_and_only_near_ones_count():
    assert all(one.read in ("abstract", "code") and one.source for one in studies())
    typical = expect(1.5, "small", "typical")
    assert [one.model for one in typical.studies] == ["small"]
    assert typical.low == pytest.approx(3.45 / 3.96 - 1)
    assert expect(1.5, "turbo", "typical").high > 0  # it became worse for the large ones
    assert expect(0.01, "small", "typical") is None
    assert expect(0.3, "small", "atypical").high < -0.5


def test_the_command_prints_a_plan_for_people_and_programs(capsys):
    assert command.main(["plan", "--hours", "10", "--device", "a100", "--gpus", "8", "--model", "large"]) == 0
    assert "Fine-tuning: 10 h is enough" in capsys.readouterr().out
    assert command.main(["plan", "--hours", "10", "--device", "a100", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert [road["name"] for road in plan["roads"]] == ["from scratch", "fine-tuning"]
    assert command.main(["plan", "--hours", "0"]) == 2
