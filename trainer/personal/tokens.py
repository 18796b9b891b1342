"""Whisper's tokens for training: what stands before a text, the text, and the times. All ids are found by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from engine.errors import ModelFolderError
from engine.models.structure import MULTILINGUAL_MARK

NO_SPEECH = ("<|nospeech|>", "<|nocaptions|>")  # the second is what older checkpoints call it
TIMESTAMP_STEP = 0.02  # seconds
MAX_TEXT_TOKENS = 224  # half of the decoder's window: a live decode stops there


@dataclass(frozen=True)
class Tokens:
    """A checkpoint's tokenizer with its special ids."""

    tokenizer: Tokenizer
    start: int
    end: int
    no_timestamps: int
    no_speech: int
    multilingual: bool

    @classmethod
    def load(cls, checkpoint: Path) -> Tokens:
        """Read ``tokenizer.json`` of the checkpoint.

        Raises:
            ModelFolderError: it is missing, damaged, or lacks one of Whisper's special tokens.
        """
        try:
            tokenizer = Tokenizer.from_file(str(checkpoint / "tokenizer.json"))
        except Exception as error:  # the library raises bare Exception
            raise ModelFolderError(
                f"{checkpoint} has no usable tokenizer.json.", "Copy it from the model it was made from."
            ) from error
        return cls(
            tokenizer,
            start=_id_of(tokenizer, "<|startoftranscript|>"),
            end=_id_of(tokenizer, "<|endoftext|>"),
            no_timestamps=_id_of(tokenizer, "<|notimestamps|>"),
            no_speech=_id_of(tokenizer, *NO_SPEECH),
            multilingual=tokenizer.token_to_id(MULTILINGUAL_MARK) is not None,
        )

    def prompt(self, language: str = "en", *, timed: bool = False) -> list[int]:
        """What the decoder is given before it says anything."""
        spoken = []
        if self.multilingual:
            spoken = [_id_of(self.tokenizer, f"<|{language}|>"), _id_of(self.tokenizer, "<|transcribe|>")]
        return [self.start, *spoken, *([] if timed else [self.no_timestamps])]

    def text(self, text: str) -> list[int]:
        """The ids of a text as Whisper writes it: with a space in front."""
        ids: list[int] = self.tokenizer.encode(" " + text.strip(), add_special_tokens=False).ids
        return ids

    def timestamp(self, seconds: float) -> int:
        """The id of a time within the window, rounded to 20 ms."""
        return self.no_timestamps + 1 + min(1500, max(0, round(seconds / TIMESTAMP_STEP)))

    def decode(self, ids: list[int]) -> str:
        """The text of the ids; special ones and times say nothing."""
        decoded: str = self.tokenizer.decode([number for number in ids if number < self.end], skip_special_tokens=True)
        return decoded.strip()


def _id_of(tokenizer: Tokenizer, *names: str) -> int:
    for name in names:
        number = tokenizer.token_to_id(name)
        if number is not None:
            return int(number)
    raise ModelFolderError(f"The tokenizer does not know {names[0]}.", "Install the base again.")
