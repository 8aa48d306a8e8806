# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference quantiles, means and variances of the distributions with 50 digits by mpmath, printed as the
table of Tests/ProbabilityTests/ReferenceTable.swift."""
from mpmath import betainc, erfc, erfinv, exp, findroot, log, mp, mpf, sqrt

mp.dps = 50
P = [1e-9, 1e-6, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 0.999999]


def score(p):
    """The standard normal quantile; Newton's method on the smaller tail for its far ends."""
    p = mpf(p)
    if p > 0.5:
        return -score(1 - p)
    start = sqrt(2) * erfinv(2 * p - 1)
    return findroot(lambda z: log(erfc(-z / sqrt(2)) / 2) - log(p), start)


def triangular(low, likely, high):
    a, c, b = map(mpf, (low, likely, high))
    def quantile(p):
        return a + sqrt(p * (b - a) * (c - a)) if p * (b - a) < c - a else b - sqrt((1 - p) * (b - a) * (b - c))
    return quantile, (a + b + c) / 3, (a * a + b * b + c * c - a * b - a * c - b * c) / 18


def pert(low, likely, high):
    a, c, b = map(mpf, (low, likely, high))
    alpha, beta = 1 + 4 * (c - a) / (b - a), 1 + 4 * (b - c) / (b - a)
    def share(p):  # bisection, then nothing: 180 halvings are 54 digits
        left, right = mpf(0), mpf(1)
        for _ in range(180):
            middle = (left + right) / 2
            if betainc(alpha, beta, 0, middle, regularized=True) < p:
                left = middle
            else:
                right = middle
        return (left + right) / 2
    total = alpha + beta
    variance = (b - a) ** 2 * alpha * beta / (total**2 * (total + 1))
    return lambda p: a + (b - a) * share(p), (a + 4 * c + b) / 6, variance


def normal(mean, sd):
    mean, sd = mpf(mean), mpf(sd)
    return lambda p: mean + sd * score(p), mean, sd * sd


def lognormal(mu, sigma):
    return (lambda p: exp(mu + sigma * score(p)), exp(mu + sigma**2 / 2),
            (exp(sigma**2) - 1) * exp(2 * mu + sigma**2))


def lognormal_of(mean, sd):
    mean, sd = mpf(mean), mpf(sd)
    square = log(1 + (sd / mean) ** 2)
    return lognormal(log(mean) - square / 2, sqrt(square))


Z90 = score(mpf("0.9"))
LAWS = {
    "uniform": (lambda p: -1 + 4 * p, mpf(1), mpf(4) / 3),
    "triangular": triangular("0.95", "1.05", "1.2"),
    "triangular, mode at the low end": triangular(1, 1, 2),
    "triangular, mode at the high end": triangular("0.5", "1.25", "1.25"),
    "PERT": pert(2, 5, 14),
    "PERT, mode at the low end": pert(0, 0, 1),
    "normal": normal(8, "1.5"),
    "normal by quantiles": normal(mpf("2.5"), mpf("1.5") / Z90),
    "lognormal": lognormal_of(3, 1),
    "lognormal by quantiles": lognormal(log(mpf(4)) / 2, log(mpf(4)) / (2 * Z90)),
    "exponential": (lambda p: -mpf("1.5") * log(1 - p), mpf("1.5"), mpf("2.25")),
}

for name, (quantile, mean, variance) in LAWS.items():
    print(f'    Reference(\n        name: "{name}", mean: {mp.nstr(mean, 17)}, variance: {mp.nstr(variance, 17)},')
    print("        quantiles: [")
    for p in P:
        print(f"            ({p!r}, {mp.nstr(quantile(mpf(p)), 17)}),")
    print("        ]),")
