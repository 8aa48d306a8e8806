"""The table of the planning benchmark, and what it says of the bars; doctests: python3 -m doctest FILE."""

import math

PROVED = 2e-6


def gap(result):
    """The gap relative to the value; None without a value or bound.

    >>> gap({"value": 100.0, "bound": 100.5})
    0.005
    >>> gap({"value": None, "bound": 1.0}) is None
    True
    """
    if result.get("value") is None or result.get("bound") is None or not math.isfinite(result["bound"]):
        return None
    return abs(result["bound"] - result["value"]) / max(1e-9, abs(result["value"]))


def is_proved(result):
    """Whether the gap is closed.

    >>> is_proved({"value": 100.0, "bound": 100.0001}), is_proved({"value": 100.0, "bound": 101.0})
    (True, False)
    """
    return gap(result) is not None and gap(result) <= PROVED


def held(results, known=None):
    """The results without the bounds that a verified plan refutes, Selaras's own or a known one by its value.

    >>> held({"a": {"value": 9.0, "bound": 9.5}, "selaras": {"value": 9.6, "bound": 9.7}})["a"]
    {'value': 9.0, 'bound': None, 'refuted': 9.5}
    >>> held({"selaras": {"value": 9.0, "bound": 9.5}}, known=9.4)["selaras"]
    {'value': 9.0, 'bound': 9.5}
    """
    values = [value for value in (results["selaras"].get("value"), known) if value is not None]
    best = max(values, default=-math.inf)
    slack = 2 * PROVED * max(1, abs(best))
    return {name: {**r, "bound": None, "refuted": r["bound"]} if r.get("bound") is not None and r["bound"] < best - slack else r
            for name, r in results.items()}


def first_within(result, best, share):
    """Seconds until the first incumbent within a share of the best known bound; None where there is none.

    >>> first_within({"incumbents": [[0.1, 90.0], [0.4, 99.0]]}, 100.0, 0.02)
    0.4
    """
    good = [seconds for seconds, value in result.get("incumbents", []) if abs(best - value) <= share * abs(best)]
    return min(good, default=None)


def best_bound(results):
    """The least bound that any solver proved (values are to be maximised)."""
    return min((r["bound"] for r in results.values() if gap(r) is not None), default=None)


def disagreement(results):
    """Proved optima that differ by more than 1e-6 of their size, as a sentence; empty where all agree.

    >>> disagreement({"a": {"value": 1.0, "bound": 1.0}, "b": {"value": 1.1, "bound": 1.1}})
    '**optima differ: 1.0 and 1.1**'
    """
    proved = [r["value"] for r in results.values() if is_proved(r)]
    if not proved or max(proved) - min(proved) <= 2 * PROVED * max(1, abs(max(proved))):
        return ""
    return f"**optima differ: {min(proved)} and {max(proved)}**"


def cell(result):
    """Seconds to proof, or the gap at the limit.

    >>> cell({"value": 100.0, "bound": 100.0, "seconds": 2.345}), cell({"value": 100.0, "bound": 101.0, "seconds": 60.0})
    ('2.35 s', 'gap 1.000 %')
    """
    if "skipped" in result:
        return "–"
    if is_proved(result):
        return f"{result['seconds']:.2f} s"
    if result.get("value") is None:
        return "no plan"
    if "refuted" in result:
        return f"bound {result['refuted']:,.2f} refuted"
    return "no bound" if gap(result) is None else f"gap {100 * gap(result):.3f} %"


def peers(results):
    return {name: r for name, r in results.items() if name != "selaras" and "skipped" not in r}


def geometric_mean(ratios):
    """The mean of ratios.

    >>> geometric_mean([0.25, 1.0])
    0.5
    """
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def verdicts(runs):
    """What the results say of the bars: lines of text. `runs` is a list of (name, results by solver)."""
    both, neither, lines = [], [], []
    for name, results in runs:
        proved = [r["seconds"] for r in peers(results).values() if is_proved(r)]
        if proved and is_proved(results["selaras"]):
            both.append((results["selaras"]["seconds"] / min(proved), min(proved), name))
        elif not proved and not is_proved(results["selaras"]):
            neither.append((name, results))
    if both:
        mean = geometric_mean([ratio for ratio, _, _ in both])
        lines.append(f"- Where Selaras and a peer prove the optimum ({len(both)}): its time over the best peer's, geometric mean **{mean:.2f}** (bar 0.5: {'met' if mean <= .5 else 'missed'}).")
        worst = max(((ratio, name) for ratio, best, name in both if best > 1), default=None)
        if worst:
            lines.append(f"- The worst of these over 1 s: {worst[0]:.2f} on {worst[1]} (bar 2: {'met' if worst[0] <= 2 else 'missed'}).")
    only = [name for name, results in runs if not is_proved(results["selaras"]) and any(is_proved(r) for r in peers(results).values())]
    mine = [name for name, results in runs if is_proved(results["selaras"]) and peers(results) and not any(is_proved(r) for r in peers(results).values())]
    lines.append(f"- Proved by Selaras alone: {', '.join(mine) or 'none'}; by peers alone: {', '.join(only) or 'none'}.")
    if neither:
        lines += unproved_verdicts(neither)
    return lines


def unproved_verdicts(neither):
    smaller, worst = 0, 0.0
    for _, results in neither:
        mine, others = results["selaras"], [r for r in peers(results).values() if gap(r) is not None]
        smaller += bool(gap(mine) is not None and all(gap(mine) <= gap(r) for r in others))
        best = max((r["value"] for r in others), default=None)
        if best is not None and mine["value"] is not None:
            worst = max(worst, (best - mine["value"]) / abs(best))
    share = smaller / len(neither)
    return [f"- Where nobody proves ({len(neither)}): Selaras's gap is the smallest on {100 * share:.0f} % (bar 80 %: {'met' if share >= .8 else 'missed'}); "
            f"its plan is at worst {worst:.1e} below the best peer's (bar 1e-4: {'met' if worst <= 1e-4 else 'missed'})."]


def table(runs, solvers):
    """Markdown lines: an instance a row, a solver a column."""
    lines = ["| instance | " + " | ".join(solvers) + " | within 2 % | within 0.5 % | MB | |",
             "|---|" + "--:|" * (len(solvers) + 3) + "---|"]
    for name, results in runs:
        best, mine = best_bound(results), results["selaras"]
        firsts = [None if best is None else first_within(mine, best, share) for share in (.02, .005)]
        cells = [cell(results.get(solver, {"skipped": ""})) for solver in solvers]
        cells += ["–" if first is None else f"{first:.2f} s" for first in firsts]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {mine['megabytes']:.0f} | {disagreement(results)} |")
    return lines
