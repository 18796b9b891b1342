"""From a user's corrections to a proven better model: the stages stand in `pipeline`, top to bottom."""
