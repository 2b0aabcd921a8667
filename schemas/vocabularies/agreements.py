"""Vocabularies of agreements."""

from schemas.vocabularies.base import Vocabulary, terms

AGREEMENT_KIND = Vocabulary(
    "agreement_kind",
    "What an agreement is for.",
    "Para qué es un acuerdo.",
    terms(
        ("trade", "Trade or investment.", "Comercio o inversión."),
        ("defence", "Defence or a military alliance.", "Defensa o alianza militar."),
        ("counter_narcotics", "Fight against drugs.", "Lucha contra las drogas."),
        (
            "diplomatic_relations",
            "Relations between states, named partnerships among them.",
            "Relaciones entre estados, incluidas las asociaciones con nombre propio.",
        ),
        (
            "integration",
            "Economic or political bloc or framework, even where it is called a trade agreement.",
            "Bloque o marco económico o político, aunque se llame acuerdo comercial.",
        ),
        ("exercise", "Standing military exercise.", "Ejercicio militar permanente."),
        ("mandate", "Mandate, seat or mission given by a body.", "Mandato, escaño o misión que otorga un organismo."),
        ("legal", "Law, justice or borders.", "Derecho, justicia o fronteras."),
        ("environment", "Environment or climate.", "Medio ambiente o clima."),
        ("other", "Anything else: compacts, funds, programmes.", "Lo demás: pactos, fondos, programas."),
    ),
)

AGREEMENT_STATUS = Vocabulary(
    "agreement_status",
    "Where an agreement stands, as the text presents it.",
    "En qué estado está un acuerdo, según lo presenta el texto.",
    terms(
        ("in_force", "Binding now.", "Vigente."),
        ("proposed", "Put forward, not yet agreed.", "Propuesto, aún sin acordar."),
        ("pending", "Agreed or signed, not yet in force.", "Acordado o firmado, aún sin vigencia."),
        ("ended", "No longer binding.", "Ya sin vigencia."),
        ("unknown", "The text does not tell.", "El texto no lo dice."),
    ),
)

AGREEMENT_DATE_KIND = Vocabulary(
    "agreement_date_kind",
    "What happened to the agreement on its date.",
    "Qué ocurrió con el acuerdo en su fecha.",
    terms(
        ("signed", "It was signed.", "Se firmó."),
        ("in_force", "It took effect.", "Entró en vigor."),
        ("founded", "The organisation or programme was founded.", "Se fundó la organización o el programa."),
        ("proposed", "It was put forward.", "Se propuso."),
        ("other", "Something else, or a year in the name.", "Otra cosa, o un año que figura en el nombre."),
    ),
)
