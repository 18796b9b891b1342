"""Training jobs: is there enough to learn from, the job folder, the trainer child, and how it ended."""
