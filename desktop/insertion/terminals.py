"""Which programs are terminals: there text is pasted by other keys, and a newline carries out the line."""

from __future__ import annotations

#: Paste the primary selection by Shift+Insert.
PRIMARY_TERMINALS = frozenset({"xterm", "uxterm", "koi8rxterm", "urxvt", "rxvt", "mlterm", "eterm", "aterm"})
#: All, by the class of WM_CLASS or the app_id, in lower case. The others paste the clipboard by Ctrl+Shift+V.
TERMINALS = PRIMARY_TERMINALS | {
    "gnome-terminal", "gnome-terminal-server", "org.gnome.terminal", "org.gnome.ptyxis", "org.gnome.console", "kgx",
    "konsole", "org.kde.konsole", "yakuake", "org.kde.yakuake", "xfce4-terminal", "mate-terminal", "lxterminal",
    "qterminal", "deepin-terminal", "terminator", "tilix", "guake", "tilda", "sakura", "alacritty", "kitty", "foot",
    "footclient", "org.wezfurlong.wezterm", "st", "st-256color", "cool-retro-term", "terminology",
    "com.mitchellh.ghostty", "rio", "contour",
}  # fmt: skip
