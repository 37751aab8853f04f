#include "dayfiguresdesk.h"

#include "easterntime.h"
#include "massivebars.h"
#include "restdecoder.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The universal snapshot takes no more (massive-api.md 3.9).
constexpr qsizetype symbolsAtOnce = 250;
/// Holds two sessions, whatever holidays there were.
constexpr Duration daysAsked = 24h * 8;

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

/// The newest there is: a trade, the value of an index, a currency's bid, or the session's close.
Price lastOf(const UniversalSnapshot &row)
{
    if (row.value != Price())
        return row.value;
    if (row.type == "fx"_L1 && row.lastQuote && row.lastQuote->hasBid())
        return row.lastQuote->bid;
    if (row.lastTrade && row.lastTrade->price != Price())
        return row.lastTrade->price;
    return row.session.last != Price() ? row.session.last : row.session.close;
}

Timestamp updatedOf(const UniversalSnapshot &row)
{
    Timestamp newest = std::max(row.updated, row.session.updated);
    if (row.lastTrade)
        newest = std::max(newest, row.lastTrade->time);
    if (row.lastQuote)
        newest = std::max(newest, row.lastQuote->time);
    return newest;
}

/// now: as of when, where the row does not say.
DayFigures figuresOf(const UniversalSnapshot &row, Timestamp now)
{
    DayFigures figures;
    const Timestamp updated = updatedOf(row);
    figures.asOf = updated != Timestamp {} ? updated : now;
    figures.open = row.session.open;
    figures.high = row.session.high;
    figures.low = row.session.low;
    figures.last = lastOf(row);
    figures.previousClose = row.session.previousClose;
    figures.volume = row.session.volume;
    figures.vwap = row.session.vwap;
    return figures;
}

DayFigures figuresOf(const Candle &day, Price previousClose, Timestamp asOf)
{
    DayFigures figures;
    figures.asOf = asOf;
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

DayFiguresDesk::DayFiguresDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

DayFiguresDesk::Group DayFiguresDesk::groupOf(const QString &symbol)
{
    switch (symbology::classOf(symbol)) {
    case AssetClass::Stocks:
        return Group::Stocks;
    case AssetClass::Futures:
        return Group::Futures;
    case AssetClass::Options:
    case AssetClass::Indices:
    case AssetClass::Forex:
    case AssetClass::Crypto:
        break;
    }
    return Group::Others;
}

void DayFiguresDesk::reset()
{
    m_snapshots = {};
    m_timeKnown = false;
    m_awaitingDays.clear();
    m_lastDay = m_dayBefore = {};
    m_ownDays.clear();
}

void DayFiguresDesk::onTimeKnown()
{
    m_timeKnown = true;
    for (const Group group : groups)
        ask(group);
}

void DayFiguresDesk::want(const QString &symbol)
{
    const Group group = groupOf(symbol);
    snapshotsOf(group).wanted.insert(symbol);
    if (m_context.hasRest())
        ask(group);
}

void DayFiguresDesk::tick()
{
    const Duration now = m_context.wall.monotonic();
    for (const Group group : groups)
        if (snapshotsOf(group).question.retry.takeDue(now))
            ask(group);
    for (Day *day : { &m_lastDay, &m_dayBefore })
        if (day->question.retry.takeDue(now))
            askDay(*day);
    for (auto own = m_ownDays.begin(); own != m_ownDays.end(); ++own)
        if (own->retry.takeDue(now))
            askOwnDays(own.key());
}

/// One request for all symbols that still want theirs; asked again when more came meanwhile.
void DayFiguresDesk::ask(Group group)
{
    Snapshots &own = snapshotsOf(group);
    if (own.question.isOpen() || !m_context.hasRest())
        return;
    QStringList snapshots;
    QStringList days;
    for (const QString &symbol : std::as_const(own.wanted)) {
        if (!m_context.has(symbology::classOf(symbol), DataKind::Snapshots))
            days << symbol;
        else if (group == Group::Stocks || snapshots.size() < symbolsAtOnce)
            snapshots << symbol;
    }
    if (m_timeKnown && !days.isEmpty()) {
        for (const QString &symbol : days)
            own.wanted.remove(symbol);
        if (group == Group::Stocks)
            askLastDays(days);
        else
            for (const QString &symbol : days)
                askOwnDays(symbol);
    }
    if (!snapshots.isEmpty())
        askSnapshots(group, snapshots);
}

// --- snapshots
// ---------------------------------------------------------------------------------------------

void DayFiguresDesk::askSnapshots(Group group, const QStringList &symbols)
{
    Snapshots &own = snapshotsOf(group);
    for (const QString &symbol : symbols) {
        own.wanted.remove(symbol);
        m_context.hub->awaitDayFigures(m_context.hub->symbols().intern(symbol));
    }
    const QString list = symbols.join(u',');
    QString path = u"/v3/snapshot"_s;
    QUrlQuery query { { u"ticker.any_of"_s, list },
                      { u"limit"_s, QString::number(symbolsAtOnce) } };
    if (group == Group::Stocks) {
        path = u"/v2/snapshot/locale/us/markets/stocks/tickers"_s;
        query = { { u"tickers"_s, list } };
    } else if (group == Group::Futures) {
        path = u"/futures/v1/snapshot"_s;
    }
    own.question.request = m_context.requests.ask(
        path, query, { RestPriority::OnScreen, RestPurpose::Figures },
        [this, group, symbols](const RestReply &reply) { onSnapshots(group, symbols, reply); });
}

void DayFiguresDesk::onSnapshots(Group group, const QStringList &symbols, const RestReply &reply)
{
    Snapshots &own = snapshotsOf(group);
    const bool applied = group == Group::Stocks ? applyStocks(reply, own.question)
                                                : applyUniversal(group, reply, own.question);
    if (!applied)
        own.wanted += QSet<QString>(symbols.cbegin(), symbols.cend());
    const bool isRefused = reply.error == Error::Code::NotEntitled && !reply.ok;
    if (isRefused)
        refuse(symbols);
    if (applied || isRefused)
        ask(group);
}

/// Of all classes that were asked together.
void DayFiguresDesk::refuse(const QStringList &symbols)
{
    for (const QString &symbol : symbols)
        m_context.capabilities.refuse(productOf(symbology::classOf(symbol)), DataKind::Snapshots);
}

bool DayFiguresDesk::applyStocks(const RestReply &reply, ServiceQuestion &question)
{
    const Result<StockSnapshotsPage> page = m_context.read(reply, decodeStockSnapshots);
    if (!question.settle(page, m_context))
        return false;
    for (const StockSnapshot &snapshot : page->snapshots)
        m_context.hub->applyDayFigures(m_context.hub->symbols().intern(snapshot.symbol),
                                       figuresOf(snapshot));
    return true;
}

bool DayFiguresDesk::applyUniversal(Group group, const RestReply &reply, ServiceQuestion &question)
{
    const Result<UniversalSnapshotsPage> page = m_context.read(
        reply, group == Group::Futures ? decodeFuturesSnapshots : decodeUniversalSnapshots);
    if (!question.settle(page, m_context))
        return false;
    for (const UniversalSnapshot &row : page->snapshots)
        applyRow(row);
    return true;
}

/// A symbol that the plan lacks says so by itself.
void DayFiguresDesk::applyRow(const UniversalSnapshot &row)
{
    if (row.error == "NOT_ENTITLED"_L1)
        askOwnDays(row.symbol);
    else if (row.error.isEmpty())
        m_context.hub->applyDayFigures(
            m_context.hub->symbols().intern(row.symbol),
            figuresOf(row, m_context.viewNow(symbology::classOf(row.symbol))));
}

// --- the last two days of all stocks
// -----------------------------------------------------------------------

void DayFiguresDesk::askLastDays(const QStringList &symbols)
{
    m_awaitingDays += QSet<QString>(symbols.cbegin(), symbols.cend());
    const QDate last
        = easterntime::date(m_context.calendar.completedUntil(m_context.marketNow()) - 1ms);
    if (last == m_lastDay.date) {
        applyDays();
        return;
    }
    m_lastDay = { last, {}, {} };
    m_dayBefore = { m_context.calendar.previousTradingDay(last), {}, {} };
    askDay(m_lastDay);
    askDay(m_dayBefore);
}

void DayFiguresDesk::askDay(Day &day)
{
    day.question.request = m_context.requests.ask(
        u"/v2/aggs/grouped/locale/us/market/stocks/"_s + day.date.toString(Qt::ISODate),
        { { u"adjusted"_s, u"true"_s } }, { RestPriority::OnScreen, RestPurpose::Figures },
        [this, &day, date = day.date](const RestReply &reply) { onDay(day, date, reply); });
}

void DayFiguresDesk::onDay(Day &day, QDate date, const RestReply &reply)
{
    if (day.date != date)
        return; // another session has ended since
    const Result<SymbolBarsPage> page = m_context.read(reply, decodeGroupedDaily);
    if (!day.question.settle(page, m_context))
        return;
    for (const SymbolBar &bar : page->bars)
        day.bars.insert(bar.symbol, bar.candle);
    applyDays();
}

void DayFiguresDesk::applyDays()
{
    if (m_lastDay.bars.isEmpty() || m_dayBefore.bars.isEmpty())
        return;
    for (const QString &symbol : std::exchange(m_awaitingDays, {})) {
        const auto bar = m_lastDay.bars.constFind(symbol);
        if (bar == m_lastDay.bars.cend())
            continue;
        // The service sends the end of the session as its time
        const Price before = m_dayBefore.bars.value(symbol).close;
        m_context.hub->applyDayFigures(m_context.hub->symbols().intern(symbol),
                                       figuresOf(*bar, before, bar->start));
    }
}

// --- the last two days of one symbol
// -----------------------------------------------------------------------

void DayFiguresDesk::askOwnDays(const QString &symbol)
{
    if (m_ownDays[symbol].request != 0)
        return;
    m_ownDays[symbol].retry.settle();
    const Timestamp until = m_context.viewNow(symbology::classOf(symbol));
    const BarQuery days {
        symbol, Timeframe(1, TimeUnit::Day), true, { until - daysAsked, until + 1ms }
    };
    const BarSource::Question question = MassiveBars().question(days);
    m_ownDays[symbol].request = m_context.requests.ask(
        question.path, question.query, { RestPriority::OnScreen, RestPurpose::Figures, symbol },
        [this, symbol, days](const RestReply &reply) {
            onOwnDays(symbol, m_context.read(reply, [&days](QByteArrayView body) {
                return MassiveBars().decode(days, body);
            }));
        });
}

void DayFiguresDesk::onOwnDays(const QString &symbol, const Result<BarsPage> &page)
{
    if (!m_ownDays[symbol].settle(page, m_context) || page->bars.empty())
        return;
    const std::vector<Candle> &days = page->bars;
    const Price before = days.size() > 1 ? days[days.size() - 2].close : Price();
    const Timestamp asOf = m_context.viewNow(symbology::classOf(symbol));
    m_context.hub->applyDayFigures(m_context.hub->symbols().intern(symbol),
                                   figuresOf(days.back(), before, asOf));
}

} // namespace tapeline
