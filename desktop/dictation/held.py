"""Text that could not be inserted: it is held, and the user is offered a copy."""

from __future__ import annotations

from engine.session.target import Document


class HeldText(Document):
    """A target where text waits until the user copies it: for programs that nothing can be inserted into."""

    @property
    def held(self) -> str:
        """What waits to be copied."""
        return self.text
