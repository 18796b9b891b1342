"""What a finished training leaves behind: a checkpoint to go on from, and a model folder to dictate with.

DESTINATION/checkpoint/    Hugging Face format, fp16 safetensors: the base for personalization
DESTINATION/ctranslate2/   int8, with card, golden recording and manifest
DESTINATION/recordings/    a dozen unseen sentences to try it on
"""

from __future__ import annotations

import copy
import datetime
import importlib.metadata
import itertools
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import WhisperFeatureExtractor

from engine.audio.flac import write_flac
from engine.models.card import Adaptive, Card, Context, Golden, Measured
from engine.models.golden import run_golden
from engine.models.manifest import write_manifest
from engine.speech.options import RecogniserOptions
from engine.speech.whisper import Recogniser
from trainer.convert import convert
from trainer.evaluate import beam_threshold, choose_context, context_floors, measure
from trainer.progress import Progress
from trainer.scratch.corpus import Clip
from trainer.scratch.model import ScratchModel
from trainer.scratch.recipe import ScratchRecipe
from trainer.scratch.tokens import save_tokenizer
from trainer.scratch.weights import save_ctc_head
from trainer.testsets import TestSet, Utterance, with_margin

LIBRARIES = ("torch", "transformers", "ctranslate2", "faster-whisper", "tokenizers")
RECORDINGS = 12
NAMES = {"starter": "Attune starter (English, synthetic voices only)"}


def publish(
    recipe: ScratchRecipe,
    model: ScratchModel,
    tokenizer: Tokenizer,
    held_out: Sequence[Clip],
    destination: Path,
    tests: Iterable[TestSet],
    progress: Progress,
) -> None:
    """Write, convert, calibrate and measure the model. What stood at `destination` is replaced at the end.

    The held-out clips set the context and the beam threshold; the figures come from other sentences.
    """
    building = destination.with_name(destination.name + ".part")
    shutil.rmtree(building, ignore_errors=True)
    progress.event("stage", stage="publish")
    save_checkpoint_folder(model, tokenizer, building / "checkpoint")
    folder = building / "ctranslate2"
    convert(building / "checkpoint", folder, quantization="int8")
    development = TestSet(
        "held out", tuple(Utterance(with_margin(clip.samples()), clip.text, clip.voice) for clip in held_out)
    )
    _card(recipe, Context()).save(folder)  # a recogniser asks it for the language
    context = choose_context(context_floors(folder, development, recipe.language))
    threshold = beam_threshold(folder, context, development, recipe.language)
    write_flac(folder / "golden.flac", development.utterances[0].samples)
    card = replace(_card(recipe, context), adaptive=Adaptive(threshold), golden=Golden(audio="golden.flac"))
    card.save(folder)
    card = replace(card, golden=Golden(run_golden(folder).text, "golden.flac"))
    card.save(folder)
    replace(card, measured=_measure(recipe, folder, tests, progress)).save(folder)
    write_manifest(folder)
    write_manifest(building / "checkpoint")
    write_recordings(development, building / "recordings")
    shutil.rmtree(destination, ignore_errors=True)
    building.rename(destination)
    progress.event("artifact", path=str(destination))


def save_checkpoint_folder(model: ScratchModel, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the Whisper model in half precision, with every file that loaders look for. `model` stays as it is."""
    save_tokenizer(tokenizer, folder)
    half = copy.deepcopy(model.whisper)
    torch.nn.Module.to(half, torch.float16)
    half.save_pretrained(folder)
    model.letters.save(folder)
    save_ctc_head(model, folder)
    extractor = WhisperFeatureExtractor()  # type: ignore[no-untyped-call]
    extractor.save_pretrained(folder)


def write_recordings(unseen: TestSet, folder: Path) -> None:
    """A dozen recordings the model was not trained on, as an audiofolder, for the demonstration and the tests."""
    folder.mkdir()
    voices = dict.fromkeys(one.block for one in unseen.utterances)
    turns = [[one for one in unseen.utterances if one.block == voice] for voice in voices]
    chosen = [one for turn in itertools.zip_longest(*turns) for one in turn if one is not None][:RECORDINGS]
    rows = []
    for number, one in enumerate(chosen, 1):
        write_flac(folder / f"{number:02}.flac", one.samples)
        rows.append({"file_name": f"{number:02}.flac", "text": one.text, "voice": one.block})
    (folder / "metadata.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _measure(recipe: ScratchRecipe, folder: Path, tests: Iterable[TestSet], progress: Progress) -> tuple[Measured, ...]:
    recogniser = Recogniser.load(folder, RecogniserOptions(device="cpu", language=recipe.language))
    command = "python -m trainer evaluate resources/starter/ctranslate2"
    rows = []
    for test_set in tests:
        result = measure(recogniser, test_set)
        progress.event("metric", **asdict(result))
        if result.wer is not None:
            wer = result.wer
            value, low, high = (round(rate, 4) for rate in (wer.value, wer.low, wer.high))
            rows.append(Measured(result.set, value, low, high, wer.words, command))
    return tuple(rows)


def _card(recipe: ScratchRecipe, context: Context) -> Card:
    return Card(
        id=recipe.name,
        name=NAMES.get(recipe.name, f"Own model ({recipe.language})"),
        languages=(recipe.language,),
        context=context,
        recipe={**asdict(recipe), "command": f"python -m trainer scratch --recipe {recipe.name} --work DIR"},
        data={"synthetic_clips": recipe.clips, "personal_minutes": 0},
        versions={name: importlib.metadata.version(name) for name in LIBRARIES},
        licence="MIT",
        created=datetime.datetime.now(datetime.UTC).date().isoformat(),
        source="trained from scratch by Attune",
    )
