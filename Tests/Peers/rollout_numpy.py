"""Policy `free` of model.md §12 in vectorised numpy, to be timed and compared with Selaras.

rollout_numpy.py RESOLVED.json OUTCOME.json TRIALS [CHUNK [BINS]]: prints trials, seconds and means as
JSON.

Straightforward, one array operation after the other over a chunk of trials, with the same tables for
quantiles of the draws. It reports what §12 asks for: mean, spread and exact quantiles of every figure,
and the joint confidence. With BINS its quantiles come from histograms of so many bins instead, which
takes less time and gives less. Simpler in its favour: a set of funds that stays short moves only one
other set at a time, no figure has an interval, quarters are not followed. It knows what the
Pangkalpinang scenarios use, and refuses the rest.
"""

import json
import math
import sys
import time

import numpy as np

CELLS, REACH = 4096, 6.0
SHARES = (0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95)
SCORES = np.linspace(-REACH, REACH, CELLS + 1)
PHI = np.array([0.5 * math.erfc(-z / math.sqrt(2)) for z in SCORES])


def refuse(condition, what):
    if condition:
        sys.exit(f"rollout_numpy.py does not know {what}")


class Law:
    """A distribution as a function of a normal score, by a table."""

    def __init__(self, written):
        if isinstance(written, (int, float)):
            written = {"values": [[written, 1]]}
        if "values" in written:
            values = sorted(written["values"])
            shares = np.cumsum([weight for _, weight in values]) / sum(weight for _, weight in values)
            self.table = np.array([v for v, _ in values])[np.minimum(np.searchsorted(shares, PHI), len(values) - 1)]
            self.constant = values[0][0] if len(values) == 1 else None
            self.steps = (shares, np.array([v for v, _ in values]))
            return
        self.constant, self.steps = None, None
        low, high = written["low"], written["high"]
        if "likely" not in written:
            self.table = low + PHI * (high - low)
        elif written.get("shape") == "pert":
            mode, grid = written["likely"], np.linspace(0, 1, 200_001)
            a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
            density = grid ** (a - 1) * (1 - grid) ** (b - 1)
            share = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2)])
            self.table = low + (high - low) * np.interp(PHI, share / share[-1], grid)
        else:
            refuse("shape" in written, f"the shape {written.get('shape')}")
            rise, span = written["likely"] - low, high - low
            self.table = np.where(
                PHI * span < rise, low + np.sqrt(PHI * span * rise), high - np.sqrt((1 - PHI) * span * (high - written["likely"])))

    def at(self, scores):
        position = np.clip((scores + REACH) * (CELLS / (2 * REACH)), 0, CELLS - 1e-9)
        index = position.astype(np.int32)
        if self.steps:
            return self.table[index]
        low = self.table[index]
        return low + (position - index) * (self.table[index + 1] - low)

    def draw(self, random, count):
        if self.constant is not None:
            return np.full(count, float(self.constant))
        return self.at(random.standard_normal(count))


def month(text):
    year, number = map(int, text.split("-"))
    return 12 * year + number - 1


class City:
    """Plan and scenario laid out for arrays; times in months from the calendar's beginning."""

    def __init__(self, scenario, outcome):
        calendar, plan = scenario["calendar"], outcome["plan"]
        self.origin = month(calendar["start"])
        self.end = month(calendar["end"]) + 1 - self.origin
        self.horizon = month(calendar.get("benefits_until", calendar["end"])) + 1 - self.origin
        step = {"month": 1, "quarter": 3, "year": 12}[calendar["step"]]
        self.years = list(range(int(calendar["start"][:4]), int(calendar["end"][:4]) + 1))
        self.year_ends = [min(12 * (year + 1) - self.origin, self.end) for year in self.years]
        self.rate = math.log(1 + scenario.get("discount_rate", 0))
        self.funds = [fund["id"] for fund in scenario["funds"]]
        self.ceilings = np.array([[fund["ceilings"].get(str(year), 0) for year in self.years] for fund in scenario["funds"]], float)
        refuse(any("carry" in str(fund.get("unspent", "")) for fund in scenario["funds"]), "carried money")
        refuse(scenario.get("synergies"), "synergies")
        weights = {d["id"]: d["weight"] for d in scenario["dimensions"]}
        total = sum(weights.values())
        self.risk = scenario["risk"]
        chosen = {entry["id"]: entry for entry in plan["programs"]}
        self.programs = [p for p in scenario["programs"] if p["id"] in chosen]
        self.position = {p["id"]: i for i, p in enumerate(self.programs)}
        self.deadline = month(scenario["quick_win"]["finish_by"]) + 1 - self.origin
        sets = {}
        for program in self.programs:
            refuse("variants" in program or "requires_any" in program or "ramp" in program, "variants, requires_any and ramps")
            entry = chosen[program["id"]]
            duration = program["duration"]
            planned = duration if isinstance(duration, (int, float)) else duration.get("plan", duration.get("likely"))
            program["planned"] = planned
            program["start"] = month(entry["start"]) - self.origin
            program["finish"] = month(entry["finish"]) + 1 - self.origin
            program["quick"] = entry["quick_win"]
            program["points"] = sum(weights[k] / total * v for k, v in program["benefits"].items())
            program["law"] = Law(duration)
            program["cost_law"] = Law(program["cost_factor"]) if "cost_factor" in program else None
            program["after"] = [self.requirement(r) for r in program.get("requires", [])]
            program["helped"] = [(self.position.get(h["program"]), h["share"]) for h in program.get("helped_by", [])]
            periods = math.ceil(planned / step - 1e-12)
            for line in program["costs"]:
                refuse("cost_factor" in line or "years" in line, "factors and years of a line")
                line["set"] = sets.setdefault(tuple(sorted(self.payers(scenario, line, program))), len(sets))
                profile = line.get("profile", "even")
                shapes = {"even": [1] * periods, "front": list(range(periods, 0, -1)), "back": list(range(1, periods + 1)),
                          "start": [1] + [0] * (periods - 1), "finish": [0] * (periods - 1) + [1]}
                steps = shapes[profile] if isinstance(profile, str) else profile
                line["cumulative"] = np.concatenate([[0], np.cumsum(steps)]) / sum(steps)
        self.order = self.topological()
        self.lay_out_sets(sets, chosen)

    def requirement(self, written):
        entry = {"program": written} if isinstance(written, str) else written
        refuse("at" in entry or entry.get("timing") == "none", "requirements by progress or choice")
        return entry["program"], entry.get("after", "finish"), entry.get("lag", 0)

    def payers(self, scenario, line, program):
        for fund in scenario["funds"]:
            rules = fund.get("pays_for", {})
            refuse(set(rules) - {"kinds", "tags"}, "funds limited by owner or dimension")
            fits = line["kind"] in rules.get("kinds", [line["kind"]])
            fits = fits and (not rules.get("tags") or set(rules["tags"]) & set(program.get("tags", [])))
            if fits and fund["id"] in line.get("funds", self.funds):
                yield self.funds.index(fund["id"])

    def topological(self):
        order = []
        while len(order) < len(self.programs):
            order += [p for p in self.programs if p not in order and all(self.programs[self.position[r[0]]] in order for r in p["after"])]
        return order

    def lay_out_sets(self, sets, chosen):
        names = list(sets)
        uses = [sum(fund in names_of for names_of in names) for fund in range(len(self.funds))]
        self.sets = [sorted(funds, key=lambda f: (uses[f], self.funds[f])) for funds in names]
        self.set_order = sorted(range(len(names)), key=lambda s: (len(names[s]), names[s]))
        self.planned = np.zeros((len(names), len(self.funds), len(self.years)))
        for program in self.programs:
            lines = {line["name"]: line["set"] for line in program["costs"]}
            for line in chosen[program["id"]]["lines"]:
                for fund, years in line["paid_by"].items():
                    for year, amount in years.items():
                        self.planned[lines[line["name"]], self.funds.index(fund), self.years.index(int(year))] += amount

    def matches(self, program, selector):
        keys = {"tags": set(program.get("tags", [])), "owners": {program["owner"]}, "dimensions": {program["dimension"]},
                "programs": {program["id"]}, "proposed_by": {program.get("proposed_by")}}
        return all(set(values) & keys[key] for key, values in (selector or {}).items())

    def affected(self, selector):
        return [i for i, program in enumerate(self.programs) if self.matches(program, selector)]


class Sample:
    """All values of one figure, and what they come to."""

    def __init__(self, highest):
        self.parts = []

    def add(self, values):
        self.parts.append(np.array(values))

    def close(self):
        self.values = np.concatenate(self.parts)
        self.mean, self.quantiles = None, None
        if self.values.size:
            ranks = [max(0, math.ceil(p * self.values.size) - 1) for p in SHARES]
            self.mean, self.sd = self.values.mean(), self.values.std()
            self.quantiles = np.sort(self.values)[ranks]


class Histogram:
    """Count, sum, sum of squares, extremes and bins of one figure."""

    bins = 4096

    def __init__(self, highest):
        self.scale, self.counts = self.bins / highest, np.zeros(self.bins, np.int64)
        self.count, self.sum, self.squares, self.low, self.high = 0, 0.0, 0.0, np.inf, -np.inf

    def add(self, values):
        if not values.size:
            return
        self.count += values.size
        self.sum += values.sum()
        self.squares += np.dot(values, values)
        self.low, self.high = min(self.low, values.min()), max(self.high, values.max())
        self.counts += np.bincount(np.clip((values * self.scale).astype(np.int32), 0, self.bins - 1), minlength=self.bins)

    def close(self):
        self.mean = self.sum / self.count if self.count else None


class Simulation:
    def __init__(self, city, seed, figure):
        self.city, self.random = city, np.random.Generator(np.random.SFC64(seed))
        programs, funds = len(city.programs), city.ceilings.size
        amounts = [sum(line["amount"] * (1 if line["kind"] == "capital" else len(city.years)) for line in p["costs"]) for p in city.programs]
        self.finish = [figure(2 * city.end) for _ in range(programs)]
        self.cost = [figure(4 * amount) for amount in amounts]
        self.lost = [figure(100) for _ in range(programs)]
        self.on_time, self.cancelled, self.critical = (np.zeros(programs) for _ in range(3))
        self.last, self.total, self.worth = figure(2 * city.end), figure(4 * sum(amounts)), figure(1000)
        self.wins, self.lapsed = np.zeros(programs + 1, np.int64), figure(city.ceilings.sum())
        self.need, self.spent, self.rest, self.absorption = ([figure(4 * c + 1e9) for c in city.ceilings.ravel()] for _ in range(4))
        self.overruns = np.zeros(funds)
        self.events = [(e, city.affected(e.get("affects")), {k: Law(e[k]) for k in ("delay", "cost", "benefit") if k in e}) for e in city.risk.get("events", [])]
        refuse(any(e.get("cancels") for e, _, _ in self.events), "events that cancel")
        self.drivers = [(d, city.affected(d.get("affects")), {k: Law(d[k]) for k in ("duration", "cost", "benefit") if k in d}) for d in city.risk.get("drivers", [])]
        self.routes = {r["id"]: (r, Law(r["retry_delay"])) for r in city.risk.get("procurement", [])}
        self.rho = {c["quantity"]: c["rho"] for c in city.risk.get("correlation", [])}
        refuse(any("among" in c for c in city.risk.get("correlation", [])), "correlation among some")
        self.shocks = [(s, Law(s["cut"])) for s in city.risk.get("budget_shocks", [])]

    def base(self, laws, quantity, count):
        rho, rows = self.rho.get(quantity, 0), np.ones((len(laws), count))
        common = self.random.standard_normal(count) if rho else None
        for row, law in enumerate(laws):
            if law is None or law.constant is not None:
                rows[row] = law.constant if law else 1
                continue
            scores = self.random.standard_normal(count)
            rows[row] = law.at(math.sqrt(rho) * common + math.sqrt(1 - rho) * scores if rho else scores)
        return rows

    def draw(self, count):
        city = self.city
        work = self.base([p["law"] for p in city.programs], "duration", count)
        factor = self.base([p["cost_law"] for p in city.programs], "cost", count)
        benefit = np.ones((len(city.programs), count))
        for _, affected, laws in self.drivers:
            for key, table in (("duration", work), ("cost", factor), ("benefit", benefit)):
                if key in laws:
                    table[affected] *= laws[key].draw(self.random, count)
        np.maximum(work, 0, out=work)
        for event, affected, laws in self.events:
            groups = [[program] for program in affected] if event.get("scope", "each") == "each" else [affected]
            for group in groups:
                struck = np.flatnonzero(self.random.random(count) < event["probability"])
                if "delay" in laws:
                    work[np.ix_(group, struck)] += laws["delay"].draw(self.random, struck.size)
                if "cost" in laws:
                    factor[np.ix_(group, struck)] *= laws["cost"].draw(self.random, struck.size)
                if "benefit" in laws:
                    benefit[np.ix_(group, struck)] *= laws["benefit"].draw(self.random, struck.size)
        retry, gives_up = np.zeros_like(work), np.zeros(work.shape, bool)
        for row, program in enumerate(city.programs):
            route, law = self.routes.get(program.get("procurement"), (None, None))
            if route is None or "in_progress" in program or not route["failure"]:
                continue
            failed = np.flatnonzero(self.random.random(count) < route["failure"])
            for _ in range(route["give_up_after"] - 1):
                retry[row, failed] += law.draw(self.random, failed.size)
                failed = failed[self.random.random(failed.size) < route["failure"]]
            gives_up[row, failed] = True
        ceilings = np.repeat(city.ceilings[:, :, None], count, axis=2)
        for shock, law in self.shocks:
            funds = [city.funds.index(fund) for fund in shock["funds"]]
            for year in shock["years"]:
                struck = np.flatnonzero(self.random.random(count) < shock["probability"])
                kept = 1 - law.draw(self.random, struck.size)
                ceilings[np.ix_(funds, [city.years.index(year)], struck)] *= kept
        return work, factor, benefit, retry, gives_up, np.floor(ceilings)

    def schedule(self, work, retry, gives_up):
        city = self.city
        start, finish = np.zeros_like(work), np.zeros_like(work)
        for program in city.order:
            row = city.position[program["id"]]
            begin = np.full(work.shape[1], float(program["start"]))
            for other, after, lag in program["after"]:
                source = finish if after == "finish" else start
                begin = np.maximum(begin, source[city.position[other]] + lag)
            start[row] = begin
            finish[row] = np.where(gives_up[row], np.inf, begin + retry[row] + work[row])
        return start, finish

    def chain(self, start, finish):
        city = self.city
        last = np.where(np.isfinite(finish), finish, -1).max(axis=0)
        marks = finish == last
        for program in reversed(city.order):
            row = city.position[program["id"]]
            for other, after, lag in program["after"]:
                source = finish if after == "finish" else start
                with np.errstate(invalid="ignore"):
                    marks[city.position[other]] |= marks[row] & (np.abs(source[city.position[other]] + lag - start[row]) <= 1e-9)
        return last, marks

    def pay(self, start, finish, work, factor, retry):
        city, count = self.city, start.shape[1]
        demand = np.zeros((len(city.sets), len(city.years), count))
        cost = np.zeros_like(start)
        for row, program in enumerate(city.programs):
            begin, done = start[row] + retry[row], np.isfinite(finish[row])
            with np.errstate(divide="ignore", invalid="ignore"):
                shares = [np.where(done, np.clip((end - begin) / work[row], 0, 1), 0) for end in city.year_ends]
            for line in program["costs"]:
                amount = np.floor(line["amount"] * factor[row] + 0.5)
                before = np.zeros(count)
                for year, end in enumerate(city.year_ends):
                    if line["kind"] == "capital":
                        periods = len(line["cumulative"]) - 1
                        part = np.interp(shares[year] * periods, np.arange(periods + 1), line["cumulative"])
                    else:
                        part = np.maximum(end - finish[row], 0) / 12
                    after = np.floor(amount * part + 0.5)
                    demand[line["set"], year] += after - before
                    before = after
                cost[row] += np.where(done, amount, 0) if line["kind"] == "capital" else before
        return demand, cost

    def allot(self, demand, ceilings):
        city = self.city
        left, overrun = ceilings.copy(), np.zeros_like(ceilings)
        for year in range(len(city.years)):
            paid = {}
            for row in city.set_order:
                open_ = demand[row, year].copy()
                if not open_.any():
                    continue
                for fund in city.sets[row]:
                    paid[row, fund] = np.minimum(np.minimum(open_, city.planned[row, fund, year]), left[fund, year])
                    left[fund, year] -= paid[row, fund]
                    open_ -= paid[row, fund]
                for fund in city.sets[row]:
                    if not open_.any():
                        break
                    part = np.minimum(open_, left[fund, year])
                    paid[row, fund] += part
                    left[fund, year] -= part
                    open_ -= part
                self.rearrange(row, year, open_, left, paid)
                overrun[max(city.sets[row], key=lambda f: city.ceilings[f, year]), year] += open_
        return left, overrun

    def rearrange(self, row, year, open_, left, paid):
        """Moves other sets to funds that have money left, where this set stays short."""
        short = np.flatnonzero(open_)
        for (other, fund), given in list(paid.items()):
            if other == row or fund not in self.city.sets[row]:
                continue
            for spare in self.city.sets[other]:
                if not short.size:
                    return
                if spare in self.city.sets[row]:
                    continue
                part = np.minimum(np.minimum(open_[short], given[short]), left[spare, year, short])
                if part.any():
                    given[short] -= part
                    paid[other, spare][short] += part
                    paid[row, fund][short] += part
                    left[spare, year, short] -= part
                    open_[short] -= part
                    short = short[open_[short] > 0]

    def discounted(self, months):
        years = np.minimum(months, self.city.horizon) / 12
        return -np.expm1(-self.city.rate * years) / self.city.rate if self.city.rate else years

    def appraise(self, finish, benefit):
        city, values = self.city, np.zeros_like(finish)
        whole = self.discounted(np.array(float(city.horizon)))
        plain = whole - self.discounted(finish)
        for row, program in enumerate(city.programs):
            years = max(0, 1 - sum(share for _, share in program["helped"])) * plain[row]
            for helper, share in program["helped"]:
                if helper is not None:
                    years = years + share * np.minimum(plain[row], plain[helper])
            values[row] = program["points"] * years * benefit[row]
        return values

    def play(self, count, certain=None):
        """Plays and records a chunk."""
        city = self.city
        work, factor, benefit, retry, gives_up, ceilings = self.draw(count)
        start, finish = self.schedule(work, retry, gives_up)
        last, marks = self.chain(start, finish)
        demand, cost = self.pay(start, finish, work, factor, retry)
        left, overrun = self.allot(demand, ceilings)
        values = self.appraise(finish, benefit)
        spent = ceilings - left + overrun
        for row, program in enumerate(city.programs):
            done = finish[row][np.isfinite(finish[row])]
            self.finish[row].add(done)
            self.cost[row].add(cost[row])
            self.lost[row].add(certain[row] - values[row])
            self.on_time[row] += (finish[row] <= program["finish"] + 1e-9).sum()
            self.cancelled[row] += (~np.isfinite(finish[row])).sum()
            self.critical[row] += marks[row].sum()
        quick = [row for row, program in enumerate(city.programs) if program["quick"]]
        self.wins += np.bincount((finish[quick] <= city.deadline + 1e-9).sum(axis=0), minlength=self.wins.size)
        self.last.add(last[last >= 0])
        self.total.add(cost.sum(axis=0))
        self.worth.add(values.sum(axis=0))
        self.lapsed.add(left.sum(axis=(0, 1)))
        for index in range(city.ceilings.size):
            fund, year = divmod(index, len(city.years))
            self.need[index].add(spent[fund, year])
            self.spent[index].add(spent[fund, year])
            self.rest[index].add(left[fund, year])
            self.overruns[index] += (overrun[fund, year] > 0).sum()
            funded = ceilings[fund, year] > 0
            self.absorption[index].add(spent[fund, year][funded] / ceilings[fund, year][funded])

    def close(self):
        """Sums all figures up, and finds P(cost ≤ c and finish ≤ d) over the quantiles of both."""
        single = [self.last, self.total, self.worth, self.lapsed]
        for tally in sum((self.finish, self.cost, self.lost, self.need, self.spent, self.rest, self.absorption), single):
            tally.close()
        if isinstance(self.total, Sample) and self.last.values.size == self.total.values.size:
            within = [self.last.values <= date for date in self.last.quantiles]
            self.joint = [[np.mean((self.total.values <= cost) & early) for early in within] for cost in self.total.quantiles]


def main():
    scenario, outcome = (json.load(open(path)) for path in sys.argv[1:3])
    trials, chunk = int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 4096
    city = City(scenario, outcome)
    Histogram.bins = int(sys.argv[5]) if len(sys.argv) > 5 else Histogram.bins
    simulation = Simulation(city, 1, Histogram if len(sys.argv) > 5 else Sample)
    planned = np.array([[float(p["planned"])] for p in city.programs])
    _, finish = simulation.schedule(planned, np.zeros_like(planned), np.zeros(planned.shape, bool))
    certain = simulation.appraise(finish, np.ones_like(planned))
    begin, done = time.process_time(), 0
    while done < trials:
        simulation.play(chunk, certain)
        done += chunk
    simulation.close()
    seconds = time.process_time() - begin
    print(json.dumps({
        "trials": done, "seconds": seconds, "finish": simulation.last.mean, "cost": simulation.total.mean,
        "value": simulation.worth.mean, "lapsed": simulation.lapsed.mean,
        "critical": dict(zip([p["id"] for p in city.programs], (simulation.critical / done).tolist())),
        "need": [tally.mean for tally in simulation.need]}))


main()
