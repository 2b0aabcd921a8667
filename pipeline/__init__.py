"""From prose documents to a published dataset; see README.md for the map of the packages."""
