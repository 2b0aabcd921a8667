"""Who is advised: named in the clause, carried from what stands before, or in the heading."""
