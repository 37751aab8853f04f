#include "servicefacts.h"

#include "restdecoder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Less is the way of a request, more is worth a word.
constexpr Duration tellingSkew = 5s;
/// Asking for the time again takes a moment, and the answer is in whole seconds.
constexpr Duration toleratedError = 2s;
constexpr Duration timeHolds = 1h;
constexpr Duration holidaysHold = 24h;

const QString keptHolidays = u"holidays"_s;

} // namespace

ServiceFacts::ServiceFacts(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void ServiceFacts::start()
{
    m_timeKnown = false;
    m_time = m_holidays = {};
    m_holidaysRead = false;
    m_holidaysAsOf = {};
    m_lists.reset();
    m_figures.reset();
    clocksJumped();
    m_directory.start();
    if (!m_context.hasRest()) {
        m_timeKnown = true;
        emit timeKnown();
        return;
    }
    readHolidays();
    askServerTime();
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
    m_directory.tick();
    m_figures.tick();
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
            if (m_time.settle(status, m_context))
                onServerTime(*status);
            if (std::exchange(m_timeKnown, true))
                return;
            m_figures.onTimeKnown();
            emit timeKnown();
            // Only now, so that a plan of five requests a minute spends them on what is on screen
            if (m_holidaysRead)
                askHolidays();
            m_directory.onTimeKnown();
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

// --- holidays
// ------------------------------------------------------------------------------------------------------

/// What was kept holds until something newer comes.
void ServiceFacts::readHolidays()
{
    m_lists.read(this, keptHolidays, [this](const auto &kept) {
        m_holidaysRead = true;
        if (kept) {
            if (const auto days = decodeUpcomingHolidays(kept->body)) {
                m_context.calendar.setExceptions(*days);
                m_holidaysAsOf = kept->asOf;
            }
        }
        if (m_timeKnown)
            askHolidays();
    });
}

/// Unless what is kept is fresh.
void ServiceFacts::askHolidays()
{
    if (m_lists.isFresh(m_holidaysAsOf, holidaysHold))
        return;
    m_holidays.request = m_context.requests.ask(
        u"/v1/marketstatus/upcoming"_s, {}, { RestPriority::Background, RestPurpose::Calendar },
        [this](const RestReply &reply) {
            const auto days = m_context.read(reply, decodeUpcomingHolidays);
            if (!m_holidays.settle(days, m_context))
                return;
            m_context.calendar.setExceptions(*days);
            m_lists.keep(this, keptHolidays, reply.body);
        });
}

} // namespace tapeline
