"""The contexts of events: PLOVER's general context codes (manual 0.7b1, 2021), explained in our words.

PLOVER's contexts for time and factuality (historical, future, hypothetical) are left out: the columns `date` and
`status` say the same.
"""

from schemas.vocabularies.base import Vocabulary, terms

CONTEXT = Vocabulary(
    "context",
    "The matter an event is about.",
    "El asunto al que se refiere un evento.",
    terms(
        ("political", "Politics not covered by a narrower term.", "Política no cubierta por un término más preciso."),
        ("military", "Armed forces and military assistance.", "Fuerzas armadas y asistencia militar."),
        ("intelligence", "Intelligence and its exchange.", "Inteligencia y su intercambio."),
        ("peacekeeping", "Peacekeeping missions.", "Misiones de paz."),
        ("economic", "Trade, finance and development.", "Comercio, finanzas y desarrollo."),
        ("diplomatic", "Diplomacy.", "Diplomacia."),
        ("resource", "Territory and natural resources.", "Territorio y recursos naturales."),
        ("culture", "Culture and education.", "Cultura y educación."),
        ("disease", "Outbreaks and epidemics.", "Brotes y epidemias."),
        ("enviro_disaster", "Environment, climate and disasters.", "Medio ambiente, clima y desastres."),
        ("migration", "Migrants, refugees and displaced people.", "Migrantes, refugiados y desplazados."),
        ("humanitarian", "Humanitarian help.", "Ayuda humanitaria."),
        ("legal", "National or international law.", "Derecho nacional o internacional."),
        ("human_rights", "Human rights by name.", "Derechos humanos, mencionados como tales."),
        ("rights_freedoms", "Political rights and freedoms.", "Derechos y libertades políticas."),
        ("gender", "Women and gender equality.", "Mujeres e igualdad de género."),
        ("lgbt", "Sexual minorities.", "Minorías sexuales."),
        ("terrorism", "Terrorism.", "Terrorismo."),
        ("human_security", "Access to food, water, housing, energy.", "Acceso a alimentos, agua, vivienda, energía."),
        ("religion_ethnicity", "Religion or ethnic groups.", "Religión o grupos étnicos."),
        ("government", "Affairs of government.", "Asuntos de gobierno."),
        ("election", "Elections and campaigns.", "Elecciones y campañas."),
        ("legislative", "Work of a legislature.", "Trabajo parlamentario."),
        ("political_institutions", "Political institutions and democracy.", "Instituciones políticas y democracia."),
        (
            "cbrn",
            "Chemical, biological, radiological and nuclear weapons.",
            "Armas químicas, biológicas, radiológicas y nucleares.",
        ),
        ("cyber", "Attacks and crime by computer.", "Ataques y delitos informáticos."),
        ("corruption", "Abuse of office for gain.", "Abuso del cargo para lucrar."),
        ("crime", "Crime not covered by a narrower term.", "Delito no cubierto por un término más preciso."),
        ("crime_murder", "Murder.", "Asesinato."),
        ("crime_theft", "Theft.", "Robo."),
        ("crime_drugs", "Drugs as a crime.", "Delitos de drogas."),
        ("crime_sexual", "Sexual crime.", "Delitos sexuales."),
    ),
)
