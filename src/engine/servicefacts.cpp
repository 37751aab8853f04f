#include "servicefacts.h"

#include "easterntime.h"
#include "restdecoder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Less is the way of a request, more is worth a word.
constexpr Duration tellingSkew = 5s;

DayFigures figuresOf(const StockSnapshot &snapshot)
{
    DayFigures figures;
    figures.asOf = snapshot.updated;
    figures.previousClose = snapshot.previousDay.close;
    figures.volume = snapshot.day.volume;
    figures.vwap = snapshot.day.vwap;
    if (snapshot.day.hasPrices) {
        figures.open = snapshot.day.open;
        figures.high = snapshot.day.high;
        figures.low = snapshot.day.low;
        figures.last = snapshot.day.close;
    }
    if (snapshot.lastTrade && snapshot.lastTrade->price != Price())
        figures.last = snapshot.lastTrade->price;
    return figures;
}

DayFigures figuresOf(const Candle &day, Price previousClose)
{
    DayFigures figures;
    figures.asOf = day.start; // the end of the session, as the service sends it
    figures.open = day.open;
    figures.high = day.high;
    figures.low = day.low;
    figures.last = day.close;
    figures.previousClose = previousClose;
    figures.volume = day.volume;
    figures.vwap = day.vwap;
    return figures;
}

} // namespace

ServiceFacts::ServiceFacts(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void ServiceFacts::start()
{
    m_wanted.clear();
    m_underWay = m_timeKnown = false;
    m_directory.clear();
    m_directoryGrew = false;
    m_lastDay = m_dayBefore = {};
    if (!m_context.hasRest()) {
        m_timeKnown = true;
        emit timeKnown();
        return;
    }
    askServerTime();
}

void ServiceFacts::askServerTime()
{
    m_context.requests.ask(
        u"/v1/marketstatus/now"_s, {}, RestPriority::Interactive, [this](const RestReply &reply) {
            if (const Result<MarketStatusNow> status = m_context.read(reply, decodeMarketStatus)) {
                noteSkew(status->serverTime);
                m_context.clock.reset(status->serverTime, m_context.source.speed);
            }
            m_timeKnown = true;
            askFigures();
            emit timeKnown();
            // Only now, so that a plan of five requests a minute spends them on what is on screen
            askHolidays();
            askDirectory({});
        });
}

void ServiceFacts::noteSkew(Timestamp serverTime)
{
    const Duration skew = serverTime - m_context.wall.utc();
    if (m_context.source.source != DataSource::Live || std::chrono::abs(skew) < tellingSkew)
        return;
    ConnectionEvent event;
    event.kind = ConnectionEvent::Kind::ClockSkewed;
    event.length = skew;
    event.detail = u"The service's time is used."_s;
    m_context.log.add(event);
}

void ServiceFacts::askHolidays()
{
    m_context.requests.ask(u"/v1/marketstatus/upcoming"_s, {}, RestPriority::Background,
                           [this](const RestReply &reply) {
                               if (const auto days = m_context.read(reply, decodeUpcomingHolidays))
                                   m_context.calendar.setExceptions(*days);
                           });
}

void ServiceFacts::askDirectory(const QString &nextUrl)
{
    const QUrlQuery query { { u"market"_s, u"stocks"_s },
                            { u"active"_s, u"true"_s },
                            { u"limit"_s, u"1000"_s } };
    const bool first = nextUrl.isEmpty();
    m_context.requests.ask(
        first ? u"/v3/reference/tickers"_s : nextUrl, first ? query : QUrlQuery(),
        RestPriority::Background, [this](const RestReply &reply) {
            const Result<TickersPage> page = m_context.read(reply, decodeTickers);
            if (!page)
                return;
            for (const TickerInfo &info : page->tickers)
                m_directory.push_back({ info.symbol, info.name, AssetClass::Stocks });
            m_directoryGrew = true;
            if (!page->nextUrl.isEmpty())
                askDirectory(page->nextUrl);
        });
}

std::optional<std::vector<DirectoryEntry>> ServiceFacts::takeDirectory()
{
    if (!std::exchange(m_directoryGrew, false))
        return std::nullopt;
    return m_directory;
}

// --- the day's figures
// ---------------------------------------------------------------------------------------------

void ServiceFacts::wantFigures(const QString &symbol)
{
    m_wanted.insert(symbol);
    if (m_context.hasRest())
        askFigures();
}

/// One request for all symbols that still want theirs; asked again when more came meanwhile.
void ServiceFacts::askFigures()
{
    if (m_underWay || m_wanted.isEmpty())
        return;
    if (m_context.has(DataKind::Snapshots))
        askSnapshots();
    else if (m_timeKnown)
        askLastDays();
}

void ServiceFacts::askSnapshots()
{
    m_underWay = true;
    const QStringList symbols(m_wanted.begin(), m_wanted.end());
    m_wanted.clear();
    const QUrlQuery query { { u"tickers"_s, symbols.join(u',') } };
    m_context.requests.ask(
        u"/v2/snapshot/locale/us/markets/stocks/tickers"_s, query, RestPriority::OnScreen,
        [this, symbols](const RestReply &reply) {
            m_underWay = false;
            if (const auto page = m_context.read(reply, decodeStockSnapshots)) {
                for (const StockSnapshot &snapshot : page->snapshots)
                    m_context.hub->applyDayFigures(m_context.hub->symbols().intern(snapshot.symbol),
                                                   figuresOf(snapshot));
            } else if (reply.error == Error::Code::NotEntitled) {
                m_wanted += QSet<QString>(symbols.begin(), symbols.end());
                m_context.capabilities.refuse(Product::Stocks, DataKind::Snapshots);
            }
            askFigures();
            emit figuresChanged();
        });
}

void ServiceFacts::askLastDays()
{
    const QDate last
        = easterntime::date(m_context.calendar.completedUntil(m_context.marketNow()) - 1ms);
    if (last == m_lastDay.date) {
        applyDays();
        return;
    }
    m_lastDay = { last, {} };
    m_dayBefore = { m_context.calendar.previousTradingDay(last), {} };
    askDay(m_lastDay.date);
    askDay(m_dayBefore.date);
}

void ServiceFacts::askDay(QDate date)
{
    m_context.requests.ask(
        u"/v2/aggs/grouped/locale/us/market/stocks/"_s + date.toString(Qt::ISODate),
        { { u"adjusted"_s, u"true"_s } }, RestPriority::OnScreen,
        [this, date](const RestReply &reply) {
            const Result<SymbolBarsPage> page = m_context.read(reply, decodeGroupedDaily);
            if (!page) {
                if (date == m_lastDay.date)
                    m_lastDay.date = {}; // asked again with the next symbol that wants it
                return;
            }
            Day &day = date == m_lastDay.date ? m_lastDay : m_dayBefore;
            if (day.date != date)
                return;
            for (const SymbolBar &bar : page->bars)
                day.bars.insert(bar.symbol, bar.candle);
            applyDays();
        });
}

void ServiceFacts::applyDays()
{
    if (m_lastDay.bars.isEmpty() || m_dayBefore.bars.isEmpty())
        return;
    for (const QString &symbol : std::exchange(m_wanted, {})) {
        const auto bar = m_lastDay.bars.constFind(symbol);
        if (bar == m_lastDay.bars.cend())
            continue;
        m_context.hub->applyDayFigures(m_context.hub->symbols().intern(symbol),
                                       figuresOf(*bar, m_dayBefore.bars.value(symbol).close));
    }
    emit figuresChanged();
}

} // namespace tapeline
