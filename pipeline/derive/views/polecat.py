"""Events under POLECAT's column names (the header of its yearly and weekly files), so that scripts for it run.

POLECAT joins several values of one event with "; ", writes quad codes in capitals and countries as ISO 3166-1 alpha-3.
The columns stand in the order of its files, since scripts also read them by number. Some of its files call the score
Event Intensity instead of Intensity: that name comes last. Modes are PLOVER's (codebook 0.7b1 and its crosswalk
CAMEO2PLOVER-2021). TRANSITION is left out, since PLOVER does not have it. Columns that this dataset does not code are
null.
"""

from __future__ import annotations

from pipeline.derive.views.base import Shown, View, not_coded, values
from schemas.vocabularies import MODES

OF_PLOVER = {
    "CONSULT": "visit phone multilateral third-party",
    "RETREAT": "withdraw release ceasefire disarm access resign",
    "ACCUSE": "disapprove allege investigate",
    "PROTEST": "strike riot",
    "SANCTION": "expel discontinue convict",
    "MOBILIZE": "troops police weapons",
    "COERCE": "arrest deport martial-law curfew seize restrict",
    "ASSAULT": "abduct beat",
}
"""Modes that PLOVER has under the same name, by event type. PLOVER gives the types left out no modes."""

RENAMED = {
    ("PROTEST", "demonstrate"): "demo",
    ("SANCTION", "recall"): "withdraw",
    ("SANCTION", "sever"): "withdraw",
    ("ASSAULT", "bomb"): "explosives",
}
"""Modes that PLOVER has under another name; both cuts in relations are "withdraw" in its crosswalk from CAMEO 161."""


def plover_mode(event_type: str, mode: str) -> str | None:
    """PLOVER's name of a mode; None where it has no counterpart."""
    same = mode in OF_PLOVER.get(event_type, "").split()
    return mode if same else RENAMED.get((event_type, mode))


def _modes() -> list[tuple[object, ...]]:
    named = [(mode.event_type, mode.name, plover_mode(mode.event_type, mode.name)) for mode in MODES]
    return [row for row in named if row[2]]


POLECAT = View(
    name="polecat",
    en="Events under the column names of POLECAT files, several values joined with '; '. TRANSITION, which PLOVER "
    "lacks, is left out.",
    es="Eventos con los nombres de columna de los archivos POLECAT, varios valores unidos con '; '. Se omite "
    "TRANSITION, que PLOVER no tiene.",
    columns={
        "Event ID": Shown("e.event_id", "Identifier of the event.", "Identificador del evento."),
        "Event Date": Shown(
            "strftime(e.date_min, '%Y-%m-%d')",
            "First day the date can mean; null when undated.",
            "Primer día que puede significar la fecha; nulo sin fecha.",
        ),
        "Event Type": Shown("CAST(e.event_type AS VARCHAR)", "PLOVER event type.", "Tipo de evento de PLOVER."),
        "Event Mode": Shown(
            "modes.plover",
            "Mode, under PLOVER's name; null where PLOVER has none.",
            "Modo, con el nombre de PLOVER; nulo si PLOVER no lo tiene.",
        ),
        "Intensity": Shown("e.goldstein", "Conflict-cooperation score.", "Puntaje de conflicto y cooperación."),
        "Quad Code": Shown(
            "upper(replace(CAST(e.quad_class AS VARCHAR), '_', ' '))", "Quad class in capitals.", "Clase en mayúsculas."
        ),
        "Contexts": Shown(
            "nullif(array_to_string(CAST(e.contexts AS VARCHAR[]), '; '), '')",
            "Contexts, joined.",
            "Contextos, unidos.",
        ),
        "Actor Name": Shown("source.names", "Names of the sources, joined.", "Nombres de las fuentes, unidos."),
        "Actor Country": Shown("source.countries", "Their countries, joined.", "Sus países, unidos."),
        "Actor COW": not_coded("VARCHAR"),
        "Primary Actor Sector": Shown(
            "source.first_sector", "Sector of the first source.", "Sector de la primera fuente."
        ),
        "Actor Sectors": Shown("source.sectors", "Sectors of the sources, joined.", "Sectores de las fuentes, unidos."),
        "Actor Title": not_coded("VARCHAR"),
        "Actor Name Raw": not_coded("VARCHAR"),
        "Wikipedia Actor ID": not_coded("VARCHAR"),
        "Recipient Name": Shown(
            "target.names", "Names of the targets, joined.", "Nombres de los destinatarios, unidos."
        ),
        "Recipient Country": Shown("target.countries", "Their countries, joined.", "Sus países, unidos."),
        "Recipient COW": not_coded("VARCHAR"),
        "Primary Recipient Sector": Shown("target.first_sector", "Sector of the first target.", "Sector del primero."),
        "Recipient Sectors": Shown("target.sectors", "Sectors of the targets, joined.", "Sectores, unidos."),
        "Recipient Title": not_coded("VARCHAR"),
        "Recipient Name Raw": not_coded("VARCHAR"),
        "Wikipedia Recipient ID": not_coded("VARCHAR"),
        "Placename": Shown("e.place", "Place, as the text names it.", "Lugar, como lo nombra el texto."),
        "City": not_coded("VARCHAR"),
        "District": not_coded("VARCHAR"),
        "Province": not_coded("VARCHAR"),
        "Country": Shown("e.place_country", "Country of the place.", "País del lugar."),
        "Latitude": not_coded("DOUBLE"),
        "Longitude": not_coded("DOUBLE"),
        "GeoNames ID": not_coded("VARCHAR"),
        "Raw Placename": Shown("e.place", "Place, as the text names it.", "Lugar, como lo nombra el texto."),
        "Feature Type": not_coded("VARCHAR"),
        "Source": Shown("story.publisher", "Publisher of the first document.", "Editor del primer documento."),
        "Publication Date": Shown(
            "strftime(story.published_min, '%Y-%m-%d')",
            "First day of its date of publication.",
            "Primer día de su fecha de publicación.",
        ),
        "Story People": not_coded("VARCHAR"),
        "Story Organizations": not_coded("VARCHAR"),
        "Story Locations": not_coded("VARCHAR"),
        "Language": Shown("story.language", "Language of the document.", "Idioma del documento."),
        "Version": Shown("(SELECT version FROM releases ORDER BY ordinal DESC LIMIT 1)", "The release.", "La versión."),
        "Event Intensity": Shown("e.goldstein", "Intensity, under another name.", "Intensity, con otro nombre."),
    },
    before=f"""
WITH modes(event_type, mode, plover) AS (
    VALUES
    {values(_modes())}
), sides AS (
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
""",
    after="""
FROM events e
LEFT JOIN sides AS source ON source.event_id = e.event_id AND source.role = 'source'
LEFT JOIN sides AS target ON target.event_id = e.event_id AND target.role = 'target'
LEFT JOIN story ON story.event_id = e.event_id
LEFT JOIN modes ON modes.event_type = CAST(e.event_type AS VARCHAR) AND modes.mode = CAST(e.mode AS VARCHAR)
WHERE e.event_type <> 'TRANSITION'
ORDER BY e.date_min NULLS LAST, e.event_id
""",
)
