"""Questions to the parse of one sentence, about the clause that a word stands in."""
