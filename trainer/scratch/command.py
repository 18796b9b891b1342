"""``python -m trainer scratch``: from nothing to a model folder, in steps that each go on where they stopped."""

from __future__ import annotations

import argparse
import signal
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from trainer.progress import Progress
from trainer.scratch.examples import Composer
from trainer.scratch.model import ScratchModel, new_model
from trainer.scratch.recipe import RECIPES, ScratchRecipe
from trainer.scratch.speech import make_held_out, make_training_speech, start_corpus
from trainer.scratch.text import training_sentences
from trainer.scratch.tokens import describe, load_tokenizer, save_tokenizer, train_tokenizer
from trainer.scratch.train import Watch, train
from trainer.scratch.weights import take_decoder, take_encoder, take_weights, tokenizer_folder

CANCELLED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="starter")
    parser.add_argument("--work", type=Path, required=True, help="folder for speech, checkpoints and the result")
    parser.add_argument("--publish", type=Path, help="write the finished model here (default: WORK/model)")
    parser.add_argument("--steps", type=int, help="end after so many steps (default: the recipe's)")
    parser.add_argument("--weights-from", type=Path, help="start from all of this run or checkpoint, tokens included")
    parser.add_argument("--from-step", type=int, default=0, help="the step that the weights taken over have reached")
    parser.add_argument("--encoder-from", type=Path, help="start from the encoder of this run or checkpoint")
    parser.add_argument("--decoder-from", type=Path, help="start from the decoder of this one, whatever its tokens")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--export", type=Path, help="only write the run as it stands, as a checkpoint to go on from")
    parser.add_argument("--stop-after", choices=["speech", "train", "publish"], default="publish")


def run(options: argparse.Namespace) -> int:
    """Make speech, train, publish. Returns 0, or 3 if it was asked to stop (run it again to go on)."""
    progress = Progress()
    progress.start_heartbeat()
    recipe = RECIPES[options.recipe]
    if options.steps is not None:
        recipe = replace(recipe, steps=options.steps)
    work: Path = options.work
    progress.event("start", command="scratch", recipe=asdict(recipe), device=options.device)
    if options.stop_after == "speech":
        make_training_speech(recipe, work)
        return 0
    if options.export is not None:
        export(recipe, work, options.export)
        return 0
    held_out = make_held_out(recipe, work)
    corpus = start_corpus(recipe, work)
    tokenizer = _tokenizer(recipe, work, options.weights_from)
    progress.event("stage", stage="tokenizer", detail=describe(tokenizer))
    model = _model(recipe, tokenizer, options)
    composer = Composer(tokenizer, corpus.first(recipe.first_clips))
    finished = train(
        recipe,
        model,
        corpus,
        composer,
        Watch(held_out, tokenizer),
        work / "state",
        options.from_step,
        torch.device(options.device),
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


def export(recipe: ScratchRecipe, work: Path, destination: Path) -> None:
    """Write a run's present weights, in half precision, as a checkpoint that `--weights-from` takes.

    Raises:
        InputError: there is no run of the recipe's size in `work`.
    """
    from trainer.scratch.publish import save_checkpoint_folder

    tokenizer = load_tokenizer(tokenizer_folder(work))
    model = new_model(recipe, tokenizer)
    take_weights(model, work)
    save_checkpoint_folder(model, tokenizer, destination)


def _tokenizer(recipe: ScratchRecipe, work: Path, weights_from: Path | None) -> Tokenizer:
    folder = work / "tokenizer"
    if not (folder / "tokenizer.json").exists():
        if weights_from is not None:
            tokenizer = load_tokenizer(tokenizer_folder(weights_from))
        else:
            tokenizer = train_tokenizer(training_sentences(recipe), recipe.bpe_tokens)
        save_tokenizer(tokenizer, folder)
    return load_tokenizer(folder)


def _model(recipe: ScratchRecipe, tokenizer: Tokenizer, options: argparse.Namespace) -> ScratchModel:
    torch.manual_seed(recipe.seed)
    model = new_model(recipe, tokenizer)
    if options.weights_from is not None:
        take_weights(model, options.weights_from)
    if options.encoder_from is not None:
        take_encoder(model, options.encoder_from)
    if options.decoder_from is not None:
        take_decoder(model, tokenizer, options.decoder_from)
    return model


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
