"""espeak-ng as a library: many sentences from one process, and when each word was said.

The command line tool starts anew for every sentence and tells no times. The library keeps its state in globals, so
one process speaks one sentence at a time (`speak` takes a lock).
Reference: espeak-ng's speak_lib.h, API revision 12.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import threading
from dataclasses import dataclass

import numpy as np

from engine.errors import AttuneError

SYNCHRONOUS = 2
CHARACTERS = 1
UTF8 = 1
RATE, PITCH = 1, 3
END_OF_EVENTS, WORD = 0, 1


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),  # of the word's first character, counted from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),  # ms
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True)
class EspeakSpeech:
    """int16 samples (n,) at `rate`, and for each word where it stands in the text and in the audio.

    `words` are pairs: index of its first character, and of its first sample. A number of several spoken words has
    several entries for one place in the text.
    """

    samples: np.ndarray
    rate: int
    words: tuple[tuple[int, int], ...]


class EspeakLibrary:
    """The loaded library.

    Raises:
        AttuneError: it is not installed, or cannot be started.
    """

    def __init__(self) -> None:
        name = ctypes.util.find_library("espeak-ng")
        if name is None:
            raise AttuneError("The library of espeak-ng is not installed.", "Install the package espeak-ng.")
        self._library = ctypes.CDLL(name)
        self._lock = threading.Lock()
        self._blocks: list[np.ndarray] = []
        self._words: list[tuple[int, int]] = []
        self.rate = self._library.espeak_Initialize(SYNCHRONOUS, 0, None, 0)
        if self.rate <= 0:
            raise AttuneError("espeak-ng cannot be started.", "Install the package espeak-ng-data.")
        # ctypes frees a callback that nobody holds, while the library would go on calling it.
        self._callback = _Callback(self._take)
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str, voice: str, speed: int, pitch: int) -> EspeakSpeech:
        """Speak `text` with a voice such as "en-us+f1", at `speed` words a minute and `pitch` of 0-99.

        Raises:
            AttuneError: there is no such voice.
        """
        data = text.encode()
        with self._lock:
            self._blocks, self._words = [], []
            self._choose(voice)
            self._library.espeak_SetParameter(RATE, speed, 0)
            self._library.espeak_SetParameter(PITCH, pitch, 0)
            status = self._library.espeak_Synth(data, len(data) + 1, 0, CHARACTERS, 0, UTF8, None, None)
            if status != 0:
                raise AttuneError(f"espeak-ng could not speak with the voice {voice}.")
            samples = np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.int16)
            return EspeakSpeech(samples, self.rate, tuple(self._words))

    def _choose(self, voice: str) -> None:
        # A voice goes by its own name ("en-us"), or by the language it speaks ("en-gb" is the voice "en").
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            wanted = _Voice(languages=voice.encode())
            if self._library.espeak_SetVoiceByProperties(ctypes.byref(wanted)) != 0:
                raise AttuneError(f"espeak-ng has no voice {voice}.")

    def _take(self, samples: object, count: int, events: object) -> int:
        if samples and count > 0:
            self._blocks.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events and events[index].type != END_OF_EVENTS:  # type: ignore[index]
            event = events[index]  # type: ignore[index]
            if event.type == WORD:
                self._words.append((event.text_position - 1, event.sample))
            index += 1
        return 0


_starting = threading.Lock()
_library: list[EspeakLibrary] = []


def espeak_library() -> EspeakLibrary:
    """The library of this process, loaded at first use: it cannot be started twice, whichever thread comes first."""
    with _starting:
        if not _library:
            _library.append(EspeakLibrary())
        return _library[0]
