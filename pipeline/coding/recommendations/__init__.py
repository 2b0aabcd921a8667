"""Recommendations: statements that somebody ought to, must, could usefully or is advised to do something.

`code` makes the rows of one document. Where each column is found:

    action                  acts (how far the words go, coordination), for rows found by frames or lists
    area                    area
    addressees              addressees
    issuer                  issuer (quoted and reported advice), advisory (whether the text itself advises)
    beneficiaries           beneficiaries
    modality, polarity      the frame (lexicons/advice.yaml); a negation in the clause or item turns polarity round
    which words advise      frames (sentences), lists (items under lead-ins, tables)

Belongs here: what makes advice of words. Does not belong here: demands between actors, which are events
(pipeline.coding.events), which actor a name means (pipeline.coding.actors).
"""

from pipeline.coding.recommendations.coder import code

__all__ = ["code"]
