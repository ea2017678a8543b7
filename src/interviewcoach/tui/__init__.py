"""The screens. Everything typed by a person reaches them through `text`, every key through `commands`."""
