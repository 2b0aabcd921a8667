"""The parts of README.md that follow from the declarations and from the committed release.

`python -m tests.readme_parts` rewrites them.
"""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from pipeline.derive.diagram import diagram
from pipeline.derive.dictionary import table_list
from pipeline.derive.measured import summary

README = Path(__file__).parent.parent / "README.md"
QUALITY = README.parent / "outputs" / "parquet" / "quality.parquet"


def parts() -> dict[str, str]:
    """The text of each made part, by its name in the README's comments."""
    return {
        "diagram": f"```mermaid\n{diagram().strip()}\n```",
        "tables": table_list("en", "outputs/dictionary/en/{}.md").strip(),
        "quality": summary(pl.read_parquet(QUALITY), "en", "outputs/dictionary/en/{}.md").strip(),
    }


def with_parts(text: str) -> str:
    """A README with its made parts as they should be. Raises ValueError where a place for one is missing."""
    for name, made in parts().items():
        place = re.compile(rf"(<!-- {name}:[^>]*-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        if not place.search(text):
            raise ValueError(f"README.md has no place for {name}")
        text = place.sub(lambda found, made=made: f"{found[1]}\n{made}\n\n{found[2]}", text)
    return text


if __name__ == "__main__":
    README.write_text(with_parts(README.read_text(encoding="utf-8")), encoding="utf-8")
