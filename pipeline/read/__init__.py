"""Files become documents: text, metadata, blocks and sentences, all with offsets. No language model here."""
