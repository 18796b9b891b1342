"""``python -m trainer scratch``: from nothing to a model folder, in steps that each go on where they stopped."""

from __future__ import annotations

import argparse
import signal
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from trainer.progress import Progress
from trainer.scratch.corpus import Clip, make_corpus, read_corpus
from trainer.scratch.examples import Composer
from trainer.scratch.model import ScratchModel, new_model
from trainer.scratch.recipe import RECIPES, ScratchRecipe
from trainer.scratch.text import held_out_sentences, training_sentences
from trainer.scratch.tokens import describe, load_tokenizer, save_tokenizer, train_tokenizer
from trainer.scratch.train import Watch, train
from trainer.voices import voices_of

HELD_OUT_CLIPS = 500
CANCELLED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="starter")
    parser.add_argument("--work", type=Path, required=True, help="folder for speech, checkpoints and the result")
    parser.add_argument("--publish", type=Path, help="write the finished model here (default: WORK/model)")
    parser.add_argument("--encoder-from", type=Path, help="start from the encoder of this run's folder")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--stop-after", choices=["speech", "train", "publish"], default="publish")


def run(options: argparse.Namespace) -> int:
    """Make speech, train, publish. Returns 0, or 3 if it was asked to stop (run it again to go on)."""
    progress = Progress()
    progress.start_heartbeat()
    recipe = RECIPES[options.recipe]
    work: Path = options.work
    progress.event("start", command="scratch", recipe=asdict(recipe), device=options.device)
    clips, held_out = make_speech(recipe, work, progress)
    if options.stop_after == "speech":
        return 0
    tokenizer = _tokenizer(recipe, work, clips)
    progress.event("stage", stage="tokenizer", **{"detail": describe(tokenizer)})
    model = _model(recipe, tokenizer, options.encoder_from)
    composer = Composer(tokenizer, clips)
    device = torch.device(options.device)
    finished = train(
        recipe,
        model,
        composer,
        Watch(held_out, tokenizer),
        work / "state",
        device,
        progress,
        _stop_on_signal(),
    )
    if not finished:
        return CANCELLED
    if options.stop_after != "train":
        from trainer.scratch.publish import publish

        publish(recipe, model, tokenizer, held_out, options.publish or work / "model", progress)
    progress.event("done")
    return 0


def make_speech(recipe: ScratchRecipe, work: Path, progress: Progress) -> tuple[list[Clip], list[Clip]]:
    """The training corpus, and unseen sentences by the same voices."""
    voices = voices_of(recipe.voices)

    def report(done: int, total: int) -> None:
        progress.event("progress", stage="speech", step=done, total=total)

    make_corpus(work / "held-out", held_out_sentences(recipe, HELD_OUT_CLIPS), voices, recipe.seed + 1000, report)
    make_corpus(work / "corpus", training_sentences(recipe), voices, recipe.seed, report)
    return read_corpus(work / "corpus"), read_corpus(work / "held-out")


def _tokenizer(recipe: ScratchRecipe, work: Path, clips: list[Clip]) -> Tokenizer:
    folder = work / "tokenizer"
    if not (folder / "tokenizer.json").exists():
        save_tokenizer(train_tokenizer((clip.text for clip in clips), recipe.bpe_tokens), folder)
    return load_tokenizer(folder)


def _model(recipe: ScratchRecipe, tokenizer: Tokenizer, encoder_from: Path | None) -> ScratchModel:
    torch.manual_seed(recipe.seed)
    model = new_model(recipe, tokenizer)
    if encoder_from is not None:
        take_encoder(model, encoder_from / "state" / "state.pt")
    return model


def take_encoder(model: ScratchModel, state: Path) -> None:
    """Start from another run's encoder and CTC head. Layers that it lacks stay random."""
    weights = torch.load(state, map_location="cpu", weights_only=True)["model"]
    kept = {name: value for name, value in weights.items() if name.startswith(("whisper.model.encoder.", "ctc_head."))}
    model.load_state_dict(kept, strict=False)


class _StopFlag:
    """Set by SIGTERM or SIGINT; asked between steps."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        return self.asked


def _stop_on_signal() -> _StopFlag:
    flag = _StopFlag()

    def ask(_number: int, _frame: object) -> None:
        flag.asked = True

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    return flag
