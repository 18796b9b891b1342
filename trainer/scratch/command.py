"""``python -m trainer scratch``: from nothing to a model folder, in steps that each go on where they stopped."""

from __future__ import annotations

import argparse
import io
import sys
from dataclasses import asdict, fields, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from engine.errors import InputError
from trainer.processes import Processes
from trainer.progress import Progress
from trainer.scratch.examples import Composer
from trainer.scratch.letters import Letters
from trainer.scratch.material import Material, recorded, synthetic
from trainer.scratch.model import ScratchModel, new_model
from trainer.scratch.recipe import RECIPES, ScratchRecipe
from trainer.scratch.speech import make_training_speech
from trainer.scratch.tokens import describe, load_tokenizer, save_tokenizer, train_tokenizer
from trainer.scratch.train import Watch, train
from trainer.scratch.weights import take_decoder, take_encoder, take_weights, tokenizer_folder
from trainer.stopping import StopFlag

CANCELLED = 3
BYTES = 256  # the tokens that byte-level BPE begins with


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="starter")
    parser.add_argument("--work", type=Path, required=True, help="folder for speech, checkpoints and the result")
    parser.add_argument("--publish", type=Path, help="write the finished model here (default: WORK/model)")
    parser.add_argument("--data", type=Path, help="learn from these recordings: audiofolder, CSV, Common Voice")
    recipe = parser.add_argument_group("in place of the recipe's own")
    recipe.add_argument("--steps", type=int, help="end after so many")
    recipe.add_argument("--language", help="code of what is spoken, such as eo")
    recipe.add_argument("--encoder-layers", type=int)
    recipe.add_argument("--decoder-layers", type=int)
    recipe.add_argument("--width", type=int, help="of every layer; a multiple of --heads")
    recipe.add_argument("--heads", type=int, help="of every attention")
    recipe.add_argument("--vocabulary", dest="bpe_tokens", metavar="TOKENS", type=int, help="byte-level BPE, learnt")
    recipe.add_argument("--rate", type=float, help="highest learning rate")
    recipe.add_argument("--batch-seconds", type=float, help="of audio in one step, over all processes")
    recipe.add_argument("--clips", type=int, help="how many sentences to synthesise")
    recipe.add_argument("--seed", type=int, help="of the sentences and voices to learn from; those to test on stay")
    parser.add_argument("--weights-from", type=Path, help="start from all of this run or checkpoint, tokens included")
    parser.add_argument("--from-step", type=int, default=0, help="the step that the weights taken over have reached")
    parser.add_argument("--encoder-from", type=Path, help="start from the encoder of this run or checkpoint")
    parser.add_argument("--decoder-from", type=Path, help="start from the decoder of this one, whatever its tokens")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--export", type=Path, help="only write the run as it stands, as a checkpoint to go on from")
    parser.add_argument("--stop-after", choices=["speech", "train", "publish"], default="publish")


def run(options: argparse.Namespace) -> int:
    """Make speech, train, publish. Returns 0, or 3 if it was asked to stop (run it again to go on)."""
    recipe = recipe_of(options)
    processes = Processes(cpu=options.device == "cpu")
    progress = Progress(sys.stdout if processes.first else io.StringIO())
    progress.start_heartbeat()
    try:
        return _run(recipe, options, processes, progress)
    finally:
        progress.stop_heartbeat()


def _run(recipe: ScratchRecipe, options: argparse.Namespace, processes: Processes, progress: Progress) -> int:
    work: Path = options.work
    progress.event("start", command="scratch", recipe=asdict(recipe), device=options.device)
    if options.stop_after == "speech":
        if options.data is None:
            make_training_speech(recipe, work)
        else:
            recorded(recipe, options.data, work)
        return 0
    if options.export is not None:
        export(recipe, work, options.export)
        return 0
    material = _material(recipe, options, processes)
    recipe = material.recipe
    tokenizer, letters = _tokens(material, work, options.weights_from, processes)
    progress.event("stage", stage="tokenizer", detail=describe(tokenizer))
    model = _model(recipe, tokenizer, letters, options)
    stop = StopFlag()
    stop.hear_signals()
    finished = train(
        recipe,
        model,
        material.corpus,
        Composer(tokenizer, material.corpus.first(recipe.first_clips), letters),
        Watch(material.held_out, tokenizer, recipe.least_seconds),
        work / "state",
        options.from_step,
        _device(options.device, processes),
        progress,
        stop,
        processes,
    )
    if not finished:
        return CANCELLED
    if options.stop_after != "train" and processes.first:
        from trainer.scratch.publish import publish

        tests = material.tests()
        publish(recipe, model, tokenizer, material.held_out, options.publish or work / "model", tests, progress)
    processes.wait()
    progress.event("done")
    return 0


def recipe_of(options: argparse.Namespace) -> ScratchRecipe:
    """The recipe with what the options put in its place.

    Raises:
        InputError: no model can be made so.
    """
    recipe = RECIPES[options.recipe]
    names = {entry.name for entry in fields(ScratchRecipe)}
    given = {name: value for name, value in vars(options).items() if name in names and value is not None}
    recipe = replace(recipe, **given)
    counts = ("steps", "encoder_layers", "decoder_layers", "width", "heads", "clips", "rate", "batch_seconds")
    for name in counts:
        if getattr(recipe, name) <= 0:
            raise InputError(f"--{name.replace('_', '-')} is {getattr(recipe, name)}.", "Give more than nothing.")
    if recipe.seed < 0:
        raise InputError(f"--seed is {recipe.seed}.", "Give 0 or more.")
    if recipe.width % recipe.heads or recipe.width % 2:
        raise InputError(f"A width of {recipe.width} cannot be shared by {recipe.heads} heads.", "Give a multiple.")
    if recipe.bpe_tokens < BYTES:
        raise InputError(f"A vocabulary of {recipe.bpe_tokens} is less than the {BYTES} bytes.", "Give more tokens.")
    if recipe.language != "en" and recipe.text != "language" and options.data is None:
        raise InputError(f"The recipe {recipe.name!r} speaks English.", "Use --recipe language, or --data.")
    return replace(recipe, first_clips=min(recipe.first_clips, recipe.clips))


def _material(recipe: ScratchRecipe, options: argparse.Namespace, processes: Processes) -> Material:
    """The speech; the first process makes it, the others wait for what it has made."""
    if not processes.first:
        processes.wait()
    if options.data is not None:
        material = recorded(recipe, options.data, options.work)
    else:
        material = synthetic(recipe, options.work, makes=processes.first)
    if processes.first:
        processes.wait()
    return material


def _device(name: str, processes: Processes) -> torch.device:
    return torch.device(name, processes.rank) if name == "cuda" and processes.count > 1 else torch.device(name)


def export(recipe: ScratchRecipe, work: Path, destination: Path) -> None:
    """Write a run's present weights, in half precision, as a checkpoint that `--weights-from` takes.

    Raises:
        InputError: there is no run of the recipe's size in `work`.
    """
    from trainer.scratch.publish import save_checkpoint_folder

    tokenizer = load_tokenizer(tokenizer_folder(work))
    model = new_model(recipe, tokenizer, Letters.load(tokenizer_folder(work)))
    take_weights(model, work)
    save_checkpoint_folder(model, tokenizer, destination)


def _tokens(
    material: Material, work: Path, weights_from: Path | None, processes: Processes
) -> tuple[Tokenizer, Letters]:
    folder = work / "tokenizer"
    if processes.first and not (folder / "tokenizer.json").exists():
        if weights_from is not None:
            theirs = tokenizer_folder(weights_from)
            tokenizer, letters = load_tokenizer(theirs), Letters.load(theirs)
        else:
            tokenizer, letters = train_tokenizer(material.texts(), material.recipe.bpe_tokens), material.letters()
        folder.mkdir(parents=True, exist_ok=True)
        letters.save(folder)
        save_tokenizer(tokenizer, folder)
    processes.wait()
    return load_tokenizer(folder), Letters.load(folder)


def _model(recipe: ScratchRecipe, tokenizer: Tokenizer, letters: Letters, options: argparse.Namespace) -> ScratchModel:
    torch.manual_seed(recipe.seed)
    model = new_model(recipe, tokenizer, letters)
    if options.weights_from is not None:
        take_weights(model, options.weights_from)
    if options.encoder_from is not None:
        take_encoder(model, options.encoder_from)
    if options.decoder_from is not None:
        take_decoder(model, tokenizer, options.decoder_from)
    return model
