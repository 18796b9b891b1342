"""Training, evaluation and conversion of models, run as a child process."""
