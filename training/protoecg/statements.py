"""The 71 SCP-ECG statements and the branch that each belongs to."""

import csv
import pathlib

TABLE = pathlib.Path(__file__).parents[1] / "statements.csv"

with TABLE.open(encoding="utf-8", newline="") as _file:
    _rows = list(csv.DictReader(_file))

STATEMENTS = tuple(row["code"] for row in _rows)
"""The 71 codes in PTB-XL's spelling and order, which is the order of every label vector."""

CATEGORIES = tuple(int(row["category"]) for row in _rows)
"""The published category of each statement: 1 rhythm, 3 morphology (partial), 4 global."""
