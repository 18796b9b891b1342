"""The Wayland clipboard through wl-clipboard.

wl-copy can hold one content: all usual names of plain text, or one format of another kind. So only a clipboard that is
one of these can be given back, and pasting is refused while it is anything else. `wl-copy --paste-once` ends when the
text has been read, which is the receipt.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop.insertion.desk import CannotInsertError

READ_SECONDS = 8.0  # in which a program that is not stuck has pasted
LISTEN_SECONDS = 0.3  # in which a clipboard manager reads what is new
UNSEEN_SECONDS = 2.0  # for which the text stays where there can be no receipt
_SECONDS = 5.0
_TEXT = {"text/plain", "text/plain;charset=utf-8", "utf8_string", "string", "text"}


@dataclass(frozen=True)
class _Saved:
    """`kind` is empty when there was nothing."""

    kind: str
    data: bytes


class WlClipboard:
    """Runs wl-copy and wl-paste."""

    def __init__(self) -> None:
        self._sensitive = ["--sensitive"] if "--sensitive" in _output("wl-copy", "--help") else []
        self._returning: threading.Thread | None = None
        self._saved = _Saved("", b"")

    @staticmethod
    def works() -> bool:
        """Whether both programs are there."""
        return shutil.which("wl-copy") is not None and shutil.which("wl-paste") is not None

    def put(self, text: str) -> None:
        """Put `text` into the clipboard.

        Raises:
            CannotInsertError: the compositor has no clipboard for it.
        """
        self._wait_for_return()
        self._copy(_Saved("text/plain", text.encode("utf-8")))

    def paste(self, text: str, press: Callable[[], None]) -> bool | None:
        """Hold `text` while `press` makes the program paste it; what was there before is given back afterwards.

        True if it was read. False if not: it stays then. None if nobody can know, because a clipboard manager reads.

        Raises:
            CannotInsertError: what is in the clipboard could not be given back, or there is no clipboard.
        """
        self._wait_for_return()
        self._saved = self._save()
        holder = self._hold(text, once=True)
        try:
            holder.wait(LISTEN_SECONDS)
        except subprocess.TimeoutExpired:
            return self._paste_once(holder, press)
        if holder.returncode != 0:
            raise CannotInsertError("the compositor has no clipboard")
        self._paste_unseen(text, press)
        return None

    def selected(self) -> str | None:
        """The primary selection."""
        data = _run_paste("--primary", "--no-newline", "--type", "text/plain;charset=utf-8")
        return None if data is None else data.decode("utf-8", "replace")

    def forget_selected(self) -> None:
        """Empty the primary selection."""
        subprocess.run(["wl-copy", "--primary", "--clear"], capture_output=True, timeout=_SECONDS)

    def settle(self) -> None:
        """Wait until the clipboard is given back."""
        self._wait_for_return()

    def _paste_once(self, holder: subprocess.Popen[bytes], press: Callable[[], None]) -> bool:
        try:
            press()
            holder.wait(READ_SECONDS)
        except subprocess.TimeoutExpired:
            return False
        except CannotInsertError:
            holder.kill()
            holder.wait()
            self._copy(self._saved)
            raise
        self._copy(self._saved)
        return True

    def _paste_unseen(self, text: str, press: Callable[[], None]) -> None:
        holder = self._hold(text, once=False)
        time.sleep(LISTEN_SECONDS)
        try:
            press()
        finally:
            self._returning = threading.Thread(target=self._return_later, args=(holder,), daemon=True)
            self._returning.start()

    def _return_later(self, holder: subprocess.Popen[bytes]) -> None:
        try:
            holder.wait(UNSEEN_SECONDS)  # the user has copied something else
        except subprocess.TimeoutExpired:
            holder.kill()
            holder.wait()
            self._copy(self._saved)

    def _wait_for_return(self) -> None:
        if self._returning is not None:
            self._returning.join()
            self._returning = None

    def _hold(self, text: str, once: bool) -> subprocess.Popen[bytes]:
        command = ["wl-copy", "--foreground", "--type", "text/plain", *self._sensitive]
        holder = subprocess.Popen(
            command + (["--paste-once"] if once else []),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if holder.stdin is not None:
            holder.stdin.write(text.encode("utf-8"))
            holder.stdin.close()
        return holder

    def _save(self) -> _Saved:
        kinds = (_run_paste("--list-types") or b"").decode("utf-8", "replace").split("\n")
        kinds = [kind for kind in kinds if kind]
        others = [kind for kind in kinds if kind.lower() not in _TEXT]
        if not kinds:
            return _Saved("", b"")
        if others and len(kinds) > 1:
            raise CannotInsertError("what is in the clipboard could not be given back")
        data = _run_paste("--no-newline", "--type", kinds[0])
        if data is None:
            raise CannotInsertError("what is in the clipboard could not be saved")
        return _Saved(kinds[0] if others else "text/plain", data)

    def _copy(self, content: _Saved) -> None:
        command = ["wl-copy", "--type", content.kind] if content.kind else ["wl-copy", "--clear"]
        try:
            # It goes on in the background, with its output closed, or we would wait for it.
            done = subprocess.run(
                command, input=content.data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=_SECONDS
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CannotInsertError("the compositor has no clipboard") from error
        if done.returncode != 0:
            raise CannotInsertError("the compositor has no clipboard")


def _run_paste(*arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["wl-paste", *arguments], capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
