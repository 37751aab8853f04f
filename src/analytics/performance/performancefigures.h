#pragma once

#include "performancemetric.h"

#include <QDate>

#include <span>

namespace tapeline {

/// All figures of a choice of trades, the same for every screen, report and command.
///
/// equity: of the account that all of them belong to, in the period they are chosen by (see
/// equityWithin()); empty where there are several accounts. The worth at the first opening, or
/// where the period begins after it, and what was paid in since are what drawdowns of trades are a
/// share of. Figures of equity itself are only given for all trades of a period: of those with a
/// tag, say, the account's worth tells nothing.
PerformanceFigures performanceFigures(std::span<const StudiedTrade> trades,
                                      std::span<const EquityPoint> equity,
                                      bool areAllOfPeriod = true,
                                      const MarketCalendar &calendar = {});

/// The points of a period, both days in it, and the one before it, from which its first day is
/// reckoned; a null day is no bound. Days are Eastern, points oldest first.
std::span<const EquityPoint> equityWithin(std::span<const EquityPoint> points, QDate from,
                                          QDate to);

} // namespace tapeline
