#pragma once

#include "assetclass.h"
#include "datastatus.h"
#include "marketcalendar.h"
#include "money.h"
#include "order.h"
#include "price.h"
#include "qty.h"
#include "timestamp.h"

#include <QMetaType>
#include <QStringList>

#include <optional>
#include <vector>

namespace tapeline {

/// Names a round trip for ever, however often it is formed anew from the account's events.
struct TradeKey
{
    QString account; ///< as journal.db names it: "simulated/Paper"
    quint64 number = 0; ///< of the event of the books that opened it, see RoundTrip::id

    friend bool operator<(const TradeKey &a, const TradeKey &b)
    {
        return a.account != b.account ? a.account < b.account : a.number < b.number;
    }
    friend bool operator==(const TradeKey &, const TradeKey &) = default;
};

/// The market of one symbol at the time of a decision. What was not known then stays empty;
/// nothing is filled in afterwards.
struct MarketMoment
{
    Timestamp at {}; ///< market time
    SessionPart part = SessionPart::Closed;
    Recency recency = Recency::Unknown; ///< of the data, by the plan
    std::optional<Price> bid {};
    std::optional<Price> ask {};
    std::optional<Price> last {};
    std::optional<double> cvd {}; ///< units of the session so far (execution.md D.2)
    std::optional<double> cvdSlope {}; ///< units a minute, over the last five
    std::optional<double> vwap {}; ///< of the session
    std::optional<double> relativeVolume {}; ///< the session's so far to that of the days before
    std::optional<double> atr {}; ///< of 14 daily bars, a unit of price

    /// ask - bid; nothing without both.
    std::optional<Price> spread() const
    {
        return bid && ask ? std::optional(*ask - *bid) : std::nullopt;
    }
    friend bool operator==(const MarketMoment &, const MarketMoment &) = default;
};

enum class TradeDirection : quint8 { Long, Short, Structure };

/// From flat to flat (execution.md C.3): what one order opened, with everything that was added to
/// it and taken from it, until nothing of it is left. Legs that one order opened are one trade;
/// shares that an exercise leaves go on in the trade of their option. Formed from the account's
/// events, never typed in.
struct TradeRecord
{
    TradeKey key;
    QString symbol; ///< of a structure its underlying
    AssetClass assetClass = AssetClass::Stocks;
    QStringList symbols {}; ///< all it was in, in the order of their opening
    QString structure {}; ///< key of its form when it has legs: "iron_condor", "custom"
    TradeDirection direction = TradeDirection::Long;
    Qty size; ///< largest held at once; of a structure: of its first leg
    qint64 multiplier = 1;
    Timestamp openedAt {};
    Timestamp closedAt {}; ///< epoch: it is open
    std::optional<Price> entryPrice {}; ///< mean of the openings a unit; nothing for a structure
    std::optional<Price> exitPrice {}; ///< mean of the closings so far
    Money gross; ///< realized, without fees
    Money fees;
    std::optional<Price> stop {}; ///< that stood behind the entry
    std::optional<Money> risk {}; ///< > 0: planned at the entry, from the stop
    std::optional<Money> worst {}; ///< lowest open gross P/L on the way, <= 0; MAE is its magnitude
    std::optional<Money> best {}; ///< highest, >= 0: MFE
    bool isExcursionRough = false; ///< from bars, or not seen all the way
    std::optional<Money> slippage {}; ///< paid against the quotes at the decisions; > 0 costs
    std::optional<Money> strictNet {}; ///< what the fill rule THROUGH would have left (B.11)
    int executions = 0;
    quint32 archive = 0; ///< how often the account had been reset
    QString strategy {}; ///< tag of the opening order
    std::optional<MarketMoment> entry {};
    std::optional<MarketMoment> exit {};

    bool isOpen() const { return closedAt == Timestamp(); }
    Money net() const { return gross - fees; }
    /// Net in units of the planned risk; nothing without one.
    std::optional<double> multipleOfRisk() const
    {
        return risk && *risk > Money() ? std::optional(net().toDouble() / risk->toDouble())
                                       : std::nullopt;
    }
    friend bool operator==(const TradeRecord &, const TradeRecord &) = default;
};

/// One thing that happened to a trade's position.
struct TradeExecution
{
    enum class Kind : quint8 { Fill, Exercise, Assignment, Expiry, Split, Correction };

    quint64 sequence = 0; ///< of the books
    Kind kind = Kind::Fill;
    Timestamp at {};
    QString symbol;
    Side side = Side::Buy;
    Qty qty; ///< > 0
    Price price;
    Money fee;
    Money realized; ///< gross, of what it closed
    QString order {}; ///< id; empty where no order was behind it
    quint64 orderEvent = 0; ///< sequence of the fill among the order events; 0: none
    std::optional<Price>
        slippage {}; ///< a unit against the quote's side at the decision; > 0 costs

    friend bool operator==(const TradeExecution &, const TradeExecution &) = default;
};

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::TradeKey)
