"""Live dictation, library, models and command line: no Qt, no torch."""
