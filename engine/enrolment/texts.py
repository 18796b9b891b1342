"""Sentences to be read: those that come with Attune, or a file of the user's."""

from __future__ import annotations

from pathlib import Path

from engine.errors import InputError
from engine.learning.textwords import words_in
from engine.paths import RESOURCES

FOLDER = RESOURCES / "enrolment"
FEWEST_WORDS = 3
MOST_CHARACTERS = 300  # some twenty seconds: below the thirty that a model hears at once


def bundled_texts(language: str = "en") -> list[str]:
    """The sentences that come with Attune.

    Raises:
        InputError: there are none in this language.
    """
    file = FOLDER / f"{language}.txt"
    if not file.is_file():
        raise InputError(f"There are no sentences to read in {language!r}.", "Give your own: --texts FILE.")
    return read_texts(file)


def read_texts(file: Path) -> list[str]:
    """One sentence a line; empty lines and lines that begin with # are left out.

    Raises:
        InputError: the file cannot be read, or has a line that is too long.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not a text in UTF-8.", "Save it as plain text in UTF-8.") from error
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.", "Give a text file.") from error
    texts = [" ".join(line.split()) for line in lines if line.strip() and not line.startswith("#")]
    for text in texts:
        if len(text) > MOST_CHARACTERS:
            raise InputError(f"{file} has a line of {len(text)} characters.", f"Use lines of up to {MOST_CHARACTERS}.")
    if not any(words_in(text) for text in texts):
        raise InputError(f"{file} holds no text.", "Put one sentence on each line.")
    return list(dict.fromkeys(text for text in texts if words_in(text)))
