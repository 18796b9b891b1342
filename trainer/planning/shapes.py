"""Whisper's sizes, and how many multiplications with additions a second of audio takes. One counts as two FLOP."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import InputError
from engine.jobs.estimate import POSITIONS_PER_SECOND, TOKENS_PER_SECOND

WINDOW_SECONDS = 30.0
DICTATED_SECONDS = 5.0  # a usual utterance: what Attune's own forward encodes of it


@dataclass(frozen=True)
class Shape:
    """An architecture: width, layers of encoder and decoder, vocabulary."""

    name: str
    width: int
    encoder_layers: int
    decoder_layers: int
    vocabulary: int = 51_865

    @property
    def parameters(self) -> int:
        """Of the matrices; norms and biases are a thousandth of them."""
        width2 = self.width**2
        convolutions = 3 * 80 * self.width + 3 * width2
        positions = (1500 + 448) * self.width
        layers = 12 * self.encoder_layers + 16 * self.decoder_layers
        return layers * width2 + convolutions + positions + self.vocabulary * self.width

    def forward(self, seconds: float) -> float:
        """FLOP to read one recording of so many seconds once, with its text (Kaplan et al. 2020, arXiv 2001.08361)."""
        positions, tokens = POSITIONS_PER_SECOND * seconds, TOKENS_PER_SECOND * seconds
        width2 = self.width**2
        convolutions = 2 * positions * (2 * 3 * 80 * self.width + 3 * width2)  # the first runs at twice the rate
        encoder = 2 * positions * 12 * width2 * self.encoder_layers
        encoder += 4 * positions**2 * self.width * self.encoder_layers  # scores and their sums
        crossing = 2 * positions * 2 * width2 * self.decoder_layers  # keys and values of what was heard
        decoder = 2 * tokens * (14 * width2 * self.decoder_layers + self.vocabulary * self.width)
        decoder += 4 * tokens * (tokens + positions) * self.width * self.decoder_layers
        return convolutions + encoder + crossing + decoder

    def training(self, seconds: float, *, adapter: bool = False) -> float:
        """FLOP to learn from it once: forward, backward through activations, and for full training the weights'."""
        return (2 if adapter else 3) * self.forward(seconds)


SHAPES = {
    shape.name: shape
    for shape in (
        Shape("starter", 256, 4, 3, 3_010),
        Shape("tiny", 384, 4, 4),
        Shape("base", 512, 6, 6),
        Shape("small", 768, 12, 12),
        Shape("medium", 1024, 24, 24),
        Shape("large", 1280, 32, 32),
        Shape("turbo", 1280, 32, 4, 51_866),
    )
}

LARGEST_MEASURED = 80_000_000  # parameters: larger ones are scaled from the size below
MEASURED_SHAPE = Shape("measured", 512, 6, 6)


def measurable(shape: Shape) -> Shape:
    """What is tried in place of the shape: itself, or where that would take too long, a smaller one."""
    return shape if shape.parameters <= LARGEST_MEASURED else MEASURED_SHAPE


def shape_named(name: str) -> Shape:
    """One of Whisper's sizes, or the starter's.

    Raises:
        InputError: there is none of this name.
    """
    if name not in SHAPES:
        raise InputError(f"There is no size {name}.", f"Use one of {', '.join(SHAPES)}.")
    return SHAPES[name]
