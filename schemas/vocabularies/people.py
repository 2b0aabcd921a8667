"""Vocabularies of actors and of how they are named.

Sectors are the sector and non-state actor codes of PLOVER (Open Event Data Alliance, manual 0.7b1, 2021), the codes
that POLECAT uses; the explanations are ours.
"""

from schemas.vocabularies.base import Vocabulary, terms

ACTOR_KIND = Vocabulary(
    "actor_kind",
    "What an actor is.",
    "Qué es un actor.",
    terms(
        ("state", "A country.", "Un país."),
        (
            "government_body",
            "Ministry, legislature, court, agency, embassy, consulate or police.",
            "Ministerio, parlamento, tribunal, agencia, embajada, consulado o policía.",
        ),
        ("person", "A human being with a name.", "Un ser humano con nombre."),
        ("party", "Political party or movement.", "Partido o movimiento político."),
        ("igo", "Organisation or bloc whose members are states.", "Organización o bloque cuyos miembros son estados."),
        (
            "ngo",
            "Non-governmental organisation, think tank or university.",
            "Organización no gubernamental, centro de estudios o universidad.",
        ),
        (
            "armed_force",
            "A state's military, or a named unit or ship of it.",
            "Las fuerzas armadas de un estado, o una unidad o buque suyo con nombre.",
        ),
        (
            "armed_group",
            "Rebels, insurgents or organised crime.",
            "Rebeldes, insurgentes o crimen organizado.",
        ),
        ("company", "A business.", "Una empresa."),
        (
            "media",
            "Newspaper, broadcaster, news agency or web site that the text cites.",
            "Periódico, emisora, agencia de noticias o sitio web que el texto cita.",
        ),
        (
            "group",
            "People without a name of their own who act together.",
            "Personas sin nombre propio que actúan juntas.",
        ),
    ),
)

RESOLUTION = Vocabulary(
    "resolution",
    "How a mention was recognised as its actor.",
    "Cómo se reconoció al actor en una mención.",
    terms(
        ("name", "By the full name.", "Por el nombre completo."),
        ("alias", "By another name of it.", "Por otro nombre suyo."),
        ("acronym", "By its initials.", "Por sus siglas."),
        (
            "metonym",
            "By a place, building or office that stands for a government.",
            "Por un lugar, edificio o cargo que representa a un gobierno.",
        ),
        ("demonym", "By the adjective or noun of a people.", "Por el gentilicio."),
        ("surname", "By the family name alone.", "Solo por el apellido."),
        ("pronoun", "By a pronoun that refers back.", "Por un pronombre que remite a él."),
        ("description", "By a role or description.", "Por un cargo o una descripción."),
    ),
)

SECTOR = Vocabulary(
    "sector",
    "PLOVER code of the part of society an actor belongs to.",
    "Código PLOVER de la parte de la sociedad a la que pertenece un actor.",
    terms(
        ("GOV", "Executive and ruling parties.", "Poder ejecutivo y partidos gobernantes."),
        ("JUD", "Courts and judges.", "Tribunales y jueces."),
        ("LEG", "Legislature and its members.", "Poder legislativo y sus miembros."),
        ("MIL", "Armed forces of a state.", "Fuerzas armadas de un estado."),
        ("COP", "Police and investigating units.", "Policía y unidades de investigación."),
        ("OPP", "Political opposition.", "Oposición política."),
        ("PTY", "Party neither in government nor in opposition.", "Partido ni de gobierno ni de oposición."),
        ("REB", "Armed opposition.", "Oposición armada."),
        ("PRM", "Paramilitaries not opposed to the government.", "Paramilitares no opuestos al gobierno."),
        ("SPY", "State intelligence service.", "Servicio estatal de inteligencia."),
        ("UAF", "Armed people of unknown side.", "Hombres armados de bando desconocido."),
        ("CVL", "Civilians.", "Población civil."),
        ("ELI", "Former officials, celebrities, spokespersons.", "Exfuncionarios, celebridades, portavoces."),
        ("BUS", "Business within a country.", "Empresas de un país."),
        ("EDU", "Schools, universities, students.", "Escuelas, universidades, estudiantes."),
        ("MED", "Health services and staff.", "Servicios y personal de salud."),
        ("LAB", "Workers and unions.", "Trabajadores y sindicatos."),
        ("AGR", "Farmers and agricultural workers.", "Agricultores y trabajadores del campo."),
        ("JRN", "Journalists and media.", "Periodistas y medios."),
        ("REF", "Refugees and displaced people.", "Refugiados y desplazados."),
        ("REL", "Religious bodies.", "Entidades religiosas."),
        ("SOC", "Civil society not covered elsewhere.", "Sociedad civil no incluida en otros códigos."),
        ("CRM", "Criminals and gangs.", "Delincuentes y bandas."),
        ("IGO", "Organisation of states.", "Organización de estados."),
        ("NGO", "Non-governmental organisation.", "Organización no gubernamental."),
        ("ISM", "International social movement.", "Movimiento social internacional."),
        ("IMG", "Armed group of several countries.", "Grupo armado transnacional."),
        ("MNC", "Company of several countries.", "Empresa multinacional."),
    ),
)
