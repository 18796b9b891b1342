"""What the user said and corrected: the database, recordings, splits, export."""
