#pragma once

#include "result.h"
#include "traderecord.h"

#include <string>
#include <string_view>

namespace tapeline {

/// One line of an account's stream "context" (keptevents::contextStream): what was known of the
/// market when something was decided or came about. Lines rest on the orders and the books, and
/// nothing rests on them.
struct ContextLine
{
    enum class Kind : quint8 {
        Decision, ///< an order was sent: order, symbol, moment; one line a symbol it is about
        Entry, ///< a round trip began: trade, moment
        Exit, ///< it ended: the same; again when it was opened once more by a correction
        Excursion ///< how far a round trip has come so far: trade, worst, best, isRough
    };

    Kind kind = Kind::Decision;
    QString order {}; ///< its id
    QString symbol {};
    quint64 trade = 0; ///< RoundTrip::id
    MarketMoment moment {};
    Money worst {}; ///< lowest gross P/L of the trip on its way, <= 0
    Money best {}; ///< highest, >= 0
    bool isRough = false; ///< from bars, or not seen all the way

    friend bool operator==(const ContextLine &, const ContextLine &) = default;
};

/// One line of JSON, fields in fixed order, decimals as text; what is not known is absent.
std::string contextLineText(const ContextLine &line);
/// The inverse; Malformed for anything else.
Result<ContextLine> contextLineFromText(std::string_view text);

} // namespace tapeline
