"""The part of a run that holds the model in memory: training, and the choice of the adapter's scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

import torch
from transformers import WhisperConfig, WhisperForConditionalGeneration

from engine.errors import DeviceError
from trainer.forward import Listen, Remembered
from trainer.personal.alpha import Heard, choose_alpha, error_rate, sweep
from trainer.personal.cache import ArrayCache, file_key
from trainer.personal.checkpoint import Progression
from trainer.personal.device import Device, on_processor
from trainer.personal.encoded import EncodedStates, keeps_states
from trainer.personal.examples import Composer
from trainer.personal.inputs import Inputs
from trainer.personal.job import Job
from trainer.personal.learner import Learner
from trainer.personal.lora import Adapted
from trainer.personal.losses import Weights
from trainer.personal.manifest import Clip
from trainer.personal.memory import is_device_lost
from trainer.personal.recipe import Recipe
from trainer.personal.rehearsal import Rehearsal
from trainer.personal.stages import Result
from trainer.personal.surprise import Surprise, surprises
from trainer.personal.teacher import Teacher
from trainer.personal.train import Surroundings, train
from trainer.personal.whisper import ToRead, load_base, put_on, read
from trainer.processes import Processes, own_folder
from trainer.progress import Progress
from trainer.statistics import Counts, count_word_errors

WATCHED_CLIPS = 64  # of the development set: read at every evaluation
ON_PROCESSOR = 100_000_000  # parameters: larger models would take days there


@dataclass
class Fitting:
    """The model of one job in memory."""

    job: Job
    inputs: Inputs
    recipe: Recipe
    device: Device
    processes: Processes
    progress: Progress
    stop: Callable[[], bool]

    def train(self, replay: Rehearsal) -> Result:
        """Train, write the adapter, and say what was learnt."""
        try:
            progression = self._train(replay)
        except RuntimeError as error:
            if not is_device_lost(error):
                raise
            progression = self._train_without_gpu(replay, error)
        if self.processes.first:
            self.adapted.save(self.job.adapter)
        parameters = self.adapted.parameters()
        change, weight = self.adapted.norms()
        return {
            "losses": progression.losses,
            "wers": progression.wers,
            "best_step": progression.best_step,
            "wer": progression.best_wer,
            "seconds": progression.seconds,
            "trained": sum(one.numel() for one in parameters),
            "parameters": sum(one.numel() for one in self.adapted.whisper.parameters()),
            "change_norm": change,
            "weight_norm": weight,
        }

    def choose_alpha(self, replay: Rehearsal) -> Result:
        """Try each scale of the adapter on the development set and on kept-back rehearsal."""
        self.adapted = Adapted.load(self.base(), self.job.adapter)
        self.adapted.keep_base_in(self.device.dtype)
        # Where the encoder stays the base's, it is asked once for all scales.
        listen = Remembered(self.adapted.whisper.model.encoder) if self._keeps_states else None

        def hear(alpha: float) -> Heard:
            self.adapted.scale(alpha)
            development = self.inputs.dev.clips
            own, kept_back = (self.surprises(clips, listen) for clips in (development, replay.kept_back))
            return Heard(self.word_errors(development, listen), own, kept_back)

        points = []
        for point in sweep(self.recipe.alphas, hear):
            self.progress.event("metric", stage="alpha", set="development", **asdict(point))
            points.append(point)
        chosen = choose_alpha(points, self.recipe.most_forgotten)
        return {"alpha": chosen.alpha, "points": [asdict(point) for point in points]}

    def word_error_rate(self, clips: Sequence[Clip]) -> float:
        """Of greedy texts, over all words of the clips, with the context that dictation gives."""
        return error_rate(self.word_errors(clips))

    def word_errors(self, clips: Sequence[Clip], listen: Listen | None = None) -> list[Counts]:
        """The errors of greedy texts, clip by clip. `listen` stands in for the model's own encoder."""
        if not clips:
            return []
        with self.device.autocast():
            given = [self.to_read(clip) for clip in clips]
            rows = read(self.adapted.whisper, self.inputs.tokens, given, self.device.place, listen=listen)
        return [
            count_word_errors(clip.text, self.inputs.tokens.decode(row)) for clip, row in zip(clips, rows, strict=True)
        ]

    def surprises(self, clips: Sequence[Clip], listen: Listen | None = None) -> list[Surprise]:
        """What each clip's text costs the model. `listen` stands in for the model's own encoder."""
        return surprises(self.adapted.whisper, self.composer, clips, self.device, listen)

    def to_read(self, clip: Clip) -> ToRead:
        """The clip's own features."""
        return ToRead(self.composer.clean_mel(clip), clip.language)

    def base(self) -> WhisperForConditionalGeneration:
        """The base on the device."""
        return put_on(self.device, load_base(self.job.base))

    @cached_property
    def composer(self) -> Composer:
        """Makes examples; where the encoder stays as it is, each recording comes in a few fixed versions."""
        return Composer(
            self.inputs.tokens,
            self._bins,
            self._cache("mel"),
            augment=self.recipe.augment,
            variants=self.recipe.variants if self._keeps_states else 0,
        )

    @property
    def _keeps_states(self) -> bool:
        return keeps_states(self.recipe, self.device)

    @cached_property
    def _bins(self) -> int:
        return int(WhisperConfig.from_pretrained(self.job.base, local_files_only=True).num_mel_bins)

    def _cache(self, kind: str) -> ArrayCache:
        return ArrayCache(own_folder(self.job.cache / kind, self.processes))

    def _train(self, replay: Rehearsal) -> Progression:
        self.adapted = Adapted.fresh(self.base(), self.recipe, self.job.spec.seed)
        self.adapted.keep_base_in(self.device.dtype)
        torch.manual_seed(self.job.spec.seed)
        self.adapted.whisper.train()
        development = _evenly(self.inputs.dev.clips)
        around = Surroundings(self.progress, self.stop, self.job.state, lambda: self.word_error_rate(development))
        return train(
            self._learner(),
            self.composer,
            self.recipe,
            self.inputs.train.clips,
            replay.learnt,
            self.job.spec.seed,
            around,
        )

    def _train_without_gpu(self, replay: Rehearsal, error: RuntimeError) -> Progression:
        """Go on from the last checkpoint on the processor, where that is bearable."""
        if self.inputs.size.parameters > ON_PROCESSOR or self.processes.count > 1:
            raise DeviceError(
                f"The GPU failed ({str(error).splitlines()[0]}); a checkpoint is kept.",
                "Go on with `attune personalize` when it works again.",
            ) from error
        self.progress.event("fallback", stage="train", what="the GPU failed: training goes on on the processor")
        self.device = on_processor(self.inputs.size.parameters)
        return self._train(replay)

    def _learner(self) -> Learner:
        base = file_key(next(iter(sorted(self.job.base.glob("*.safetensors")))))
        where = self.device
        return Learner(
            adapted=self.adapted,
            device=self.device,
            weights=Weights.of(self.recipe),
            teacher=Teacher(self.adapted, self.composer, self.inputs.context, self._cache("teacher"), where, base),
            encoded=EncodedStates(self.adapted, self._cache("states"), where, base) if self._keeps_states else None,
            processes=self.processes,
        )


def _evenly(clips: Sequence[Clip]) -> Sequence[Clip]:
    """At most `WATCHED_CLIPS`, spread over all of them."""
    return clips[:: max(1, -(-len(clips) // WATCHED_CLIPS))]
