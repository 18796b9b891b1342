"""Byte-level BPE with Whisper's special tokens, in the order that Whisper's decoders rely on.

Text tokens stand below <|endoftext|>, everything above is special, and the 1501 timestamps come last, right
after <|notimestamps|>. The vocabulary is that of an English-only Whisper: CTranslate2 takes a vocabulary
without the empty token for one, so the start of a transcript is <|startoftranscript|> alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import WhisperTokenizer

END = "<|endoftext|>"
START = "<|startoftranscript|>"
PREVIOUS = "<|startofprev|>"
NO_SPEECH = "<|nospeech|>"
NO_TIMESTAMPS = "<|notimestamps|>"
SPECIAL = [
    END,
    START,
    "<|en|>",
    "<|translate|>",
    "<|transcribe|>",
    "<|startoflm|>",
    PREVIOUS,
    NO_SPEECH,
    NO_TIMESTAMPS,
]
TIMESTAMP_STEP = 0.02  # seconds
TIMESTAMPS = [f"<|{index * TIMESTAMP_STEP:.2f}|>" for index in range(1501)]


def train_tokenizer(sentences: Iterable[str], tokens: int) -> Tokenizer:
    """Learn `tokens` byte-level BPE tokens and add the special ones behind them."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    # Words begin with a space wherever they stand, so that the first word of a sentence needs no tokens of its own.
    trainer = trainers.BpeTrainer(
        vocab_size=tokens, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator((" " + sentence for sentence in sentences), trainer)
    tokenizer.add_special_tokens(SPECIAL + TIMESTAMPS)
    return tokenizer


def save_tokenizer(tokenizer: Tokenizer, folder: Path) -> None:
    """Write tokenizer.json, vocab.json and merges.txt, as Whisper checkpoints carry them."""
    folder.mkdir(parents=True, exist_ok=True)
    wrapped = WhisperTokenizer(tokenizer_object=tokenizer, unk_token=END, bos_token=END, eos_token=END, pad_token=END)
    wrapped.save_pretrained(str(folder))
    tokenizer.model.save(str(folder))
    tokenizer.save(str(folder / "tokenizer.json"))


@dataclass(frozen=True)
class TokenIds:
    """The ids of the special tokens of one tokenizer."""

    end: int
    start: int
    previous: int
    no_speech: int
    no_timestamps: int

    @staticmethod
    def of(tokenizer: Tokenizer) -> TokenIds:
        """Look them up by name. Raises ValueError if one is missing."""
        ids = [_id_of(tokenizer, name) for name in (END, START, PREVIOUS, NO_SPEECH, NO_TIMESTAMPS)]
        return TokenIds(*ids)

    def timestamp(self, seconds: float) -> int:
        """The token of a time within the window, rounded to 20 ms."""
        return self.no_timestamps + 1 + min(1500, max(0, round(seconds / TIMESTAMP_STEP)))


def _id_of(tokenizer: Tokenizer, name: str) -> int:
    number = tokenizer.token_to_id(name)
    if number is None:
        raise ValueError(f"the tokenizer does not know {name}")
    return number


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a checkpoint folder."""
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def text_of(tokenizer: Tokenizer, ids: Iterable[int]) -> str:
    """The text of the ids, special tokens left out."""
    decoded: str = tokenizer.decode(list(ids), skip_special_tokens=True)
    return decoded.strip()


def describe(tokenizer: Tokenizer) -> str:
    """The sizes, for the log."""
    return json.dumps({"vocabulary": tokenizer.get_vocab_size(), "text": tokenizer.token_to_id(END)})
