"""Prints the tables of RESULTS.md, as Markdown, from what `evaluate.py` wrote.

    python training/results.py --evaluation OUT/evaluation.json --real ptbxl-mini=OUT/mini/evaluation.json …

An AUROC over few ECGs says little: it comes with the number of ECGs that carry the statement and, from five on, with a 95 %
interval.
"""

import json
import math
import pathlib

from protoecg.options import parser, run_command
from protoecg.problem import Problem

FEWEST_FOR_INTERVAL = 5


def auroc_interval(auroc, positives, negatives):
    """The 95 % interval of an AUROC measured on so many ECGs with and without the statement.

    Its ends are the areas that are 1.96 of their own standard errors away (Newcombe, Stat Med 2006;25:559-573), which keeps
    it honest near 1, where the standard error at the measured area itself vanishes.
    """
    low = _find_end(0.0, auroc, lambda area: area + 1.96 * standard_error(area, positives, negatives) >= auroc)
    high = _find_end(auroc, 1.0, lambda area: area - 1.96 * standard_error(area, positives, negatives) >= auroc)
    return low, high


def standard_error(auroc, positives, negatives):
    """Of an area under the ROC curve (Hanley and McNeil, Radiology 1982;143:29-36)."""
    same_positive, same_negative = auroc / (2 - auroc), 2 * auroc**2 / (1 + auroc)
    variance = auroc * (1 - auroc)
    variance += (positives - 1) * (same_positive - auroc**2) + (negatives - 1) * (same_negative - auroc**2)
    return math.sqrt(max(0.0, variance) / (positives * negatives))


def _find_end(low, high, is_reached):
    """Where between `low`, where it is not, and `high`, where it is, something is reached."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if is_reached(middle) else (middle, high)
    return high


def held_out_table(evaluation):
    """One line a statement: AUROC, threshold, sensitivity and specificity."""
    lines = [_line("statement", "ECGs", "AUROC (95 %)", "threshold", "sensitivity", "specificity"), _rule(1, 5)]
    for code, row in evaluation["statements"].items():
        without = evaluation["ecgs"] - row["count"]
        lines.append(
            _line(
                code,
                row["count"],
                _auroc(row, without),
                f"{row['threshold']:.3f}",
                _share(row["true_positive"], row["count"]),
                _share(row["true_negative"], without),
            )
        )
    return "\n".join(lines)


def real_table(evaluations):
    """One line for each statement that occurs in a set, with counts; `evaluations` by the name of the set."""
    lines = [_line("statement", "set", "ECGs", "AUROC (95 %)", "found", "false alarms"), _rule(2, 4)]
    for code in next(iter(evaluations.values()))["statements"]:
        for name, evaluation in evaluations.items():
            row = evaluation["statements"][code]
            without = evaluation["ecgs"] - row["count"]
            if row["count"]:
                found, alarms = f"{row['true_positive']} of {row['count']}", f"{row['false_positive']} of {without}"
                lines.append(_line(code, name, row["count"], _auroc(row, without), found, alarms))
    return "\n".join(lines)


def _auroc(row, without):
    if row["auroc"] is None:
        return "–"
    text = f"{row['auroc']:.3f}"
    if min(row["count"], without) < FEWEST_FOR_INTERVAL:
        return text
    low, high = auroc_interval(row["auroc"], row["count"], without)
    return f"{text} ({low:.2f}–{high:.2f})"


def _share(part, whole):
    return f"{part / whole:.3f}" if whole else "–"


def _line(*cells):
    return f"| {' | '.join(map(str, cells))} |"


def _rule(words, numbers):
    return _line(*["---"] * words, *["---:"] * numbers)


def _summary(name, evaluation):
    measured = sum(row["auroc"] is not None for row in evaluation["statements"].values())
    return f"{name}: {evaluation['ecgs']:,} ECGs, macro-AUROC {evaluation['macro_auroc']:.3f} over {measured} statements."


def _read(path):
    try:
        return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Problem(f"There is no evaluation {path}.") from None


def _named(argument):
    name, equals, path = argument.partition("=")
    if not equals:
        raise Problem(f'--real needs NAME=FILE, not "{argument}".')
    return name, _read(path)


def main():
    options = parser("Prints the tables of RESULTS.md.")
    options.add_argument("--evaluation", required=True, help="of held-out simulated ECGs")
    options.add_argument("--real", nargs="+", default=[], metavar="NAME=FILE", help="of real ECGs")
    chosen = options.parse_args()
    held_out, real = _read(chosen.evaluation), dict(map(_named, chosen.real))
    print(f"{_summary('Held-out simulated ECGs', held_out)}\n\n{held_out_table(held_out)}")
    if real:
        summaries = "\n".join(f"- {_summary(name, evaluation)}" for name, evaluation in real.items())
        print(f"\n{summaries}\n\n{real_table(real)}")


if __name__ == "__main__":
    run_command(main)
