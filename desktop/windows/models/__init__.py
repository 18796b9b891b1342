"""The recognition models: those that are here, and those that could be."""
