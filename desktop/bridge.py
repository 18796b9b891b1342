"""The engine's long-lived parts, and what they tell as signals on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.dictation.held import HeldText
from desktop.downloads import Downloads
from desktop.night import Night
from desktop.playback import Playback
from desktop.tasks import Control, Tasks
from desktop.training import Training
from engine.audio.events import AudioSink, CaptureEvent, Level
from engine.audio.sources import Source
from engine.audio.spool import Interrupted, find_interrupted
from engine.errors import AttuneError
from engine.jobs.session import Personalization
from engine.learning.fast_layer import FastLayer
from engine.library.library import Library
from engine.library.retention import Retention, load_retention, save_retention
from engine.models.pointer import STARTER_ID
from engine.models.registry import InstalledModel, Registry
from engine.paths import Home
from engine.session.assembly import figures_logged, formatting_from, keeping_in, policy_with, with_learnt
from engine.session.events import Notice, TextEvent
from engine.session.live import Ended, Happening, Live, State, StateChanged
from engine.session.options import SessionOptions
from engine.session.target import Target
from engine.settings import Setting, Settings
from engine.settings.declarations import (
    ENDPOINT_MS,
    IDLE_MINUTES,
    KEEP_WARM,
    LANGUAGE,
    LEARN,
    MICROPHONE,
    PROFILES,
    PROMPT_TERMS,
)
from engine.settings.profiles import Profile, profile_for
from engine.speech.wire import LoadedModel, ModelChoice
from engine.speech.worker_client import ClientOptions, RecogniserClient
from engine.text.rules import FormattingRules

if TYPE_CHECKING:  # what a dictation needs is loaded with the first one, not with the window
    from engine.session.recovery import Recovery
    from engine.session.session import Session


class Bridge(QObject):
    """Owns the recogniser and the live dictation; `library` is opened and closed by the application.

    All signals are emitted on the window's thread. `make_target` gives the place the next dictation goes to, and is
    called on the dictation's thread; `wrap_target` may put something before it, given the language that is dictated.
    """

    state_changed = Signal(str)  # idle, arming, recording, finalising
    text_changed = Signal(object)  # TextEvent
    level_changed = Signal(float)  # peak, dB relative to full scale
    noticed = Signal(object)  # Notice: what the source or the session reports, but for levels
    ended = Signal(object)  # Ended
    library_changed = Signal()  # something was kept, changed or deleted
    model_changed = Signal()  # another model is active, or is loaded
    training_changed = Signal(bool)
    restart_wanted = Signal(object)  # work that needs the library closed; returns what the user is told of it

    def __init__(
        self, home: Home, library: Library, settings: Settings, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.home = home
        self.library = library
        self.registry = Registry(home)
        self.make_target: Callable[[], Target] = HeldText
        self.make_source: Callable[[AudioSink, Callable[[CaptureEvent], None]], Source] = self._open_microphone
        self.wrap_target: Callable[[Target, str], Target] = lambda target, language: target
        self.playback = Playback(self)
        self.loaded: LoadedModel | None = None
        self._settings = settings
        self._tasks = tasks
        self.playback.failed.connect(tasks.failed)
        self.trainer = Training(Personalization(home, self.registry, library), tasks, self)
        self.night = Night(self.trainer, settings, tasks, self)
        self.downloads = Downloads(home, self.registry, tasks, self)
        self._training = False
        self._layer: FastLayer | None = None
        self._learning = threading.Lock()
        self._open = ExitStack()
        self._open.enter_context(figures_logged(home))
        options = ClientOptions(log=home.logs / "recogniser.log", idle_seconds=60.0 * settings.get(IDLE_MINUTES))
        self.recogniser = self._open.enter_context(RecogniserClient(self._choice(), options))
        self._live = Live(lambda sink, hear: self.make_source(sink, hear), self._open_session, self._hear)
        self._open.callback(self._live.close)
        settings.on_change(self._follow)
        self.library_changed.connect(self._note_change)
        self._only_kept = False
        self.state_changed.connect(self.trainer.note_dictation)
        self.state_changed.connect(self.night.note_dictation)
        self.trainer.changed.connect(self._follow_training)
        self.trainer.activated.connect(self.use_active_model)
        self.trainer.failed.connect(tasks.failed)

    # What the user asks for

    @property
    def state(self) -> State:
        """What the dictation does."""
        return self._live.state

    def start(self) -> None:
        """Begin a dictation."""
        self._live.start()

    def stop(self) -> None:
        """End it and insert what was said."""
        self._live.stop()

    def toggle(self) -> None:
        """Begin or end."""
        self._live.toggle()

    def cancel(self) -> None:
        """End it and throw away what was not inserted yet."""
        self._live.cancel()

    # The model

    def active_model(self) -> InstalledModel:
        """The model that dictation uses; the starter where the choice cannot be read."""
        try:
            return self.registry.active()
        except AttuneError:
            return self.registry.get(STARTER_ID)

    def use_active_model(self) -> None:
        """Another model was activated: the next utterance is recognised by it."""
        self.recogniser.use(self._choice())
        self.loaded = None
        self.model_changed.emit()

    def preload(self) -> None:
        """Load the model now, so that the first dictation need not wait. Falls back as `load_active` does."""
        from engine.session.starting import load_active

        def work(control: Control) -> LoadedModel:
            return load_active(self.recogniser, self.registry, self._choice().options)

        self._tasks.run(self, work, self._note_loaded)

    # What is kept

    def keep_only(self, retention: Retention) -> None:
        """Keep sound and text as `retention` says, from the next dictation on.

        Raises:
            InputError: the number of days is impossible.
        """
        save_retention(self.home, retention)
        self.library.retention = retention

    def lend_library(self, answer: Callable[[Mapping[str, Any]], None]) -> Callable[[], None]:
        """Let a command in another process write to the library; see `ControlServer` for when this is over.

        Raises:
            StorageError: another command is doing so.
        """
        give_back = self.library.lend(lambda: answer({}))

        def end() -> None:
            give_back()
            self.library_changed.emit()

        return end

    # Learning

    @property
    def layer(self) -> FastLayer:
        """What corrections have taught, as far as it is loaded."""
        return self._layer or FastLayer()

    def learnt(self) -> FastLayer:
        """The same, waited for where it has not been loaded yet. Not for the window's thread."""
        with self._learning:
            if self._layer is None:
                self._layer = FastLayer.load(self.library)
            return self._layer

    def refresh_learnt(self) -> None:
        """The library has changed: dictate with what it has taught now."""
        self._tasks.run(self, lambda control: FastLayer.load(self.library), self._set_layer)

    # Interrupted dictations

    def interrupted(self) -> list[Interrupted]:
        """Dictations that the program did not live to finish. Ask before the first new one."""
        if not find_interrupted(self.home.spool):
            return []
        return self._recovery(self.layer).find()

    def recover(self, found: Sequence[Interrupted], then: Callable[[int], None]) -> None:
        """Recognise them into the library; `then` gets how many utterances they were."""

        def work(control: Control) -> int:
            recovery = self._recovery(self.learnt())
            return sum(len(recovery.recover(spool).utterances) for spool in found)

        def done(utterances: int) -> None:
            self.library_changed.emit()
            then(utterances)

        self._tasks.run(self, work, done)

    # Training

    @property
    def training(self) -> bool:
        """Whether a personal model is being trained."""
        return self._training

    def _follow_training(self) -> None:
        if self._training != self.trainer.active:
            self._training = self.trainer.active
            self.training_changed.emit(self._training)

    def close(self) -> None:
        """End the dictation that goes on, as `stop` does, and the recogniser."""
        self.playback.stop()
        self.downloads.close()
        self.trainer.close()
        self._open.close()

    # Inside

    def _recovery(self, layer: FastLayer) -> Recovery:
        from engine.audio.vad import StreamingVad
        from engine.session.recovery import RECOVERED, Recovery

        options = self._options(Profile(RECOVERED), layer)
        return Recovery(self.library, self.recogniser, StreamingVad, options, self._hear)

    def _choice(self) -> ModelChoice:
        return ModelChoice(self.active_model().folder)

    def _note_change(self) -> None:
        if not self._only_kept:  # a dictation as such teaches nothing; what is said of it does
            self.refresh_learnt()

    def _set_layer(self, layer: FastLayer) -> None:
        self._layer = layer

    def _note_loaded(self, loaded: LoadedModel) -> None:
        self.loaded = loaded
        self.model_changed.emit()

    def _open_microphone(self, sink: AudioSink, hear: Callable[[CaptureEvent], None]) -> Source:
        from engine.audio.microphone import CaptureOptions, Microphone

        options = CaptureOptions(keep_warm=self._settings.get(KEEP_WARM))
        return Microphone(self._settings.get(MICROPHONE) or None, sink, hear, options)

    def _open_session(
        self, show: Callable[[TextEvent], None], hear: Callable[[Notice], None]
    ) -> tuple[Session, Target]:
        from engine.audio.vad import StreamingVad
        from engine.session.session import Session

        target = self.make_target()
        profile = profile_for(target.app, self._settings.get(PROFILES))
        keeping = None
        if self._keeps(profile):
            keeping = keeping_in(self.library, self._settings.get(MICROPHONE) or None)
        options = self._options(profile, self.learnt())
        wrapped = self.wrap_target(target, options.language or "en")
        return Session(self.recogniser, StreamingVad(), wrapped, show, hear, keeping, options), target

    def _keeps(self, profile: Profile) -> bool:
        # Read anew each time: `attune library retention` may have been used meanwhile.
        excluded = load_retention(self.home).excluded_apps
        return self._settings.get(LEARN) and profile.keep and profile.app not in excluded

    def _options(self, profile: Profile, layer: FastLayer) -> SessionOptions:
        rules, snippets = formatting_from(self._settings) if profile.format else (FormattingRules.none(), ())
        options = SessionOptions(
            policy=policy_with(self._settings.get(ENDPOINT_MS)),
            language=profile.language or self._settings.get(LANGUAGE) or None,
            rules=rules,
            snippets=snippets,
        )
        return with_learnt(options, layer, prompt=self._settings.get(PROMPT_TERMS))

    def _hear(self, happening: Happening) -> None:
        """On the dictation's threads."""
        self._tasks.later(lambda: self._tell(happening))

    def _tell(self, happening: Happening) -> None:
        match happening:
            case StateChanged(state=state):
                self.state_changed.emit(state)
            case TextEvent(event=event, saved=saved):
                self.text_changed.emit(happening)
                if event == "final" and saved:
                    self._only_kept = True
                    self.library_changed.emit()
                    self._only_kept = False
            case Level(peak_dbfs=peak):
                self.level_changed.emit(peak)
            case Ended():
                self.ended.emit(happening)
            case _:
                self.noticed.emit(happening)

    def _follow(self, setting: Setting[object]) -> None:
        if setting in (MICROPHONE, KEEP_WARM):
            self._live.change_source()
