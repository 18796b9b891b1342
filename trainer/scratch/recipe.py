"""What a model trained from scratch is made of. A change here is a new trial: write its result into LOG.md."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from engine.models.card import WINDOW_SECONDS


@dataclass(frozen=True)
class Mix:
    """Which share of the examples is of which kind (the rest: one clip, no context, no timestamps)."""

    packed: float = 0.06  # two to five sentences with pauses, up to 15 s
    full_window: float = 0.01  # as many sentences as fit into 30 s
    padded: float = 0.02  # one sentence in a full 30 s window
    silent: float = 0.03  # silence or noise alone: no text
    excerpt: float = 0.0  # a part of a sentence, cut off as a live window is
    timestamps: float = 0.15  # of the examples with speech
    previous_text: float = 0.10
    vocabulary: float = 0.08
    noisy: float = 0.4
    reverberant: float = 0.25
    masked: float = 1.0  # bands and stretches hidden (SpecAugment)

    def towards(self, other: Mix, share: float) -> Mix:
        """The mix on the way from this one (0) to another (1)."""
        names = [entry.name for entry in fields(self)]
        return Mix(**{name: (1 - share) * getattr(self, name) + share * getattr(other, name) for name in names})


SINGLE_CLIPS = Mix(**{entry.name: 0.0 for entry in fields(Mix)})  # clean, nothing before or beside them


@dataclass(frozen=True)
class ScratchRecipe:
    """Everything that decides what comes out, apart from the machine. Lengths in seconds, rates per step."""

    name: str
    text: str  # "basic", "grammar", or "language": what there is in the recipe's language
    voices: str  # "basic", "training", or "language": espeak-ng's for the recipe's language
    clips: int
    first_clips: int  # of them by few voices; training starts on these and widens to all
    steps: int
    bpe_tokens: int
    width: int = 256
    heads: int = 4
    encoder_layers: int = 4
    decoder_layers: int = 2
    dropout: float = 0.0
    batch_seconds: float = 82.0  # of audio in one batch, padding included
    rate: float = 1e-3
    warmup_steps: int = 160
    cooldown: float = 1.0  # the share of the steps after the warm-up over which the rate falls, by a cosine
    weight_decay: float = 0.01
    clip_norm: float = 1.0
    ctc_weight: float = 0.4  # joint CTC/attention, Kim et al. 2017 (arXiv 1609.06773)
    label_smoothing: float = 0.1
    easy_steps: int = 950  # of the easy mix alone, until attention has aligned
    ramp_steps: int = 550  # then the other comes in little by little; all at once it undoes much
    widening_steps: int = 1_100  # until all clips are in use
    easy: Mix = SINGLE_CLIPS
    mix: Mix = Mix()
    last: Mix | None = None  # in the other's place, all at once
    last_steps: int = 0
    least_seconds: float = 0.0  # of a batch's audio; a model that only ever sees full windows bears no shorter ones
    invented_share: float = 0.0  # of the sentences hold a word that nobody has ever said
    language: str = "en"
    seed: int = 1

    def visible_clips(self, step: int) -> int:
        """How many of the clips, in their order, are drawn from at a step."""
        done = min(1.0, step / self.widening_steps)
        return self.first_clips + int(done * (self.clips - self.first_clips))

    def mix_at(self, step: int) -> Mix:
        """Which examples a step is made of."""
        if self.last and step >= self.steps - self.last_steps:
            return self.last
        return self.easy.towards(self.mix, min(1.0, max(0.0, (step - self.easy_steps) / self.ramp_steps)))


BASIC = ScratchRecipe(
    name="basic",
    text="basic",
    voices="basic",
    clips=9_000,
    first_clips=9_000,
    steps=2_700,
    bpe_tokens=700,
    # An hour on two cores is too short to learn rooms and noise as well: a taste of them, no more.
    mix=Mix(packed=0.04, full_window=0.005, padded=0.01, noisy=0.2, reverberant=0.1),
)
STARTER = ScratchRecipe(
    name="starter",
    text="grammar",
    voices="training",
    clips=200_000,
    first_clips=12_000,
    steps=15_289,
    bpe_tokens=1_500,
    batch_seconds=93.0,
    # Decoder layers cost little to train (20 tokens against 200 encoder positions) and know the spelling.
    decoder_layers=3,
    cooldown=0.5,
    easy_steps=1_000,
    ramp_steps=900,
    widening_steps=6_000,
    invented_share=0.08,
    # Live windows hold several sentences and end anywhere; a model that has only met whole ones stops after the
    # first, and completes what it has not heard.
    # Before a few hundred thousand clips the model has too much to learn to be in need of more disturbance than that.
    mix=Mix(
        packed=0.14,
        full_window=0.01,
        excerpt=0.25,
        timestamps=0.12,
        vocabulary=0.15,
        noisy=0.6,
        reverberant=0.15,
        masked=0.3,
    ),
)
# A language that nobody has a model for: an hour on two cores, best begun with the encoder of another language.
LANGUAGE = replace(
    BASIC,
    name="language",
    text="language",
    voices="language",
    clips=20_000,
    first_clips=6_000,
    decoder_layers=3,
    language="eo",
    mix=replace(BASIC.mix, masked=0.3),
)
# As OpenAI's models are made: every window is of 30 s, whatever was said. Such a model does not bear less, which
# personalization can teach it (tests/bench/short_context.py). Four windows a step are few: the encoder finds the sounds
# with the help of full ones, which hold seven sentences; then attention aligns on those that hold one. A decoder that
# then meets full ones again takes a window without a pause at its end for one that goes on (LOG.md).
HALF_FULL = replace(SINGLE_CLIPS, full_window=0.5, padded=0.5, timestamps=0.05, noisy=0.1)
PADDED = replace(
    BASIC,
    name="padded",
    steps=5_200,
    width=192,
    heads=3,
    encoder_layers=3,
    batch_seconds=120.0,
    easy_steps=1_200,
    ramp_steps=100,
    easy=HALF_FULL,
    mix=replace(HALF_FULL, full_window=0.0, padded=1.0),
    last=HALF_FULL,
    last_steps=2_600,
    least_seconds=WINDOW_SECONDS,
)
RECIPES = {recipe.name: recipe for recipe in (BASIC, STARTER, LANGUAGE, PADDED)}
