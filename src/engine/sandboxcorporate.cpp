#include "sandboxcorporate.h"

#include "easterntime.h"
#include "sandboxcompanies.h"

#include <algorithm>

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

std::vector<int> SandboxCorporate::related(int instrument) const
{
    return isCompany(instrument) ? m_market->companies().related(instrument) : std::vector<int> {};
}

} // namespace tapeline
