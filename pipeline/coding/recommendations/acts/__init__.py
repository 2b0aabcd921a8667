"""What is advised: how far an act's words go, coordination split, each act as a phrase."""
