"""Loading the model to dictate with, going back to the one before where it does not load, and taking up a new one."""

from __future__ import annotations

from engine.errors import AttuneError
from engine.models.registry import Registry
from engine.speech.options import RecogniserOptions
from engine.speech.wire import LoadedModel, ModelChoice
from engine.speech.worker_client import RecogniserClient


def load_active(client: RecogniserClient, registry: Registry, options: RecogniserOptions) -> LoadedModel:
    """Load the active model. Where it fails for the second time in a row, the one before becomes active again.

    Raises:
        AttuneError: no model could be loaded.
    """
    active = registry.active()
    while True:
        client.use(ModelChoice(active.folder, options))
        try:
            loaded = client.preload().result()
        except AttuneError:
            instead = registry.note_start_failed(active.id)
            if instead is None:
                raise
            active = instead
        else:
            registry.note_start_succeeded(active.id)
            return loaded


class ActiveModel:
    """Follows the registry while a dictation runs: what another program activates reads the next utterance."""

    def __init__(self, client: RecogniserClient, registry: Registry, options: RecogniserOptions) -> None:
        self._client = client
        self._registry = registry
        self._options = options
        self._model = registry.active().id

    def follow(self) -> str | None:
        """To be called between utterances. The id of the model that is used from now on, None if it is the same.

        The utterance in hand is finished by the model it was begun with; the new one loads meanwhile.
        """
        try:
            active = self._registry.active()
        except AttuneError:  # removed or damaged just now: the one that is loaded goes on
            return None
        if active.id == self._model:
            return None
        self._model = active.id
        self._client.use(ModelChoice(active.folder, self._options))
        self._client.preload()
        return active.id
