#include "sessionclock.h"

#include "easterntime.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Options on these trade until a quarter past the close.
constexpr std::array lateClosing { "SPY"_L1,    "QQQ"_L1,   "IWM"_L1,   "DIA"_L1,   "I:SPX"_L1,
                                   "I:XSP"_L1,  "I:NDX"_L1, "I:XND"_L1, "I:RUT"_L1, "I:VIX"_L1,
                                   "I:MRUT"_L1, "I:DJX"_L1, "I:OEX"_L1 };

constexpr Duration openingEntryFrom = 19h; ///< of the calendar day before
constexpr Duration openingCutOff = 2min; ///< before the open
constexpr Duration closingCutOff = 10min; ///< before the close

} // namespace

const std::optional<TradingSession> &SessionClock::sessionAt(Timestamp at)
{
    if (at < m_dayStart || at >= m_dayEnd) {
        m_date = easterntime::date(at);
        m_dayStart = easterntime::at(m_date);
        m_dayEnd = easterntime::at(m_date.addDays(1));
        m_session = m_calendar.session(m_date);
    }
    return m_session;
}

bool SessionClock::isContinuous(const Instrument &instrument)
{
    return instrument.assetClass == AssetClass::Crypto || instrument.assetClass == AssetClass::Forex
        || instrument.assetClass == AssetClass::Futures;
}

Timestamp SessionClock::regularEnd(const Instrument &instrument, const TradingSession &session)
{
    if (instrument.option
        && std::ranges::find(lateClosing, instrument.option->underlying) != lateClosing.end())
        return session.close + lateClosingDelay;
    return session.close;
}

bool SessionClock::isOpen(const Instrument &instrument, bool extended, Timestamp at)
{
    if (isContinuous(instrument))
        return true;
    const std::optional<TradingSession> &session = sessionAt(at);
    if (!session)
        return false;
    if (extended && !instrument.option)
        return session->partAt(at) != SessionPart::Closed;
    // Which options close later is asked only once it matters
    return at >= session->open && (at < session->close || at < regularEnd(instrument, *session));
}

bool SessionClock::isRegular(Timestamp at)
{
    const std::optional<TradingSession> &session = sessionAt(at);
    return session && session->partAt(at) == SessionPart::Regular;
}

Timestamp SessionClock::regularSince(Timestamp at)
{
    return isRegular(at) ? m_session->open : Timestamp();
}

Timestamp SessionClock::tradingDay(const Instrument &instrument, Timestamp at)
{
    if (isContinuous(instrument))
        return std::chrono::floor<std::chrono::days>(at);
    const std::optional<TradingSession> &session = sessionAt(at);
    return session ? session->open : m_dayStart;
}

TradingSession SessionClock::sessionFor(const Instrument &instrument, bool extended, Timestamp at)
{
    if (const std::optional<TradingSession> &session = sessionAt(at)) {
        const bool late = extended && !instrument.option;
        if (at < (late ? session->postClose : regularEnd(instrument, *session)))
            return *session;
    }
    return m_calendar.session(m_calendar.nextTradingDay(easterntime::date(at)))
        .value_or(TradingSession {});
}

Timestamp SessionClock::dayEnd(const Instrument &instrument, bool extended, Timestamp at)
{
    if (isContinuous(instrument))
        return std::chrono::floor<std::chrono::days>(at) + std::chrono::days(1);
    const TradingSession session = sessionFor(instrument, extended, at);
    return extended && !instrument.option ? session.postClose : regularEnd(instrument, session);
}

std::optional<Timestamp> SessionClock::auctionFor(TimeInForce tif, Timestamp at)
{
    const Instrument stock;
    const TradingSession session = sessionFor(stock, false, at);
    if (tif == TimeInForce::Cls)
        return at < session.close - closingCutOff ? std::optional(session.close) : std::nullopt;
    // While a session runs, the next opening is the following day's
    const TradingSession next
        = at < session.open ? session : sessionFor(stock, false, session.close);
    const Timestamp from = easterntime::at(next.date.addDays(-1), openingEntryFrom);
    if (at < from || at >= next.open - openingCutOff)
        return {};
    return next.open;
}

bool SessionClock::isLateForClose(Timestamp bell, Timestamp at)
{
    return at >= bell - closingCutOff;
}

} // namespace tapeline
