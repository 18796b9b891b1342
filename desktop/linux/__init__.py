"""What hotkeys and insertion share on Linux: the X server's keyboard, and conversations over D-Bus. No Qt."""
