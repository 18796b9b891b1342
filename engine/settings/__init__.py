"""What the user can choose: each setting is declared once, in `declarations`, and kept by a `Settings` store."""

from engine.settings.setting import Setting
from engine.settings.store import Settings

__all__ = ["Setting", "Settings"]
