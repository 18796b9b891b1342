"""What a new user does once: microphone, model, key, and a first dictation."""
