#!/usr/bin/env python3
"""The figures of execution.md section G, reckoned apart from src/analytics/performance.

usage: performance.py TRADES EQUITY STARTING SEED RESAMPLES

TRADES: CSV with gross,fees,risk,worst,best,traded in units of 1e-6 (empty: not known) and
opened,closed in ns. EQUITY: CSV with at (ns), equity, flow. Prints one JSON object with the keys of
`tapeline-cli journal stats`, durations in seconds, undefined figures null, and "bootstrap": the BCa
interval of 95 % of the mean net result. Standard library only; exact sums, plain definitions,
nothing shared with the program but the generator of random numbers.
"""

import csv
import json
import math
import statistics
import sys
from fractions import Fraction

UNIT = 10**6
MASK = 2**64 - 1


def optional(text):
    return int(text) if text else None


def read(path):
    with open(path, newline="") as file:
        rows = csv.DictReader(file)
        return [{key: optional(value) for key, value in row.items()} for row in rows]


def money(units):
    return units / UNIT


def divided(a, b):
    return a / b if b else None


def mean(values):
    values = list(values)
    return math.fsum(values) / len(values) if values else None


def streak(signs, wanted):
    longest = run = 0
    for sign in signs:
        run = run + 1 if sign == wanted else 0
        longest = max(longest, run)
    return longest


def drawdown(points):
    """Of (time, worth) from the first on: deepest fall, deepest share, longest time below."""
    deepest, share, longest = 0, 0.0, 0
    peak_at, peak = points[0]
    below = False
    for at, worth in points:
        if below:
            longest = max(longest, at - peak_at)
        below = worth < peak
        if not below:
            peak_at, peak = at, worth
        deepest = max(deepest, peak - worth)
        share = max(share, float(Fraction(peak - worth, peak)) if peak > 0 else 0)
    return deepest, share, longest


def of_trades(trades, starting):
    nets = [t["gross"] - t["fees"] for t in trades]
    wins = [net for net in nets if net > 0]
    losses = [-net for net in nets if net < 0]
    n, w, l = len(nets), len(wins), len(losses)
    signs = [(net > 0) - (net < 0) for net in nets]
    multiples = [net / t["risk"] for net, t in zip(nets, trades) if t["risk"]]
    average_win = divided(money(sum(wins)), w)
    average_loss = divided(money(sum(losses)), l)
    payoff = average_win / average_loss if w and l else None
    decided = divided(w, w + l)
    edge = mean(multiples) / statistics.stdev(multiples)

    curve = [(trades[0]["opened"], starting)]
    for net, trade in zip(nets, trades):
        curve.append((trade["closed"], curve[-1][1] + net))
    deepest, share, longest = drawdown(curve)

    def held(wanted):
        times = [t["closed"] - t["opened"] for t, sign in zip(trades, signs) if sign in wanted]
        return mean(time / 1e9 for time in times)

    covered, end = 0, None
    for begin, close in sorted((t["opened"], t["closed"]) for t in trades):
        covered += max(0, close - (begin if end is None else max(begin, end)))
        end = close if end is None else max(end, close)
    first = min(t["opened"] for t in trades)
    seen = [t for t in trades if t["worst"] is not None and t["best"] is not None]
    return {
        "trades": n, "wins": w, "losses": l, "break_even": n - w - l,
        "win_rate": divided(w, n), "win_rate_decided": decided,
        "profit_factor": divided(sum(wins), sum(losses)), "expectancy": money(sum(nets)) / n,
        "gross_profit": money(sum(wins)), "gross_loss": money(sum(losses)),
        "net": money(sum(nets)), "gross": money(sum(t["gross"] for t in trades)),
        "fees": money(sum(t["fees"] for t in trades)),
        "avg_win": average_win, "avg_loss": average_loss, "payoff": payoff,
        "largest_win": money(max(wins)), "largest_loss": money(max(losses)),
        "max_drawdown": money(deepest), "max_drawdown_pct": 100 * share,
        "drawdown_duration": longest / 1e9, "recovery": divided(sum(nets), deepest),
        "expectancy_r": mean(multiples), "without_risk": n - len(multiples),
        "sqn": math.sqrt(len(multiples)) * edge,
        "sqn_capped": math.sqrt(min(100, len(multiples))) * edge,
        "kelly": decided - (1 - decided) / payoff,
        "longest_win_streak": streak(signs, 1), "longest_loss_streak": streak(signs, -1),
        "avg_holding": held((-1, 0, 1)), "avg_win_holding": held((1,)),
        "avg_loss_holding": held((-1,)), "exposure": covered / (trades[-1]["closed"] - first),
        "avg_mae_r": mean(-t["worst"] / t["risk"] for t in seen if t["risk"]),
        "avg_mfe_r": mean(t["best"] / t["risk"] for t in seen if t["risk"]),
        "exit_efficiency": divided(sum(t["gross"] for t in seen if t["best"] > 0),
                                   sum(t["best"] for t in seen)),
        "without_excursion": n - len(seen),
    }


def of_equity(days, traded):
    worth = [day["equity"] for day in days]
    returns = [float(Fraction(b["equity"] - b["flow"], a["equity"]) - 1)
               for a, b in zip(days, days[1:])]
    year = math.sqrt(252)
    downside = math.sqrt(mean(min(r, 0) ** 2 for r in returns))
    index = [1.0]  # the value of a unit, as of a fund's
    for own in returns:
        index.append(index[-1] * (1 + own))
    falls = [1 - value / max(index[: i + 1]) for i, value in enumerate(index)]
    flows = 0
    plain = []
    for i, day in enumerate(days):
        flows += day["flow"] if i else 0
        plain.append((day["at"], day["equity"] - flows))
    deepest, _, longest = drawdown(plain)
    growth = index[-1] ** (252 / len(returns)) - 1 if len(returns) >= 60 else None
    return {
        "equity_days": len(returns), "sharpe": mean(returns) / statistics.stdev(returns) * year,
        "sortino": mean(returns) / downside * year,
        "equity_max_drawdown": money(deepest), "equity_max_drawdown_pct": 100 * max(falls),
        "equity_drawdown_duration": longest / 1e9,
        "equity_recovery": (plain[-1][1] - plain[0][1]) / deepest,
        "cagr": growth, "calmar": growth / max(falls) if growth is not None else None,
        "ulcer": math.sqrt(mean((100 * fall) ** 2 for fall in falls)),
        "turnover": traded / mean(worth),
    }


class SplitMix64:
    """Steele, Lea, Flood 2014."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return (((z ^ (z >> 31)) >> 32) * bound) >> 32


def bootstrap(nets, seed, resamples):
    """Efron's BCa interval of the mean, 95 %."""
    draws = SplitMix64(seed)
    n = len(nets)
    means = sorted(money(sum(nets[draws.below(n)] for _ in range(n))) / n
                   for _ in range(resamples))
    estimate = money(sum(nets)) / n
    normal = statistics.NormalDist()
    bias = normal.inv_cdf(sum((m < estimate) + (m == estimate) / 2 for m in means) / resamples)
    influences = [(money(net) - estimate) / (n - 1) for net in nets]
    bend = math.fsum(i**3 for i in influences) / (6 * math.fsum(i**2 for i in influences) ** 1.5)

    def bound(share):
        point = bias + normal.inv_cdf(share)
        place = normal.cdf(bias + point / (1 - bend * point)) * (resamples - 1)
        low = math.floor(place)
        return means[low] + (place - low) * (means[min(low + 1, resamples - 1)] - means[low])

    return {"estimate": estimate, "low": bound(0.025), "high": bound(0.975)}


def main():
    trades_path, equity_path, starting, seed, resamples = sys.argv[1:]
    trades, days = read(trades_path), read(equity_path)
    figures = of_trades(trades, int(starting))
    figures |= of_equity(days, sum(t["traded"] for t in trades))
    figures["bootstrap"] = bootstrap([t["gross"] - t["fees"] for t in trades], int(seed),
                                     int(resamples))
    json.dump(figures, sys.stdout)


main()
