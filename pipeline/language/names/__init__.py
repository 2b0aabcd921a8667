"""Names in one sentence: where they stand, what kind of thing they name, which country they carry.

Belongs here: spans of names and what their own words tell. Does not belong here: who they are in the document
(pipeline.coding.actors) or what they do.
"""

from pipeline.language.names.find import find_names
from pipeline.language.names.known import country_forms, known_words
from pipeline.language.names.model import NOT_ACTORS, Known, Name
from pipeline.language.names.offices import with_office
from pipeline.language.names.runs import PARTICLES

__all__ = ["NOT_ACTORS", "PARTICLES", "Known", "Name", "country_forms", "find_names", "known_words", "with_office"]
