"""What was said: found, heard, copied, corrected, recognised anew, deleted."""
