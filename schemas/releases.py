"""Table releases."""

from __future__ import annotations

from schemas.base import Table, column

SHA256 = r"^[0-9a-f]{64}$"


class Releases(
    Table,
    name="releases",
    en="One row per release of the dataset, the latest last: what it was built from and what changed. No clock time "
    "enters, so that the same sources give the same release.",
    es="Una fila por versión publicada de los datos, la última al final: de qué se construyó y qué cambió. No entra "
    "la hora, para que las mismas fuentes den la misma versión.",
):
    release_id: str = column(
        "Identifier of the release, made of its place in order and its content.",
        "Identificador de la versión, hecho de su orden y su contenido.",
        key=True,
    )
    ordinal: int = column(
        "Place in the order of releases, from 1.", "Lugar en el orden de las versiones, desde 1.", minimum=1
    )
    version: str = column(
        "Version to cite: the ordinal and the first characters of the content's fingerprint.",
        "Versión para citar: el ordinal y los primeros caracteres de la huella del contenido.",
    )
    previous_release_id: str = column(
        "The release before; null for the first.",
        "La versión anterior; nulo para la primera.",
        nullable=True,
        references="releases",
    )
    sources_sha256: str = column(
        "SHA-256 over the fingerprints of all sources that were read.",
        "SHA-256 de las huellas de todas las fuentes leídas.",
        pattern=SHA256,
    )
    code_version: str = column("Version of the code and lexicons.", "Versión del código y de los léxicos.")
    model: str = column(
        "Name and version of the language model.", "Nombre y versión del modelo de lenguaje.", nullable=True
    )
    content_sha256: str = column(
        "SHA-256 over all rows of all other tables.", "SHA-256 de todas las filas de las demás tablas.", pattern=SHA256
    )
    n_documents: int = column("Number of documents.", "Número de documentos.", minimum=0)
    row_counts: str = column("Rows per table, as a JSON object.", "Filas por tabla, como objeto JSON.")
    changes: str = column(
        "Rows added, removed and changed per table since the release before, as a JSON object; tables without "
        "changes are left out.",
        "Filas agregadas, eliminadas y cambiadas por tabla desde la versión anterior, como objeto JSON; las tablas "
        "sin cambios se omiten.",
    )
