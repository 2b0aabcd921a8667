"""Events under GDELT's column names and CAMEO codes, one row per pair of actors, so that scripts for GDELT run.

GDELT writes an event once for each pair: a joint deed stands in both directions, an event without a target has no
second actor. EventCode comes from `schemas.vocabularies`, QuadClass by GDELT's rule
from the root code (01-05, 06-08, 09-13, 14-20), actor types from CAMEO's names of the PLOVER sectors. GDELT writes
places with FIPS codes and coordinates, which this dataset does not have: only the full name is given. TRANSITION is
left out, since CAMEO does not have it.
"""

from __future__ import annotations

import re

from pipeline.derive.views.base import Meaning, View, values
from schemas.vocabularies import EVENT_TYPE, MODES, cameo
from schemas.vocabularies.modes import CAMEO_GOLDSTEIN

_NOT_CODED: Meaning = ("Not coded here: always null.", "No se codifica aquí: siempre nulo.")

_SHARED_TYPES = "GOV JUD LEG MIL COP OPP PTY REB SPY UAF CVL ELI BUS EDU LAB AGR REF REL CRM IGO NGO IMG MNC"

_CAMEO_TYPE = {"MED": "HLH", "JRN": "MED"} | {code: code for code in re.findall(r"\w+", _SHARED_TYPES)}
"""PLOVER sector -> CAMEO type code. PLOVER renamed two; those left out have no CAMEO code."""


def _quad_class(code: str) -> int:
    root = int(code[:2])
    return 1 + sum(root > last for last in (5, 8, 13))


def _codes() -> list[tuple[object, ...]]:
    pairs = [(event_type.name, "") for event_type in EVENT_TYPE] + [(mode.event_type, mode.name) for mode in MODES]
    found = [(event_type, mode, cameo(event_type, mode)) for event_type, mode in pairs]
    return [
        (event_type, mode, code, code[:3], code[:2], _quad_class(code), CAMEO_GOLDSTEIN[code])
        for event_type, mode, code in found
        if code
    ]


def _actor(number: int, side: str) -> list[tuple[str, str, Meaning | None]]:
    ordinal, ordinal_es = ("Doer", "Autor") if number == 1 else ("Other side", "La otra parte")
    return [
        (
            f"Actor{number}Code",
            f"nullif(concat({side}.country, {side}.type_code), '')",
            (f"{ordinal}: country and type code.", f"{ordinal_es}: código de país y tipo."),
        ),
        (f"Actor{number}Name", f"upper({side}.name)", (f"{ordinal}: name.", f"{ordinal_es}: nombre.")),
        (f"Actor{number}CountryCode", f"{side}.country", (f"{ordinal}: country.", f"{ordinal_es}: país.")),
        (f"Actor{number}KnownGroupCode", "NULL::VARCHAR", None),
        (f"Actor{number}EthnicCode", "NULL::VARCHAR", None),
        (f"Actor{number}Religion1Code", "NULL::VARCHAR", None),
        (f"Actor{number}Religion2Code", "NULL::VARCHAR", None),
        (f"Actor{number}Type1Code", f"{side}.type_code", (f"{ordinal}: type code.", f"{ordinal_es}: código de tipo.")),
        (f"Actor{number}Type2Code", "NULL::VARCHAR", None),
        (f"Actor{number}Type3Code", "NULL::VARCHAR", None),
    ]


def _place(prefix: str, name: str, meaning: Meaning | None) -> list[tuple[str, str, Meaning | None]]:
    return [
        (f"{prefix}Geo_Type", "NULL::INTEGER", None),
        (f"{prefix}Geo_FullName", name, meaning),
        (f"{prefix}Geo_CountryCode", "NULL::VARCHAR", None),
        (f"{prefix}Geo_ADM1Code", "NULL::VARCHAR", None),
        (f"{prefix}Geo_ADM2Code", "NULL::VARCHAR", None),
        (f"{prefix}Geo_Lat", "NULL::DOUBLE", None),
        (f"{prefix}Geo_Long", "NULL::DOUBLE", None),
        (f"{prefix}Geo_FeatureID", "NULL::VARCHAR", None),
    ]


_ID = "CAST(md5_number_lower(concat_ws('|', e.event_id, p.source_id, p.target_id)) >> 11 AS BIGINT)"
"""53 bits, so that R and JavaScript hold the number exactly."""

_COLUMNS: list[tuple[str, str, Meaning | None]] = [
    ("GLOBALEVENTID", _ID, ("Number made of event and pair.", "Número hecho del evento y el par.")),
    (
        "SQLDATE",
        "CAST(strftime(e.date_min, '%Y%m%d') AS INTEGER)",
        ("First day the date can mean, YYYYMMDD.", "Primer día que puede significar la fecha, AAAAMMDD."),
    ),
    ("MonthYear", "CAST(strftime(e.date_min, '%Y%m') AS INTEGER)", ("Its month, YYYYMM.", "Su mes, AAAAMM.")),
    ("Year", "CAST(year(e.date_min) AS INTEGER)", ("Its year.", "Su año.")),
    (
        "FractionDate",
        "round(year(e.date_min) + (month(e.date_min) * 30 + day(e.date_min)) / 365.0, 4)",
        ("Its year with the part of the year as a fraction.", "Su año con la parte transcurrida como fracción."),
    ),
    *_actor(1, "source"),
    *_actor(2, "target"),
    ("IsRootEvent", "NULL::INTEGER", None),
    ("EventCode", "c.code", ("CAMEO code of type and mode.", "Código CAMEO del tipo y modo.")),
    ("EventBaseCode", "c.base", ("Its first three digits.", "Sus tres primeros dígitos.")),
    ("EventRootCode", "c.root", ("Its first two digits.", "Sus dos primeros dígitos.")),
    ("QuadClass", "c.quad", ("Quad class 1 to 4 of the root code.", "Clase de 1 a 4 del código raíz.")),
    (
        "GoldsteinScale",
        "CAST(c.goldstein AS DOUBLE)",
        ("Goldstein score of the code.", "Puntaje Goldstein del código."),
    ),
    ("NumMentions", "e.n_mentions", ("How often it is told.", "Cuántas veces se cuenta.")),
    ("NumSources", "story.n_publishers", ("Number of publishers.", "Número de editores.")),
    ("NumArticles", "e.n_documents", ("Number of documents.", "Número de documentos.")),
    ("AvgTone", "NULL::DOUBLE", None),
    *_place("Actor1", "NULL::VARCHAR", None),
    *_place("Actor2", "NULL::VARCHAR", None),
    *_place("Action", "e.place", ("Place, as the text names it.", "Lugar, como lo nombra el texto.")),
    ("DATEADDED", "NULL::BIGINT", None),
    ("SOURCEURL", "story.url", ("Web address of the first document.", "Dirección web del primer documento.")),
]

GDELT_EVENTS = View(
    name="gdelt_events",
    en="Events under the column names and CAMEO codes of GDELT, one row per pair of actors. TRANSITION, which CAMEO "
    "lacks, is left out.",
    es="Eventos con los nombres de columna y códigos CAMEO de GDELT, una fila por par de actores. Se omite "
    "TRANSITION, que CAMEO no tiene.",
    columns={name: meaning or _NOT_CODED for name, _, meaning in _COLUMNS},
    sql=f"""
WITH codes(event_type, mode, code, base, root, quad, goldstein) AS (
    VALUES
    {values(_codes())}
), types(sector, type_code) AS (
    VALUES
    {values(list(_CAMEO_TYPE.items()))}
), people AS (
    SELECT actor_id, name, country, type_code
    FROM actors LEFT JOIN types ON CAST(actors.sector AS VARCHAR) = types.sector
), pairs AS (
    SELECT s.event_id, s.actor_id AS source_id, o.actor_id AS target_id
    FROM event_participants s
    JOIN events USING (event_id)
    LEFT JOIN event_participants o ON o.event_id = s.event_id AND o.actor_id <> s.actor_id
        AND o.role = (CASE WHEN len(events.target_ids) > 0 THEN 'target' ELSE 'source' END)
    WHERE s.role = 'source'
), story AS (
    SELECT event_id, count(DISTINCT coalesce(publisher, document_id)) AS n_publishers,
        arg_min(url, event_mention_id) AS url
    FROM event_mentions JOIN documents USING (document_id)
    GROUP BY event_id
)
SELECT {", ".join(expression for _, expression, _ in _COLUMNS)}
FROM events e
JOIN codes c ON c.event_type = CAST(e.event_type AS VARCHAR) AND c.mode = coalesce(CAST(e.mode AS VARCHAR), '')
LEFT JOIN pairs p ON p.event_id = e.event_id
LEFT JOIN people AS source ON source.actor_id = p.source_id
LEFT JOIN people AS target ON target.actor_id = p.target_id
LEFT JOIN story ON story.event_id = e.event_id
ORDER BY e.date_min NULLS LAST, e.event_id, p.source_id, p.target_id
""",
)
