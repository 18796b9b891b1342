"""Sound in and out: capture, decoding, voice activity, the spool on disk."""
