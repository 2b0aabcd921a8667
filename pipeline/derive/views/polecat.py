"""Events under POLECAT's column names (the header of its yearly and weekly files), so that scripts for it run.

POLECAT joins several values of one event with "; ", writes quad codes in capitals and countries as ISO 3166-1 alpha-3.
Its weekly files call the score Intensity, the yearly ones Event Intensity: both are here. TRANSITION is left out,
since PLOVER does not have it. Columns that this dataset does not code are null.
"""

from __future__ import annotations

from pipeline.derive.views.base import Meaning, View

_NOT_CODED: Meaning = ("Not coded here: always null.", "No se codifica aquí: siempre nulo.")

_COLUMNS: list[tuple[str, str, Meaning | None]] = [
    ("Event ID", "e.event_id", ("Identifier of the event.", "Identificador del evento.")),
    (
        "Event Date",
        "strftime(e.date_min, '%Y-%m-%d')",
        (
            "First day the date can mean; null when undated.",
            "Primer día que puede significar la fecha; nulo sin fecha.",
        ),
    ),
    ("Event Type", "CAST(e.event_type AS VARCHAR)", ("PLOVER event type.", "Tipo de evento de PLOVER.")),
    ("Event Mode", "CAST(e.mode AS VARCHAR)", ("Mode, under this dataset's names.", "Modo, con los nombres de aquí.")),
    ("Intensity", "e.goldstein", ("Conflict-cooperation score.", "Puntaje de conflicto y cooperación.")),
    ("Event Intensity", "e.goldstein", ("The same score.", "El mismo puntaje.")),
    (
        "Quad Code",
        "upper(replace(CAST(e.quad_class AS VARCHAR), '_', ' '))",
        ("Quad class in capitals.", "Clase en mayúsculas."),
    ),
    ("Contexts", "array_to_string(e.contexts, '; ')", ("Contexts, joined.", "Contextos, unidos.")),
    ("Actor Name", "source.names", ("Names of the sources, joined.", "Nombres de las fuentes, unidos.")),
    ("Actor Country", "source.countries", ("Their countries, joined.", "Sus países, unidos.")),
    ("Actor COW", "NULL::VARCHAR", None),
    ("Primary Actor Sector", "source.first_sector", ("Sector of the first source.", "Sector de la primera fuente.")),
    ("Actor Sectors", "source.sectors", ("Sectors of the sources, joined.", "Sectores de las fuentes, unidos.")),
    ("Actor Title", "NULL::VARCHAR", None),
    ("Actor Name Raw", "NULL::VARCHAR", None),
    ("Wikipedia Actor ID", "NULL::VARCHAR", None),
    ("Recipient Name", "target.names", ("Names of the targets, joined.", "Nombres de los destinatarios, unidos.")),
    ("Recipient Country", "target.countries", ("Their countries, joined.", "Sus países, unidos.")),
    ("Recipient COW", "NULL::VARCHAR", None),
    ("Primary Recipient Sector", "target.first_sector", ("Sector of the first target.", "Sector del primero.")),
    ("Recipient Sectors", "target.sectors", ("Sectors of the targets, joined.", "Sectores, unidos.")),
    ("Recipient Title", "NULL::VARCHAR", None),
    ("Recipient Name Raw", "NULL::VARCHAR", None),
    ("Wikipedia Recipient ID", "NULL::VARCHAR", None),
    ("Placename", "e.place", ("Place, as the text names it.", "Lugar, como lo nombra el texto.")),
    ("City", "NULL::VARCHAR", None),
    ("District", "NULL::VARCHAR", None),
    ("Province", "NULL::VARCHAR", None),
    ("Country", "e.place_country", ("Country of the place.", "País del lugar.")),
    ("Latitude", "NULL::DOUBLE", None),
    ("Longitude", "NULL::DOUBLE", None),
    ("GeoNames ID", "NULL::VARCHAR", None),
    ("Raw Placename", "e.place", ("Place, as the text names it.", "Lugar, como lo nombra el texto.")),
    ("Feature Type", "NULL::VARCHAR", None),
    ("Source", "story.publisher", ("Publisher of the first document.", "Editor del primer documento.")),
    (
        "Publication Date",
        "strftime(story.published_min, '%Y-%m-%d')",
        ("First day of its date of publication.", "Primer día de su fecha de publicación."),
    ),
    ("Story People", "NULL::VARCHAR", None),
    ("Story Organizations", "NULL::VARCHAR", None),
    ("Story Locations", "NULL::VARCHAR", None),
    ("Language", "story.language", ("Language of the document.", "Idioma del documento.")),
    ("Version", "(SELECT version FROM releases ORDER BY ordinal DESC LIMIT 1)", ("The release.", "La versión.")),
]

POLECAT = View(
    name="polecat",
    en="Events under the column names of POLECAT files, several values joined with '; '. TRANSITION, which PLOVER "
    "lacks, is left out.",
    es="Eventos con los nombres de columna de los archivos POLECAT, varios valores unidos con '; '. Se omite "
    "TRANSITION, que PLOVER no tiene.",
    columns={name: meaning or _NOT_CODED for name, _, meaning in _COLUMNS},
    sql=f"""
WITH sides AS (
    SELECT event_id, role, string_agg(name, '; ' ORDER BY actor_id) AS names,
        string_agg(coalesce(country, 'None'), '; ' ORDER BY actor_id) AS countries,
        string_agg(CAST(sector AS VARCHAR), '; ' ORDER BY actor_id) AS sectors,
        arg_min(CAST(sector AS VARCHAR), actor_id) AS first_sector
    FROM event_participants JOIN actors USING (actor_id)
    GROUP BY ALL
), story AS (
    SELECT event_id, arg_min(publisher, event_mention_id) AS publisher,
        arg_min(published_min, event_mention_id) AS published_min, arg_min(language, event_mention_id) AS language
    FROM event_mentions JOIN documents USING (document_id)
    GROUP BY event_id
)
SELECT {", ".join(expression for _, expression, _ in _COLUMNS)}
FROM events e
LEFT JOIN sides AS source ON source.event_id = e.event_id AND source.role = 'source'
LEFT JOIN sides AS target ON target.event_id = e.event_id AND target.role = 'target'
LEFT JOIN story ON story.event_id = e.event_id
WHERE e.event_type <> 'TRANSITION'
ORDER BY e.date_min NULLS LAST, e.event_id
""",
)
