"""Reading sentences aloud, so that a model can learn the voice."""
