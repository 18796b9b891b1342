"""The settings, as they are declared in `engine.settings.declarations`."""
