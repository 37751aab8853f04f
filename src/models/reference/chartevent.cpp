#include "chartevent.h"

#include "companyrows.h"
#include "easterntime.h"
#include "marketcalendar.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

using Kind = ChartEvent::Kind;

struct ChartEventText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ChartEventText)
};

/// The open of the day's session, which is in the first bar of every width that has prices.
Timestamp openOf(QDate date)
{
    return easterntime::at(date, 9h + 30min);
}

std::vector<ChartEvent> sorted(std::vector<ChartEvent> events)
{
    std::sort(events.begin(), events.end(),
              [](const ChartEvent &a, const ChartEvent &b) { return a.time < b.time; });
    return events;
}

} // namespace

std::vector<ChartEvent> chartevents::of(const std::vector<EarningsReport> &reports)
{
    const MarketCalendar calendar;
    std::vector<ChartEvent> events;
    for (const EarningsReport &report : reports) {
        const bool isLate = report.time && *report.time >= 16h;
        const QDate date = isLate ? calendar.nextTradingDay(report.date) : report.date;
        events.push_back({ Kind::Earnings, openOf(date), companyrows::earningsText(report) });
    }
    return sorted(std::move(events));
}

std::vector<ChartEvent> chartevents::of(const std::vector<Dividend> &dividends)
{
    std::vector<ChartEvent> events;
    for (const Dividend &dividend : dividends)
        events.push_back({ Kind::Dividend, openOf(dividend.exDate),
                           ChartEventText::tr("Ex-dividend: %1 a share")
                               .arg(companyrows::dividendText(dividend)) });
    return sorted(std::move(events));
}

std::vector<ChartEvent> chartevents::of(const std::vector<Split> &splits)
{
    std::vector<ChartEvent> events;
    for (const Split &split : splits)
        //: %1 is "4 for 1"
        events.push_back({ Kind::Split, openOf(split.executionDate),
                           ChartEventText::tr("Split: %1").arg(companyrows::splitText(split)) });
    return sorted(std::move(events));
}

std::vector<ChartEvent> chartevents::of(const std::vector<NewsItem> &news)
{
    std::vector<ChartEvent> events;
    for (const NewsItem &item : news)
        events.push_back({ Kind::News, item.published, item.title });
    return sorted(std::move(events));
}

} // namespace tapeline
