"""Putting right what was misheard: the window for the last utterance, and the page of the review queue."""
