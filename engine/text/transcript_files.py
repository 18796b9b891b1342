"""A transcript as a file for other programs: plain text, subtitles, a Word document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.errors import InputError, StorageError
from engine.records import Transcript
from engine.text.safety import clean_hypothesis
from engine.text.subtitles import srt, vtt


def save_transcript(path: Path, title: str, transcript: Transcript) -> None:
    """Write the transcript in the form that the file's suffix names; what was there before is replaced at the end.

    Raises:
        InputError: the suffix is none of `FORMS`.
        StorageError: the file cannot be written.
    """
    write = FORMS.get(path.suffix.lower())
    if write is None:
        raise InputError(f"{path.name} does not say which form it is to have.", f"Use one of {', '.join(FORMS)}.")
    temporary = path.with_name(f".{path.name}.part")
    try:
        write(temporary, title, transcript)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StorageError(f"{path} cannot be written: {error.strerror}.", "Choose another folder.") from error


def _write_text(path: Path, title: str, transcript: Transcript) -> None:
    path.write_text("".join(f"{segment.text}\n" for segment in transcript.segments), encoding="utf-8")


def _write_srt(path: Path, title: str, transcript: Transcript) -> None:
    path.write_text(srt(transcript), encoding="utf-8")


def _write_vtt(path: Path, title: str, transcript: Transcript) -> None:
    path.write_text(vtt(transcript), encoding="utf-8")


def _write_docx(path: Path, title: str, transcript: Transcript) -> None:
    import docx

    document = docx.Document()
    document.add_heading(clean_hypothesis(title), level=1)
    for segment in transcript.segments:
        document.add_paragraph(clean_hypothesis(segment.text))
    with path.open("wb") as file:
        document.save(file)


FORMS: dict[str, Callable[[Path, str, Transcript], None]] = {
    ".txt": _write_text,
    ".srt": _write_srt,
    ".vtt": _write_vtt,
    ".docx": _write_docx,
}
