"""From recordings with texts to batches, in named steps that can be run and looked at one by one."""
