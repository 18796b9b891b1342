"""Text that the starter recogniser is trained and tested on: grammars, prose, development users."""
