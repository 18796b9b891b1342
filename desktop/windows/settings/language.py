"""Choosing the language that is spoken, by its own name."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop.windows.settings.fields import Choice

# The codes of Whisper's languages. faster-whisper has them too, and a hundred megabytes of recogniser with them.
CODES = (
    "af", "am", "ar", "as", "az", "ba", "be", "bg", "bn", "bo", "br", "bs", "ca", "cs", "cy", "da", "de", "el",
    "en", "es", "et", "eu", "fa", "fi", "fo", "fr", "gl", "gu", "ha", "haw", "he", "hi", "hr", "ht", "hu", "hy",
    "id", "is", "it", "ja", "jw", "ka", "kk", "km", "kn", "ko", "la", "lb", "ln", "lo", "lt", "lv", "mg", "mi",
    "mk", "ml", "mn", "mr", "ms", "mt", "my", "ne", "nl", "nn", "no", "oc", "pa", "pl", "ps", "pt", "ro", "ru",
    "sa", "sd", "si", "sk", "sl", "sn", "so", "sq", "sr", "su", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl",
    "tr", "tt", "uk", "ur", "uz", "vi", "yi", "yo", "zh", "yue",
)  # fmt: skip
# Where Qt's name is that of a region's variety, has a capital that is not used, or where Qt has none.
NAMES = {"en": "English", "es": "Español", "jw": "Basa Jawa", "ka": "ქართული", "zh": "中文"}


class LanguageChoice(Choice):
    """All languages of Whisper, behind an entry for none in particular. `nothing` is what that one says."""

    def __init__(self, chosen: str, nothing: str) -> None:
        super().__init__()
        self.addItem(nothing, "")
        codes = dict.fromkeys([*CODES, chosen] if chosen else CODES)
        for name, code in sorted((language_name(code), code) for code in codes):
            self.addItem(f"{name} ({code})", code)
        self.setCurrentIndex(self.findData(chosen))


def language_name(code: str) -> str:
    """A language's name in that language; the code where Qt does not know it."""
    if code in NAMES:
        return NAMES[code]
    locale = QLocale(code)
    name = locale.nativeLanguageName() if locale.language() != QLocale.Language.C else ""
    return name[:1].upper() + name[1:] if name else code
