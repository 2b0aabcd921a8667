"""Dagster: the data flow as assets, with checks, one job, a schedule and a sensor.

Belongs here: everything that imports dagster. Does not belong here: what a stage does (its own package). Stages are
imported when they run, so that the code location and the command line load fast.
"""
