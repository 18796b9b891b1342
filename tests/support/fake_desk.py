"""A desk with one text in one window, for the rules of insertion; what platforms do is tested with real programs."""

from __future__ import annotations

from collections.abc import Callable

from desktop.insertion.desk import CannotInsertError, Handover, Method
from desktop.insertion.window import Window

WINDOW = Window("1", "Editor", pid=1)


class FakeDesk:
    """`text` is what stands in the window, the cursor is at its end, `selection` characters before it are selected."""

    methods = (Method.PASTE, Method.TYPE, Method.CLIPBOARD)

    def __init__(self) -> None:
        self.window: Window | None = WINDOW
        self.text = ""
        self.clipboard = ""
        self.selection = 0
        self.handover = Handover.TAKEN
        self.broken: set[Method] = set()
        self.after_piece: Callable[[], None] = lambda: None
        self.modifiers_held = False
        self.shows_selection = True
        self.undone = 0

    def focused(self) -> Window | None:
        return self.window

    def wait_for_modifiers(self, give_up: Callable[[], bool]) -> bool:
        while self.modifiers_held:
            if give_up():
                return False
        return True

    def paste(self, text: str, window: Window | None) -> Handover:
        self._need(Method.PASTE)
        if self.handover is Handover.IGNORED:
            self.clipboard = text
        else:
            self._put(text)
        return self.handover

    def type(self, text: str, window: Window | None, before_piece: Callable[[int], None]) -> None:
        self._need(Method.TYPE)
        for start in range(0, len(text), 4):
            before_piece(start)
            self._put(text[start : start + 4])
            self.after_piece()

    def copy(self, text: str) -> None:
        self._need(Method.CLIPBOARD)
        self.clipboard = text

    def undo(self) -> None:
        self.undone += 1

    def erase(self, times: int = 1) -> None:
        self._put("")

    def select_back(self, times: int) -> None:
        self.selection = max(0, min(len(self.text), self.selection + times))

    def unselect(self) -> None:
        self.selection = 0

    def forget_selected(self) -> None:
        pass

    def selected(self) -> str | None:
        if not self.shows_selection:
            return None
        return self.text[len(self.text) - self.selection :]

    def close(self) -> None:
        pass

    def _put(self, text: str) -> None:
        self.text = self.text[: len(self.text) - self.selection] + text
        self.selection = 0

    def _need(self, method: Method) -> None:
        if method in self.broken:
            raise CannotInsertError(f"no {method.value}")
