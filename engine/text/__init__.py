"""From words to written text: formatting, spoken commands, vocabulary."""
