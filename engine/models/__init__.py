"""Recognition models on disk: catalogue, download, registry, card."""
