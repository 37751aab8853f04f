#pragma once

#include <QtGlobal>

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

namespace tapeline {

/// The condition ids of one trade, inline. The tape carries at most four; twelve leave room.
class TradeConditions
{
public:
    static constexpr int capacity = 12;

    constexpr TradeConditions() = default;
    constexpr TradeConditions(std::initializer_list<quint16> ids)
    {
        for (const quint16 id : ids)
            add(id);
    }

    /// False, and nothing added, when full: the caller counts it.
    constexpr bool add(quint16 id)
    {
        if (m_count >= capacity)
            return false;
        m_ids[m_count++] = id;
        return true;
    }
    constexpr bool contains(quint16 id) const
    {
        for (const quint16 own : ids())
            if (own == id)
                return true;
        return false;
    }
    constexpr bool isEmpty() const { return m_count == 0; }
    constexpr std::span<const quint16> ids() const { return { m_ids.data(), m_count }; }

    friend constexpr bool operator==(const TradeConditions &, const TradeConditions &) = default;

private:
    std::array<quint16, capacity> m_ids {};
    quint8 m_count = 0;
};

/// Ids of stock sale conditions that code names (massive-api.md 8.3).
namespace condition {
inline constexpr quint16 averagePrice = 2;
inline constexpr quint16 closingPrint = 8;
inline constexpr quint16 formT = 12;
inline constexpr quint16 extendedOutOfSequence = 13;
inline constexpr quint16 intermarketSweep = 14;
inline constexpr quint16 officialClose = 15;
inline constexpr quint16 officialOpen = 16;
inline constexpr quint16 openingTrade = 17;
inline constexpr quint16 closingTrade = 19;
inline constexpr quint16 openingPrint = 25;
inline constexpr quint16 reopeningPrint = 28;
inline constexpr quint16 oddLot = 37;
inline constexpr quint16 tradeThroughExempt = 41;
} // namespace condition

/// Which parts of the picture one trade may change.
struct TradeUpdate
{
    bool last = true;    ///< last price, open and close
    bool highLow = true; ///< high and low
    bool volume = true;

    friend constexpr bool operator==(TradeUpdate, TradeUpdate) = default;
};

/// The one function that says what a stock trade may update; bars, stops, tape colours and watchlist all ask
/// it. The strictest of its conditions wins in each column (massive-api.md 8.3); an unknown id allows
/// everything. Outside regular hours Form T (12, 13) does not hold back prices, which is how the service
/// builds its minute bars there; in day bars it does: pass regularHours = true for those.
TradeUpdate tradeUpdate(const TradeConditions &conditions, bool regularHours);

/// The same of an options trade (massive-api.md 8.7): what is reported late sets no price, and a record that
/// cancels an earlier print is none itself.
TradeUpdate optionTradeUpdate(const TradeConditions &conditions);

/// The table row of one id, without the session override; everything allowed for unknown ids.
TradeUpdate conditionRule(quint16 id);

/// English name of a stock sale condition, empty when unknown. Log and tooltips; not translated data.
std::string_view conditionName(quint16 id);

/// True for 15 and 16, which state an auction again that was already reported: not a print.
constexpr bool isRestatement(const TradeConditions &conditions)
{
    return conditions.contains(condition::officialClose)
        || conditions.contains(condition::officialOpen);
}

} // namespace tapeline
