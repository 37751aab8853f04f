#include "companyrows.h"

#include "easterntime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

using Tone = FactCell::Tone;

struct CompanyText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::CompanyText)
};

FactCell dateCell(QDate date)
{
    return { date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString(), date };
}

FactCell numberCell(double number, int decimals)
{
    return { QLocale().toString(number, 'f', decimals), number, Tone::Plain, true };
}

FactCell optionalCell(const std::optional<double> &number, int decimals)
{
    if (number)
        return numberCell(*number, decimals);
    FactCell cell;
    cell.text = u"–"_s;
    cell.sortKey = -1e300;
    cell.tone = Tone::Muted;
    cell.isNumber = true;
    return cell;
}

FactCell wholeCell(double number)
{
    return numberCell(number, 0);
}

Tone toneOf(const EarningsReport &report)
{
    if (!report.actualEps || !report.estimatedEps)
        return Tone::Plain;
    return *report.actualEps > *report.estimatedEps ? Tone::Good
        : *report.actualEps < *report.estimatedEps  ? Tone::Bad
                                                    : Tone::Plain;
}

QString frequencyText(int frequency)
{
    switch (frequency) {
    case 1:
        return CompanyText::tr("yearly");
    case 2:
        return CompanyText::tr("half-yearly");
    case 4:
        return CompanyText::tr("quarterly");
    case 12:
        return CompanyText::tr("monthly");
    default:
        return CompanyText::tr("irregular");
    }
}

/// "before the open", "after the close", or the time of day.
QString timeText(const EarningsReport &report)
{
    if (!report.time)
        return {};
    if (*report.time < 9h + 30min)
        return CompanyText::tr("before the open");
    if (*report.time >= 16h)
        return CompanyText::tr("after the close");
    const QTime time = QTime(0, 0).addMSecs(int(*report.time / 1ms));
    return QLocale().toString(time, QLocale::ShortFormat);
}

QString sentimentText(const QString &sentiment)
{
    if (sentiment == "positive"_L1)
        return CompanyText::tr("positive");
    if (sentiment == "negative"_L1)
        return CompanyText::tr("negative");
    return sentiment == "neutral"_L1 ? CompanyText::tr("neutral") : QString();
}

Tone toneOf(const QString &sentiment)
{
    if (sentiment == "positive"_L1)
        return Tone::Good;
    return sentiment == "negative"_L1 ? Tone::Bad : Tone::Muted;
}

/// The time of today's items, the date of older ones.
QString whenText(Timestamp published, Timestamp now)
{
    const QLocale locale;
    const QDate date = easterntime::date(published);
    if (date != easterntime::date(now))
        return locale.toString(date, QLocale::ShortFormat);
    const QTime time = QTime(0, 0).addMSecs(int(easterntime::timeOfDay(published) / 1ms));
    return locale.toString(time, u"HH:mm"_s);
}

/// A row of the calendar, before it is sorted by day.
FactsModel::Row dayRow(QDate date, const QString &symbol, const QString &what,
                       const QString &detail, Tone tone = Tone::Plain)
{
    FactCell day = dateCell(date);
    day.text = QLocale().toString(date, u"ddd d MMM"_s);
    return { { day, { symbol }, { what, {}, tone }, { detail } }, symbol };
}

} // namespace

QString companyrows::easternText(Timestamp time)
{
    const QLocale locale;
    const QTime clock = QTime(0, 0).addMSecs(int(easterntime::timeOfDay(time) / 1ms));
    //: %1 a date, %2 the time of day in New York
    return CompanyText::tr("%1 %2 ET")
        .arg(locale.toString(easterntime::date(time), QLocale::ShortFormat),
             locale.toString(clock, u"HH:mm"_s));
}

QString companyrows::wordedNumber(double number)
{
    const auto shown = [](double value) {
        const double size = std::abs(value);
        return QLocale().toString(value, 'f', size < 10 ? 2 : size < 100 ? 1 : 0);
    };
    if (std::abs(number) >= 1e12)
        return CompanyText::tr("%1 trillion").arg(shown(number / 1e12));
    if (std::abs(number) >= 1e9)
        return CompanyText::tr("%1 billion").arg(shown(number / 1e9));
    if (std::abs(number) >= 1e6)
        return CompanyText::tr("%1 million").arg(shown(number / 1e6));
    return QLocale().toString(number, 'f', 0);
}

QString companyrows::splitText(const Split &split)
{
    const QLocale locale;
    //: A split of shares: %1 new ones for %2 old ones
    return CompanyText::tr("%1 for %2")
        .arg(locale.toString(split.to, 'g', 6), locale.toString(split.from, 'g', 6));
}

QString companyrows::dividendText(const Dividend &dividend)
{
    const QString exact = dividend.cashAmount.toString(2);
    const auto decimals = std::min(6, int(exact.size() - exact.indexOf(u'.') - 1));
    const QString amount = QLocale().toString(dividend.cashAmount.toDouble(), 'f', decimals);
    return dividend.currency.isEmpty() ? amount : amount + u' ' + dividend.currency;
}

QString companyrows::earningsText(const EarningsReport &report)
{
    const QLocale locale;
    //: A quarter and its year, "Q2 2026"
    const QString period = CompanyText::tr("%1 %2").arg(report.fiscalPeriod).arg(report.fiscalYear);
    const auto eps = [&](double value) { return locale.toString(value, 'f', 2); };
    if (report.actualEps && report.estimatedEps)
        //: Earnings per share of a quarter: %1 is "Q2 2026"
        return CompanyText::tr("%1: %2 a share, %3 expected")
            .arg(period, eps(*report.actualEps), eps(*report.estimatedEps));
    if (report.actualEps)
        return CompanyText::tr("%1: %2 a share").arg(period, eps(*report.actualEps));
    return report.estimatedEps
        ? CompanyText::tr("%1: %2 a share expected").arg(period, eps(*report.estimatedEps))
        : period;
}

QStringList companyrows::splitHeaders()
{
    return { CompanyText::tr("First day"), CompanyText::tr("Split") };
}

companyrows::Rows companyrows::rows(const std::vector<Split> &splits)
{
    Rows rows;
    for (const Split &split : splits)
        rows.push_back({ { dateCell(split.executionDate),
                           { splitText(split), split.to / split.from, Tone::Plain, true } },
                         split.symbol });
    return rows;
}

QStringList companyrows::dividendHeaders()
{
    return { CompanyText::tr("Ex-date"), CompanyText::tr("Amount"), CompanyText::tr("Paid on"),
             CompanyText::tr("Declared"), CompanyText::tr("How often") };
}

companyrows::Rows companyrows::rows(const std::vector<Dividend> &dividends)
{
    Rows rows;
    for (const Dividend &dividend : dividends)
        rows.push_back(
            { { dateCell(dividend.exDate),
                { dividendText(dividend), dividend.cashAmount.toDouble(), Tone::Plain, true },
                dateCell(dividend.pay),
                dateCell(dividend.declared),
                { frequencyText(dividend.frequency), dividend.frequency } },
              dividend.symbol });
    return rows;
}

QStringList companyrows::shortInterestHeaders()
{
    return { CompanyText::tr("Settled"), CompanyText::tr("Shares short"),
             CompanyText::tr("Days to cover"), CompanyText::tr("Average volume") };
}

companyrows::Rows companyrows::rows(const std::vector<ShortInterest> &interest)
{
    Rows rows;
    for (const ShortInterest &row : interest)
        rows.push_back({ { dateCell(row.settlement), wholeCell(row.shares),
                           numberCell(row.daysToCover, 1), wholeCell(row.averageDailyVolume) },
                         row.symbol });
    return rows;
}

QStringList companyrows::earningsHeaders()
{
    return { CompanyText::tr("Day"), CompanyText::tr("Quarter"), CompanyText::tr("Per share"),
             CompanyText::tr("Expected"), CompanyText::tr("Revenue") };
}

companyrows::Rows companyrows::rows(const std::vector<EarningsReport> &reports)
{
    Rows rows;
    for (const EarningsReport &report : reports) {
        FactCell actual = optionalCell(report.actualEps, 2);
        if (report.actualEps)
            actual.tone = toneOf(report);
        FactCell revenue = optionalCell(report.actualRevenue, 0);
        if (report.actualRevenue)
            revenue.text = wordedNumber(*report.actualRevenue);
        FactCell day = dateCell(report.date);
        day.hint = timeText(report);
        rows.push_back(
            { { day,
                { CompanyText::tr("%1 %2").arg(report.fiscalPeriod).arg(report.fiscalYear) },
                actual,
                optionalCell(report.estimatedEps, 2),
                revenue },
              report.symbol });
    }
    return rows;
}

QStringList companyrows::newsHeaders()
{
    return { CompanyText::tr("Time"), CompanyText::tr("Symbol"), CompanyText::tr("Tone"),
             CompanyText::tr("Headline"), CompanyText::tr("Publisher") };
}

companyrows::Rows companyrows::rows(const std::vector<NewsItem> &news, Timestamp now)
{
    Rows rows;
    for (std::size_t i = 0; i < news.size(); ++i) {
        const NewsItem &item = news[i];
        const QString sentiment
            = item.insights.empty() ? QString() : item.insights.front().sentiment;
        QString symbols = item.symbols.mid(0, 2).join(u", "_s);
        if (item.symbols.size() > 2)
            symbols += u" …"_s;
        FactCell time { whenText(item.published, now), qint64(toMs(item.published)), Tone::Muted };
        time.hint = easternText(item.published);
        rows.push_back({ { time,
                           { symbols, {}, Tone::Plain, false, item.symbols.join(u", "_s) },
                           { sentimentText(sentiment), {}, toneOf(sentiment) },
                           { item.title, {}, Tone::Plain, false, item.title },
                           { item.publisher, {}, Tone::Muted } },
                         item.symbols.value(0),
                         int(i) });
    }
    return rows;
}

QStringList companyrows::calendarHeaders()
{
    return { CompanyText::tr("Day"), CompanyText::tr("Symbol"), CompanyText::tr("What"),
             CompanyText::tr("Details") };
}

companyrows::Rows companyrows::calendarRows(const Ahead &ahead, const MarketCalendar &calendar,
                                            QDate today, int days)
{
    const QDate last = today.addDays(days);
    const auto isNear = [&](QDate date) { return date >= today && date <= last; };
    Rows rows;
    for (QDate date = today; date <= last; date = date.addDays(1)) {
        if (const QString holiday = calendar.holidayName(date); !holiday.isEmpty())
            rows.push_back(
                dayRow(date, {}, CompanyText::tr("Market closed"), holiday, Tone::Muted));
        else if (calendar.isTradingDay(date) && calendar.isEarlyClose(date))
            rows.push_back(dayRow(date, {}, CompanyText::tr("Early close"),
                                  CompanyText::tr("The regular session ends early."), Tone::Muted));
    }
    for (const EarningsReport &report : ahead.reports) {
        if (!isNear(report.date))
            continue;
        const QString what = report.isConfirmed ? CompanyText::tr("Earnings")
                                                : CompanyText::tr("Earnings (projected)");
        const QString time = timeText(report);
        const QString text = earningsText(report);
        rows.push_back(dayRow(report.date, report.symbol, what,
                              time.isEmpty() ? text : CompanyText::tr("%1, %2").arg(text, time),
                              toneOf(report)));
    }
    for (const Dividend &dividend : ahead.dividends)
        if (isNear(dividend.exDate))
            rows.push_back(
                dayRow(dividend.exDate, dividend.symbol, CompanyText::tr("Ex-dividend"),
                       CompanyText::tr("%1 a share, paid on %2")
                           .arg(dividendText(dividend),
                                QLocale().toString(dividend.pay, QLocale::ShortFormat))));
    for (const Split &split : ahead.splits)
        if (isNear(split.executionDate))
            rows.push_back(dayRow(split.executionDate, split.symbol, CompanyText::tr("Split"),
                                  splitText(split)));
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.cells.front().sortKey.toDate() < b.cells.front().sortKey.toDate();
    });
    return rows;
}

} // namespace tapeline
