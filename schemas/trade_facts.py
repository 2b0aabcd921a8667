"""Table trade_facts."""

from __future__ import annotations

import datetime as dt

from schemas.base import column, first_day, last_day
from schemas.evidence import Evidence
from schemas.vocabularies import COMPARATOR, INDICATOR, UNIT


class TradeFacts(
    Evidence,
    name="trade_facts",
    en="One row per stated fact about trade, investment, size of an economy, or movement of people and business.",
    es="Una fila por dato enunciado sobre comercio, inversión, tamaño de la economía o movimiento de personas y "
    "empresas.",
    limits=(
        (
            "Each row is a statement, not a statistic: it may be rounded, out of date or wrong in the source. Use "
            "official series for amounts.",
            "Cada fila es una afirmación, no una estadística: la fuente puede haberla redondeado, dejado atrás o "
            "dado mal. Para montos use series oficiales.",
        ),
        (
            "Values of one indicator can have different units, currencies and periods: look at `unit`, `currency` "
            "and `period` before comparing.",
            "Los valores de un mismo indicador pueden tener unidades, monedas y períodos distintos: mire `unit`, "
            "`currency` y `period` antes de comparar.",
        ),
    ),
):
    trade_fact_id: str = column("Identifier of the fact.", "Identificador del dato.", key=True)
    indicator: str = column("What is measured.", "Qué se mide.", vocabulary=INDICATOR)
    reporter: str = column(
        "Country whose fact it is, ISO 3166-1 alpha-3, or the initials of an organisation.",
        "País al que corresponde el dato, ISO 3166-1 alfa-3, o las siglas de una organización.",
        nullable=True,
    )
    partner: str = column(
        "The other country, if any, ISO 3166-1 alpha-3, or the initials of an organisation.",
        "El otro país, si lo hay, ISO 3166-1 alfa-3, o las siglas de una organización.",
        nullable=True,
    )
    commodity: str = column(
        "The one good or sector the fact is about; null when it is about none.",
        "El bien o sector del que trata el dato; nulo si no trata de ninguno.",
        nullable=True,
    )
    comparator: str = column(
        "How the value is to be read; null without a value.",
        "Cómo debe leerse el valor; nulo sin valor.",
        nullable=True,
        vocabulary=COMPARATOR,
    )
    value: float = column(
        "The number, scaled out (two million is 2000000); null when the fact has none.",
        "La cifra completa (dos millones es 2000000); nulo si el dato no la tiene.",
        nullable=True,
    )
    unit: str = column("Unit of the value.", "Unidad del valor.", nullable=True, vocabulary=UNIT)
    currency: str = column(
        "ISO 4217 code when the value is money.",
        "Código ISO 4217 cuando el valor es dinero.",
        nullable=True,
        pattern=r"^[A-Z]{3}$",
    )
    period: str = column(
        "Time the value holds for, in EDTF, when said.",
        "Tiempo al que corresponde el valor, en EDTF, cuando se dice.",
        nullable=True,
        edtf=True,
    )
    period_min: dt.date = first_day("period")
    period_max: dt.date = last_day("period")
    attribution_id: str = column(
        "Actor to whom the text attributes the statement; null when it speaks for itself.",
        "Actor a quien el texto atribuye el enunciado; nulo si habla por sí mismo.",
        nullable=True,
        references="actors",
    )
