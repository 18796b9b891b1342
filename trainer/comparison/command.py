"""``python -m trainer compare``: from scratch or fine-tuned, measured on one person's speech.

Each cell (an arm, an amount of speech, a seed) is kept in OUT/cells as soon as it is done; the command run again goes
on with what is missing, and writes the page from all of them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from transformers.utils.logging import disable_progress_bar

from engine.errors import InputError
from engine.jobs.estimate import model_size
from engine.library.manifests import read_manifests
from engine.models.card import CARD_NAME, Card, Context
from engine.paths import RESOURCES, STARTER_MODEL
from trainer.comparison.arms import ARMS, Ground
from trainer.comparison.cell import Cell, Key, Reader, run_cell
from trainer.comparison.figures import Figures
from trainer.comparison.material import Material, load_material, make_synthetic
from trainer.comparison.page import PAGE, text_table, write
from trainer.comparison.verdicts import Verdict, judge
from trainer.personal.device import choose_device
from trainer.personal.manifest import clip_of
from trainer.personal.outcome import CancelledError
from trainer.personal.rehearsal import Rehearsal, split
from trainer.personal.tokens import Tokens
from trainer.progress import Progress
from trainer.stopping import StopFlag
from trainer.text.users import user_ids

CANCELLED = 3
MINUTES, SEEDS, PASSES = (3.0,), 3, 20
USER = "pharmacist"
CHECKPOINT, MODEL = "checkpoint", "ctranslate2"  # in the starter's folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    speech = parser.add_mutually_exclusive_group()
    speech.add_argument("--data", type=Path, help="one person's recordings, as `attune library export` writes them")
    speech.add_argument("--synthetic", action="store_true", help="a development user's speech (the default)")
    parser.add_argument("--user", choices=user_ids(), default=USER, help="which one (default: %(default)s)")
    parser.add_argument("--minutes", type=float, nargs="+", default=list(MINUTES), help="of speech to learn from")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="runs of each, each with other clips")
    parser.add_argument(
        "--passes", type=int, nargs="+", default=[PASSES],
        help="budget: times each arm hears that much speech; one number for each of --minutes, or one for all",
    )  # fmt: skip
    parser.add_argument("--full", action="store_true", help="fine-tuning all weights as well (arm D)")
    parser.add_argument("--base", type=Path, default=STARTER_MODEL, help="with checkpoint/ and ctranslate2/")
    parser.add_argument("--out", type=Path, default=Path("comparison"), help="default: %(default)s")
    parser.add_argument("--device", default="auto")


def run(options: argparse.Namespace) -> int:
    """Run every cell that is missing, write the results, and print the table."""
    progress, stop = Progress(sys.stderr), StopFlag()
    stop.hear_signals()
    disable_progress_bar()  # type: ignore[no-untyped-call]
    passes = _passes(options)
    cells = options.out / "cells"
    cells.mkdir(parents=True, exist_ok=True)
    progress.event("stage", stage="speech", detail="that of " + (str(options.data) if options.data else options.user))
    folder = options.data or make_synthetic(options.user, options.out / "speech")
    material = load_material(folder)
    ground, reader = _ground(options, material, progress, stop)
    arms = [arm for arm in ARMS if options.full or arm != "D"]
    keys = [Key(arm, minutes, seed) for minutes in sorted(passes) for seed in _seeds(options) for arm in arms]
    progress.event("start", command="compare", cells=len(keys), device=ground.device.kind, passes=options.passes)
    done: list[Cell] = []
    try:
        for key in keys:
            progress.event("stage", stage="cell", detail=key.name, step=len(done), total=len(keys))
            budgeted = replace(ground, passes=passes[key.minutes])
            done.append(run_cell(key, budgeted, material, reader, cells))
    except CancelledError:
        progress.event("error", kind="cancelled", what=f"Stopped after {len(done)} of {len(keys)} cells.")
        return CANCELLED
    figures = Figures(tuple(done))
    verdicts = {minutes: judge(figures, minutes) for minutes in figures.minutes}
    write(options.out, figures, verdicts, _facts(options, passes, ground))
    _print(figures, verdicts)
    progress.event("artifact", path=str(options.out / PAGE))
    progress.event("done")
    return 0


def _passes(options: argparse.Namespace) -> dict[float, int]:
    """How often the speech is heard, by its minutes.

    Raises:
        InputError: there is not one number for each, or one is no number of passes.
    """
    given = options.passes * len(options.minutes) if len(options.passes) == 1 else options.passes
    if len(given) != len(options.minutes) or min(given) < 1:
        raise InputError(
            f"{len(options.passes)} numbers of passes do not fit {len(options.minutes)} amounts of speech.",
            "Give --passes one number above 0, or one for each of --minutes.",
        )
    return dict(zip(options.minutes, given, strict=True))


def _seeds(options: argparse.Namespace) -> range:
    return range(1, options.seeds + 1)


def _ground(
    options: argparse.Namespace, material: Material, progress: Progress, stop: StopFlag
) -> tuple[Ground, Reader]:
    base = options.base / CHECKPOINT if (options.base / CHECKPOINT).is_dir() else options.base
    if not (base / "config.json").is_file():
        raise InputError(f"{options.base} holds no Hugging Face checkpoint.", "Name a folder with --base.")
    card = options.base / MODEL / CARD_NAME
    context = Card.load(options.base / MODEL).context if card.is_file() else Context()
    device, tokens = choose_device(options.device, model_size(base).parameters), Tokens.load(base)
    ground = Ground(
        base, context, tokens, device, options.out / "cache", material.development, _rehearsal(), options.passes[0],
        lambda whisper, clips: reader.word_errors(whisper, clips), progress, stop,
    )  # fmt: skip
    reader = Reader(tokens, int(ground.config.num_mel_bins), device)
    return ground, reader


def _rehearsal() -> Rehearsal:
    """The bundled speech that is rehearsed."""
    clips = [clip_of(pair.record, pair.file) for pair in read_manifests(RESOURCES / "rehearsal")]
    return split(clips, {clip.id: clip.text for clip in clips})


def _facts(options: argparse.Namespace, passes: dict[float, int], ground: Ground) -> dict[str, object]:
    times = ", ".join(f"{count} times {minutes:g} minutes" for minutes, count in sorted(passes.items()))
    speech = f"recordings in {options.data.name}" if options.data else f"synthetic, development user {options.user}"
    return {
        "speech": speech,
        "base": ground.base.parent.name,
        "budget": f"{times}, for every arm",
        "seeds": options.seeds,
        "device": ground.device.kind,
    }


def _print(figures: Figures, verdicts: dict[float, list[Verdict]]) -> None:
    for line in _lines(figures, verdicts):
        print(line)  # noqa: T201 # the command's answer


def _lines(figures: Figures, verdicts: dict[float, Sequence[Verdict]] | dict[float, list[Verdict]]) -> Iterator[str]:
    yield text_table(figures)
    for minutes, found in verdicts.items():
        yield f"Claims, with {minutes:g} minutes:"
        yield from (f"  {one.outcome:14} {one.claim}  ({one.figure})" for one in found)
