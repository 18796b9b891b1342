"""A Whisper model on CTranslate2, in the small operations that dictation and transcription are made of.

faster-whisper loads the model; its `transcribe` is not used, because it pads all audio to 30 s, encodes twice to
detect a language, and builds a tokenizer for every call.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens
from numpy.typing import NDArray

from engine.errors import DeviceError, InputError, ModelError, ModelFolderError
from engine.models.card import CARD_NAME, WINDOW_SECONDS, Adaptive, Card, Context
from engine.records import SAMPLE_RATE, Hypothesis, Word
from engine.speech.cuda import Placement, choose_placement, on_processor
from engine.speech.guards import token_limit
from engine.speech.mel import FRAMES_PER_SECOND, log_mel
from engine.speech.onset import onset
from engine.speech.options import (
    DECODE_DEFAULTS,
    LOAD_DEFAULTS,
    DecodeOptions,
    RecogniserOptions,
    Task,
    usable_cores,
)
from engine.speech.prompt import build_prompt, text_tokens
from engine.speech.results import Decoded, Encoded, Score
from engine.speech.words import align_words
from engine.text.safety import clean_hypothesis

MAX_LENGTH = 448  # positions of Whisper's decoder
NEEDED_FILES = ("model.bin", "config.json", "tokenizer.json")
LEAST_PROBABILITY = 1e-9  # of a token: what rounding leaves of less is not to be told from zero
ONE_THREAD_BYTES = 20_000_000  # int8 models below it are as small as the starter
SAMPLING_SEED = 1  # the same recording gives the same text, also where the decoder has to draw


class Recogniser:
    """One loaded model. `warning` says what the user should know about how it was loaded, if anything.

    `own_languages` are those of a model that is not multilingual: English for Whisper's own.
    """

    def __init__(
        self,
        model: WhisperModel,
        name: str,
        placement: Placement,
        options: RecogniserOptions,
        own_languages: tuple[str, ...] = ("en",),
    ) -> None:
        self.name = name
        self.placement = placement
        self.warning = placement.warning
        self.options = options
        self.context = options.context or Context()
        self.beam_threshold = options.beam_threshold
        self.own_languages = own_languages
        self._whisper = model
        self._model: Any = model.model
        self._filters: NDArray[np.float32] = model.feature_extractor.mel_filters
        self._tokenizers: dict[tuple[str, Task], tuple[Tokenizer, list[int]]] = {}

    @classmethod
    def load(cls, folder: Path, options: RecogniserOptions = LOAD_DEFAULTS) -> Recogniser:
        """Load the CTranslate2 model in `folder`. What its card does not say counts as not measured.

        Raises:
            ModelFolderError: the folder is not a complete model.
            ModelError: the model is damaged, or too large for the memory.
            InputError: the language is none that the model knows.
        """
        _check_files(folder)
        card = Card.load(folder) if (folder / CARD_NAME).is_file() else None
        whisper, placement = _load_where_possible(folder, options, card.gpu.compute_type if card else None)
        adaptive = card.adaptive if card else Adaptive()
        own = card.languages if card and not whisper.model.is_multilingual else ()
        threshold = adaptive.beam_threshold if options.beam_threshold is None else options.beam_threshold
        context = options.context or (card.context if card else Context())
        measured = replace(options, context=context, beam_threshold=threshold)
        recogniser = cls(whisper, card.id if card else folder.name, placement, measured, own or ("en",))
        recogniser.check_language(options.language)
        recogniser._tokens("en", "transcribe")
        return recogniser

    @property
    def multilingual(self) -> bool:
        """Whether the model knows more than English."""
        return bool(self._model.is_multilingual)

    def check_language(self, language: str | None, task: Task = "transcribe") -> None:
        """Raise InputError where the model cannot do this task in this language (None: to be detected)."""
        known = self._whisper.supported_languages if self.multilingual else list(self.own_languages)
        if language is not None and language not in known:
            what = f"The model {self.name} does not know the language {language!r}."
            raise InputError(what, f"Use one of: {', '.join(sorted(known))}.")
        if task == "translate" and not self.multilingual:
            what = "English only" if self.own_languages == ("en",) else "one language only"
            raise InputError(f"The model {self.name} knows {what}.", "Choose a multilingual model to translate.")

    def encode(self, samples: NDArray[np.float32]) -> Encoded:
        """Encode at most 30 s of 16 kHz mono audio, float32 in -1..1, (samples,), as short as the model bears."""
        seconds = samples.size / SAMPLE_RATE
        if not 0 < seconds <= WINDOW_SECONDS:
            raise ValueError(f"{seconds:.3f} s of audio given, over 0 and up to {WINDOW_SECONDS:.0f} needed")
        features = self._features(samples, self.context.seconds_for(seconds))
        with _mapped_errors(self.placement.device):
            states = self._model.encode(ctranslate2.StorageView.from_array(features[np.newaxis]))
        return Encoded(states, seconds, samples.size // (SAMPLE_RATE // FRAMES_PER_SECOND), onset(samples))

    def decode(self, encoded: Encoded, options: DecodeOptions = DECODE_DEFAULTS) -> Decoded:
        """Decode once: beam search, or sampling above temperature 0. The call is bounded by `max_tokens`."""
        language = options.language or self.options.language or self.detect_language(encoded)
        tokenizer, suppressed = self._tokens(language, options.task)
        prompt = build_prompt(tokenizer, options)
        limit = options.max_tokens or token_limit(encoded.seconds)
        limit = min(limit, MAX_LENGTH // 2, MAX_LENGTH - len(prompt))
        if options.temperature > 0:
            ctranslate2.set_random_seed(SAMPLING_SEED)
        with _mapped_errors(self.placement.device):
            result = self._model.generate(
                encoded.states,
                [prompt],
                # CTranslate2 takes half of this, and what the prompt leaves of it, whichever is less.
                max_length=max(2 * limit, limit + len(prompt) - 1),
                num_hypotheses=options.hypotheses,
                return_scores=True,
                return_no_speech_prob=True,
                suppress_tokens=suppressed,
                **_search(options),
            )[0]
        hypotheses = (
            _hypothesis(tokenizer, tokens, score)
            for tokens, score in zip(result.sequences_ids, result.scores, strict=True)
        )
        return Decoded(tuple(hypotheses), float(result.no_speech_prob), limit)

    def align(self, encoded: Encoded, hypothesis: Hypothesis, language: str | None = None) -> tuple[Word, ...]:
        """Times and probabilities of a hypothesis' words, in seconds from the start of the encoded audio."""
        tokenizer, _ = self._tokens(language or self.options.language or "en", "transcribe")
        with _mapped_errors(self.placement.device):
            return align_words(self._whisper, tokenizer, encoded, hypothesis.tokens)

    def score(self, encoded: Encoded, text: str, language: str | None = None) -> Score:
        """How well the decoder can be brought to say `text` on this audio, token by token (teacher forcing).

        Raises:
            InputError: the text is longer than the decoder can write.
        """
        tokenizer, _ = self._tokens(language or self.options.language or "en", "transcribe")
        tokens = text_tokens(tokenizer, text)
        if len(tokens) > MAX_LENGTH // 2:
            raise InputError("The text is too long for one recording.", "Split the utterance.")
        if not tokens:
            return Score(0.0, 0)
        with _mapped_errors(self.placement.device):
            found = self._model.align(encoded.states, tokenizer.sot_sequence, [tokens], max(2, encoded.frames))[0]
        probabilities = np.maximum(np.asarray(found.text_token_probs, dtype=np.float64), LEAST_PROBABILITY)
        return Score(float(np.log(probabilities).sum()), len(tokens))

    def detect_language(self, encoded: Encoded) -> str:
        """The code of the language that is spoken, from the encoding that will be decoded as well."""
        if not self.multilingual:
            return self.own_languages[0]
        with _mapped_errors(self.placement.device):
            token, _probability = self._model.detect_language(encoded.states)[0][0]
        return str(token).strip("<|>")

    def warm_up(self) -> None:
        """Run each operation once on a second of silence, so that the first utterance waits for nothing."""
        encoded = self.encode(np.zeros(SAMPLE_RATE, np.float32))
        decoded = self.decode(encoded, DecodeOptions(beam=2, max_tokens=2))
        self.align(encoded, decoded.best)

    def _features(self, samples: NDArray[np.float32], seconds: float) -> NDArray[np.float32]:
        if seconds < WINDOW_SECONDS:
            # Silence after the speech, as a model sees it that was trained on short audio.
            return log_mel(np.pad(samples, (0, max(0, round(seconds * SAMPLE_RATE) - samples.size))), self._filters)
        # Zeros after the features, as openai/whisper and faster-whisper pad what they transcribe; and features that
        # equal theirs to the last bit, for int8 weights turn the smallest difference into another word now and then.
        features = self._whisper.feature_extractor(samples)[:, :-1]
        return np.pad(features, ((0, 0), (0, round(seconds * FRAMES_PER_SECOND) - features.shape[1])))

    def _tokens(self, language: str, task: Task) -> tuple[Tokenizer, list[int]]:
        """The tokenizer and the tokens never to be said; made once, for it encodes some hundred symbols."""
        if (language, task) not in self._tokenizers:
            tokenizer = Tokenizer(self._whisper.hf_tokenizer, self.multilingual, task=task, language=language)
            try:
                suppressed = list(get_suppressed_tokens(tokenizer, [-1]))
            except TypeError as error:  # a special token has no number
                raise ModelFolderError(
                    f"The tokenizer of {self.name} lacks special tokens of Whisper's.", "Convert the model again."
                ) from error
            self._tokenizers[language, task] = (tokenizer, suppressed)
        return self._tokenizers[language, task]


def _check_files(folder: Path) -> None:
    if not folder.is_dir():
        raise ModelFolderError(f"{folder} is not a folder.", "Give the folder of a CTranslate2 Whisper model.")
    for name in NEEDED_FILES:
        if not (folder / name).is_file():
            raise ModelFolderError(f"{folder} holds no {name}.", "Give the folder of a CTranslate2 Whisper model.")


def _load_where_possible(
    folder: Path, options: RecogniserOptions, measured_on_gpu: str | None
) -> tuple[WhisperModel, Placement]:
    placement = choose_placement(options.device, options.compute_type, measured_on_gpu)
    threads = options.threads or paying_threads(folder)
    if placement.device == "cuda":
        try:
            return _load(folder, placement, threads), placement
        except ModelError as error:
            warning = f"The GPU is not used ({error.what}) The processor is used instead."
            placement = on_processor(options.compute_type, warning)
    return _load(folder, placement, threads), placement


def paying_threads(folder: Path) -> int:
    """How many threads make a model faster.

    A decoder's step is many small products, and threads wait for each other at every one: on two cores of a Zen 4 the
    starter (8 million parameters) took 200 ms for an utterance with two threads and 40 with one. More than four gain
    nothing on matrices of Whisper's sizes, more than the cores lose.
    """
    small = (folder / "model.bin").stat().st_size < ONE_THREAD_BYTES
    return 1 if small else min(4, usable_cores())


def _load(folder: Path, placement: Placement, threads: int) -> WhisperModel:
    try:
        model = WhisperModel(
            str(folder), device=placement.device, compute_type=placement.compute_type, cpu_threads=threads
        )
        if placement.device == "cuda":
            # The libraries are opened at the first product: a GPU that cannot work has to show it here.
            model.model.encode(ctranslate2.StorageView.from_array(np.zeros((1, model.model.n_mels, 100), np.float32)))
    except (RuntimeError, ValueError, MemoryError) as error:
        reason = " ".join(str(error).split())
        raise ModelError(f"The model {folder.name} cannot be loaded: {reason}.", "Install it again.") from error
    except Exception as error:  # tokenizers raises bare Exception
        raise ModelFolderError(f"The tokenizer.json of {folder.name} is damaged.", "Install it again.") from error
    return model


def _search(options: DecodeOptions) -> dict[str, object]:
    if options.temperature > 0:
        return {"beam_size": 1, "sampling_topk": 0, "sampling_temperature": options.temperature}
    return {"beam_size": max(options.beam, options.hypotheses)}


def _hypothesis(tokenizer: Tokenizer, tokens: list[int], score: float) -> Hypothesis:
    # CTranslate2 divides by the tokens it shows; the end token was scored as well.
    mean = score * len(tokens) / (len(tokens) + 1) if tokens else 0.0
    return Hypothesis(clean_hypothesis(tokenizer.decode(tokens)), mean, tuple(tokens))


@contextlib.contextmanager
def _mapped_errors(device: str) -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        reason = " ".join(str(error).split())
        if device == "cuda":
            raise DeviceError(f"The GPU failed: {reason}.", "Try again, or choose the processor.") from error
        raise ModelError(f"The model failed: {reason}.", "Verify it with: attune models verify") from error
