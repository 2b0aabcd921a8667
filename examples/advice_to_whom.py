"""What is recommended to whom? Advice by field and by the actor who is to follow it, and how strongly it is put.

python examples/advice_to_whom.py --top 3
"""

from __future__ import annotations

from pathlib import Path

import altair as alt
import polars as pl
from release import BEYOND_NAMED, arguments, names, read, save, stop

STRENGTH = {"must": "#08306b", "needs": "#2171b5", "should": "#6baed6", "advised": "#a1c9e3", "could": "#d6e4f0"}
"""Modalities from the strongest to the weakest, in shades from dark to light."""


def advice(outputs: Path) -> pl.DataFrame:
    """One row per recommendation and addressee; those that address nobody have a row of their own."""
    found = read(outputs, "recommendations").select(
        "recommendation_id", "action", "area", "modality", "polarity", "document_id", actor_id="addressee_ids"
    )
    return (
        found.explode("actor_id", empty_as_null=True)
        .join(names(outputs), on="actor_id", how="left")
        .with_columns(addressee=pl.col("actor").fill_null(BEYOND_NAMED))
        .sort("recommendation_id", "addressee")
    )


def drawing(rows: pl.DataFrame, top: int) -> alt.FacetChart:
    """A column of bars for each of the most addressed actors, a bar for each field of advice."""
    order = rows["addressee"].value_counts().sort("count", "addressee", descending=[True, False])["addressee"].to_list()
    named = [name for name in order if name != BEYOND_NAMED][:top]
    panels = [*named, *([BEYOND_NAMED] if BEYOND_NAMED in order else [])]
    shown = rows.filter(pl.col("addressee").is_in(panels)).with_columns(field=pl.col("area").str.replace_all("_", " "))
    against = shown.filter(polarity="avoid").height
    title = alt.TitleParams(
        "What is recommended, and to whom",
        subtitle=f"{shown['recommendation_id'].n_unique()} recommendations in {shown['document_id'].n_unique()} "
        f"documents; {against} of them advise against something",
        anchor="start",
    )
    strength = alt.Scale(domain=list(STRENGTH), range=list(STRENGTH.values()))
    return (
        alt.Chart(shown, title=title, width=200)
        .mark_bar(stroke="white")
        .encode(
            x=alt.X("count():Q", title="Recommendations", axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("field:N", title=None, sort="-x"),
            color=alt.Color("modality:N", title="How strongly", scale=strength),
            order=alt.Order("strength:Q"),
            column=alt.Column("addressee:N", title=None, sort=panels, header=alt.Header(labelFontWeight="bold")),
            tooltip=["addressee", "field", "modality", "count()"],
        )
        .transform_calculate(strength=f"indexof({list(STRENGTH)}, datum.modality)")
    )


def main() -> None:
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--top", type=int, default=3, help="how many addressees to show")
    options = parser.parse_args()
    if options.top < 1:
        stop(f"--top {options.top} leaves nothing to show: name a number from 1.")
    rows = advice(options.outputs)
    if rows.is_empty():
        stop("The release holds no recommendation, so there is nothing to draw.")
    save(drawing(rows, options.top), "advice_to_whom", options)


if __name__ == "__main__":
    main()
