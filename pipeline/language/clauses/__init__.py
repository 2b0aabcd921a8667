"""Who does what to whom, by syntax alone: `arguments` of a verb or of a noun that names a happening.

Belongs here: logical subject, objects and prepositional phrases. Does not belong here: which words name events, or who
the phrases mean.

Labels are those of the model (ClearNLP scheme): nsubj, nsubjpass, dobj, dative, prep/pobj, agent, xcomp, relcl, acl.
"""

from pipeline.language.clauses.arguments import LIGHT, RECEIVE, arguments
from pipeline.language.clauses.model import Arguments
from pipeline.language.clauses.phrases import (
    controlled,
    coordinated_with,
    counted,
    is_passive,
    prepositions,
    with_conjuncts,
)

__all__ = [
    "LIGHT",
    "RECEIVE",
    "Arguments",
    "arguments",
    "controlled",
    "coordinated_with",
    "counted",
    "is_passive",
    "prepositions",
    "with_conjuncts",
]
