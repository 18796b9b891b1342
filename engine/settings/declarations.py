"""Every setting of Attune, but for what is kept and how long: that is `engine.library.retention`."""

from __future__ import annotations

from typing import Any

from engine.settings.profiles import parse_profiles
from engine.settings.setting import Setting, choice, hidden, number, shortcut, text, toggle
from engine.settings.snippets import parse_snippets
from engine.text.rules import describe_rules

SYSTEM = "system"

KEYS, DICTATION, SOUND, LEARNING, APPEARANCE, PROGRAM = (
    "Keys",
    "Dictation",
    "Microphone and sounds",
    "Learning",
    "Appearance",
    "Program",
)

DICTATE_KEY = shortcut(
    "keys.dictate",
    "Ctrl+Alt+Space",
    KEYS,
    "Key to dictate",
    "Works in every program. Where the desktop has the last word on keys, set it there.",
)
KEY_MODE = choice(
    "keys.mode",
    "hybrid",
    KEYS,
    "What the key does",
    "A tap begins or ends, and is shorter than half a second. Esc throws away what is being said.",
    (
        ("hybrid", "Tap, or hold while speaking"),
        ("toggle", "Press to begin and to end"),
        ("hold", "Hold while speaking"),
    ),
)
CORRECT_KEY = shortcut(
    "keys.correct", "Ctrl+Alt+C", KEYS, "Key to correct", "Opens what was said last, at its least certain word."
)
LANGUAGE = text(
    "dictation.language",
    "",
    DICTATION,
    "Language spoken",
    "The model in use must know it.",
)
ENDPOINT_MS = number(
    "dictation.endpoint_ms",
    600,
    DICTATION,
    "Pause that ends a sentence",
    "After this silence what you said is finished and inserted.",
    low=200,
    high=5_000,
    step=100,
    unit="ms",
)
OVERLAY = toggle(
    "dictation.overlay",
    True,
    DICTATION,
    "Show what is heard",
    "A small panel shows the level and the text as you speak.",
)
OVERLAY_PLACE = choice(
    "dictation.overlay_place",
    "bottom",
    DICTATION,
    "Place of the panel",
    "Where the panel appears on the screen. Drag it to put it elsewhere.",
    (("bottom", "Bottom of the screen"), ("top", "Top of the screen")),
)
MICROPHONE = text("sound.microphone", "", SOUND, "Microphone", "The one to listen to. Empty: the system's default.")
KEEP_WARM = toggle(
    "sound.keep_warm",
    False,
    SOUND,
    "Keep the microphone open",
    "Dictation starts at once, with the second before the key. The system shows the microphone as in use all the time.",
)
SOUNDS = toggle("sound.signals", False, SOUND, "Sounds", "A short sound when recording begins and ends.")
LEARN = toggle(
    "learning.enabled",
    True,
    LEARNING,
    "Learn from dictation",
    "What you say is kept on this machine and used for learning. Off: nothing of what is said is stored.",
)
PROMPT_TERMS = toggle(
    "learning.prompt_terms",
    False,
    LEARNING,
    "Tell the model your terms",
    "Real Whisper models expect terms they were told of. The starter model is disturbed by them.",
)
TRAIN_AT_NIGHT = toggle(
    "training.at_night",
    False,
    LEARNING,
    "Train at night",
    "When there is enough new speech, nobody is at the computer and it runs on mains. A version is used only if it is "
    "proven better.",
)
NIGHT_BEGINS = number("training.night_begins", 22, LEARNING, "Night begins at", "", low=0, high=23, unit="o'clock")
NIGHT_ENDS = number(
    "training.night_ends",
    6,
    LEARNING,
    "Night ends at",
    "A training that is not finished pauses, and goes on the next night.",
    low=0,
    high=23,
    unit="o'clock",
)
NIGHT_IDLE_MINUTES = number(
    "training.night_idle_minutes",
    15,
    LEARNING,
    "Only after so long without keyboard and mouse",
    "",
    low=0,
    high=240,
    unit="min",
)
NIGHT_MAINS_ONLY = toggle("training.night_mains_only", True, LEARNING, "Only on mains power", "")
OTHER_SPEECH = text(
    "training.other_speech",
    "",
    LEARNING,
    "Recordings of other people",
    "A folder of recordings with their texts (metadata.jsonl or metadata.csv). Each training is tested on them too, "
    "beside the synthetic voices that come along.",
)
THEME = choice(
    "appearance.theme",
    SYSTEM,
    APPEARANCE,
    "Colours",
    "Light, dark, or as the system has it.",
    ((SYSTEM, "As the system"), ("light", "Light"), ("dark", "Dark")),
)
TEXT_SIZE = number(
    "appearance.text_size",
    100,
    APPEARANCE,
    "Size of text",
    "In relation to the system's.",
    low=75,
    high=250,
    step=5,
    unit="%",
)
INTERFACE_LANGUAGE = choice(
    "appearance.language",
    SYSTEM,
    APPEARANCE,
    "Language of the windows",
    "Takes effect at the next start.",
    ((SYSTEM, "As the system"), ("en", "English"), ("de", "Deutsch")),
)
CLOSE_TO_TRAY = toggle(
    "program.close_to_tray",
    True,
    PROGRAM,
    "Stay ready when the window is closed",
    "Dictation goes on working; quit from the tray. Without a tray closing the window always quits.",
)
AUTOSTART = toggle("program.autostart", False, PROGRAM, "Start with the session", "Attune is ready when you log in.")
MENU_ENTRY = toggle(
    "program.menu_entry", False, PROGRAM, "Show in the menu of programs", "An entry of its own in the desktop's menu."
)
NOTIFICATIONS = toggle(
    "program.notifications", True, PROGRAM, "Notifications", "Say when something needs you while the window is closed."
)
IDLE_MINUTES = number(
    "program.idle_minutes",
    5,
    PROGRAM,
    "Free the model's memory after",
    "Minutes without dictation. The next dictation loads the model again.",
    low=1,
    high=1_440,
    unit="min",
)
# One setting for each rule of the formatter, by the rule's name.
FORMATTING: dict[str, Setting[bool]] = {
    rule.name: toggle(f"formatting.{rule.name}", rule.default, f"Formatting: {rule.group}", rule.help, "")
    for rule in describe_rules()
}


def _parse_geometry(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(v, str) and len(v) < 10_000 for v in value.values()):
        raise ValueError("what the program wrote there")
    return {str(key): place for key, place in value.items()}


def _parse_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 # parse raises ValueError only
    return value


FIRST_RUN_SEEN = hidden("program.first_run_seen", False, _parse_flag)
GEOMETRY = hidden("window.geometry", dict[str, str](), _parse_geometry)  # by window or screen, as Qt encodes it
PROFILES = hidden("profiles", tuple[dict[str, Any], ...](), parse_profiles)
SNIPPETS = hidden("snippets", tuple[dict[str, str], ...](), parse_snippets)

SETTINGS: tuple[Setting[Any], ...] = (
    DICTATE_KEY,
    KEY_MODE,
    CORRECT_KEY,
    LANGUAGE,
    ENDPOINT_MS,
    OVERLAY,
    OVERLAY_PLACE,
    MICROPHONE,
    KEEP_WARM,
    SOUNDS,
    LEARN,
    PROMPT_TERMS,
    TRAIN_AT_NIGHT,
    NIGHT_BEGINS,
    NIGHT_ENDS,
    NIGHT_IDLE_MINUTES,
    NIGHT_MAINS_ONLY,
    OTHER_SPEECH,
    THEME,
    TEXT_SIZE,
    INTERFACE_LANGUAGE,
    CLOSE_TO_TRAY,
    AUTOSTART,
    MENU_ENTRY,
    NOTIFICATIONS,
    IDLE_MINUTES,
    *FORMATTING.values(),
    FIRST_RUN_SEEN,
    GEOMETRY,
    PROFILES,
    SNIPPETS,
)
