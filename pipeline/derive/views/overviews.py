"""Views that answer common questions: who did what to whom and when, on what words, and how well attested."""

from __future__ import annotations

from pipeline.derive.ddl import literal, quoted
from pipeline.derive.views.base import Shown, View, values
from schemas import TABLES
from schemas.vocabularies import VOCABULARIES

DYAD_MONTH = View(
    name="dyad_month",
    en="Events per pair of countries, month and quad class, for events dated to the month or the day. A deed of "
    "sources with targets counts for each pair of a source and a target country, a joint deed for each pair of its "
    "sources.",
    es="Eventos por par de países, mes y clase, para eventos fechados al mes o al día. Un acto con destinatarios "
    "cuenta para cada par de país fuente y país destinatario; uno conjunto, para cada par de sus fuentes.",
    columns={
        "country_a": Shown(
            "country_a",
            "First country of the pair in alphabetical order.",
            "Primer país del par, por orden alfabético.",
        ),
        "country_b": Shown("country_b", "Second country of the pair.", "Segundo país del par."),
        "month": Shown("CAST(date_trunc('month', date_min) AS DATE)", "First day of the month.", "Primer día del mes."),
        "quad_class": Shown(
            "quad_class",
            "Cooperation or conflict, in words or deeds.",
            "Cooperación o conflicto, de palabra o de hecho.",
        ),
        "n_events": Shown("count(*)", "Number of events.", "Número de eventos."),
        "n_occurred": Shown(
            "count(*) FILTER (status IN ('occurred', 'ongoing'))",
            "Those among them that occurred or are under way.",
            "Los que ocurrieron o están en curso.",
        ),
        "mean_goldstein": Shown(
            "round(avg(goldstein), 2)", "Mean score of the events.", "Puntaje medio de los eventos."
        ),
    },
    before="""
WITH directed AS (
    SELECT event_id, quad_class, status, goldstein, date_min, source.country AS one, target.country AS other
    FROM events,
        unnest(source_countries) AS source(country),
        unnest(CASE WHEN len(target_ids) > 0 THEN target_countries ELSE source_countries END) AS target(country)
    WHERE date_precision IN ('day', 'month') AND date_min IS NOT NULL AND source.country <> target.country
), pairs AS (
    SELECT DISTINCT event_id, quad_class, status, goldstein, date_min, least(one, other) AS country_a,
        greatest(one, other) AS country_b
    FROM directed
)
""",
    after="""
FROM pairs
GROUP BY ALL
ORDER BY ALL
""",
)

_LINE = """concat(
        coalesce(e.date, 'undated'), ': ', coalesce(source.people, '(nobody named)'), ' - ', e.event_type,
        CASE WHEN e.mode IS NOT NULL THEN concat(' (', e.mode, ')') END,
        CASE WHEN target.people IS NOT NULL THEN concat(' - ', target.people) END,
        CASE WHEN e.place IS NOT NULL THEN concat(', ', e.place) END,
        CASE WHEN e.status <> 'occurred' THEN concat(' [', e.status, ']') END
    )"""

TIMELINE = View(
    name="timeline",
    en="One readable line per event, in order of time; undated events come last.",
    es="Una línea legible por evento, en orden temporal; los eventos sin fecha van al final.",
    columns={
        "date": Shown("e.date", "Date in EDTF.", "Fecha en EDTF."),
        "line": Shown(_LINE, "Who did what to whom, where.", "Quién hizo qué a quién y dónde."),
        "evidence": Shown("words.evidence", "Words of the first statement of it.", "Palabras de su primer enunciado."),
        "n_documents": Shown("e.n_documents", "How many documents tell of it.", "Cuántos documentos lo cuentan."),
        "event_id": Shown("e.event_id", "The event.", "El evento."),
        "date_min": Shown("e.date_min", "First day the date can mean.", "Primer día que puede significar la fecha."),
    },
    before="""
WITH names AS (
    SELECT event_id, role, string_agg(name, ', ' ORDER BY name) AS people
    FROM event_participants JOIN actors USING (actor_id)
    GROUP BY ALL
), words AS (
    SELECT event_id, arg_min(evidence, event_mention_id) AS evidence FROM event_mentions GROUP BY event_id
)
""",
    after="""
FROM events e
LEFT JOIN names AS source ON source.event_id = e.event_id AND source.role = 'source'
LEFT JOIN names AS target ON target.event_id = e.event_id AND target.role = 'target'
LEFT JOIN words ON words.event_id = e.event_id
ORDER BY e.date_min NULLS LAST, e.event_id
""",
)


def _evidence_of(name: str) -> str:
    (key,) = TABLES[name].key()
    return (
        f"SELECT {literal(name)} AS table_name, {quoted(key)} AS row_id, document_id, sentence_id, char_start, "
        f"char_end, evidence, rule_id, confidence FROM {quoted(name)}"
    )


_EVIDENCE_ROWS = "\n    UNION ALL ".join(_evidence_of(name) for name, table in TABLES.items() if table.has_evidence())

EVIDENCE = View(
    name="evidence",
    en="Every row that rests on words of a document, with its sentence and its document.",
    es="Cada fila que se apoya en palabras de un documento, con su oración y su documento.",
    columns={
        "table_name": Shown("r.table_name", "Table of the row.", "Tabla de la fila."),
        "row_id": Shown("r.row_id", "Key of the row.", "Clave de la fila."),
        "evidence": Shown("r.evidence", "The words it rests on.", "Las palabras en que se apoya."),
        "sentence": Shown("s.text", "The sentence they stand in.", "La oración en que están."),
        "section": Shown("s.section", "Headings above the sentence.", "Encabezados que preceden a la oración."),
        "document_title": Shown("d.title", "Title of the document.", "Título del documento."),
        "publisher": Shown("d.publisher", "Publisher of the document.", "Editor del documento."),
        "published": Shown("d.published", "Date of the document in EDTF.", "Fecha del documento en EDTF."),
        "url": Shown("d.url", "Web address of the document.", "Dirección web del documento."),
        "locator": Shown(
            "s.locator", "Where the sentence is found in the file.", "Dónde se halla la oración en el archivo."
        ),
        "rule_id": Shown("r.rule_id", "Rule that made the row.", "Regla que produjo la fila."),
        "confidence": Shown(
            "r.confidence", "Expected share of correct rows.", "Proporción esperada de filas correctas."
        ),
        "document_id": Shown("r.document_id", "The document.", "El documento."),
        "sentence_id": Shown("r.sentence_id", "The sentence.", "La oración."),
        "char_start": Shown(
            "r.char_start", "Where the evidence begins in the text.", "Dónde empieza la evidencia en el texto."
        ),
        "char_end": Shown("r.char_end", "Where it ends, not included.", "Dónde termina, sin incluir."),
    },
    before=f"""
WITH evidence_rows AS (
    {_EVIDENCE_ROWS}
)
""",
    after="""
FROM evidence_rows r
JOIN sentences s ON s.sentence_id = r.sentence_id
JOIN documents d ON d.document_id = r.document_id
ORDER BY r.table_name, r.document_id, r.char_start, r.row_id
""",
)

CORROBORATION = View(
    name="corroboration",
    en="Events by how many independent documents tell of them: documents of one publisher count once.",
    es="Eventos según cuántos documentos independientes los cuentan: los de un mismo editor cuentan una vez.",
    columns={
        "event_id": Shown("e.event_id", "The event.", "El evento."),
        "event_type": Shown("e.event_type", "What was done.", "Qué se hizo."),
        "mode": Shown("e.mode", "Finer kind.", "Clase más precisa."),
        "date": Shown("e.date", "Date in EDTF.", "Fecha en EDTF."),
        "n_independent": Shown(
            "count(DISTINCT coalesce(d.publisher, d.document_id))",
            "Number of different publishers; a document without one counts by itself.",
            "Número de editores distintos; un documento sin editor cuenta por sí solo.",
        ),
        "n_documents": Shown("count(DISTINCT d.document_id)", "Number of documents.", "Número de documentos."),
        "n_statements": Shown("count(*)", "Number of statements.", "Número de enunciados."),
        "document_ids": Shown("list_sort(list(DISTINCT d.document_id))", "The documents.", "Los documentos."),
        "best_confidence": Shown(
            "max(m.confidence)", "Highest confidence among the statements.", "Mayor confianza entre los enunciados."
        ),
    },
    after="""
FROM events e
JOIN event_mentions m ON m.event_id = e.event_id
JOIN documents d ON d.document_id = m.document_id
GROUP BY e.event_id, e.event_type, e.mode, e.date
ORDER BY 5 DESC, 6 DESC, 7 DESC, 1
""",
)

_TERMS: list[tuple[object, ...]] = [
    (vocabulary.name, term.name, term.en, term.es) for vocabulary in VOCABULARIES.values() for term in vocabulary
]

VOCABULARY_TERMS = View(
    name="vocabulary_terms",
    en="Every term of every vocabulary, with its meaning.",
    es="Cada término de cada vocabulario, con su significado.",
    columns={
        "vocabulary": Shown("vocabulary", "Name of the vocabulary.", "Nombre del vocabulario."),
        "term": Shown("term", "The value.", "El valor."),
        "meaning": Shown("en", "What it means, in English.", "Qué significa, en inglés."),
        "meaning_es": Shown("es", "What it means, in Spanish.", "Qué significa, en español."),
    },
    after=f"FROM (VALUES\n    {values(_TERMS)}\n) AS terms(vocabulary, term, en, es)",
)
