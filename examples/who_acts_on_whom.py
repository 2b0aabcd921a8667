"""Who acts on whom? A heat map of doers and those it is done to: how often, and whether it is friendly.

python examples/who_acts_on_whom.py --by country
"""

from __future__ import annotations

from pathlib import Path

import altair as alt
import polars as pl
from release import arguments, names, read, save, stop


def dyads(outputs: Path, by: str) -> pl.DataFrame:
    """One row per doer and target, with the number of events and their mean Goldstein score.

    by: `actor` for the actors as named, `country` for the states they act for. Joint deeds, which have no target, are
    left out; within one country nothing is counted.
    """
    events = read(outputs, "events").select("event_id", "goldstein")
    who = names(outputs).select("actor_id", name=by)
    parts = read(outputs, "event_participants").join(who, on="actor_id").drop_nulls("name")
    sides = {
        role: parts.filter(role=role).select("event_id", pl.col("name").alias(role)).unique()
        for role in ("source", "target")
    }
    return (
        sides["source"]
        .join(sides["target"], on="event_id")
        .filter(pl.col("source") != pl.col("target"))
        .join(events, on="event_id")
        .group_by("source", "target")
        .agg(n_events=pl.len(), goldstein=pl.col("goldstein").mean().round(1))
        .sort("n_events", "source", "target", descending=[True, False, False])
    )


def busiest(pairs: pl.DataFrame, side: str, top: int) -> list[str]:
    """The names with most events on a side, the busiest first."""
    counted = pairs.group_by(side).agg(pl.col("n_events").sum()).sort("n_events", side, descending=[True, False])
    return counted[side].head(top).to_list()


def drawing(pairs: pl.DataFrame, top: int, by: str) -> alt.LayerChart:
    """The busiest doers and targets: colour is the mean score, the number in a cell how many events."""
    sources, targets = busiest(pairs, "source", top), busiest(pairs, "target", top)
    shown = pairs.filter(pl.col("source").is_in(sources), pl.col("target").is_in(targets))
    title = alt.TitleParams(
        "Who acts on whom",
        subtitle=f"{shown['n_events'].sum()} of {pairs['n_events'].sum()} deeds of one {by} to another; "
        "joint deeds are left out",
        anchor="start",
    )
    base = alt.Chart(shown, title=title, width=alt.Step(34), height=alt.Step(26)).encode(
        x=alt.X("target:N", title="to whom", sort=targets, axis=alt.Axis(orient="top", labelAngle=-45, labelLimit=200)),
        y=alt.Y("source:N", title="who acts", sort=sources, axis=alt.Axis(labelLimit=200)),
        tooltip=["source", "target", "n_events", "goldstein"],
    )
    score = alt.Scale(scheme="redblue", domain=[-10, 10])
    cells = base.mark_rect(stroke="white").encode(color=alt.Color("goldstein:Q", title="Mean Goldstein", scale=score))
    strong = "datum.goldstein === null || abs(datum.goldstein) < 6"
    numbers = base.mark_text().encode(
        text="n_events:Q", color=alt.condition(strong, alt.value("black"), alt.value("white"))
    )
    return cells + numbers


def main() -> None:
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--by", choices=["actor", "country"], default="actor", help="what rows and columns are")
    parser.add_argument("--top", type=int, default=15, help="how many doers and how many targets to show")
    options = parser.parse_args()
    if options.top < 1:
        stop(f"--top {options.top} leaves nothing to show: name a number from 1.")
    pairs = dyads(options.outputs, options.by)
    if pairs.is_empty():
        stop("No event has both a doer and a target, so there is nothing to draw.")
    save(drawing(pairs, options.top, options.by), "who_acts_on_whom", options)


if __name__ == "__main__":
    main()
