"""The whole loop on bundled recordings: dictate, correct, personalize, compare. No microphone, screen or network."""
