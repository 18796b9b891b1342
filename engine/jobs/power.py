"""Whether the machine runs on mains power."""

from __future__ import annotations

import psutil


def on_mains() -> bool | None:
    """True without a battery, None where the system does not say."""
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # no such sensor on this system
        return None
    if battery is None:
        return True
    return None if battery.power_plugged is None else bool(battery.power_plugged)
