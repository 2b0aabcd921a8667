"""Which area an act steers, by the words in it and around it."""
