"""``python -m trainer plan --hours H``: what training from scratch and fine-tuning take, and which makes sense."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from engine.errors import InputError
from trainer.planning.document import Row, rows
from trainer.planning.machines import MEASURED, Machine, machine
from trainer.planning.roads import Road, fine_tune, recommend, scratch
from trainer.planning.shapes import SHAPES, Shape, shape_named
from trainer.planning.studies import Expectation, expect

LEGITIMATE = (
    "a new architecture, as research",
    "a language that no model knows (start from the nearest one's: python -m trainer scratch --encoder-from)",
    "a closed environment that may use nothing from outside",
    "special hardware that existing models do not fit",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--hours", type=float, required=True, help="of speech with its text that you have")
    parser.add_argument("--model", choices=sorted(SHAPES), default="small", help="size (default: %(default)s)")
    parser.add_argument("--device", default="cpu", help="cpu or cuda (measured here), a100, h100, rtx4090, rtx3090, t4")
    parser.add_argument("--gpus", type=int, default=1, help="how many of them")
    parser.add_argument("--price", type=float, help="dollars an hour for one of them (default: the table's)")
    parser.add_argument("--atypical", action="store_true", help="speech that recognisers find hard")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Compute and print."""
    if options.hours <= 0 or options.gpus < 1:
        raise InputError("A plan needs some hours of speech and a device.", "Give --hours above 0.")
    shape = shape_named(options.model)
    if options.device in MEASURED:
        note = "Measuring this machine with some steps of both trainings, up to two minutes for a large model ..."
        print(note, file=sys.stderr)  # noqa: T201
    chosen = machine(options.device, shape, options.gpus, options.price)
    roads = (scratch(options.hours, shape, chosen), fine_tune(options.hours, shape, chosen))
    expected = expect(options.hours, options.model, "atypical" if options.atypical else "typical")
    table = rows()
    if options.json:
        print(json.dumps(_as_json(shape, chosen, roads, expected, table, options.hours), indent=1))  # noqa: T201
        return 0
    for line in _lines(shape, chosen, roads, expected, table, options.hours):
        print(line)  # noqa: T201 # the command's answer
    return 0


def _as_json(
    shape: Shape,
    chosen: Machine,
    roads: tuple[Road, Road],
    expected: Expectation | None,
    table: list[Row],
    hours: float,
) -> dict[str, object]:
    return {
        "hours": hours,
        "model": {**asdict(shape), "parameters": shape.parameters},
        "machine": asdict(chosen),
        "roads": [{**asdict(road), "share": road.share} for road in roads],
        "expected": asdict(expected) if expected else None,
        "recommendation": recommend(hours),
        "from_scratch_makes_sense_for": list(LEGITIMATE),
        "document": [asdict(row) for row in table],
    }


def _lines(
    shape: Shape,
    chosen: Machine,
    roads: tuple[Road, Road],
    expected: Expectation | None,
    table: list[Row],
    hours: float,
) -> Iterator[str]:
    yield f"{hours:g} h of speech, {shape.name} ({shape.parameters / 1e6:.0f} M weights), {chosen.name}:"
    yield f"{chosen.flop / 1e12:.2f} TFLOP a second ({chosen.origin})"
    yield ""
    yield f"{'':26}" + "".join(f"{road.name:>26}" for road in roads)
    for name, cells in _cells(roads):
        yield f"{name:26}" + "".join(f"{cell:>26}" for cell in cells)
    yield ""
    yield _expectation(expected)
    yield recommend(hours)
    yield "From scratch makes sense for: " + "; ".join(LEGITIMATE) + "."
    yield ""
    yield "The source document's figures, recomputed:"
    for row in table:
        said = " | ".join(part for part in (row.scratch, row.fine_tuning) if part)
        yield f"  [{row.state}] {row.aspect}: {said}"
        yield f"      {row.recomputed}"


def _cells(roads: tuple[Road, Road]) -> Iterator[tuple[str, list[str]]]:
    yield "speech needed", [f"{_hours(road.needed_hours[0])} to {road.needed_hours[1]:,.0f} h" for road in roads]
    yield "at hand, of the least", [f"{100 * min(9.99, road.share[0]):.3g} %" for road in roads]
    yield "at hand, of the most", [f"{100 * min(9.99, road.share[1]):.3g} %" for road in roads]
    yield "audio heard in training", [f"{road.heard_hours:,.1f} h" for road in roads]
    yield "work", [f"{road.flop:.1e} FLOP" for road in roads]
    yield "time", [_time(road.compute_hours) for road in roads]
    yield "of computing alone, $", [f"{road.dollars:,.2f}" for road in roads]


def _hours(hours: float) -> str:
    return f"{hours:,.0f}" if hours >= 1 else f"{hours:.2g}"


def _time(hours: float) -> str:
    if hours < 1 / 20:
        return f"{3600 * hours:.0f} seconds"
    if hours < 2:
        return f"{60 * hours:.0f} minutes"
    return f"{hours:.1f} hours" if hours < 72 else f"{hours / 24:,.0f} days"


def _expectation(expected: Expectation | None) -> str:
    if expected is None:
        return "Errors after fine-tuning: no study of about as much speech is known."
    sources = "; ".join(
        f"{one.source} ({one.minutes:g} min, {one.model}, {one.measure} {one.before:g} -> {one.after:g};"
        f" {one.read} read)"
        for one in expected.studies
    )
    span = f"{expected.low:+.0%} to {expected.high:+.0%}" if expected.low != expected.high else f"{expected.low:+.0%}"
    return f"Errors after fine-tuning: {span} of those before, as others saw it: {sources}."
