"""How has the relationship gone? Events by time and by quad class: cooperation above the line, conflict below.

python examples/relations_over_time.py --between PER USA
"""

from __future__ import annotations

import altair as alt
import polars as pl
from release import COOPERATION_TO_CONFLICT, arguments, read, save, stop

COLOUR = alt.Color(
    "quad_class:N",
    title="Quad class",
    legend=alt.Legend(labelExpr="replace(datum.label, '_', ' ')"),
    scale=alt.Scale(domain=list(COOPERATION_TO_CONFLICT), range=list(COOPERATION_TO_CONFLICT.values())),
)


def between(events: pl.DataFrame, pair: tuple[str, str]) -> pl.DataFrame:
    """Events in which both countries take part, on whichever side."""
    taking_part = pl.col("source_countries").list.set_union("target_countries")
    return events.filter(*(taking_part.list.contains(country) for country in pair))


def dated(events: pl.DataFrame, years: int) -> pl.DataFrame:
    """Events whose date has a first and a last day, with the period of so many years in which they begin."""
    start = pl.col("date_min").dt.year() // years * years
    return events.filter(pl.col("date_min").is_not_null(), pl.col("date_max").is_not_null()).with_columns(period=start)


def drawing(events: pl.DataFrame, years: int, title: alt.TitleParams) -> alt.VConcatChart:
    """Above, numbers of events per period; below, each event at its Goldstein score, as long as its date is wide."""
    cooperation = pl.col("quad_class").str.ends_with("cooperation")
    counts = events.group_by("period", "quad_class").len("n_events").sort("period", "quad_class")
    number = pl.col("n_events").cast(pl.Int64)
    counts = counts.with_columns(
        signed=pl.when(cooperation).then(number).otherwise(-number), until=pl.col("period") + years
    )
    first, last = counts.select(pl.col("period").min(), pl.col("until").max()).row(0)
    span = alt.Scale(domain=[first, last], nice=False, padding=0)
    per_period = "events per year" if years == 1 else f"events per {years} years"
    upright = alt.Axis(tickMinStep=1, labelExpr="abs(datum.value)")
    bars = (
        alt.Chart(counts, width=760, height=200)
        .mark_bar(orient="vertical", stroke="white")
        .encode(
            x=alt.X("period:Q", title=None, scale=span, axis=alt.Axis(format="d", labelFlush=False)),
            x2="until:Q",
            y=alt.Y("signed:Q", stack="zero", title=["conflict | cooperation", per_period], axis=upright),
            color=COLOUR,
            tooltip=["period", "quad_class", "n_events"],
        )
    )
    base = alt.Chart(placed(events), width=760, height=220).encode(
        y=alt.Y("goldstein:Q", title=["Goldstein score", "of each event"], scale=alt.Scale(domain=[-10, 10])),
        color=COLOUR,
        tooltip=["date", "event_type", "mode", "status", "goldstein", "event_id"],
    )
    wide = base.mark_rule(strokeWidth=3, opacity=0.5).encode(
        x=alt.X("start:Q", title="Year", scale=span, axis=alt.Axis(format="d", labelFlush=False)), x2="end:Q"
    )
    middle = base.mark_point(filled=True, size=70, opacity=0.9).encode(x=alt.X("middle:Q", scale=span))
    one_by_one = wide + middle
    return alt.vconcat(bars, one_by_one, title=title)


def placed(events: pl.DataFrame) -> pl.DataFrame:
    """Events with the first and last day of their date and the middle between both, as years with a fraction."""
    start, end = (pl.col(name).dt.year() + pl.col(name).dt.ordinal_day() / 366 for name in ("date_min", "date_max"))
    told = events.select(
        "event_id", "event_type", "mode", "goldstein", "quad_class", "date", "status", start=start, end=end
    )
    return told.with_columns(middle=(pl.col("start") + pl.col("end")) / 2)


def main() -> None:
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--between", nargs=2, metavar="COUNTRY", help="only events with both countries (ISO alpha-3)")
    parser.add_argument("--since", type=int, metavar="YEAR", help="only events that begin in this year or later")
    parser.add_argument("--years", type=int, default=5, help="width of a period")
    options = parser.parse_args()
    if options.years < 1:
        stop(f"--years {options.years} is no width of a period: name a number from 1.")
    events = read(options.outputs, "events").filter(pl.col("quad_class").is_not_null())
    if options.between:
        events = between(events, tuple(options.between))
    shown = dated(events, options.years)
    undated = events.height - shown.height
    if options.since:
        shown = shown.filter(pl.col("date_min").dt.year() >= options.since)
    if shown.is_empty():
        stop("No event with a date is left to draw. Leave --between and --since out, or name others.")
    who = " and ".join(options.between) if options.between else "all actors"
    title = alt.TitleParams(
        f"Cooperation and conflict over time: {who}",
        subtitle=f"{shown.height} events; {undated} more have no date that can be placed",
        anchor="start",
    )
    save(drawing(shown, options.years, title), "relations_over_time", options)


if __name__ == "__main__":
    main()
