"""Table documents."""

from __future__ import annotations

import datetime as dt

from schemas.base import Table, column, first_day, last_day
from schemas.vocabularies import GENRE, TEXT_KIND


class Documents(
    Table,
    name="documents",
    en="One row per source that was read and coded, with where it comes from and what may be done with its text.",
    es="Una fila por fuente leída y codificada, con su procedencia y lo que se puede hacer con su texto.",
    limits=(
        (
            "Title, author and date are what the source or its front matter states: nothing is looked up, so many "
            "are null.",
            "Título, autor y fecha son los que dice la fuente o su encabezado: no se busca nada fuera, por lo que "
            "muchos son nulos.",
        ),
        (
            "`genre` is what whoever added the source said of it; `other` also stands for not said.",
            "`genre` es lo que dijo quien agregó la fuente; `other` también significa que no se dijo.",
        ),
    ),
):
    document_id: str = column(
        "Identifier of the document, the same in every build.",
        "Identificador del documento, igual en cada versión.",
        key=True,
    )
    file_name: str = column("Name of the file that was read.", "Nombre del archivo que se leyó.")
    sha256: str = column(
        "SHA-256 of the file that was read.", "SHA-256 del archivo que se leyó.", pattern=r"^[0-9a-f]{64}$"
    )
    original_file_name: str = column(
        "Name of the original that a digest retells; null when the original itself was read or none is named.",
        "Nombre del original que resume un extracto; nulo si se leyó el propio original o no se nombra.",
        nullable=True,
    )
    original_sha256: str = column(
        "SHA-256 of that original.", "SHA-256 de ese original.", nullable=True, pattern=r"^[0-9a-f]{64}$"
    )
    text_kind: str = column(
        "Whether the original or a digest of it was read.",
        "Si se leyó el original o un extracto suyo.",
        vocabulary=TEXT_KIND,
    )
    title: str = column("Title.", "Título.", nullable=True)
    author: str = column("Author as printed.", "Autor tal como figura.", nullable=True)
    publisher: str = column("Publisher.", "Editor.", nullable=True)
    published: str = column("Date of publication in EDTF.", "Fecha de publicación en EDTF.", nullable=True, edtf=True)
    published_min: dt.date = first_day("published")
    published_max: dt.date = last_day("published")
    accessed: str = column(
        "Date on which the source was looked up, in EDTF.",
        "Fecha en que se consultó la fuente, en EDTF.",
        nullable=True,
        edtf=True,
    )
    url: str = column("Web address of the source.", "Dirección web de la fuente.", nullable=True)
    genre: str = column("What sort of writing it is.", "Qué tipo de escrito es.", vocabulary=GENRE)
    language: str = column(
        "Language of the text, ISO 639-1 code.", "Idioma del texto, código ISO 639-1.", pattern=r"^[a-z]{2,3}$"
    )
    licence: str = column("Licence of the text that was read.", "Licencia del texto que se leyó.", nullable=True)
    may_redistribute: bool = column(
        "Whether the text that was read may be passed on; if not, its words are left out of every table.",
        "Si el texto leído puede difundirse; si no, sus palabras se omiten en todas las tablas.",
    )
    n_chars: int = column("Length of the text.", "Longitud del texto.", unit="code points", minimum=0)
    n_words: int = column("Number of words.", "Número de palabras.", unit="words", minimum=0)
    n_sentences: int = column("Number of sentences.", "Número de oraciones.", unit="sentences", minimum=0)
