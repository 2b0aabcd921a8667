"""Vocabularies of documents and sentences."""

from schemas.vocabularies.base import Vocabulary, terms

TEXT_KIND = Vocabulary(
    "text_kind",
    "Which text of a source was read.",
    "Qué texto de una fuente se leyó.",
    terms(
        (
            "digest",
            "A retelling in this project's own words, which may be passed on.",
            "Una versión en palabras propias del proyecto, que puede difundirse.",
        ),
        ("original", "The source's own text.", "El texto propio de la fuente."),
    ),
)

GENRE = Vocabulary(
    "genre",
    "What sort of writing a document is.",
    "Qué tipo de escrito es un documento.",
    terms(
        ("encyclopedia", "Reference article.", "Artículo de consulta."),
        ("news", "Report of current happenings.", "Noticia sobre hechos actuales."),
        ("opinion", "Column or essay that argues a view.", "Columna o ensayo que defiende una postura."),
        ("commentary", "Analysis that explains a situation.", "Análisis que explica una situación."),
        ("policy_brief", "Paper that advises on policy.", "Documento que recomienda políticas."),
        ("official", "Publication of a government or organisation.", "Publicación de un gobierno u organismo."),
        ("other", "Anything else, or not known.", "Otro tipo, o desconocido."),
    ),
)

BLOCK = Vocabulary(
    "block",
    "What part of the page a run of text is.",
    "Qué parte de la página es un tramo de texto.",
    terms(
        ("title", "Title of the document.", "Título del documento."),
        ("heading", "Heading of a section.", "Encabezado de una sección."),
        ("paragraph", "Running text.", "Texto corrido."),
        ("list_item", "Item of a list.", "Elemento de una lista."),
        ("table_row", "Row of a table.", "Fila de una tabla."),
        ("caption", "Caption of a picture or table.", "Leyenda de una imagen o tabla."),
        ("infobox", "Line of a summary box.", "Línea de un recuadro de datos."),
        ("reference", "Entry of a reference list.", "Entrada de una lista de referencias."),
        (
            "chrome",
            "Matter of the web site around the text: menus, share counts, teasers.",
            "Material del sitio web en torno al texto: menús, contadores, avances.",
        ),
    ),
)

SENTENCE_CODING = Vocabulary(
    "sentence_coding",
    "Whether a sentence yielded rows and, if not, why.",
    "Si una oración produjo filas y, si no, por qué.",
    terms(
        ("coded", "At least one row rests on it.", "Al menos una fila se apoya en ella."),
        (
            "background",
            "Explains or describes; nothing happens in it and nothing is measured.",
            "Explica o describe; en ella no ocurre ni se mide nada.",
        ),
        ("evaluation", "States a judgement or the state of relations.", "Expresa un juicio o el estado de relaciones."),
        (
            "hypothetical",
            "Speaks of what might, would or could be.",
            "Habla de lo que podría o habría de ser.",
        ),
        ("heading", "A heading that states nothing by itself.", "Un encabezado que por sí solo no afirma nada."),
        ("reference", "Part of a reference list.", "Parte de una lista de referencias."),
        ("chrome", "Part of the web site, not of the document.", "Parte del sitio web, no del documento."),
        (
            "unrecognised",
            "May hold something, but no rule understood it.",
            "Puede contener algo, pero ninguna regla lo entendió.",
        ),
    ),
)
