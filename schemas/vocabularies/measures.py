"""Vocabularies of the table quality: what is compared, and with which documents."""

from schemas.vocabularies.base import Term, Vocabulary, terms
from schemas.vocabularies.compared import COMPARED


def _alone() -> tuple[Term, ...]:
    """The figures of single columns, each once."""
    return tuple(
        Term(
            name,
            f"Typed, and the column `{name}` agrees too.",
            f"De la clase correcta, y además coincide la columna `{name}`.",
        )
        for name in dict.fromkeys(name for compared in COMPARED.values() for name in compared.alone)
    )


FIGURE = Vocabulary(
    "figure",
    "How much of a row must agree with the hand-coded one for it to count as right.",
    "Cuánto de una fila debe coincidir con la codificada a mano para que se considere correcta.",
    terms(
        (
            "found",
            "It rests on the same words or, where a thing is told by its name, has the same name or number.",
            "Se apoya en las mismas palabras o, si algo se conoce por su nombre, tiene el mismo nombre o número.",
        ),
        (
            "typed",
            "Found, and what sort of thing it is agrees too.",
            "Hallada, y además coincide qué clase de cosa es.",
        ),
        (
            "full",
            "Typed, and the other coded fields that are compared agree too.",
            "De la clase correcta, y además coinciden los otros campos codificados que se comparan.",
        ),
    )
    + _alone(),
)

CORPUS = Vocabulary(
    "corpus",
    "Set of hand-coded documents. Other names may occur.",
    "Conjunto de documentos codificados a mano. Pueden aparecer otros nombres.",
    terms(
        ("digests", "Published documents that are digests.", "Documentos publicados que son extractos."),
        ("originals", "Published documents that are no digests.", "Documentos publicados que no son extractos."),
        (
            "elsewhere",
            "Documents on other countries, not published: how the same rules do there.",
            "Documentos sobre otros países, no publicados: cómo funcionan allí las mismas reglas.",
        ),
        (
            "held_back",
            "Documents, not published, that nobody looked at while writing the rules.",
            "Documentos, no publicados, que nadie miró al escribir las reglas.",
        ),
    ),
    open=True,
)
