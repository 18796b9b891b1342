"""How requests to the recogniser child and its answers travel: see `engine.ipc` for the frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine import errors
from engine.audio.ring import Samples
from engine.errors import AttuneError, ChildError
from engine.ipc import Message
from engine.records import SAMPLE_RATE, Hypothesis, Word
from engine.speech.guards import Anomaly
from engine.speech.options import DECODE_DEFAULTS, LOAD_DEFAULTS, DecodeOptions, RecogniserOptions
from engine.speech.results import Recognised, Score

LOAD, RECOGNISE, SCORE = "load", "recognise", "score"


@dataclass(frozen=True)
class ModelChoice:
    """A model's folder, and how it is to be loaded."""

    folder: Path
    options: RecogniserOptions = LOAD_DEFAULTS


@dataclass(frozen=True)
class LoadedModel:
    """What the child says of the model it has loaded; `warning` is what the user should know of that."""

    name: str
    device: str
    multilingual: bool
    warning: str = ""


@dataclass(frozen=True)
class Recognition:
    """Audio to be recognised, float32 mono at 16 kHz, at most 30 s, and how."""

    samples: Samples
    options: DecodeOptions = DECODE_DEFAULTS

    @property
    def seconds(self) -> float:
        """Length of the audio."""
        return len(self.samples) / SAMPLE_RATE


@dataclass(frozen=True)
class Scoring:
    """Texts to be scored on audio, float32 mono at 16 kHz, at most 30 s."""

    samples: Samples
    texts: tuple[str, ...]
    language: str | None = None

    @property
    def seconds(self) -> float:
        """Length of the audio."""
        return len(self.samples) / SAMPLE_RATE


def pack_load(choice: ModelChoice) -> Message:
    """A request to load a model. Its context and beam threshold are the card's."""
    options = choice.options
    return Message(
        {
            "op": LOAD,
            "folder": str(choice.folder),
            "device": options.device,
            "compute_type": options.compute_type,
            "threads": options.threads,
            "language": options.language,
        }
    )


def unpack_load(header: Mapping[str, Any]) -> ModelChoice:
    """The other way round."""
    names = ("device", "compute_type", "threads", "language")
    return ModelChoice(Path(header["folder"]), RecogniserOptions(**{name: header[name] for name in names}))


def pack_recognition(work: Recognition) -> Message:
    """A request to recognise."""
    options = work.options
    header = {
        "op": RECOGNISE,
        "beam": options.beam,
        "hypotheses": options.hypotheses,
        "previous_text": options.previous_text,
        "vocabulary": list(options.vocabulary),
        "language": options.language,
        "retries": options.retries,
    }
    return Message(header, work.samples.astype("<f4").tobytes())


def unpack_recognition(message: Message) -> Recognition:
    """The other way round."""
    header = message.header
    options = DecodeOptions(
        beam=header["beam"],
        hypotheses=header["hypotheses"],
        previous_text=header["previous_text"],
        vocabulary=tuple(header["vocabulary"]),
        language=header["language"],
        retries=header["retries"],
    )
    return Recognition(np.frombuffer(message.payload, dtype="<f4").astype(np.float32), options)


def pack_recognised(said: Recognised) -> Message:
    """An answer to a request to recognise."""
    return Message(
        {
            "hypotheses": [[one.text, one.score, list(one.tokens)] for one in said.hypotheses],
            "words": [[word.text, word.start, word.end, word.probability] for word in said.words],
            "language": said.language,
            "no_speech": said.no_speech_probability,
            "beam": said.beam,
            "anomaly": said.anomaly.name if said.anomaly else None,
        }
    )


def unpack_recognised(header: Mapping[str, Any]) -> Recognised:
    """The other way round.

    Raises:
        ChildError: this is no such answer.
    """
    try:
        return Recognised(
            tuple(Hypothesis(text, score, tuple(tokens)) for text, score, tokens in header["hypotheses"]),
            header["language"],
            header["no_speech"],
            tuple(Word(*word) for word in header["words"]),
            header["beam"],
            Anomaly[header["anomaly"]] if header["anomaly"] else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ChildError("The recogniser gave an answer that makes no sense.", "Try again.") from error


def pack_scoring(work: Scoring) -> Message:
    """A request to score texts."""
    header = {"op": SCORE, "texts": list(work.texts), "language": work.language}
    return Message(header, work.samples.astype("<f4").tobytes())


def unpack_scoring(message: Message) -> Scoring:
    """The other way round."""
    samples = np.frombuffer(message.payload, dtype="<f4").astype(np.float32)
    return Scoring(samples, tuple(message.header["texts"]), message.header["language"])


def pack_scores(scores: Sequence[Score]) -> Message:
    """An answer to a request to score."""
    return Message({"scores": [[one.log_probability, one.tokens] for one in scores]})


def unpack_scores(header: Mapping[str, Any]) -> tuple[Score, ...]:
    """The other way round.

    Raises:
        ChildError: this is no such answer.
    """
    try:
        return tuple(Score(float(log_probability), int(tokens)) for log_probability, tokens in header["scores"])
    except (KeyError, TypeError, ValueError) as error:
        raise ChildError("The recogniser gave an answer that makes no sense.", "Try again.") from error


def unpack_loaded(header: Mapping[str, Any]) -> LoadedModel:
    """What the child answers to a request to load.

    Raises:
        ChildError: this is no such answer.
    """
    try:
        return LoadedModel(**header)
    except TypeError as error:
        raise ChildError("The recogniser gave an answer that makes no sense.", "Try again.") from error


def pack_error(error: AttuneError) -> Message:
    """A fault of the world, as an answer."""
    return Message({"error": type(error).__name__, "what": error.what, "remedy": error.remedy})


def raise_error(header: Mapping[str, Any]) -> None:
    """Raise the fault that the child answered with, if it did."""
    if "error" not in header:
        return
    kind = getattr(errors, str(header["error"]), None)
    if not (isinstance(kind, type) and issubclass(kind, AttuneError)):
        kind = ChildError
    raise kind(str(header.get("what", "The recogniser failed.")), str(header.get("remedy", "")))
