"""How well a model does, on sets that isolate one thing each: ``python -m trainer evaluate MODEL``.

Measured is what the user runs: the CTranslate2 folder, through the engine's own recogniser.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.models.card import WINDOW_SECONDS, Card, Context
from engine.speech.options import RecogniserOptions
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser
from trainer.progress import Progress
from trainer.scratch.recipe import RECIPES, ScratchRecipe
from trainer.scratch.speech import voices_of
from trainer.scratch.text import unseen_sentences
from trainer.statistics import Estimate, count_word_errors, error_rate
from trainer.testsets import TestSet, no_speech_set, noisy_copy, room_copy, spoken_set
from trainer.voices import Voice, development_voices, espeak

CONTEXT_FLOORS = (1.0, 1.5, 2.0, 3.0, 5.0, 10.0, WINDOW_SECONDS)
PAD_SECONDS = 0.5  # of silence behind the speech: what a decoder needs to see that it has ended
FLOOR_TOLERANCE = 0.005  # a floor counts as borne if it costs no more than half a point of WER


@dataclass(frozen=True)
class Result:
    """One set measured. `wer` is None for sounds without speech, where `words_written` is the fault."""

    set: str
    utterances: int
    wer: Estimate | None
    words_written: int


def measure(recogniser: Recogniser, test_set: TestSet, *, adaptive: bool = True) -> Result:
    """Recognise every utterance and count the errors."""
    read = [recognise(recogniser, one.samples, adaptive=adaptive, words=False).text for one in test_set.utterances]
    counts = [count_word_errors(one.text, text) for one, text in zip(test_set.utterances, read, strict=True)]
    wer = error_rate(counts) if test_set.speech else None
    return Result(test_set.name, len(counts), wer, sum(len(text.split()) for text in read))


def standard_sets(recipe: ScratchRecipe, utterances: int, seed: int = 7) -> Iterator[TestSet]:
    """Unseen sentences of the recipe's text: clean, disturbed, at other tempi, by other voices; and no speech."""
    sentences = unseen_sentences(recipe, utterances)
    voices = voices_of(recipe)
    known = spoken_set("clean", sentences, _spread(voices, utterances), seed)
    yield known
    for snr in (20.0, 10.0, 5.0):
        yield noisy_copy(known, snr)
    yield room_copy(known)
    for tempo in (0.8, 1.25):
        yield spoken_set(f"tempo {tempo:g}", sentences[: utterances // 2], _spread(voices, utterances), seed, tempo)
    yield spoken_set("other accents", sentences[: utterances // 2], _other_accents(voices), seed)
    unknown = development_voices()
    yield spoken_set("unknown voices", sentences[: utterances // 2], unknown[:-1], seed)
    yield spoken_set("unknown kind of voice", sentences[: utterances // 4], unknown[-1:], seed)
    yield no_speech_set()


def context_floors(folder: Path, test_set: TestSet) -> list[tuple[float, Estimate]]:
    """The word error rate with each least audio context, seconds -> rate."""
    rows = []
    for floor in CONTEXT_FLOORS:
        context = Context(min_seconds=floor, pad_seconds=PAD_SECONDS)
        recogniser = Recogniser.load(folder, RecogniserOptions(device="cpu", language="en", context=context))
        wer = measure(recogniser, test_set, adaptive=False).wer
        assert wer is not None
        rows.append((floor, wer))
    return rows


def choose_context(floors: Sequence[tuple[float, Estimate]]) -> Context:
    """The shortest context that costs next to nothing against the best one."""
    best = min(estimate.value for _, estimate in floors)
    shortest = min(floor for floor, estimate in floors if estimate.value <= best + FLOOR_TOLERANCE)
    return Context(min_seconds=shortest, pad_seconds=min(shortest, PAD_SECONDS) if shortest < WINDOW_SECONDS else 0.0)


def _spread(voices: Sequence[Voice], count: int) -> Sequence[Voice]:
    """At most `count` voices, evenly over the whole list, which is sorted by accent."""
    step = max(1, len(voices) // count)
    return voices[::step]


def _other_accents(voices: Sequence[Voice]) -> list[Voice]:
    """The variants a model knows, with accents it does not (or the rarest ones, if it knows all)."""
    variants = list(dict.fromkeys(voice.variant for voice in voices if voice.engine == "espeak"))[:8]
    known = {voice.accent for voice in voices}
    others = [accent for accent in ("en-gb-scotland", "en-029", "en-gb-x-gbcwmd") if accent not in known]
    return [espeak(accent, variant) for variant in variants for accent in (others or ["en-gb-scotland"])]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("model", type=Path, help="a CTranslate2 model folder")
    parser.add_argument("--text", choices=sorted(RECIPES), help="whose unseen sentences (default: as the card says)")
    parser.add_argument("--utterances", type=int, default=400, help="how many in the main set (default 400)")
    parser.add_argument("--json", action="store_true", help="progress lines instead of a table")


def run(options: argparse.Namespace) -> int:
    """Measure a model on every set and print the table."""
    card = Card.load(options.model)
    recipe = RECIPES[options.text or str(card.recipe.get("name", "starter"))]
    recogniser = Recogniser.load(options.model, RecogniserOptions(device="cpu", language="en"))
    progress = Progress()
    floors: list[tuple[float, Estimate]] = []
    for test_set in standard_sets(recipe, options.utterances):
        result = measure(recogniser, test_set)
        progress.event("metric", **asdict(result)) if options.json else _print_row(result)
        if test_set.name == "clean":
            floors = context_floors(options.model, test_set)
    for floor, estimate in floors:
        row = Result(f"clean, context >= {floor:g} s, beam 5", estimate.utterances, estimate, 0)
        progress.event("metric", **asdict(row)) if options.json else _print_row(row)
    return 0


def _print_row(result: Result) -> None:
    if result.wer is None:
        text = f"{result.words_written} words written"
    else:
        text = f"{result.wer.value:7.2%}  [{result.wer.low:.2%} .. {result.wer.high:.2%}]  {result.wer.words} words"
    print(f"{result.set:36} {text}", flush=True)  # noqa: T201 # the command's answer
