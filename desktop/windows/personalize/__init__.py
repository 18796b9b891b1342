"""Making a personal model: readiness, the run, its result, and the versions so far."""
