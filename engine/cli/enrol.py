"""``attune enrol``: read sentences, so that a model can learn the voice before much was dictated."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.cli.listening import listener
from engine.cli.main import opened_home
from engine.errors import AudioFileError
from engine.library.library import Library, exists
from engine.paths import Home

if TYPE_CHECKING:
    from engine.enrolment.enrolment import Enrolment

AGAIN, SKIP, QUIT = "", "s", "q"


@click.command()
@click.option("--texts", type=click.Path(path_type=Path), help="Sentences to read, one a line (default: Attune's).")
@click.option("--audio", type=click.Path(path_type=Path), metavar="DIR", help="Bring in recordings that were read.")
@click.option("--count", type=click.IntRange(1), default=20, show_default=True, help="How many sentences to read now.")
@click.option("--gold", is_flag=True, help="For testing only: these recordings never train.")
@click.option("--print", "only_print", is_flag=True, help="Only print the sentences, in the order to read them.")
@click.option("--device", metavar="NAME", help="The microphone (default: the system's).")
@click.option("--model", help="Id or folder of the model that checks what was read (default: the active one).")
@click.option("--no-check-text", is_flag=True, help="Do not let a model check what was read.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each recording.")
@click.pass_context
def enrol(ctx: click.Context, /, texts: Path | None, audio: Path | None, **given: Any) -> int:
    """Read sentences aloud, or bring in recordings of sentences that were read.

    Sentences with the words that are misheard most come first, then those with sounds not read yet. Each recording is
    checked before it counts. Recordings in --audio are the lines of --texts in order, or DIR/metadata.csv names them.
    """
    home = opened_home(ctx)
    if audio is None:
        chosen = _sentences(home, texts, given["count"])
        if given["only_print"]:
            click.echo("\n".join(chosen))
            return 0
    listen, name = (None, "") if given["no_check_text"] else listener(ctx, given["model"])
    with Library(home, may_borrow=False) as library:
        from engine.enrolment.enrolment import Enrolment

        enrolment = Enrolment(library, listen, name, given["device"] or "", gold=given["gold"])
        if audio is not None:
            return _import(enrolment, audio, texts, as_json=given["as_json"])
        return _read_aloud(enrolment, chosen, given["device"], as_json=given["as_json"])


def _sentences(home: Home, texts: Path | None, count: int) -> list[str]:
    """What to read: not what was read before, the most useful first."""
    from engine.enrolment.choice import order_texts, sentences_to_read
    from engine.enrolment.texts import bundled_texts, read_texts

    found = read_texts(texts) if texts else bundled_texts()
    if not exists(home):
        return order_texts(found, most=count)
    with Library(home, writable=False) as library:
        return sentences_to_read(library, found, own=not texts, most=count)


def _import(enrolment: Enrolment, folder: Path, texts: Path | None, *, as_json: bool) -> int:
    from engine.enrolment.pairing import pair
    from engine.enrolment.texts import read_texts
    from engine.library.importing import read_sound

    pairs = pair(folder, read_texts(texts) if texts else None)
    everything = [text for _, text in pairs]
    kept = 0
    for file, text in pairs:
        try:
            samples = read_sound(file)
        except AudioFileError as error:
            _report(file.name, text, None, {"problem": error.what, "remedy": error.remedy}, as_json=as_json)
            continue
        found, identifier = enrolment.take(samples, text, everything)
        kept += identifier is not None
        _report(file.name, text, identifier, asdict(found), as_json=as_json)
    if not as_json:
        click.echo(f"{kept} of {len(pairs)} recordings count.")
    return 0 if kept == len(pairs) else 1


def _read_aloud(enrolment: Enrolment, sentences: list[str], device: str | None, *, as_json: bool) -> int:
    from engine.enrolment.capture import record

    click.echo("Read each sentence as you would dictate it. Enter starts and ends a recording.", err=True)
    kept = 0
    for number, text in enumerate(sentences, start=1):
        while True:
            click.echo(f"\n{number} of {len(sentences)}:  {text}", err=True)
            answer = _ask("Enter to record, s to skip, q to quit")
            if answer != AGAIN:
                break
            samples = record(device, lambda: _ask("Recording; Enter when you have read it"))
            found, identifier = enrolment.take(samples, text)
            _report(f"sentence {number}", text, identifier, asdict(found), as_json=as_json)
            if identifier is not None:
                kept += 1
                break
        if answer == QUIT:
            break
    click.echo(f"{kept} recordings count.", err=True)
    return 0


def _ask(what: str) -> str:
    answer: str = click.prompt(what, default="", show_default=False, err=True)
    return answer.strip().lower()[:1]


def _report(name: str, text: str, identifier: str | None, found: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"file": name, "text": text, "id": identifier, **found}, ensure_ascii=False))
    elif identifier is not None:
        click.echo(f"{name}: good ({found['seconds']:.1f} s, {found['speech_dbfs']:.0f} dB).")
    else:
        click.echo(f"{name}: does not count: {found['problem']}. {found['remedy']}")
