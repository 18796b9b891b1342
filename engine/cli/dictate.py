"""``attune dictate``: live dictation in the terminal."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import click

from engine.cli.main import opened_home
from engine.errors import AttuneError
from engine.paths import Home

if TYPE_CHECKING:
    from engine.audio.sources import Source
    from engine.cli.dictate_output import Output
    from engine.library.library import Library
    from engine.session.events import Notice, TextEvent
    from engine.session.options import SessionOptions
    from engine.session.session import Session
    from engine.speech.wire import LoadedModel
    from engine.speech.worker_client import RecogniserClient

STDIN = "-"
LOOK_SECONDS = 0.1  # between looks whether a played recording is over
STOP, PAUSE = "stop", "pause"


@click.command()
@click.option("--from", "recording", metavar="FILE", help="Play this recording as the microphone; - reads PCM.")
@click.option("--speed", type=click.FloatRange(min=0), default=1.0, show_default=True, help="Of --from; 0: at once.")
@click.option("--json", "as_json", is_flag=True, help="Print each event as a line of JSON.")
@click.option("--model", help="Id of an installed model, or a model's folder (default: the active model).")
@click.option("--device", metavar="NAME", help="The microphone (default: the system's).")
@click.option("--no-save", is_flag=True, help="Keep neither the sound nor the text.")
@click.option("--language", help="Code of the language spoken, such as en (default: the first one heard).")
# tests/bench/fast_layer.py: the starter model misreads most of what follows a list of terms.
@click.option("--prompt-terms", is_flag=True, help="Tell the model to expect your terms (not for the starter).")
@click.option(
    "--endpoint-ms",
    type=click.IntRange(100, 10_000),
    default=600,
    show_default=True,
    help="Silence that ends an utterance.",
)
@click.pass_context
def dictate(ctx: click.Context, /, recording: str | None, speed: float, as_json: bool, **given: Any) -> int:
    """Write what is said, while it is said. Stop with Esc, q or Ctrl-C; pause with the space bar.

    With --from - raw PCM is read from standard input: signed 16 bits, little-endian, mono, 16 kHz.
    """
    from engine.cli.dictate_output import choose_output
    from engine.session.assembly import figures_logged

    home = opened_home(ctx)
    with ExitStack() as stack:
        blocks = stack.enter_context(_opened(recording)) if recording is not None else None
        stack.enter_context(figures_logged(home))
        commands: SimpleQueue[str | AttuneError] = SimpleQueue()
        output = stack.enter_context(choose_output(commands.put, as_json=as_json, keys=recording != STDIN))
        client, loaded = _load(ctx, home, given, stack)
        if loaded.warning:
            output.say(loaded.warning)
        library = None if given["no_save"] else _open_library(home, stack)
        options = _session_options(home, given, output)
        if library is not None:
            library.tidy()
            options = _with_learnt(options, library, prompt=given["prompt_terms"])
            _recover(library, client, options, output)
        teller = _Teller(output, commands.put)
        show = output.show if given["model"] else _following(client, home, output, given["language"])
        session = _make_session(client, library, given["device"], options, show, teller)
        source = _make_source(blocks, speed, given["device"], session)
        _run(source, session, commands, output)
    if teller.error is not None:
        raise teller.error
    return 1 if teller.unsaved else 0


class _Teller:
    """Passes notices on to the user, and remembers how it went."""

    def __init__(self, output: Output, command: Callable[[str], None]) -> None:
        self.error: AttuneError | None = None
        self.unsaved = False
        self._output = output
        self._command = command

    def __call__(self, notice: Notice) -> None:
        from engine.errors import StorageError
        from engine.session.events import Trouble

        if isinstance(notice, Trouble):
            self.unsaved |= isinstance(notice.error, StorageError)
            if notice.fatal:
                self.error = self.error or notice.error
                self._command(STOP)
                return
        self._output.notice(notice)


@contextmanager
def _opened(recording: str) -> Iterator[Iterator[Any]]:
    """The audio of a file or of standard input, opened before anything else is begun."""
    from engine.audio.decode import Recording
    from engine.audio.sources import pcm_blocks

    if recording == STDIN:
        if sys.stdin.isatty():
            raise click.UsageError("--from - reads sound, not a keyboard: pipe 16 kHz PCM into it.")
        # Unbuffered: a thread that waits in a buffered read would hold the program up when it ends.
        with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as stream:
            yield pcm_blocks(stream)
        return
    with Recording(Path(recording)) as opened:
        yield opened.blocks(seconds=1.0)


def _load(
    ctx: click.Context, home: Home, given: dict[str, Any], stack: ExitStack
) -> tuple[RecogniserClient, LoadedModel]:
    from engine.cli.transcribe import model_folder
    from engine.models.registry import Registry
    from engine.session.starting import load_active
    from engine.speech.options import RecogniserOptions
    from engine.speech.wire import ModelChoice
    from engine.speech.worker_client import ClientOptions, RecogniserClient

    options = RecogniserOptions(language=given["language"])
    choice = ModelChoice(model_folder(ctx, given["model"]), options)
    client = stack.enter_context(RecogniserClient(choice, ClientOptions(log=home.logs / "recogniser.log")))
    if given["model"]:
        return client, client.preload().result()
    return client, load_active(client, Registry(home), options)


def _following(
    client: RecogniserClient, home: Home, output: Output, language: str | None
) -> Callable[[TextEvent], None]:
    """Shows what is said; after each utterance a model that was activated meanwhile takes over."""
    from engine.models.registry import Registry
    from engine.session.starting import ActiveModel
    from engine.speech.options import RecogniserOptions

    active = ActiveModel(client, Registry(home), RecogniserOptions(language=language))

    def show(event: TextEvent) -> None:
        output.show(event)
        if event.event == "final" and (model := active.follow()):
            output.say(f"From now on {model} listens.")

    return show


def _open_library(home: Home, stack: ExitStack) -> Library:
    from engine.library.library import Library

    return stack.enter_context(Library(home, may_borrow=False))


def _session_options(home: Home, given: dict[str, Any], output: Output) -> SessionOptions:
    from engine.session.assembly import formatting_from, policy_with
    from engine.session.options import SessionOptions
    from engine.settings.declarations import SETTINGS
    from engine.settings.store import Settings

    settings = Settings(home.settings, SETTINGS)
    for problem in settings.problems:
        output.say(problem)
    rules, snippets = formatting_from(settings)
    policy = policy_with(given["endpoint_ms"])
    return SessionOptions(policy=policy, language=given["language"], rules=rules, snippets=snippets)


def _with_learnt(options: SessionOptions, library: Library, *, prompt: bool) -> SessionOptions:
    from engine.learning.fast_layer import FastLayer
    from engine.session.assembly import with_learnt

    return with_learnt(options, FastLayer.load(library), prompt=prompt)


def _recover(library: Library, client: RecogniserClient, options: SessionOptions, output: Output) -> None:
    """Bring interrupted dictations into the library before a new one begins."""
    from engine.audio.vad import StreamingVad
    from engine.session.recovery import Recovery

    recovery = Recovery(library, client, StreamingVad, options, output.notice)
    for interrupted in recovery.find():
        output.say(f"Recovering {interrupted.seconds:.0f} s of a dictation that was interrupted.")
        recovered = recovery.recover(interrupted)
        if recovered.utterances:
            output.say(f"It is in the library: attune library show {recovered.utterances[0]}")


def _make_session(
    client: RecogniserClient,
    library: Library | None,
    device: str | None,
    options: SessionOptions,
    show: Callable[[TextEvent], None],
    tell: Callable[[Notice], None],
) -> Session:
    from engine.audio.vad import StreamingVad
    from engine.session.assembly import keeping_in
    from engine.session.session import Session
    from engine.session.target import Document

    keeping = keeping_in(library, device) if library is not None else None
    return Session(client, StreamingVad(), Document(), show, tell, keeping, options)


def _make_source(blocks: Iterator[Any] | None, speed: float, device: str | None, session: Session) -> Source:
    if blocks is not None:
        from engine.audio.sources import Playback

        return Playback(blocks, session, session.hear, session, speed)
    from engine.audio.microphone import Microphone

    return Microphone(device, session, session.hear)


def _run(source: Source, session: Session, commands: SimpleQueue[str | AttuneError], output: Output) -> None:
    """Dictate until the user, the recording or an error ends it; whatever was said is finished first."""
    finished = getattr(source, "finished", None)
    with _stopping_on_signals(commands.put), session:
        playing = False
        try:
            source.start()
            playing = True
            while True:
                command = _next_command(commands, finished is not None)
                if command == STOP or (command is None and finished is not None and finished.is_set()):
                    break
                if command == PAUSE:
                    playing = _switch(source, session, output, playing=playing)
        finally:
            try:
                if playing:
                    source.stop()
            finally:
                source.close()


def _next_command(commands: SimpleQueue[str | AttuneError], look: bool) -> str | AttuneError | None:
    try:
        return commands.get(timeout=LOOK_SECONDS if look else None)
    except Empty:
        return None


def _switch(source: Source, session: Session, output: Output, *, playing: bool) -> bool:
    """Pause, or go on; returns whether sound is taken now."""
    if playing:
        source.stop()
        session.release()
    else:
        source.start()
    output.paused(playing)
    return not playing


@contextmanager
def _stopping_on_signals(command: Callable[[str], None]) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM finishes the dictation, a second one ends the program."""

    def stop(number: int, frame: object) -> None:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        command(STOP)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
