"""Table macros of the DuckDB file: the usual questions, asked with a name or a pair of countries.

They are called like tables, `FROM events_of_dyad('PER', 'USA', since := '1990-01-01')`. A parameter with a default is
given by name. Dates may be DATEs or strings that DuckDB reads as such. The view `macros` lists them with an example.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.derive.ddl import both, literal, quoted
from pipeline.derive.keys import owners
from pipeline.derive.views.base import Shown, View, values
from schemas import TABLES


@dataclass(frozen=True, slots=True)
class Macro:
    """A query with parameters. optional: those that may be left out, which are then null. example: how it is called."""

    name: str
    en: str
    es: str
    sql: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    example: str = ""

    @property
    def signature(self) -> str:
        """Name and parameters as one writes them in a call."""
        return f"{self.name}({', '.join([*self.required, *(f'{name} := NULL' for name in self.optional)])})"


def create_macro(macro: Macro) -> str:
    """CREATE MACRO; as in views, every column of the query needs a name of its own for older releases of DuckDB."""
    return f"CREATE MACRO {macro.signature} AS TABLE {macro.sql.strip()}"


def macro_comment(macro: Macro) -> str:
    """COMMENT ON the macro. DuckDB keeps none on the columns of what it gives."""
    return f"COMMENT ON MACRO TABLE {quoted(macro.name)} IS {literal(both(macro.en, macro.es))}"


_IN_TIME = """(since IS NULL OR (e.date IS NOT NULL AND coalesce(e.date_max >= CAST(since AS DATE), true)))
    AND (until IS NULL OR (e.date IS NOT NULL AND coalesce(e.date_min <= CAST(until AS DATE), true)))"""
"""Whether an event may lie between two days. Where a bound is asked for, undated events are out."""

_EVENT = """e.event_id AS event_id, t.date AS date, t.line AS line, e.event_type AS event_type, e.mode AS mode,
    e.quad_class AS quad_class, e.goldstein AS goldstein, e.status AS status, e.source_countries AS source_countries,
    e.target_countries AS target_countries, e.n_documents AS n_documents, t.evidence AS evidence"""

EVENTS_OF_DYAD = Macro(
    name="events_of_dyad",
    en="Events between two countries (ISO 3166-1 alpha-3), in either direction or done jointly, that can lie between "
    "two days.",
    es="Eventos entre dos países (ISO 3166-1 alfa-3), en cualquier dirección o conjuntos, que pueden estar entre dos "
    "días.",
    required=("country_a", "country_b"),
    optional=("since", "until"),
    sql=f"""
SELECT {_EVENT}
FROM events e JOIN timeline t ON t.event_id = e.event_id
WHERE ((list_contains(e.source_countries, country_a) AND list_contains(e.target_countries, country_b))
    OR (list_contains(e.source_countries, country_b) AND list_contains(e.target_countries, country_a))
    OR (len(e.target_ids) = 0 AND list_contains(e.source_countries, country_a)
        AND list_contains(e.source_countries, country_b)))
    AND {_IN_TIME}
ORDER BY e.date_min NULLS LAST, e.event_id
""",
    example="SELECT date, line FROM events_of_dyad('PER', 'USA', since := '1990-01-01', until := '1999-12-31')",
)

_MEANT = """(a.actor_id = who OR lower(a.name) = lower(who)
        OR list_contains(list_transform(a.aliases, lambda x: lower(x)), lower(who)))"""
"""Whether an actor is the one asked for: by id, name or alias, whatever the case."""

EVENTS_OF_ACTOR = Macro(
    name="events_of_actor",
    en="Events in which an actor, given by id, name or alias, does something or has something done to it, that can lie "
    "between two days.",
    es="Eventos en que un actor, dado por identificador, nombre o alias, hace algo o se le hace algo, que pueden estar "
    "entre dos días.",
    required=("who",),
    optional=("since", "until"),
    sql=f"""
SELECT p.role AS role, {_EVENT}
FROM actors a
JOIN event_participants p ON p.actor_id = a.actor_id
JOIN events e ON e.event_id = p.event_id
JOIN timeline t ON t.event_id = e.event_id
WHERE {_MEANT}
    AND {_IN_TIME}
ORDER BY e.date_min NULLS LAST, e.event_id, p.role
""",
    example="SELECT role, date, line FROM events_of_actor('United States', until := '1999-12-31')",
)

ABOUT_ACTOR = Macro(
    name="about_actor",
    en="Everything about an actor, given by id, name or alias: one line for itself, each role, event, agreement and "
    "recommendation, with the table and the key of the row.",
    es="Todo sobre un actor, dado por identificador, nombre o alias: una línea para él y para cada cargo, evento, "
    "acuerdo y recomendación, con la tabla y la clave de la fila.",
    required=("who",),
    sql=f"""
WITH meant AS (
    SELECT a.* FROM actors a WHERE {_MEANT}
), lines AS (
    SELECT 1 AS place, 'actors' AS table_name, actor_id AS row_id, NULL AS date, NULL::DATE AS date_min,
        concat_ws(', ', name, kind, country, sector) AS line, actor_id AS actor_id
    FROM meant
    UNION ALL
    SELECT 2, 'actor_roles', r.role_id, coalesce(r.start, r."end"), coalesce(r.start_min, r.end_min),
        concat_ws(', ', r.title, r.organisation, r.country), r.actor_id
    FROM actor_roles r JOIN meant USING (actor_id)
    UNION ALL
    SELECT 3, 'events', t.event_id, t.date, t.date_min, concat('as ', p.role, ': ', t.line), p.actor_id
    FROM event_participants p JOIN meant USING (actor_id) JOIN timeline t USING (event_id)
    UNION ALL
    SELECT 4, 'agreements', g.agreement_id, g.date, g.date_min, concat_ws(', ', g.name, g.kind, g.status), p.actor_id
    FROM agreement_parties p JOIN meant USING (actor_id) JOIN agreements g USING (agreement_id)
    UNION ALL
    SELECT 5, 'recommendations', r.recommendation_id, NULL, NULL,
        concat(CASE WHEN r.issuer_id = m.actor_id THEN 'advises' ELSE 'is advised' END, ' (', r.modality, ', ',
            r.polarity, '): ', r.action), m.actor_id
    FROM recommendations r
    JOIN meant m ON r.issuer_id = m.actor_id OR list_contains(r.addressee_ids, m.actor_id)
)
SELECT table_name AS table_name, date AS date, line AS line, row_id AS row_id, actor_id AS actor_id
FROM lines
ORDER BY actor_id, place, date_min NULLS LAST, row_id
""",
    example="SELECT table_name, date, line FROM about_actor('Peru')",
)


def _parts() -> Iterator[str]:
    """For each table whose rows are part of another table's: the keys of the parts of `id`."""
    for name, table in TABLES.items():
        if table.has_evidence():
            (key,) = table.key()
            whole = " OR ".join(f"{quoted(column.name)} = id" for column in owners(table))
            yield f"SELECT {quoted(key)} FROM {quoted(name)} WHERE {whole}"


_PARTS = "\n    UNION ALL ".join(_parts())

EVIDENCE_OF = Macro(
    name="evidence_of",
    en="The words that a row rests on, with sentence, rule and document: its own, and those of all that is part of it, "
    "such as the statements of an event, the mentions of an actor or the rows of a sentence.",
    es="Las palabras en que se apoya una fila, con oración, regla y documento: las suyas y las de todo lo que es parte "
    "de ella, como los enunciados de un evento, las menciones de un actor o las filas de una oración.",
    required=("id",),
    sql=f"""
SELECT e.table_name AS table_name, e.row_id AS row_id, e.evidence AS evidence, e.sentence AS sentence,
    e.rule_id AS rule_id, e.confidence AS confidence, e.document_title AS document_title, e.publisher AS publisher,
    e.published AS published, e.url AS url, e.locator AS locator, e.document_id AS document_id,
    e.char_start AS char_start, e.char_end AS char_end
FROM evidence e
WHERE e.row_id = id OR e.row_id IN (
    {_PARTS}
)
ORDER BY e.table_name, e.document_id, e.char_start, e.row_id
""",
    example="SELECT sentence, rule_id FROM evidence_of((SELECT event_id FROM events ORDER BY date_min LIMIT 1))",
)

MACROS: dict[str, Macro] = {macro.name: macro for macro in (EVENTS_OF_DYAD, EVENTS_OF_ACTOR, ABOUT_ACTOR, EVIDENCE_OF)}

MACRO_LIST = View(
    name="macros",
    en="The table macros of this file: questions that are asked with parameters.",
    es="Las macros de tabla de este archivo: preguntas que se hacen con parámetros.",
    columns={
        "macro": Shown("macro", "How it is called.", "Cómo se llama."),
        "meaning": Shown("en", "What it gives, in English.", "Qué da, en inglés."),
        "meaning_es": Shown("es", "What it gives, in Spanish.", "Qué da, en español."),
        "example": Shown("example", "A query that uses it.", "Una consulta que la usa."),
    },
    after=f"FROM (VALUES\n    {values([(m.signature, m.en, m.es, m.example) for m in MACROS.values()])}\n) "
    "AS listed(macro, en, es, example)",
)
