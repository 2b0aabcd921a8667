"""Events under GDELT's column names and CAMEO codes, one row per pair of actors, so that scripts for GDELT run.

GDELT writes an event once for each pair: a joint deed stands in both directions, an event without a target has no
second actor. EventCode comes from `schemas.vocabularies`, QuadClass by GDELT's rule
from the root code (01-05, 06-08, 09-13, 14-20), actor types from CAMEO's names of the PLOVER sectors. GDELT writes
places with FIPS codes and coordinates, which this dataset does not have: only the full name is given. TRANSITION is
left out, since CAMEO does not have it.
"""

from __future__ import annotations

import re

from pipeline.derive.views.base import Shown, View, not_coded, values
from schemas.vocabularies import EVENT_TYPE, MODES, cameo
from schemas.vocabularies.modes import CAMEO_GOLDSTEIN

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


def _actor(number: int, side: str) -> dict[str, Shown]:
    en, es = ("Doer", "Autor") if number == 1 else ("Other side", "La otra parte")
    code = f"nullif(concat({side}.country, {side}.type_code), '')"
    shown = {
        "Code": Shown(code, f"{en}: country and type code.", f"{es}: código de país y tipo."),
        "Name": Shown(f"upper({side}.name)", f"{en}: name.", f"{es}: nombre."),
        "CountryCode": Shown(f"{side}.country", f"{en}: country.", f"{es}: país."),
        "KnownGroupCode": not_coded("VARCHAR"),
        "EthnicCode": not_coded("VARCHAR"),
        "Religion1Code": not_coded("VARCHAR"),
        "Religion2Code": not_coded("VARCHAR"),
        "Type1Code": Shown(f"{side}.type_code", f"{en}: type code.", f"{es}: código de tipo."),
        "Type2Code": not_coded("VARCHAR"),
        "Type3Code": not_coded("VARCHAR"),
    }
    return {f"Actor{number}{name}": column for name, column in shown.items()}


def _place(prefix: str, name: Shown) -> dict[str, Shown]:
    shown = {
        "Type": not_coded("INTEGER"),
        "FullName": name,
        "CountryCode": not_coded("VARCHAR"),
        "ADM1Code": not_coded("VARCHAR"),
        "ADM2Code": not_coded("VARCHAR"),
        "Lat": not_coded("DOUBLE"),
        "Long": not_coded("DOUBLE"),
        "FeatureID": not_coded("VARCHAR"),
    }
    return {f"{prefix}Geo_{name}": column for name, column in shown.items()}


_ID = "CAST(md5_number_lower(concat_ws('|', e.event_id, p.source_id, p.target_id)) >> 11 AS BIGINT)"
"""53 bits, so that R and JavaScript hold the number exactly."""

GDELT_EVENTS = View(
    name="gdelt_events",
    en="Events under the column names and CAMEO codes of GDELT, one row per pair of actors. TRANSITION, which CAMEO "
    "lacks, is left out.",
    es="Eventos con los nombres de columna y códigos CAMEO de GDELT, una fila por par de actores. Se omite "
    "TRANSITION, que CAMEO no tiene.",
    columns={
        "GLOBALEVENTID": Shown(_ID, "Number made of event and pair.", "Número hecho del evento y el par."),
        "SQLDATE": Shown(
            "CAST(strftime(e.date_min, '%Y%m%d') AS INTEGER)",
            "First day the date can mean, YYYYMMDD.",
            "Primer día que puede significar la fecha, AAAAMMDD.",
        ),
        "MonthYear": Shown("CAST(strftime(e.date_min, '%Y%m') AS INTEGER)", "Its month, YYYYMM.", "Su mes, AAAAMM."),
        "Year": Shown("CAST(year(e.date_min) AS INTEGER)", "Its year.", "Su año."),
        "FractionDate": Shown(
            "round(year(e.date_min) + (month(e.date_min) * 30 + day(e.date_min)) / 365.0, 4)",
            "Its year with the part of the year as a fraction.",
            "Su año con la parte transcurrida como fracción.",
        ),
        **_actor(1, "source"),
        **_actor(2, "target"),
        "IsRootEvent": not_coded("INTEGER"),
        "EventCode": Shown("c.code", "CAMEO code of type and mode.", "Código CAMEO del tipo y modo."),
        "EventBaseCode": Shown("c.base", "Its first three digits.", "Sus tres primeros dígitos."),
        "EventRootCode": Shown("c.root", "Its first two digits.", "Sus dos primeros dígitos."),
        "QuadClass": Shown("c.quad", "Quad class 1 to 4 of the root code.", "Clase de 1 a 4 del código raíz."),
        "GoldsteinScale": Shown(
            "CAST(c.goldstein AS DOUBLE)", "Goldstein score of the code.", "Puntaje Goldstein del código."
        ),
        "NumMentions": Shown("e.n_mentions", "How often it is told.", "Cuántas veces se cuenta."),
        "NumSources": Shown("story.n_publishers", "Number of publishers.", "Número de editores."),
        "NumArticles": Shown("e.n_documents", "Number of documents.", "Número de documentos."),
        "AvgTone": not_coded("DOUBLE"),
        **_place("Actor1", not_coded("VARCHAR")),
        **_place("Actor2", not_coded("VARCHAR")),
        **_place("Action", Shown("e.place", "Place, as the text names it.", "Lugar, como lo nombra el texto.")),
        "DATEADDED": not_coded("BIGINT"),
        "SOURCEURL": Shown("story.url", "Web address of the first document.", "Dirección web del primer documento."),
    },
    before=f"""
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
""",
    after="""
FROM events e
JOIN codes c ON c.event_type = CAST(e.event_type AS VARCHAR) AND c.mode = coalesce(CAST(e.mode AS VARCHAR), '')
LEFT JOIN pairs p ON p.event_id = e.event_id
LEFT JOIN people AS source ON source.actor_id = p.source_id
LEFT JOIN people AS target ON target.actor_id = p.target_id
LEFT JOIN story ON story.event_id = e.event_id
ORDER BY e.date_min NULLS LAST, e.event_id, p.source_id, p.target_id
""",
)
