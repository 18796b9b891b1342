"""How well a model does, on sets that isolate one thing each: ``python -m trainer evaluate MODEL``.

Measured is what the user runs: the CTranslate2 folder, through the engine's own recogniser.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from engine.models.card import WINDOW_SECONDS, Card, Context
from engine.records import SAMPLE_RATE
from engine.speech.adaptive import Clip as Decision
from engine.speech.adaptive import calibrate
from engine.speech.longform import transcribe
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser
from trainer.progress import Progress
from trainer.scratch.recipe import RECIPES, ScratchRecipe
from trainer.scratch.speech import voices_of
from trainer.scratch.text import unseen_sentences
from trainer.statistics import Counts, Estimate, count_word_errors, error_rate, paired_gain
from trainer.testsets import MARGIN_SECONDS, TestSet, Utterance, no_speech_set, noisy_copy, room_copy, spoken_set
from trainer.voices import Voice, accent_of, development_voices, espeak

CONTEXT_FLOORS = (1.0, 1.5, 2.0, 3.0, 5.0, 10.0, WINDOW_SECONDS)
MAIN_SET = 500  # utterances; the other sets are halves and quarters of it
LONG_SECONDS = 180.0
PAD_SECONDS = 0.5  # of silence behind the speech: what a decoder needs to see that it has ended
FLOOR_TOLERANCE = 0.005  # a floor counts as borne if it costs no more than half a point of WER
FLOOR_DOUBT, FLOOR_ALPHA = 0.02, 0.05  # or up to two points where a few words' luck would do as much


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


def measure_long(recogniser: Recogniser, test_set: TestSet) -> Result:
    """The utterances one after the other as recordings of about three minutes, read window by window."""
    counts, written = [], 0
    for recording in _joined(test_set.utterances, LONG_SECONDS):
        transcript = transcribe(recogniser, [recording.samples], words=False)
        counts.append(count_word_errors(recording.text, transcript.text))
        written += len(transcript.text.split())
    return Result(f"{test_set.name}, long recordings", len(counts), error_rate(counts), written)


def share_of_true_times(recogniser: Recogniser, test_set: TestSet, tolerance: float = 0.2) -> float:
    """Of the utterances read without error, the share whose first word begins and last word ends where they should.

    The truth is known because synthetic speech is cut free of silence and laid between known margins.
    """
    hits = total = 0
    for one in test_set.utterances:
        said = recognise(recogniser, one.samples)
        if not said.words or count_word_errors(one.text, said.text).errors:
            continue
        end = one.samples.size / SAMPLE_RATE - MARGIN_SECONDS
        total += 2
        hits += abs(said.words[0].start - MARGIN_SECONDS) <= tolerance
        hits += abs(said.words[-1].end - end) <= tolerance
    return hits / max(1, total)


def _joined(utterances: Sequence[Utterance], seconds: float) -> list[Utterance]:
    """The utterances of each `seconds` of speech as one recording."""
    recordings: list[Utterance] = []
    taken: list[Utterance] = []
    for one in utterances:
        taken.append(one)
        if sum(part.samples.size for part in taken) >= seconds * SAMPLE_RATE or one is utterances[-1]:
            text = " ".join(part.text for part in taken)
            recordings.append(Utterance(np.concatenate([part.samples for part in taken]), text, str(len(recordings))))
            taken = []
    return recordings


def standard_sets(recipe: ScratchRecipe, utterances: int, seed: int = 7) -> Iterator[TestSet]:
    """Unseen sentences of the recipe's text: clean, disturbed, at other tempi, by other voices; and no speech."""
    sentences = unseen_sentences(recipe, utterances)
    voices = voices_of(recipe)
    known = spoken_set("clean", sentences, _spread(voices, utterances), seed)
    yield from disturbed_sets(known)
    if recipe.language != "en":
        yield no_speech_set()
        return
    flite = [voice for voice in voices if voice.engine == "flite"]
    names = {voice.name for voice in flite}
    yield from families(replace(known, utterances=tuple(one for one in known.utterances if one.block not in names)))
    if flite:  # two voices among hundreds: of the clean set they say a sentence, which tells nothing of them
        yield spoken_set("clean, flite", sentences[: utterances // 4], flite, seed)
    for tempo in (0.8, 1.25):
        yield spoken_set(f"tempo {tempo:g}", sentences[: utterances // 2], _spread(voices, utterances), seed, tempo)
    yield spoken_set("other accents", sentences[: utterances // 2], _other_accents(voices), seed)
    unknown = development_voices()
    yield spoken_set("unknown voices", sentences[: utterances // 2], unknown[:-1], seed)
    yield spoken_set("unknown kind of voice", sentences[: utterances // 4], unknown[-1:], seed)
    yield no_speech_set()


def disturbed_sets(clean: TestSet) -> Iterator[TestSet]:
    """The set as it is, in noise, and in a room."""
    yield clean
    for snr in (20.0, 10.0, 5.0):
        yield noisy_copy(clean, snr)
    yield room_copy(clean)


def families(test_set: TestSet) -> Iterator[TestSet]:
    """The utterances of each family of voices: an accent of espeak-ng, or flite."""
    groups: dict[str, list[Utterance]] = {}
    for one in test_set.utterances:
        groups.setdefault(accent_of(one.block), []).append(one)
    if len(groups) > 1:
        for accent in sorted(groups):
            yield replace(test_set, name=f"{test_set.name}, {accent}", utterances=tuple(groups[accent]))


@dataclass(frozen=True)
class Floor:
    """A least audio context, in seconds, and the errors in each utterance that was read with it."""

    seconds: float
    counts: tuple[Counts, ...]

    @property
    def wer(self) -> Estimate:
        """The word error rate."""
        return error_rate(self.counts)


def context_floors(folder: Path, test_set: TestSet, language: str = "en") -> list[Floor]:
    """The errors with each least audio context, the shortest first."""
    floors = []
    for seconds in CONTEXT_FLOORS:
        context = Context(min_seconds=seconds, pad_seconds=PAD_SECONDS)
        recogniser = Recogniser.load(folder, RecogniserOptions(device="cpu", language=language, context=context))
        read = [recognise(recogniser, one.samples, adaptive=False, words=False).text for one in test_set.utterances]
        pairs = zip(test_set.utterances, read, strict=True)
        floors.append(Floor(seconds, tuple(count_word_errors(one.text, text) for one, text in pairs)))
    return floors


def choose_context(floors: Sequence[Floor]) -> Context:
    """The shortest context that costs next to nothing against the best one, or no more than chance would."""
    best = min(floors, key=lambda floor: floor.wer.value)
    shortest = min(floor.seconds for floor in floors if _is_borne(floor, best))
    return Context(min_seconds=shortest, pad_seconds=min(shortest, PAD_SECONDS) if shortest < WINDOW_SECONDS else 0.0)


def _is_borne(floor: Floor, best: Floor) -> bool:
    loss = paired_gain(floor.counts, best.counts, alpha=FLOOR_ALPHA)
    return loss.value <= FLOOR_TOLERANCE or (loss.value <= FLOOR_DOUBT and not loss.proven)


def beam_threshold(folder: Path, context: Context, development: TestSet, language: str = "en") -> float | None:
    """Below this mean log probability a greedy text is worth a beam search."""
    recogniser = Recogniser.load(folder, RecogniserOptions(device="cpu", language=language, context=context))
    decisions = []
    for one in development.utterances:
        encoded = recogniser.encode(one.samples)
        greedy, beam = (recogniser.decode(encoded, DecodeOptions(beam=size)).best for size in (1, 5))
        errors = [count_word_errors(one.text, text).errors for text in (greedy.text, beam.text)]
        decisions.append(Decision(greedy.score, *errors))
    return calibrate(decisions).threshold


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
    parser.add_argument("--utterances", type=int, default=MAIN_SET, help="in the main set (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="progress lines instead of a table")


def run(options: argparse.Namespace) -> int:
    """Measure a model on every set and print the table."""
    card = Card.load(options.model)
    recipe = RECIPES[options.text or str(card.recipe.get("name", "starter"))]
    recipe = replace(recipe, language=str(card.recipe.get("language", recipe.language)))
    recogniser = Recogniser.load(options.model, RecogniserOptions(device="cpu", language=recipe.language))
    tell = _tell_as_json if options.json else _print_row
    sets = standard_sets(recipe, options.utterances)
    clean = next(sets)
    tell(measure(recogniser, clean))
    for floor in context_floors(options.model, clean, recipe.language):
        tell(Result(f"clean, context >= {floor.seconds:g} s, beam 5", floor.wer.utterances, floor.wer, 0))
    tell(measure_long(recogniser, clean))
    for test_set in sets:
        tell(measure(recogniser, test_set))
    share = share_of_true_times(recogniser, clean)
    if options.json:
        Progress().event("metric", set="word times", share_within_200_ms=share)
    else:
        print(f"{'word times within 0.2 s':36} {share:7.1%}")  # noqa: T201 # the command's answer
    return 0


def _tell_as_json(result: Result) -> None:
    Progress().event("metric", **asdict(result))


def _print_row(result: Result) -> None:
    if result.wer is None:
        text = f"{result.words_written} words written"
    else:
        text = f"{result.wer.value:7.2%}  [{result.wer.low:.2%} .. {result.wer.high:.2%}]  {result.wer.words} words"
    print(f"{result.set:36} {text}", flush=True)  # noqa: T201 # the command's answer
