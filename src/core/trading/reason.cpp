#include "reason.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

/// In the order of ReasonCode.
constexpr std::array<std::string_view, 76> reasonTexts { "",
                                                         "DUPLICATE_ID",
                                                         "UNSUPPORTED_TYPE",
                                                         "UNSUPPORTED_TIF",
                                                         "BAD_COMBINATION",
                                                         "QTY_ZERO",
                                                         "QTY_NOT_LOT",
                                                         "QTY_TOO_LARGE",
                                                         "FRACTION_NOT_ALLOWED",
                                                         "PRICE_MISSING",
                                                         "PRICE_NONPOSITIVE",
                                                         "UNKNOWN_SYMBOL",
                                                         "NOT_TRADABLE",
                                                         "EXPIRED_CONTRACT",
                                                         "SESSION_CLOSED",
                                                         "AUCTION_CUTOFF",
                                                         "HALTED",
                                                         "TOO_LATE_TO_CANCEL",
                                                         "PRICE_NOT_TICK",
                                                         "PRICE_OUT_OF_BAND",
                                                         "STOP_THROUGH_MARKET",
                                                         "POST_ONLY_WOULD_TAKE",
                                                         "NO_MARKET_DATA",
                                                         "STALE_MARKET_DATA",
                                                         "SPREAD_TOO_WIDE",
                                                         "DELAYED_DATA",
                                                         "BRACKET_GEOMETRY",
                                                         "REDUCE_ONLY_VIOLATION",
                                                         "SHORT_NOT_ALLOWED",
                                                         "NOT_SHORTABLE",
                                                         "OPTION_LEVEL",
                                                         "INSUFFICIENT_BUYING_POWER",
                                                         "RISK_PER_TRADE",
                                                         "RISK_PER_SYMBOL",
                                                         "RISK_PER_STRATEGY",
                                                         "RISK_CASH_RESERVE",
                                                         "RISK_DAILY_LOSS",
                                                         "RISK_RATE",
                                                         "RISK_MARGIN_CALL",
                                                         "RISK_DAY_TRADES",
                                                         "RISK_KILL_SWITCH",
                                                         "WASH_CROSS",
                                                         "ORDER_NOT_FOUND",
                                                         "ORDER_CLOSED",
                                                         "BAD_REPLACE",
                                                         "BAD_AMOUNT",
                                                         "NOT_EXERCISABLE",
                                                         "ORDERS_WORKING",
                                                         "NO_ACCOUNT",
                                                         "IOC",
                                                         "FOK",
                                                         "OCO",
                                                         "PARENT",
                                                         "POSITION_CLOSED",
                                                         "NO_LIQUIDITY",
                                                         "END_OF_DAY",
                                                         "UNTIL_REACHED",
                                                         "AUCTION_MISSED",
                                                         "USER_CANCEL",
                                                         "EXPIRY_RISK",
                                                         "CORPORATE_ACTION",
                                                         "TIME_STOP",
                                                         "IV_STOP",
                                                         "HELD_SESSION",
                                                         "HELD_PARENT",
                                                         "HELD_HALT",
                                                         "HELD_STALE",
                                                         "HELD_NO_QUOTE",
                                                         "HELD_CROSSED",
                                                         "HELD_AUCTION",
                                                         "WAITS_FOR_LIMIT",
                                                         "WAITS_IN_QUEUE",
                                                         "WAITS_FOR_TRIGGER",
                                                         "WAITS_FOR_LIQUIDITY",
                                                         "WAITS_FOR_BAND",
                                                         "WAITS_FOR_LATENCY" };
static_assert(reasonTexts.size() == static_cast<std::size_t>(ReasonCode::WaitsForLatency) + 1);

} // namespace

std::string_view reasonText(ReasonCode code)
{
    return reasonTexts[static_cast<std::size_t>(code)];
}

std::optional<ReasonCode> reasonFromText(std::string_view text)
{
    const auto found = std::find(reasonTexts.begin(), reasonTexts.end(), text);
    if (found == reasonTexts.end())
        return {};
    return static_cast<ReasonCode>(found - reasonTexts.begin());
}

} // namespace tapeline
