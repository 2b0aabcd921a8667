"""Vocabularies of trade facts and recommendations."""

from schemas.vocabularies.base import Vocabulary, terms

INDICATOR = Vocabulary(
    "indicator",
    "What a trade fact measures.",
    "Qué mide un dato de comercio.",
    terms(
        ("goods_exported", "A good the reporter sells abroad.", "Un bien que el país informante vende al exterior."),
        ("goods_imported", "A good the reporter buys abroad.", "Un bien que el país informante compra al exterior."),
        ("export_share", "Share of exports.", "Participación en las exportaciones."),
        ("trade_rank", "Place among trading partners; 1 is the largest.", "Puesto entre los socios; 1 es el mayor."),
        ("trade_value", "Value of trade.", "Valor del comercio."),
        ("trade_balance", "Exports less imports.", "Exportaciones menos importaciones."),
        ("investment", "Investment; the host is reporter.", "Inversión; el receptor es el país informante."),
        ("tariff", "Tariff or duty.", "Arancel."),
        ("companies", "Number of companies.", "Número de empresas."),
        ("visitors", "Visitors, students and guest workers.", "Visitantes, estudiantes y trabajadores temporales."),
        ("residents", "People of one country living in another.", "Personas de un país que viven en otro."),
        ("migrants", "People who moved from one country to another.", "Personas que migraron de un país a otro."),
        ("population", "Population.", "Población."),
        ("gdp", "Gross domestic product or its growth.", "Producto bruto interno o su crecimiento."),
        ("resource", "Natural resource or rank in producing it.", "Recurso natural o puesto en su producción."),
        ("other", "Another measure of the economy.", "Otra medida de la economía."),
    ),
)

COMPARATOR = Vocabulary(
    "comparator",
    "How the value is to be read.",
    "Cómo debe leerse el valor.",
    terms(
        ("=", "Exactly.", "Exactamente."),
        ("~", "About; of a range, its lower bound.", "Aproximadamente; de un rango, su límite inferior."),
        (">", "More than.", "Más de."),
        (">=", "At least.", "Al menos."),
        ("<", "Less than.", "Menos de."),
        ("<=", "At most.", "A lo sumo."),
    ),
)

UNIT = Vocabulary(
    "unit",
    "Unit of a value. Other words of the text may occur.",
    "Unidad de un valor. Pueden aparecer otras palabras del texto.",
    terms(
        ("percent", "Per cent.", "Por ciento."),
        (
            "USD",
            "United States dollars; other currencies by ISO 4217 code.",
            "Dólares; otras monedas por código ISO 4217.",
        ),
        ("people", "People.", "Personas."),
        ("companies", "Companies.", "Empresas."),
        ("jobs", "Jobs.", "Empleos."),
        ("rank", "Place in an order; 1 is first.", "Puesto en un orden; 1 es el primero."),
    ),
    open=True,
)

AREA = Vocabulary(
    "area",
    "The field that the advised act steers.",
    "El ámbito que orienta la acción aconsejada.",
    terms(
        ("trade", "Trade.", "Comercio."),
        ("investment", "Investment.", "Inversión."),
        ("security", "Security and defence.", "Seguridad y defensa."),
        ("counter_narcotics", "Fight against drugs.", "Lucha contra las drogas."),
        ("governance", "Institutions, rule of law, democracy.", "Instituciones, estado de derecho, democracia."),
        ("human_rights", "Human rights.", "Derechos humanos."),
        ("environment", "Environment and climate.", "Medio ambiente y clima."),
        ("energy", "Energy.", "Energía."),
        ("health", "Health.", "Salud."),
        ("migration", "Migration.", "Migración."),
        ("humanitarian", "Humanitarian help.", "Ayuda humanitaria."),
        ("diplomacy", "Relations and talks between governments.", "Relaciones y diálogo entre gobiernos."),
        ("multilateral", "Work in international bodies.", "Trabajo en organismos internacionales."),
        ("anti_corruption", "Fight against corruption.", "Lucha contra la corrupción."),
        ("development", "Social and economic development.", "Desarrollo social y económico."),
        ("culture", "Culture, education and exchange.", "Cultura, educación e intercambio."),
        ("technology", "Technology.", "Tecnología."),
        ("labour", "Work and workers.", "Trabajo y trabajadores."),
        ("other", "Another field.", "Otro ámbito."),
    ),
)

AREA_BASIS = Vocabulary(
    "area_basis",
    "What a recommendation's area rests on.",
    "En qué se apoya el ámbito de una recomendación.",
    terms(
        (
            "act",
            "Words of the act itself or of the label or topic in front of it.",
            "Palabras de la propia acción, o del rótulo o tema que la precede.",
        ),
        (
            "surroundings",
            "Words around it: the rest of the sentence, those beside it, headings, the subject of the text.",
            "Palabras de su entorno: el resto de la oración, las vecinas, los títulos, el tema del texto.",
        ),
        ("none", "Nothing tells it; diplomacy is taken.", "Nada lo indica; se toma la diplomacia."),
    ),
)

MODALITY = Vocabulary(
    "modality",
    "How strongly it is advised.",
    "Con qué fuerza se aconseja.",
    terms(
        ("must", "Is obliged to.", "Está obligado a."),
        ("should", "Ought to.", "Debería."),
        ("could", "Might usefully.", "Podría con provecho."),
        ("needs", "Is needed, essential or vital.", "Es necesario, esencial o vital."),
        (
            "advised",
            "Is put forward without a modal verb, as in a list of advice or an imperative.",
            "Se propone sin verbo modal, como en una lista de consejos o un imperativo.",
        ),
    ),
)

POLARITY = Vocabulary(
    "polarity",
    "Whether the act is advised or advised against.",
    "Si la acción se aconseja o se desaconseja.",
    terms(("do", "To be done.", "Debe hacerse."), ("avoid", "Not to be done.", "No debe hacerse.")),
)
