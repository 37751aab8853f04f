#include "heldfacts.h"

#include "barsdecoder.h"
#include "corporatedecoder.h"
#include "easterntime.h"
#include "instrument.h"

#include <cmath>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// So long prices wait for the answer.
constexpr Duration longestWait = 15s;
/// The service has a day's official close by then.
constexpr Duration closeIsKnownAfter = 30min;
constexpr Duration betweenCloses = 10min;
/// A plan may be refused a day's close and be given it on the next.
constexpr Duration afterRefusedClose = 24h;

bool isStock(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    return instrument && instrument->assetClass == AssetClass::Stocks;
}

/// In whole numbers: 1 to 1.05 is 20 to 21.
std::pair<qint64, qint64> ratioOf(const Split &split)
{
    constexpr double scale = 1e6;
    const qint64 numerator = std::llround(split.to * scale);
    const qint64 denominator = std::llround(split.from * scale);
    const qint64 common = std::max<qint64>(std::gcd(numerator, denominator), 1);
    return { numerator / common, denominator / common };
}

QUrlQuery pageQuery(const QString &symbol, const QString &dateField, QDate since)
{
    return { { u"ticker"_s, symbol },
             { dateField + u".gte"_s, since.toString(Qt::ISODate) },
             { u"sort"_s, dateField },
             { u"order"_s, u"asc"_s },
             { u"limit"_s, u"1000"_s } };
}

} // namespace

HeldFacts::HeldFacts(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void HeldFacts::reset()
{
    m_stocks.clear();
    m_closes.clear();
}

void HeldFacts::want(const std::map<QString, QDate> &symbols, Begin begin)
{
    if (!m_context.hasRest())
        return;
    for (const auto &[symbol, since] : symbols) {
        if (m_stocks.contains(symbol) || !isStock(symbol))
            continue;
        Stock &stock = m_stocks[symbol];
        stock.splits.since = stock.dividends.since = since;
        stock.isAwaited = begin == Begin::Awaited;
    }
}

void HeldFacts::wantClose(const QString &symbol, QDate day)
{
    if (m_context.hasRest())
        m_closes.try_emplace({ symbol, day });
}

void HeldFacts::askAgain()
{
    for (Stock &stock : m_stocks)
        stock.splits.askedOn = stock.dividends.askedOn = {};
}

bool HeldFacts::isAwaited(const QString &symbol) const
{
    const auto stock = m_stocks.constFind(symbol);
    return stock != m_stocks.cend() && stock->isAwaited;
}

void HeldFacts::tick()
{
    const QDate today = easterntime::date(m_context.marketNow());
    for (const QString &symbol : m_stocks.keys())
        tickStock(symbol, m_stocks[symbol], today);
    const Duration now = m_context.wall.monotonic();
    for (auto &[key, close] : m_closes) {
        if (close.request == 0 && now >= close.askAt && isCloseDue(key.second))
            askClose(key.first, key.second);
    }
}

void HeldFacts::tickStock(const QString &symbol, Stock &stock, QDate today)
{
    const Duration now = m_context.wall.monotonic();
    if (!stock.splits.askedOn.isValid())
        stock.awaitedUntil = now + longestWait;
    if (takeDue(stock.splits, today, now))
        askSplits(symbol, stock);
    if (takeDue(stock.dividends, today, now))
        askDividends(symbol, stock);
    // What is from today was seen as it came
    const bool isWaiting
        = stock.splits.since < today && stock.splits.isOpen() && now < stock.awaitedUntil;
    if (stock.isAwaited && !isWaiting) {
        stock.isAwaited = false;
        emit known(symbol);
    }
}

/// Once a day, and when it failed. What is asked on a day is known up to it when it is answered.
bool HeldFacts::takeDue(Question &question, QDate today, Duration now)
{
    const bool isNewDay = question.askedOn != today && !question.isOpen();
    if (isNewDay)
        question.askedOn = today;
    return isNewDay || question.retry.takeDue(now);
}

/// Other failures are in the connection's log already.
void HeldFacts::tellIfRefused(const Error &error)
{
    if (error.code == Error::Code::NotFound)
        m_context.log.add({ .kind = ConnectionEvent::Kind::RequestFailed, .detail = error.detail });
}

/// Notes an answer, or when to ask again. True when there is one.
template<typename Answer> bool HeldFacts::settle(Question &question, const Answer &answer)
{
    question.request = 0;
    if (answer) {
        question.since = question.askedOn;
        question.retry.settle();
        return true;
    }
    question.retry.fail(answer.error().code, m_context.wall.monotonic());
    tellIfRefused(answer.error());
    return false;
}

void HeldFacts::askSplits(const QString &symbol, Stock &stock)
{
    stock.splits.request = m_context.requests.ask(
        u"/v3/reference/splits"_s, pageQuery(symbol, u"execution_date"_s, stock.splits.since),
        { stock.isAwaited ? RestPriority::Interactive : RestPriority::Background,
          RestPurpose::CorporateActions, symbol },
        [this, symbol](const RestReply &reply) { onSplits(symbol, reply); });
}

void HeldFacts::onSplits(const QString &symbol, const RestReply &reply)
{
    Stock &stock = m_stocks[symbol];
    const Result<SplitsPage> page = m_context.read(reply, decodeSplits);
    if (settle(stock.splits, page)) {
        std::vector<AnnouncedSplit> splits;
        for (const Split &split : page->splits) {
            const auto [numerator, denominator] = ratioOf(split);
            if (split.symbol == symbol && numerator > 0 && denominator > 0)
                splits.push_back({ symbol, numerator, denominator, split.executionDate });
        }
        emit splitsFound(symbol, splits);
    }
    if (!stock.splits.isOpen() && std::exchange(stock.isAwaited, false))
        emit known(symbol);
}

void HeldFacts::askDividends(const QString &symbol, Stock &stock)
{
    stock.dividends.request = m_context.requests.ask(
        u"/v3/reference/dividends"_s,
        pageQuery(symbol, u"ex_dividend_date"_s, stock.dividends.since),
        { RestPriority::Background, RestPurpose::CorporateActions, symbol },
        [this, symbol](const RestReply &reply) { onDividends(symbol, reply); });
}

void HeldFacts::onDividends(const QString &symbol, const RestReply &reply)
{
    Stock &stock = m_stocks[symbol];
    const Result<DividendsPage> page = m_context.read(reply, decodeDividends);
    if (!settle(stock.dividends, page))
        return;
    std::vector<AnnouncedDividend> dividends;
    for (const Dividend &dividend : page->dividends) {
        const bool isInDollars = dividend.currency.isEmpty() || dividend.currency == "USD"_L1;
        if (dividend.symbol != symbol || !isInDollars || !dividend.exDate.isValid())
            continue;
        const QDate pay = dividend.pay.isValid() ? dividend.pay : dividend.exDate;
        dividends.push_back({ 0, symbol, dividend.cashAmount, dividend.exDate, pay });
    }
    emit dividendsFound(symbol, dividends);
}

bool HeldFacts::isCloseDue(QDate day) const
{
    const std::optional<TradingSession> session = m_context.calendar.session(day);
    return session && m_context.marketNow() >= session->close + closeIsKnownAfter;
}

void HeldFacts::askClose(const QString &symbol, QDate day)
{
    Close &close = m_closes.at({ symbol, day });
    close.askAt = m_context.wall.monotonic() + betweenCloses;
    close.request = m_context.requests.ask(
        u"/v1/open-close/%1/%2"_s.arg(symbol, day.toString(Qt::ISODate)),
        { { u"adjusted"_s, u"false"_s } },
        { RestPriority::Background, RestPurpose::Figures, symbol },
        [this, symbol, day](const RestReply &reply) { onClose(symbol, day, reply); });
}

void HeldFacts::onClose(const QString &symbol, QDate day, const RestReply &reply)
{
    const auto asked = m_closes.find({ symbol, day });
    asked->second.request = 0;
    const Result<DailyOpenClose> answer = m_context.read(reply, decodeOpenClose);
    if (!answer && RetryWait::isFinal(answer.error().code)) {
        asked->second.askAt = m_context.wall.monotonic() + afterRefusedClose;
        return tellIfRefused(answer.error());
    }
    if (!answer || answer->close <= Price())
        return; // asked again: it may be too early
    m_closes.erase(asked);
    emit closeFound(symbol, day, answer->open, answer->close);
}

} // namespace tapeline
