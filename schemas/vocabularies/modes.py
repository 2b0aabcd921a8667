"""The modes of events: the finer kinds of each type, with the CAMEO code and score that go with them.

Constants
- cameo: the CAMEO code whose meaning the mode has (PLOVER's crosswalk CAMEO2PLOVER-2021 where it lists the mode,
  else CAMEO's own wording). Modes without a counterpart have none and take their type's.
- CAMEO_GOLDSTEIN: Goldstein's scores (Journal of Conflict Resolution 36, 1992) as extended to CAMEO and published by
  GDELT in its lookup table CAMEO.goldsteinscale.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.vocabularies.base import Term, Vocabulary
from schemas.vocabularies.events import EVENT_TYPE, EventType

CAMEO_GOLDSTEIN: dict[str, float] = {
    "030": 4.0,
    "040": 1.0,
    "041": 1.0,
    "042": 1.9,
    "044": 2.5,
    "050": 3.5,
    "051": 3.4,
    "054": 6.0,
    "055": 7.0,
    "057": 8.0,
    "060": 6.0,
    "061": 6.4,
    "062": 7.4,
    "063": 7.4,
    "064": 7.0,
    "070": 7.0,
    "071": 7.4,
    "072": 8.3,
    "073": 7.4,
    "075": 7.0,
    "080": 5.0,
    "081": 5.0,
    "0831": 5.0,
    "0841": 7.0,
    "086": 9.0,
    "0871": 9.0,
    "0873": 9.0,
    "0874": 10.0,
    "090": -2.0,
    "100": -5.0,
    "110": -2.0,
    "112": -2.0,
    "116": -2.0,
    "120": -4.0,
    "130": -4.4,
    "140": -6.5,
    "141": -6.5,
    "143": -6.5,
    "145": -7.5,
    "150": -7.2,
    "153": -7.2,
    "154": -7.2,
    "160": -4.0,
    "161": -4.0,
    "162": -5.6,
    "163": -8.0,
    "166": -7.0,
    "170": -7.0,
    "171": -9.2,
    "172": -5.0,
    "1723": -5.0,
    "1724": -5.0,
    "173": -5.0,
    "174": -5.0,
    "180": -9.0,
    "181": -9.0,
    "182": -9.5,
    "1823": -10.0,
    "183": -10.0,
    "192": -9.5,
}


@dataclass(frozen=True, slots=True)
class Mode(Term):
    """A finer kind of one event type. cameo: its CAMEO code, None to take the type's."""

    event_type: str = ""
    cameo: str | None = None


def _modes(event_type: str, *rows: tuple[str, str | None, str, str]) -> tuple[Mode, ...]:
    return tuple(Mode(name, en, es, event_type, code) for name, code, en, es in rows)


MODES: tuple[Mode, ...] = (
    *_modes(
        "AGREE",
        ("promise", "030", "promises or commits itself", "promete o se compromete"),
        ("accept", None, "accepts a proposal", "acepta una propuesta"),
    ),
    *_modes(
        "CONSULT",
        ("visit", "042", "goes to see the host", "visita al anfitrión"),
        ("phone", "041", "speaks by telephone or other remote means", "habla por teléfono u otro medio a distancia"),
        ("meeting", "040", "meets face to face", "se reúne en persona"),
        ("multilateral", None, "meets in a forum of many", "se reúne en un foro de muchos"),
        ("third-party", "044", "meets in a third country", "se reúne en un tercer país"),
    ),
    *_modes(
        "SUPPORT",
        ("recognise", "054", "recognises a state or government", "reconoce a un estado o gobierno"),
        ("relations", "050", "opens or restores relations", "abre o restablece relaciones"),
        ("vote", None, "votes for or approves a measure", "vota a favor o aprueba una medida"),
        ("endorse", "051", "praises, welcomes or backs", "elogia, celebra o respalda"),
        ("sign", "057", "signs or ratifies a treaty", "firma o ratifica un tratado"),
        ("join", None, "joins a treaty or body", "ingresa en un tratado u organismo"),
    ),
    *_modes(
        "CONCEDE",
        ("ease", "081", "promises to ease a restriction", "promete aliviar una restricción"),
        ("apologise", "055", "apologises", "se disculpa"),
    ),
    *_modes(
        "COOPERATE",
        ("military", "062", "works with another military", "coopera en lo militar"),
        ("economic", "061", "works together in the economy", "coopera en lo económico"),
        ("judicial", "063", "works together in justice, as in extradition", "coopera en justicia, como en extradición"),
        ("intelligence", "064", "shares intelligence", "comparte inteligencia"),
    ),
    *_modes(
        "AID",
        ("economic", "071", "gives money, loans or goods", "da dinero, préstamos o bienes"),
        ("military", "072", "gives arms, equipment or troops", "da armas, equipo o tropas"),
        ("humanitarian", "073", "gives relief", "da socorro"),
        ("asylum", "075", "grants asylum or citizenship", "concede asilo o ciudadanía"),
    ),
    *_modes(
        "RETREAT",
        ("withdraw", "0874", "withdraws forces", "retira fuerzas"),
        ("release", "0841", "frees or pardons prisoners", "libera o indulta presos"),
        ("ceasefire", "0871", "ceases fire", "cesa el fuego"),
        ("disarm", "0873", "disarms or demobilises", "se desarma o desmoviliza"),
        ("access", "086", "lets observers, relief or goods in", "permite el ingreso de observadores, ayuda o bienes"),
        ("resign", "0831", "resigns under pressure", "renuncia bajo presión"),
    ),
    *_modes(
        "ACCUSE",
        ("disapprove", "110", "criticises or condemns", "critica o condena"),
        ("allege", "112", "claims that a wrong was done", "afirma que se cometió una falta"),
        ("investigate", "090", "investigates", "investiga"),
    ),
    *_modes(
        "PROTEST",
        ("demonstrate", "141", "demonstrates", "se manifiesta"),
        ("strike", "143", "strikes", "hace huelga"),
        ("riot", "145", "riots", "se amotina"),
    ),
    *_modes(
        "SANCTION",
        ("recall", "161", "calls its own envoy home", "llama a su propio enviado"),
        ("expel", "166", "expels diplomats or a mission", "expulsa a diplomáticos o a una misión"),
        ("sever", "161", "reduces or breaks relations", "reduce o rompe relaciones"),
        ("discontinue", "162", "suspends aid, talks or trade", "suspende ayuda, conversaciones o comercio"),
        ("embargo", "163", "imposes sanctions or an embargo", "impone sanciones o un embargo"),
        ("convict", "116", "finds guilty in court", "condena en un tribunal"),
    ),
    *_modes(
        "MOBILIZE",
        ("troops", "154", "deploys or stations troops", "despliega o estaciona tropas"),
        ("police", "153", "deploys police", "despliega policía"),
        ("weapons", None, "tests or readies weapons", "prueba o alista armas"),
    ),
    *_modes(
        "COERCE",
        ("arrest", "173", "arrests or detains", "detiene"),
        ("deport", "174", "deports", "deporta"),
        ("martial-law", "1724", "imposes emergency or martial law", "impone estado de emergencia o ley marcial"),
        ("curfew", "1723", "imposes a curfew", "impone toque de queda"),
        ("remove", None, "impeaches or removes from office", "acusa constitucionalmente o destituye"),
        ("dissolve", None, "dissolves a body by force", "disuelve un organismo por la fuerza"),
        ("seize", "171", "seizes power or property", "toma el poder o bienes"),
        ("restrict", "172", "bans or restricts", "prohíbe o restringe"),
    ),
    *_modes(
        "ASSAULT",
        ("bomb", "183", "bombs or shells", "bombardea"),
        ("kill", "1823", "kills or executes", "mata o ejecuta"),
        ("abduct", "181", "abducts or takes hostage", "secuestra o toma rehenes"),
        ("invade", "192", "invades or occupies", "invade u ocupa"),
        ("beat", "182", "beats or hurts", "golpea o hiere"),
    ),
    *_modes(
        "TRANSITION",
        ("appoint", None, "is appointed", "es nombrado"),
        ("elect", None, "is elected", "es elegido"),
        ("inaugurate", None, "takes office or presents credentials", "asume el cargo o presenta credenciales"),
        ("leave", None, "leaves office", "deja el cargo"),
        ("found", None, "is founded or becomes independent", "se funda o se independiza"),
        ("end", None, "is abolished or ends", "se suprime o termina"),
    ),
)


def _merged() -> tuple[Term, ...]:
    """One term per mode name; a name that several types use is explained for each."""
    by_name: dict[str, list[Mode]] = {}
    for mode in MODES:
        by_name.setdefault(mode.name, []).append(mode)
    return tuple(
        Term(
            name,
            "; ".join(f"{mode.event_type}: {mode.en}" for mode in modes) + ".",
            "; ".join(f"{mode.event_type}: {mode.es}" for mode in modes) + ".",
        )
        for name, modes in by_name.items()
    )


EVENT_MODE = Vocabulary(
    "event_mode",
    "The finer kind of a type. Each mode belongs to the types named before its meaning.",
    "La clase más precisa de un tipo. Cada modo pertenece a los tipos que preceden a su significado.",
    _merged(),
)

_BY_TYPE_AND_NAME = {(mode.event_type, mode.name): mode for mode in MODES}


def modes_of(event_type: str) -> tuple[str, ...]:
    """The modes that an event type may take."""
    return tuple(mode.name for mode in MODES if mode.event_type == event_type)


def _type(event_type: str) -> EventType:
    found = EVENT_TYPE[event_type]
    assert isinstance(found, EventType)
    return found


def quad_class(event_type: str) -> str | None:
    """Quad class of an event type; None for TRANSITION. KeyError for an unknown type."""
    return _type(event_type).quad_class


def cameo(event_type: str, mode: str | None = None) -> str | None:
    """CAMEO event code of a type and mode; None for TRANSITION, which CAMEO does not have."""
    found = _BY_TYPE_AND_NAME.get((event_type, mode or ""))
    return (found.cameo if found else None) or _type(event_type).cameo


def goldstein(event_type: str, mode: str | None = None) -> float | None:
    """Conflict-cooperation score (-10 to 10): the mode's Goldstein score, else the type's; None for TRANSITION."""
    found = _BY_TYPE_AND_NAME.get((event_type, mode or ""))
    if found and found.cameo:
        return CAMEO_GOLDSTEIN[found.cameo]
    return _type(event_type).goldstein
