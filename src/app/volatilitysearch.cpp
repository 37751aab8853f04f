#include "volatilitysearch.h"

#include "desksession.h"
#include "easterntime.h"
#include "marketdispatcher.h"

#include <QLoggingCategory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcVolatility, "tapeline.volatility", QtInfoMsg)

namespace {

constexpr auto pauseBetween = std::chrono::milliseconds(150);

} // namespace

VolatilitySearch::VolatilitySearch(DeskSession &session, MarketDispatcher &dispatcher,
                                   VolatilityHistory &history)
    : m_session(session)
    , m_history(history)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetween);
    connect(&m_pause, &QTimer::timeout, this, &VolatilitySearch::openNext);
    connect(&dispatcher, &MarketDispatcher::chartChanged, this, &VolatilitySearch::take);
}

VolatilitySearch::~VolatilitySearch()
{
    stop();
}

void VolatilitySearch::begin(const QString &underlying, const DailyCloses &closes,
                             const volatilitybackfill::Carry &carry)
{
    constexpr std::size_t enough = volatilitybackfill::yearOfDays / 2;
    if (isUnderWay() || closes.size() < enough || m_searched.contains(underlying)
        || m_history.days(underlying).size() >= enough)
        return;
    m_searched.insert(underlying);
    const QString root = underlying.section(u':', -1);
    m_waiting = volatilitybackfill::contracts(root, closes, m_calendar);
    m_underlying = underlying;
    m_closes = closes;
    m_carry = carry;
    m_found.clear();
    qCInfo(lcVolatility) << "looking for past volatilities of" << underlying << "in"
                         << m_waiting.size() << "contracts";
    openNext();
}

void VolatilitySearch::stop()
{
    m_pause.stop();
    if (m_chart != 0)
        m_session.closeChart(std::exchange(m_chart, 0));
    m_waiting.clear();
    m_searched.clear();
    m_underlying.clear();
}

void VolatilitySearch::openNext()
{
    const auto day = Timeframe::parse(u"1D"_s);
    if (m_waiting.isEmpty() || !day) {
        finish();
        return;
    }
    m_contract = m_waiting.takeFirst();
    m_chart = m_session.openChart(m_contract, *day);
}

void VolatilitySearch::take(const ChartUpdate &update)
{
    if (m_chart == 0 || update.chart != m_chart)
        return;
    DailyCloses &closes = m_found[m_contract];
    for (const Candle &bar : update.bars)
        if (bar.hasPrices)
            closes[easterntime::date(bar.start)] = bar.close.toDouble();
    if (update.history == ChartUpdate::History::Loading)
        return;
    m_session.closeChart(std::exchange(m_chart, 0));
    m_pause.start();
}

void VolatilitySearch::finish()
{
    const std::vector<DailyVolatility> days
        = volatilitybackfill::volatilities(m_closes, m_found, m_carry, m_calendar);
    qCInfo(lcVolatility) << "found volatilities of" << days.size() << "days of" << m_underlying;
    m_history.fill(std::exchange(m_underlying, {}), days);
    m_found.clear();
}

} // namespace tapeline
