#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace tapeline {

/// Why an order was refused, ended, or waits (execution.md A.4, A.7, B.8).
enum class ReasonCode : quint8 {
    None,
    // refusals, in the order in which they are checked
    DuplicateId,
    UnsupportedType,
    UnsupportedTif,
    BadCombination,
    QtyZero,
    QtyNotLot,
    QtyTooLarge,
    FractionNotAllowed,
    PriceMissing,
    PriceNonpositive,
    UnknownSymbol,
    NotTradable,
    ExpiredContract,
    SessionClosed,
    AuctionCutoff,
    Halted,
    TooLateToCancel,
    PriceNotTick,
    PriceOutOfBand,
    StopThroughMarket,
    PostOnlyWouldTake,
    NoMarketData,
    StaleMarketData,
    SpreadTooWide,
    DelayedData,
    BracketGeometry,
    ReduceOnlyViolation,
    ShortNotAllowed,
    NotShortable,
    OptionLevel,
    InsufficientBuyingPower,
    RiskPerTrade,
    RiskPerSymbol,
    RiskPerStrategy,
    RiskCashReserve,
    RiskDailyLoss,
    RiskRate,
    RiskMarginCall,
    RiskDayTrades, ///< the legacy pattern-day-trader rule, where it is switched on
    RiskKillSwitch,
    WashCross,
    OrderNotFound,
    OrderClosed,
    BadReplace,
    // refusals of account commands
    BadAmount,
    NotExercisable, ///< no such long option, or one that cannot or should not be exercised now
    OrdersWorking, ///< a reset needs an account without working orders
    NoAccount, ///< none of this name, or none can be had now
    // why it ended
    Ioc,
    Fok,
    Oco,
    Parent,
    PositionClosed,
    NoLiquidity,
    EndOfDay,
    UntilReached,
    AuctionMissed,
    UserCancel,
    ExpiryRisk,
    CorporateAction,
    TimeStop, ///< the clock ends a position
    IvStop, ///< implied volatility does
    // why it waits
    HeldSession,
    HeldParent,
    HeldHalt,
    HeldStale,
    HeldNoQuote,
    HeldCrossed,
    HeldAuction,
    WaitsForLimit,
    WaitsInQueue,
    WaitsForTrigger,
    WaitsForLiquidity,
    WaitsForBand,
    WaitsForLatency
};

/// "INSUFFICIENT_BUYING_POWER".
std::string_view reasonText(ReasonCode code);
std::optional<ReasonCode> reasonFromText(std::string_view text);

/// A reason with its numbers: "needs 10,020.00, available 9,500.00", English, for receipts and
/// logs.
struct Reason
{
    ReasonCode code = ReasonCode::None;
    QString numbers {};

    friend bool operator==(const Reason &, const Reason &) = default;
};

} // namespace tapeline
