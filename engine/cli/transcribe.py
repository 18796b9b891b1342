"""``attune transcribe``: the text of recordings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.cli.main import opened_home
from engine.errors import AudioFileError, StorageError
from engine.records import Transcript
from engine.text.subtitles import srt, vtt

if TYPE_CHECKING:
    from engine.audio.decode import Recording
    from engine.speech.options import DecodeOptions
    from engine.speech.whisper import Recogniser

PROGRESS_SECONDS = 30.0  # shorter recordings are done before a bar is read
ADAPTIVE = "adaptive"
LARGEST_BEAM = 20
FORMATS = ("txt", "srt", "vtt", "json")


def _parse_beam(ctx: click.Context, option: click.Parameter, value: str) -> int | None:
    """A beam size, or None for adaptive."""
    if value == ADAPTIVE:
        return None
    if value.isdecimal() and 1 <= int(value) <= LARGEST_BEAM:
        return int(value)
    raise click.BadParameter(f"{value!r} is neither 'adaptive' nor a number from 1 to {LARGEST_BEAM}.", ctx, option)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--model", help="Id of an installed model, or a model's folder (default: the active model).")
@click.option("--language", help="Code of the language spoken, such as en (default: heard from the recording).")
@click.option("--task", type=click.Choice(["transcribe", "translate"]), default="transcribe", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="txt", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json: one object per file and line.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Write one file each into this folder."
)
@click.option("--beam", callback=_parse_beam, default=ADAPTIVE, show_default=True, help="Beam size, or 'adaptive'.")
@click.option("--vocabulary", multiple=True, metavar="TERM", help="A term to expect; may be given again.")
@click.option("--progress", is_flag=True, help="Tell how far it is: one JSON object a line on standard error.")
@click.option("--keep", is_flag=True, help="Keep it in the library, to be corrected (your own voice only).")
@click.pass_context
def transcribe(ctx: click.Context, /, files: tuple[Path, ...], form: str, as_json: bool, **given: Any) -> int:
    """Print what recordings say: any audio or film that FFmpeg knows.

    A file that cannot be read is reported, and the others are still transcribed; the exit status is then 2. What is
    kept with --keep is corrected like dictation, and then trains the model.
    """
    form = "json" if as_json else form
    if form in ("srt", "vtt") and len(files) > 1 and given["output"] is None:
        raise click.UsageError("Subtitles of several recordings need a folder: give --output DIR.")
    recogniser = _load_model(ctx, given["model"], given["language"])
    recogniser.check_language(given["language"], given["task"])
    if recogniser.warning:
        click.echo(f"attune: {recogniser.warning}", err=True)
    write = _writer(given["output"], form, several=len(files) > 1)
    status = 0
    for file in files:
        try:
            words = form != "txt" or given["keep"]
            transcript = _transcribe_file(recogniser, file, given, words=words)
            write(file, transcript, _keep(ctx, file, transcript) if given["keep"] else ())
        except AudioFileError as error:
            click.echo(f"attune: {error}", err=True)
            status = error.exit_code
    return status


def _keep(ctx: click.Context, file: Path, transcript: Transcript) -> tuple[str, ...]:
    """Put the transcript into the library and say so; returns the ids of its utterances."""
    from engine.audio.decode import Recording
    from engine.library.library import Library
    from engine.library.transcripts import keep_transcript

    if not transcript.segments:
        return ()
    with Library(opened_home(ctx)) as library, Recording(file) as recording:
        kept = tuple(keep_transcript(library, file.name, recording.blocks(), transcript))
    click.echo(f"attune: {file.name} is in the library: attune library show {kept[0]}", err=True)
    return kept


def _load_model(ctx: click.Context, chosen: str | None, language: str | None) -> Recogniser:
    from engine.speech.options import RecogniserOptions
    from engine.speech.whisper import Recogniser

    return Recogniser.load(model_folder(ctx, chosen), RecogniserOptions(language=language))


def model_folder(ctx: click.Context, chosen: str | None) -> Path:
    """The folder of the model that is called `chosen`, or lies there; of the active one if none is."""
    if chosen and Path(chosen).is_dir():
        folder = Path(chosen)
        # The starter keeps its checkpoint and its conversion side by side in one folder.
        return folder / "ctranslate2" if (folder / "ctranslate2" / "model.bin").is_file() else folder
    from engine.models.registry import Registry

    registry = Registry(opened_home(ctx))
    return (registry.get(chosen) if chosen else registry.active()).folder


def _decode_options(given: dict[str, Any]) -> DecodeOptions:
    from engine.speech.options import DecodeOptions

    return DecodeOptions(
        beam=given["beam"] or DecodeOptions.beam,
        vocabulary=given["vocabulary"],
        task=given["task"],
        language=given["language"],
    )


def _transcribe_file(recogniser: Recogniser, file: Path, given: dict[str, Any], *, words: bool) -> Transcript:
    from engine.audio.decode import Recording
    from engine.speech.longform import transcribe as transcribe_blocks

    with Recording(file) as recording, _progress(recording, as_lines=given["progress"]) as report:
        adaptive = given["beam"] is None
        transcript = transcribe_blocks(
            recogniser, recording.blocks(), _decode_options(given), adaptive=adaptive, words=words, report=report
        )
        if recording.is_damaged:
            click.echo(f"attune: Parts of {file} are damaged or missing; the rest was transcribed.", err=True)
    if not transcript.text:
        click.echo(f"attune: No speech was found in {file}.", err=True)
    return transcript


@contextmanager
def _progress(recording: Recording, *, as_lines: bool) -> Iterator[Callable[[float], None]]:
    """A bar on stderr, in seconds of audio, for long recordings on a terminal; or lines for a program."""
    duration = recording.duration
    if as_lines:
        yield lambda seconds: click.echo(json.dumps({"seconds": round(seconds, 1), "duration": duration}), err=True)
        return
    if not sys.stderr.isatty() or (duration or PROGRESS_SECONDS) < PROGRESS_SECONDS:
        yield lambda seconds: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(recording.path.name, total=duration)
        yield lambda seconds: bar.update(task, completed=seconds)


def _writer(folder: Path | None, form: str, *, several: bool) -> Callable[[Path, Transcript, Sequence[str]], None]:
    if folder is None:
        return lambda file, transcript, kept: _print(file, transcript, form, kept, several=several)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The folder {folder} cannot be made: {error.strerror}.", "Choose another one.") from error
    taken: set[str] = set()

    def write(file: Path, transcript: Transcript, kept: Sequence[str]) -> None:
        # Recordings that differ only in their kind keep their whole name, so that none overwrites the other.
        name = f"{file.stem}.{form}" if f"{file.stem}.{form}" not in taken else f"{file.name}.{form}"
        taken.add(name)
        _write_text(folder / name, render(file, transcript, form, kept))

    return write


def _print(file: Path, transcript: Transcript, form: str, kept: Sequence[str], *, several: bool) -> None:
    header = f"{file}:\n" if several and form == "txt" else ""
    click.echo(header + render(file, transcript, form, kept), nl=False)


def render(file: Path, transcript: Transcript, form: str, kept: Sequence[str] = ()) -> str:
    """The transcript of `file` as txt, srt, vtt or json, ending in a newline; json names the utterances it became."""
    if form == "srt":
        return srt(transcript)
    if form == "vtt":
        return vtt(transcript)
    if form == "json":
        content = _as_json(file, transcript) | ({"utterances": list(kept)} if kept else {})
        return json.dumps(content, ensure_ascii=False) + "\n"
    return "".join(f"{segment.text}\n" for segment in transcript.segments)


def _as_json(file: Path, transcript: Transcript) -> dict[str, object]:
    return {
        "file": str(file),
        "text": transcript.text,
        "language": transcript.language,
        "duration": round(transcript.duration, 3),
        "model": transcript.model,
        "words": [vars(word) for word in transcript.words],
        "segments": [
            {"start": segment.start, "end": segment.end, "text": segment.text} for segment in transcript.segments
        ],
    }


def _write_text(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StorageError(f"{path} cannot be written: {error.strerror}.", "Choose another folder.") from error
