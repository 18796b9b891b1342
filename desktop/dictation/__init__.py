"""Dictation as the user meets it: where the text goes, the overlay, the tray, the sounds."""
