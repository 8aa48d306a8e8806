# SPDX-License-Identifier: GPL-3.0-or-later
"""The stochastic network of the R Journal 12(1), 2020, pp. 419-436, without its two other link kinds,
recomputed by numpy: what StochasticNetworkTests.swift holds Selaras to. Takes about half a minute."""
import numpy as np

CHUNKS, SIZE = 200, 100_000
TRIANGULAR = {  # low, likely, high
    1: (1, 2, 3), 3: (0.5, 1.25, 1.25), 4: (0.25, 1.75, 2.5), 5: (1, 2, 3), 6: (1, 1.5, 5),
    7: (1, 1, 7), 8: (3, 4, 5), 9: (0.5, 2.5, 3), 10: (1, 6, 8),
}

random = np.random.Generator(np.random.PCG64(20220615))
finishes = []
for _ in range(CHUNKS):
    d = {k: random.triangular(low, likely, high, SIZE) for k, (low, likely, high) in TRIANGULAR.items()}
    d[2] = random.exponential(1.5, SIZE)  # rate 2/3
    f2, f3, f1 = d[2], d[3], d[1]
    s4 = f2
    f4 = s4 + d[4]
    f8 = f2 + d[8]
    f5 = np.maximum(f3, s4) + d[5]  # finish of 3, start of 4
    f6 = f3 + d[6]
    f7 = np.maximum(f1, f4) + d[7]
    f9 = np.maximum(f5, f8) + d[9]
    f10 = f6 + d[10]
    finishes.append(np.maximum(np.maximum(f7, f9), f10))
finish = np.sort(np.concatenate(finishes))
n = len(finish)
print(f"draws {n}  mean {finish.mean():.6f}  sd {finish.std(ddof=1):.6f}")
for p in (0.05, 0.1, 0.5, 0.8, 0.9, 0.95):
    print(f"p {p}  quantile {finish[int(np.ceil(p * n)) - 1]:.6f}")
