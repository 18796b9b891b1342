"""The main window: a side bar, the pages, and a place for messages."""
