#pragma once

#include "traderecord.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace tapeline {

/// One fact of the market at a trade's entry and exit, for people.
struct MomentRow
{
    QString name; ///< "Spread"
    QString entry;
    QString exit;
    QString hint {}; ///< what it means

    friend bool operator==(const MomentRow &, const MomentRow &) = default;
};

/// All that a MarketMoment tells, at both ends of the trade; a dash where it was not known.
std::vector<MomentRow> momentRows(const TradeRecord &trade, const QLocale &locale = {});

} // namespace tapeline
