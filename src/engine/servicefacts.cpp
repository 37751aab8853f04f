#include "servicefacts.h"

#include "easterntime.h"
#include "restdecoder.h"

#include <QCborArray>
#include <QCborValue>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Less is the way of a request, more is worth a word.
constexpr Duration tellingSkew = 5s;
/// Asking for the time again takes a moment, and the answer is in whole seconds.
constexpr Duration toleratedError = 2s;
constexpr Duration timeHolds = 1h;
/// Lists that change seldom.
constexpr Duration holidaysHold = 24h;
constexpr Duration directoryHolds = 72h;

const QString keptHolidays = u"holidays"_s;
const QString keptDirectory = u"stocks"_s;

QByteArray bodyOf(const std::vector<DirectoryEntry> &directory)
{
    QCborArray entries;
    for (const DirectoryEntry &entry : directory)
        entries.append(QCborArray { entry.symbol, entry.name });
    return QCborValue(entries).toCbor();
}

std::vector<DirectoryEntry> directoryFrom(const QByteArray &body)
{
    std::vector<DirectoryEntry> directory;
    for (const QCborValue &entry : QCborValue::fromCbor(body).toArray())
        if (const QString symbol = entry[0].toString(); !symbol.isEmpty())
            directory.push_back({ symbol, entry[1].toString(), AssetClass::Stocks });
    return directory;
}

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
    m_timeKnown = false;
    m_time = m_holidays = m_directoryPage = m_snapshots = {};
    m_wanted.clear();
    m_directoryNext.clear();
    m_directory.clear();
    m_directoryGrew = false;
    m_lastDay = m_dayBefore = {};
    m_holidaysAsOf = m_directoryAsOf = {};
    ++m_epoch;
    clocksJumped();
    if (!m_context.hasRest()) {
        m_timeKnown = true;
        emit timeKnown();
        return;
    }
    readLists();
    askServerTime();
}

/// Notes an answer, or when to ask again. True when there is one.
template<typename Answer> bool ServiceFacts::settle(Question &question, const Answer &answer)
{
    question.request = 0;
    if (answer)
        question.retry.settle();
    else
        question.retry.fail(answer.error().code, m_context.wall.monotonic());
    return answer.has_value();
}

void ServiceFacts::tick()
{
    if (!m_context.hasRest())
        return;
    const Duration now = m_context.wall.monotonic();
    const Duration slept = clocksJumped();
    if (slept > Duration() && m_context.clock.isSet()) {
        // The service tells the rest
        const auto passed = Duration(qint64(double(slept.count()) * m_context.source.speed));
        m_context.clock.reset(m_context.clock.now() + passed, m_context.source.speed);
    }
    if (slept != Duration() || now - m_timeAskedAt > timeHolds)
        checkTime();
    if (m_time.retry.takeDue(now))
        askServerTime();
    if (m_holidays.retry.takeDue(now))
        askHolidays();
    if (m_directoryPage.retry.takeDue(now))
        askDirectory();
    if (m_snapshots.retry.takeDue(now))
        askFigures();
    for (Day *day : { &m_lastDay, &m_dayBefore })
        if (day->question.retry.takeDue(now))
            askDay(*day);
}

// --- the time
// ------------------------------------------------------------------------------------------------------

void ServiceFacts::checkTime()
{
    if (m_context.hasRest() && m_timeKnown && m_time.request == 0)
        askServerTime();
}

/// For how long this computer slept since the last call, or by how much its time was set.
Duration ServiceFacts::clocksJumped()
{
    const Duration offset = m_context.wall.utc().time_since_epoch() - m_context.wall.monotonic();
    const Duration before = std::exchange(m_clockOffset, offset);
    return std::chrono::abs(offset - before) > toleratedError ? offset - before : Duration();
}

void ServiceFacts::askServerTime()
{
    m_timeAskedAt = m_context.wall.monotonic();
    m_time.retry.settle();
    m_time.request = m_context.requests.ask(
        u"/v1/marketstatus/now"_s, {}, { RestPriority::Interactive, RestPurpose::Clock },
        [this](const RestReply &reply) {
            const Result<MarketStatusNow> status = m_context.read(reply, decodeMarketStatus);
            if (settle(m_time, status))
                onServerTime(*status);
            if (std::exchange(m_timeKnown, true))
                return;
            askFigures();
            emit timeKnown();
            // Only now, so that a plan of five requests a minute spends them on what is on screen
            askLists();
        });
}

void ServiceFacts::onServerTime(const MarketStatusNow &status)
{
    const Duration error = std::chrono::abs(status.serverTime - m_context.clock.now());
    const double tolerated = toleratedError.count() * std::max(1.0, m_context.source.speed);
    if (m_context.clock.isSet() && double(error.count()) <= tolerated)
        return;
    noteSkew(status.serverTime);
    m_context.clock.reset(status.serverTime, m_context.source.speed);
}

void ServiceFacts::noteSkew(Timestamp serverTime)
{
    const Duration skew = serverTime - m_context.wall.utc();
    if (m_context.source.source != DataSource::Live || std::chrono::abs(skew) < tellingSkew)
        return;
    m_context.log.add({ .kind = ConnectionEvent::Kind::ClockSkewed,
                        .length = skew,
                        .detail = u"The service's time is used."_s });
}

// --- lists
// ---------------------------------------------------------------------------------------------------------

/// What was kept holds until something newer comes.
void ServiceFacts::readLists()
{
    m_listsToRead = 0;
    const auto read = [this](const QString &name, auto take) {
        if (!m_store)
            return;
        ++m_listsToRead;
        m_store->run(
            this,
            [origin = m_context.source.cacheOrigin(), name](CacheDatabase &cache) {
                return cache.answer(origin, name);
            },
            [this, take, epoch = m_epoch](const auto &kept) {
                if (epoch != m_epoch)
                    return;
                if (kept && *kept)
                    take(**kept);
                --m_listsToRead;
                askLists();
            });
    };
    read(keptHolidays, [this](const CacheDatabase::KeptAnswer &answer) {
        if (const auto days = decodeUpcomingHolidays(answer.body)) {
            m_context.calendar.setExceptions(*days);
            m_holidaysAsOf = answer.asOf;
        }
    });
    read(keptDirectory, [this](const CacheDatabase::KeptAnswer &answer) {
        m_directory = directoryFrom(answer.body);
        m_directoryAsOf = answer.asOf;
        m_directoryGrew = true;
    });
}

void ServiceFacts::keepList(const QString &name, const QByteArray &body)
{
    if (!m_store)
        return;
    m_store->run(
        this,
        [origin = m_context.source.cacheOrigin(), name,
         answer = CacheDatabase::KeptAnswer { body, m_context.marketNow() }](CacheDatabase &cache) {
            return cache.keepAnswer(origin, name, answer);
        },
        [](const Result<void> &) {});
}

bool ServiceFacts::isFresh(Timestamp keptAsOf, Duration holds) const
{
    const Timestamp now = m_context.marketNow();
    return keptAsOf != Timestamp {} && keptAsOf <= now && now - keptAsOf < holds;
}

/// Once it is known what is kept, and of when.
void ServiceFacts::askLists()
{
    if (m_listsToRead > 0 || !m_timeKnown)
        return;
    if (!isFresh(m_holidaysAsOf, holidaysHold))
        askHolidays();
    if (!isFresh(m_directoryAsOf, directoryHolds)) {
        m_gathered.clear();
        askDirectory();
    }
}

void ServiceFacts::askHolidays()
{
    m_holidays.request = m_context.requests.ask(
        u"/v1/marketstatus/upcoming"_s, {}, { RestPriority::Background, RestPurpose::Calendar },
        [this](const RestReply &reply) {
            const auto days = m_context.read(reply, decodeUpcomingHolidays);
            if (!settle(m_holidays, days))
                return;
            m_context.calendar.setExceptions(*days);
            keepList(keptHolidays, reply.body);
        });
}

void ServiceFacts::askDirectory()
{
    const QUrlQuery query { { u"market"_s, u"stocks"_s },
                            { u"active"_s, u"true"_s },
                            { u"limit"_s, u"1000"_s } };
    const bool first = m_directoryNext.isEmpty();
    m_directoryPage.request = m_context.requests.ask(
        first ? u"/v3/reference/tickers"_s : m_directoryNext, first ? query : QUrlQuery(),
        { RestPriority::Background, RestPurpose::Symbols }, [this](const RestReply &reply) {
            const Result<TickersPage> page = m_context.read(reply, decodeTickers);
            if (!settle(m_directoryPage, page))
                return;
            for (const TickerInfo &info : page->tickers)
                m_gathered.push_back({ info.symbol, info.name, AssetClass::Stocks });
            m_directoryNext = page->nextUrl;
            // A list that is kept stays until the new one is whole
            if (m_directoryAsOf == Timestamp {} || m_directoryNext.isEmpty()) {
                m_directory = m_gathered;
                m_directoryGrew = true;
            }
            if (m_directoryNext.isEmpty())
                keepList(keptDirectory, bodyOf(m_directory));
            else
                askDirectory();
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
    if (m_snapshots.request != 0 || m_snapshots.retry.isWaiting() || m_wanted.isEmpty())
        return;
    if (m_context.has(DataKind::Snapshots))
        askSnapshots();
    else if (m_timeKnown)
        askLastDays();
}

void ServiceFacts::askSnapshots()
{
    const QSet<QString> symbols = std::exchange(m_wanted, {});
    for (const QString &symbol : symbols)
        m_context.hub->awaitDayFigures(m_context.hub->symbols().intern(symbol));
    const QUrlQuery query { { u"tickers"_s, symbols.values().join(u',') } };
    m_snapshots.request = m_context.requests.ask(
        u"/v2/snapshot/locale/us/markets/stocks/tickers"_s, query,
        { RestPriority::OnScreen, RestPurpose::Figures }, [this, symbols](const RestReply &reply) {
            const auto page = m_context.read(reply, decodeStockSnapshots);
            if (!settle(m_snapshots, page))
                m_wanted += symbols;
            else
                for (const StockSnapshot &snapshot : page->snapshots)
                    m_context.hub->applyDayFigures(m_context.hub->symbols().intern(snapshot.symbol),
                                                   figuresOf(snapshot));
            if (reply.error == Error::Code::NotEntitled && !reply.ok)
                m_context.capabilities.refuse(Product::Stocks, DataKind::Snapshots);
            if (page || !m_context.has(DataKind::Snapshots))
                askFigures();
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
    m_lastDay = { last, {}, {} };
    m_dayBefore = { m_context.calendar.previousTradingDay(last), {}, {} };
    askDay(m_lastDay);
    askDay(m_dayBefore);
}

void ServiceFacts::askDay(Day &day)
{
    day.question.request = m_context.requests.ask(
        u"/v2/aggs/grouped/locale/us/market/stocks/"_s + day.date.toString(Qt::ISODate),
        { { u"adjusted"_s, u"true"_s } }, { RestPriority::OnScreen, RestPurpose::Figures },
        [this, &day, date = day.date](const RestReply &reply) { onDay(day, date, reply); });
}

void ServiceFacts::onDay(Day &day, QDate date, const RestReply &reply)
{
    if (day.date != date)
        return; // another session has ended since
    const Result<SymbolBarsPage> page = m_context.read(reply, decodeGroupedDaily);
    if (!settle(day.question, page))
        return;
    for (const SymbolBar &bar : page->bars)
        day.bars.insert(bar.symbol, bar.candle);
    applyDays();
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
}

} // namespace tapeline
