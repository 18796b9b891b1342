"""Choosing the microphone from those that are connected."""

from __future__ import annotations

from desktop.context import Context
from desktop.engine_text import in_language
from desktop.tasks import Control
from desktop.windows.settings.fields import Choice
from engine.audio.devices import InputDevice, list_devices
from engine.errors import AttuneError
from engine.settings.declarations import MICROPHONE


class MicrophoneChoice(Choice):
    """Lists the microphones each time it is shown or opened; one that is chosen and not connected stays listed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setMinimumWidth(220)
        self.setAccessibleName(self.tr("Microphone"))
        self._fill([])
        self.refresh()

    def refresh(self) -> None:
        """Look which microphones there are."""

        def look(control: Control) -> list[InputDevice]:
            return [device for device in list_devices() if not device.is_monitor]

        self._context.tasks.run(self, look, self._fill, failed=self._say_none)

    def showPopup(self) -> None:  # noqa: N802 # Qt's name
        """Look again: one may have been plugged in."""
        super().showPopup()
        self.refresh()

    def _say_none(self, error: AttuneError) -> None:
        self.setToolTip(in_language(str(error)))

    def _fill(self, devices: list[InputDevice]) -> None:
        chosen = self._context.settings.get(MICROPHONE)
        default = next((device.label for device in devices if device.is_default), "")
        entries = [("", self.tr("As the system: {name}").format(name=default) if default else self.tr("As the system"))]
        entries += [(device.name, device.label) for device in devices]
        if chosen and chosen not in [name for name, _ in entries]:
            entries.append((chosen, self.tr("{name} (not connected)").format(name=chosen)))
        if entries == [(self.itemData(i), self.itemText(i)) for i in range(self.count())]:
            return
        self.blockSignals(True)
        self.clear()
        for name, label in entries:
            self.addItem(label, name)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
