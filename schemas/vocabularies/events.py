"""Vocabularies of events: the types with their quad class, score and CAMEO code.

Sixteen types are PLOVER's (Open Event Data Alliance); TRANSITION is ours, for changes of office and institutions.

Constants
- quad class: as the codebook assigns it, which is PLOVER's (SANCTION counts as material conflict).
- goldstein: the conflict-cooperation score that the PLOVER manual 0.7b1 (2021, "Numeric conflict/cooperation scores")
  gives the type: the mean of the Goldstein scores of the CAMEO categories it absorbed, weighted by how often they
  occur. REQUEST takes the score of DEMAND, its former name. TRANSITION has none.
- cameo: the CAMEO code "not specified below" of the cue category that became the type (PLOVER's crosswalk
  CAMEO2PLOVER-2021).
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.vocabularies.base import Term, Vocabulary, terms


@dataclass(frozen=True, slots=True)
class EventType(Term):
    """An event type. goldstein: from -10 (conflict) to 10 (cooperation). cameo: its CAMEO event code."""

    quad_class: str | None = None
    goldstein: float | None = None
    cameo: str | None = None


QUAD_CLASS = Vocabulary(
    "quad_class",
    "Whether an event is cooperation or conflict, in words or in deeds. TRANSITION has none.",
    "Si un evento es cooperación o conflicto, de palabra o de hecho. TRANSITION no tiene.",
    terms(
        ("verbal_cooperation", "Cooperation in words (code 1).", "Cooperación de palabra (código 1)."),
        ("material_cooperation", "Cooperation in deeds (code 2).", "Cooperación de hecho (código 2)."),
        ("verbal_conflict", "Conflict in words (code 3).", "Conflicto de palabra (código 3)."),
        ("material_conflict", "Conflict in deeds (code 4).", "Conflicto de hecho (código 4)."),
    ),
)

_WORDS, _DEEDS, _QUARREL, _FIGHT = QUAD_CLASS.names

EVENT_TYPE = Vocabulary(
    "event_type",
    "What was done: PLOVER's sixteen types, and TRANSITION.",
    "Qué se hizo: los dieciséis tipos de PLOVER y TRANSITION.",
    (
        EventType(
            "AGREE",
            "Promises, commits itself, consents, accepts a proposal or settles a dispute.",
            "Promete, se compromete, consiente, acepta una propuesta o resuelve una disputa.",
            _WORDS,
            4.2,
            "030",
        ),
        EventType(
            "CONSULT",
            "Meets, visits, calls, negotiates or attends talks.",
            "Se reúne, visita, llama, negocia o asiste a conversaciones.",
            _WORDS,
            2.1,
            "040",
        ),
        EventType(
            "SUPPORT",
            "Praises, backs, votes for, recognises, opens or restores relations, signs or joins a treaty or body.",
            "Elogia, respalda, vota a favor, reconoce, abre o restablece relaciones, firma un tratado o ingresa en él.",
            _WORDS,
            4.6,
            "050",
        ),
        EventType(
            "CONCEDE",
            "Yields in words: drops a claim, accepts a demand, promises to ease a restriction, apologises.",
            "Cede de palabra: abandona un reclamo, acepta una exigencia, promete aliviar una restricción, se disculpa.",
            _WORDS,
            5.0,
            "080",
        ),
        EventType(
            "COOPERATE",
            "Works together in deeds: joint operations, exercises, trade preferences, extradition, training.",
            "Coopera de hecho: operaciones y ejercicios conjuntos, preferencias comerciales, extradición, formación.",
            _DEEDS,
            6.8,
            "060",
        ),
        EventType(
            "AID",
            "Gives money, goods, asylum, or troops for relief or peacekeeping.",
            "Da dinero, bienes, asilo, o tropas para socorro o misiones de paz.",
            _DEEDS,
            7.4,
            "070",
        ),
        EventType(
            "RETREAT",
            "Withdraws forces, frees prisoners, ceases fire, disarms, lifts a restriction, resigns under pressure.",
            "Retira fuerzas, libera presos, cesa el fuego, se desarma, levanta una restricción, renuncia bajo presión.",
            _DEEDS,
            7.6,
            "080",
        ),
        EventType(
            "REQUEST",
            "Asks, appeals, urges, proposes, demands or calls for something.",
            "Pide, apela, insta, propone, exige o reclama algo.",
            _QUARREL,
            -5.0,
            "100",
        ),
        EventType(
            "ACCUSE",
            "Criticises, condemns, blames, protests in words, alleges or investigates.",
            "Critica, condena, culpa, protesta de palabra, denuncia o investiga.",
            _QUARREL,
            -2.0,
            "110",
        ),
        EventType(
            "REJECT",
            "Refuses, declines, vetoes, defies or votes against.",
            "Rehúsa, declina, veta, desafía o vota en contra.",
            _QUARREL,
            -4.2,
            "120",
        ),
        EventType(
            "THREATEN",
            "Warns of sanctions, force, a break of relations or other harm of its own doing.",
            "Advierte de sanciones, fuerza, ruptura de relaciones u otro daño propio.",
            _QUARREL,
            -5.1,
            "130",
        ),
        EventType(
            "PROTEST",
            "Demonstrates, strikes, riots or boycotts.",
            "Se manifiesta, hace huelga, se amotina o boicotea.",
            _FIGHT,
            -6.6,
            "140",
        ),
        EventType(
            "SANCTION",
            "Reduces or breaks relations, recalls or expels diplomats, suspends aid or trade, imposes an embargo.",
            "Reduce o rompe relaciones, retira o expulsa diplomáticos, suspende ayuda o comercio, impone un embargo.",
            _FIGHT,
            -5.2,
            "160",
        ),
        EventType(
            "MOBILIZE",
            "Deploys, stations or readies troops or police, keeps a base, tests weapons.",
            "Despliega, estaciona o alista tropas o policía, mantiene una base, prueba armas.",
            _FIGHT,
            -5.3,
            "150",
        ),
        EventType(
            "COERCE",
            "Arrests, deports, bans, imposes a curfew or emergency, dissolves or removes by force, seizes.",
            "Detiene, deporta, prohíbe, impone toque de queda o emergencia, disuelve o destituye, se apodera.",
            _FIGHT,
            -7.2,
            "170",
        ),
        EventType(
            "ASSAULT",
            "Attacks, kills, bombs, invades or abducts.",
            "Ataca, mata, bombardea, invade o secuestra.",
            _FIGHT,
            -9.3,
            "180",
        ),
        EventType(
            "TRANSITION",
            "Takes or leaves office; a body or state is founded or ended. Not in PLOVER.",
            "Asume o deja un cargo; se funda o termina un organismo o estado. No existe en PLOVER.",
        ),
    ),
)

EVENT_STATUS = Vocabulary(
    "event_status",
    "Whether it has happened, as the text tells it.",
    "Si ha ocurrido, según lo cuenta el texto.",
    terms(
        ("occurred", "It happened.", "Ocurrió."),
        ("ongoing", "It is under way.", "Está en curso."),
        ("announced", "It is planned or promised.", "Está previsto o prometido."),
        ("alleged", "A named party claims it.", "Lo afirma una parte con nombre."),
    ),
)

DATE_BASIS = Vocabulary(
    "date_basis",
    "What an event's date rests on.",
    "En qué se apoya la fecha de un evento.",
    terms(
        ("explicit", "A date in the text.", "Una fecha escrita en el texto."),
        ("relative", "Words such as two days later, counted from a known date.", "Expresiones como dos días después."),
        ("document", "The document's own date.", "La fecha del propio documento."),
        ("none", "The text fixes no date.", "El texto no fija fecha."),
    ),
)

DATE_PRECISION = Vocabulary(
    "date_precision",
    "How closely an event's date is known.",
    "Con qué exactitud se conoce la fecha de un evento.",
    terms(
        ("day", "To the day.", "Al día."),
        ("month", "To the month.", "Al mes."),
        ("season", "To the season of a year.", "A la estación del año."),
        ("year", "To the year.", "Al año."),
        ("decade", "To the decade.", "A la década."),
        ("century", "To the century.", "Al siglo."),
        ("interval", "A span with a beginning or an end, or both.", "Un lapso con comienzo, final o ambos."),
    ),
)

PARTICIPANT_ROLE = Vocabulary(
    "participant_role",
    "The part an actor has in an event.",
    "El papel de un actor en un evento.",
    terms(
        (
            "source",
            "Does it. All parties to a joint deed are sources.",
            "Lo hace. Todas las partes de un acto conjunto son fuente.",
        ),
        (
            "target",
            "It is done or addressed to this actor; the host of a visit.",
            "Se le hace o se le dirige; el anfitrión de una visita.",
        ),
    ),
)

COUNT_WHAT = Vocabulary(
    "count_what",
    "What was counted. Other words of the text may occur.",
    "Qué se contó. Pueden aparecer otras palabras del texto.",
    terms(
        ("killed", "People killed.", "Personas muertas."),
        ("injured", "People hurt.", "Personas heridas."),
        ("casualties", "Dead and hurt together.", "Muertos y heridos en conjunto."),
        ("arrested", "People arrested or detained.", "Personas detenidas."),
        ("convicted", "People convicted.", "Personas condenadas."),
        ("jailed", "People put in prison.", "Personas encarceladas."),
        ("deployed", "People sent, such as troops.", "Personas enviadas, como tropas."),
        ("displaced", "People driven from home.", "Personas desplazadas."),
        ("trained", "People trained.", "Personas formadas."),
    ),
    open=True,
)
