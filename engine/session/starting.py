"""Loading the model to dictate with, and going back to the one before where it does not load."""

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
