#include "sandboxcorporate.h"

#include "easterntime.h"
#include "economy.h"
#include "sandboxcompanies.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int daysProjected = 80; ///< before a report its day is guessed
constexpr int daysConfirmed = 14; ///< before it the day is fixed

QString sentimentOf(NewsTone tone)
{
    switch (tone) {
    case NewsTone::Negative:
        return u"negative"_s;
    case NewsTone::Neutral:
        return u"neutral"_s;
    case NewsTone::Positive:
        return u"positive"_s;
    }
    return {};
}

ServedReport served(const SandboxReport &report, Timestamp asOf)
{
    ServedReport row;
    row.published = report.published;
    row.fiscalYear = report.quarter.year();
    row.fiscalQuarter = report.quarter.number();
    row.estimatedEarnings = report.estimatedEarnings;
    row.estimatedRevenue = report.estimatedRevenue;
    row.previousEarnings = report.previousEarnings;
    row.previousRevenue = report.previousRevenue;
    row.isOut = report.published <= asOf;
    const QDate date = easterntime::date(report.published);
    row.isConfirmed = easterntime::date(asOf).daysTo(date) <= daysConfirmed;
    row.told = easterntime::at(date.addDays(-(row.isConfirmed ? daysConfirmed : daysProjected)));
    if (row.isOut) {
        row.actualEarnings = report.income.earningsPerShare;
        row.actualRevenue = report.income.revenue;
    }
    return row;
}

ServedNews served(const SandboxNews &news)
{
    return { .id = QString::number(news.id, 16),
             .published = news.published,
             .publisher = u"Tapeline Simulation"_s,
             .title = news.title,
             .description = news.description,
             .author = news.author,
             .symbols = news.symbols,
             .keywords = news.keywords,
             .sentiment = sentimentOf(news.tone),
             .reasoning = news.reasoning };
}

} // namespace

SandboxCorporate::SandboxCorporate(std::shared_ptr<const SandboxMarket> market)
    : m_market(std::move(market))
{
}

bool SandboxCorporate::isCompany(int instrument) const
{
    return instrument >= 0 && std::size_t(instrument) < m_market->instruments().size();
}

std::vector<ServedSplit> SandboxCorporate::splits(int instrument, Timestamp asOf) const
{
    const QDate today = easterntime::date(asOf);
    std::vector<ServedSplit> rows;
    if (!isCompany(instrument))
        return rows;
    for (const SandboxSplit &split : m_market->companies().splits(instrument))
        if (split.announced <= today)
            rows.push_back({ split.executed, split.from, split.to });
    return rows;
}

std::vector<ServedDividend> SandboxCorporate::dividends(int instrument, Timestamp asOf) const
{
    const QDate today = easterntime::date(asOf);
    std::vector<ServedDividend> rows;
    if (!isCompany(instrument))
        return rows;
    for (const SandboxDividend &dividend : m_market->companies().dividends(instrument))
        if (dividend.declared <= today)
            rows.push_back({ dividend.declared, dividend.exDate, dividend.record, dividend.paid,
                             dividend.amount });
    return rows;
}

std::vector<ServedReport> SandboxCorporate::reports(int instrument, QDate from, QDate to,
                                                    Timestamp asOf) const
{
    const QDate last = std::min(to, easterntime::date(asOf).addDays(daysProjected));
    std::vector<ServedReport> rows;
    if (from > last || !isCompany(instrument))
        return rows;
    for (const SandboxReport &report : m_market->companies().reports(
             instrument, easterntime::at(from), easterntime::at(last.addDays(1))))
        rows.push_back(served(report, asOf));
    return rows;
}

std::vector<ServedNews> SandboxCorporate::news(int instrument, QDate from, QDate to,
                                               Timestamp asOf) const
{
    const QDate last = std::min(to, easterntime::date(asOf));
    std::vector<ServedNews> rows;
    if (instrument >= 0 && !isCompany(instrument))
        return rows;
    for (QDate date = from; date <= last; date = date.addDays(1))
        for (const SandboxNews &news : m_market->companies().news(instrument, date))
            if (news.published <= asOf)
                rows.push_back(served(news));
    return rows;
}

std::vector<ServedShortInterest> SandboxCorporate::shortInterest(int instrument, QDate from,
                                                                 QDate to, Timestamp asOf) const
{
    std::vector<ServedShortInterest> rows;
    if (!isCompany(instrument))
        return rows;
    const MarketCalendar &calendar = m_market->calendar();
    // Published some days after the settlement
    constexpr int daysUntilPublished = 9;
    const QDate last = std::min(to, easterntime::date(asOf).addDays(-daysUntilPublished));
    for (QDate month(from.year(), from.month(), 1); month <= last; month = month.addMonths(1)) {
        for (QDate date : { month.addDays(14), month.addMonths(1).addDays(-1) }) {
            if (!calendar.isTradingDay(date))
                date = calendar.previousTradingDay(date);
            if (date < from || date > last)
                continue;
            double volume = 0;
            int days = 0;
            for (QDate day = date; days < 10; day = calendar.previousTradingDay(day), ++days) {
                const auto traded = m_market->day(instrument, day);
                if (!traded)
                    break;
                volume += traded->candle.volume.toDouble();
            }
            if (days > 0)
                rows.push_back({ date, m_market->companies().shortInterest(instrument, date),
                                 std::llround(volume / days) });
        }
    }
    return rows;
}

std::vector<ServedShortVolume> SandboxCorporate::shortVolume(int instrument, QDate from, QDate to,
                                                             Timestamp asOf) const
{
    std::vector<ServedShortVolume> rows;
    if (!isCompany(instrument))
        return rows;
    const QDate last = std::min(to, easterntime::date(asOf).addDays(-1));
    for (QDate date = from; date <= last; date = date.addDays(1)) {
        const auto traded = m_market->day(instrument, date);
        if (!traded)
            continue;
        const SandboxShortVolume day = m_market->companies().shortVolume(
            instrument, date, traded->candle.volume.units() / Qty::unitsPerOne);
        ServedShortVolume row { date, day.total, day.sold, day.exempt, {} };
        for (std::size_t venue = 0; venue < day.venues.size(); ++venue)
            row.venues[venue] = { day.venues[venue].sold, day.venues[venue].exempt };
        rows.push_back(row);
    }
    return rows;
}

std::optional<ServedFloat> SandboxCorporate::floatOf(int instrument, Timestamp asOf) const
{
    if (!isCompany(instrument))
        return {};
    // Counted anew at the start of a month
    const QDate today = easterntime::date(asOf);
    const QDate month(today.year(), today.month(), 1);
    const double share = m_market->companies().floatShare(instrument);
    return ServedFloat { month,
                         std::llround(m_market->companies().sharesOn(instrument, month) * share),
                         share * 100 };
}

std::vector<int> SandboxCorporate::related(int instrument) const
{
    return isCompany(instrument) ? m_market->companies().related(instrument) : std::vector<int> {};
}

std::vector<ServedYields> SandboxCorporate::yields(QDate from, QDate to, Timestamp asOf) const
{
    const MarketCalendar &calendar = m_market->calendar();
    std::vector<ServedYields> days;
    const QDate last = std::min(to, easterntime::date(asOf));
    for (QDate date = std::max(from, SandboxMarket::firstDate()); date <= last;
         date = date.addDays(1)) {
        const std::optional<TradingSession> session = calendar.session(date);
        if (session && asOf >= session->close)
            days.push_back({ date, economy::treasuryYields(m_market->seed(), date) });
    }
    return days;
}

} // namespace tapeline
