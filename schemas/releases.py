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
    order=("ordinal",),
    limits=(
        (
            "The history of one published folder: a dataset built elsewhere from the same sources has the same "
            "content but its own history.",
            "Es la historia de una carpeta publicada: los datos construidos en otro lugar con las mismas fuentes "
            "tienen el mismo contenido pero su propia historia.",
        ),
    ),
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
    rules_sha256: str = column(
        "SHA-256 of the code that decides what rows there are, comments and layout apart, when the release was first "
        "built; null where it is not known.",
        "SHA-256 del código que decide qué filas hay, sin comentarios ni formato, al construirse por primera vez la "
        "versión; nulo si no se conoce.",
        nullable=True,
        pattern=SHA256,
    )
    lexicons_sha256: str = column(
        "SHA-256 of the entries of all lexicons, when the release was first built; null where it is not known.",
        "SHA-256 de las entradas de todos los léxicos al construirse por primera vez; nulo si no se conoce.",
        nullable=True,
        pattern=SHA256,
    )
    gold_sha256: str = column(
        "SHA-256 of the hand coding that quality was measured with, when the release was first built; null where none "
        "was.",
        "SHA-256 de la codificación manual con que se midió la calidad, al construirse por primera vez la versión; "
        "nulo si no hubo.",
        nullable=True,
        pattern=SHA256,
    )
    model: str = column(
        "Name and version of the language model.", "Nombre y versión del modelo de lenguaje.", nullable=True
    )
    content_sha256: str = column(
        "SHA-256 over all rows of all other tables.", "SHA-256 de todas las filas de las demás tablas.", pattern=SHA256
    )
    private: bool = column(
        "Whether words of sources that may not be passed on are in it: for the own use of whoever built it, not to be "
        "published.",
        "Si contiene palabras de fuentes que no pueden difundirse: para uso propio de quien la construyó, no para "
        "publicarse.",
    )
    n_documents: int = column("Number of documents.", "Número de documentos.", minimum=0)
    row_counts: str = column("Rows per table, as a JSON object.", "Filas por tabla, como objeto JSON.")
    changes: str = column(
        "Rows added, removed and changed per table since the release before, as a JSON object; tables without "
        "changes are left out.",
        "Filas agregadas, eliminadas y cambiadas por tabla desde la versión anterior, como objeto JSON; las tablas "
        "sin cambios se omiten.",
    )
    reasons: list[str] = column(
        "Why it differs from the release before: sources, code, lexicons, model or hand coding that changed, and the "
        "rules whose rows differ in unchanged sources.",
        "Por qué difiere de la versión anterior: fuentes, código, léxicos, modelo o codificación manual que cambiaron, "
        "y las reglas cuyas filas difieren en fuentes sin cambios.",
        many=True,
    )
    notable: list[str] = column(
        "Added, removed and changed events, agreements, trade facts and recommendations, each in a line of codes and "
        "names; empty for the first release. At most a few of each.",
        "Eventos, acuerdos, datos de comercio y recomendaciones agregados, eliminados y cambiados, cada uno en una "
        "línea de códigos y nombres; vacío para la primera versión. A lo sumo unos pocos de cada clase.",
        many=True,
    )
