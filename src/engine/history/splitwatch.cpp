#include "splitwatch.h"

#include "easterntime.h"
#include "marketcontext.h"
#include "restdecoder.h"
#include "yahoobars.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString lastLook = u"splits-checked"_s;

/// Adjusted bars have a split worked in by then, on the day it is executed.
constexpr Duration workedInBy = 9h + 30min;
/// Where the last look is not known, the cache may have been cleared since: so far back.
constexpr int daysBack = 400;

} // namespace

SplitWatch::SplitWatch(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void SplitWatch::reset()
{
    m_context.requests.cancel(std::exchange(m_request, 0));
    m_retry.settle();
    m_lookedOn = {};
    m_origin = m_context.source.cacheOrigin();
}

void SplitWatch::tick()
{
    if (!m_store || !m_context.hasRest())
        return;
    if (m_retry.takeDue(m_context.wall.monotonic()))
        ask();
    const Timestamp now = m_context.marketNow();
    const QDate today = easterntime::date(now);
    // Once after midnight, and again when today's splits are sure to be worked in
    const bool looked = m_lookedOn == today
        && (m_lookedAt >= easterntime::at(today, workedInBy)
            || now < easterntime::at(today, workedInBy));
    if (looked || m_request != 0 || m_retry.isWaiting())
        return;
    m_lookedOn = today;
    m_lookedAt = now;
    readLastLook(today);
}

void SplitWatch::readLastLook(QDate today)
{
    m_store->run(
        this, [origin = m_origin](CacheDatabase &cache) { return cache.answer(origin, lastLook); },
        [this, today, origin = m_origin](const auto &kept) {
            if (origin != m_origin || !kept)
                return;
            const QDate since = *kept
                ? QDate::fromString(QString::fromLatin1((*kept)->body), Qt::ISODate)
                : QDate();
            onLastLook(today, since);
        });
}

void SplitWatch::onLastLook(QDate today, QDate since)
{
    m_since = since.isValid() ? since : today.addDays(-daysBack);
    ask();
}

void SplitWatch::ask(const QString &nextUrl)
{
    const QUrlQuery query { { u"execution_date.gte"_s, m_since.toString(Qt::ISODate) },
                            { u"execution_date.lte"_s, m_lookedOn.toString(Qt::ISODate) },
                            { u"limit"_s, u"1000"_s } };
    const bool first = nextUrl.isEmpty();
    m_request = m_context.requests.ask(first ? u"/v3/reference/splits"_s : nextUrl,
                                       first ? query : QUrlQuery(),
                                       { RestPriority::Background, RestPurpose::CorporateActions },
                                       [this](const RestReply &reply) { onSplits(reply); });
}

void SplitWatch::onSplits(const RestReply &reply)
{
    m_request = 0;
    const Result<SplitsPage> page = m_context.read(reply, decodeSplits);
    if (!page) {
        m_retry.fail(page.error().code, m_context.wall.monotonic());
        return;
    }
    m_retry.settle();
    for (const Split &split : page->splits)
        forget(split.symbol, split.executionDate);
    if (page->nextUrl.isEmpty())
        noteLook();
    else
        ask(page->nextUrl);
}

void SplitWatch::forget(const QString &symbol, QDate executed)
{
    const Timestamp workedIn = easterntime::at(executed, workedInBy);
    if (m_context.marketNow() < workedIn)
        return; // looked for again then
    QStringList origins { m_origin };
    if (m_context.source.source == DataSource::Live)
        origins += YahooBars().id(); // whose bars are adjusted as well
    for (const QString &origin : origins)
        m_store->run(
            this,
            [origin, symbol, workedIn](CacheDatabase &cache) {
                return cache.forgetAdjusted(origin, symbol, workedIn);
            },
            [this, symbol](const Result<int> &series) {
                if (series.value_or(0) > 0)
                    emit adjustedForgotten(symbol);
            });
}

/// Next time from this day on: it is not over.
void SplitWatch::noteLook()
{
    const CacheDatabase::KeptAnswer answer { m_lookedOn.toString(Qt::ISODate).toLatin1(),
                                             m_context.marketNow() };
    m_store->run(
        this,
        [origin = m_origin, answer](CacheDatabase &cache) {
            return cache.keepAnswer(origin, lastLook, answer);
        },
        [](const Result<void> &) {});
}

} // namespace tapeline
