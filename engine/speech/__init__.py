"""From sound to words: the recogniser and the live recognition policy."""
