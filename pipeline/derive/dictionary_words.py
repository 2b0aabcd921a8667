"""The words of dictionary pages that no declaration tells, in English and Spanish."""

from __future__ import annotations

from pipeline.derive.descriptions import Language

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "about": "What every table and column means. The same pages in Spanish: [es](../es/README.md).",
        "column": "Column",
        "columns": "Columns",
        "conventions": "What holds for all tables",
        "diagram": "How the tables hang together",
        "dictionary": "Data dictionary",
        "each": "(each element of the list)",
        "empty": "The table is empty in this release.",
        "example": "Example",
        "examples": "Example rows",
        "files": "Files",
        "joins": "Joins",
        "joins_about": "The SQL runs in the DuckDB file after `SELECT *`.",
        "joins_to": "Joins to",
        "key": "Key",
        "limits": "Known limits",
        "meaning": "Meaning",
        "open": "Open: other values may occur.",
        "order": "Rows in the files are sorted by",
        "row": "What a row is",
        "rows": "Rows",
        "table": "Table",
        "term": "Term",
        "type": "Type",
        "vocabularies": "Vocabularies",
    },
    "es": {
        "about": "Qué significa cada tabla y cada columna. Las mismas páginas en inglés: [en](../en/README.md).",
        "column": "Columna",
        "columns": "Columnas",
        "conventions": "Lo que vale para todas las tablas",
        "diagram": "Cómo se relacionan las tablas",
        "dictionary": "Diccionario de datos",
        "each": "(cada elemento de la lista)",
        "empty": "La tabla está vacía en esta versión.",
        "example": "Ejemplo",
        "examples": "Filas de ejemplo",
        "files": "Archivos",
        "joins": "Uniones",
        "joins_about": "El SQL se ejecuta en el archivo DuckDB tras `SELECT *`.",
        "joins_to": "Se une con",
        "key": "Clave",
        "limits": "Límites conocidos",
        "meaning": "Significado",
        "open": "Abierto: puede haber otros valores.",
        "order": "Las filas de los archivos están ordenadas por",
        "row": "Qué es una fila",
        "rows": "Filas",
        "table": "Tabla",
        "term": "Término",
        "type": "Tipo",
        "vocabularies": "Vocabularios",
    },
}

CONVENTIONS: dict[Language, tuple[str, ...]] = {
    "en": (
        "Identifiers are strings, the same in every build of the same sources, and stay the same for an unchanged "
        "thing when other sources come or go.",
        "Offsets count Unicode code points from 0, half open, in the text of the source: "
        "`text[char_start:char_end]` is the evidence.",
        "A date in [EDTF](https://www.loc.gov/standards/datetime/) can be open, uncertain or a whole year; the columns "
        "`…_min` and `…_max` beside it hold its first and last possible day.",
        "Countries are ISO 3166-1 alpha-3 codes, currencies ISO 4217, languages ISO 639-1.",
        "Null means not said, not known or not applicable, as the column tells; an empty list means none.",
        "Lists are lists in Parquet and DuckDB, and JSON arrays in CSV.",
        "Terms of vocabularies are plain strings in Parquet and CSV, and enumerations in DuckDB.",
        "`evidence`, `surface`, `trigger` and `text` are null where the licence of a source forbids passing its words "
        "on; offsets and coded values stay.",
    ),
    "es": (
        "Los identificadores son textos, iguales en cada construcción de las mismas fuentes, y no cambian para lo que "
        "no cambia cuando otras fuentes entran o salen.",
        "Las posiciones cuentan puntos de código Unicode desde 0, sin incluir el final, en el texto de la fuente: "
        "`text[char_start:char_end]` es la evidencia.",
        "Una fecha en [EDTF](https://www.loc.gov/standards/datetime/) puede ser abierta, incierta o un año entero; las "
        "columnas `…_min` y `…_max` que la acompañan tienen su primer y último día posible.",
        "Los países son códigos ISO 3166-1 alfa-3; las monedas, ISO 4217; los idiomas, ISO 639-1.",
        "Nulo significa no dicho, no conocido o no aplicable, según indica la columna; una lista vacía significa "
        "ninguno.",
        "Las listas son listas en Parquet y DuckDB, y arreglos JSON en CSV.",
        "Los términos de los vocabularios son textos simples en Parquet y CSV, y enumeraciones en DuckDB.",
        "`evidence`, `surface`, `trigger` y `text` son nulos donde la licencia de una fuente impide difundir sus "
        "palabras; las posiciones y los valores codificados se conservan.",
    ),
}
