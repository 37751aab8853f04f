#include "datatext.h"

#include "datadesk.h"
#include "easterntime.h"
#include "utcdate.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DataText)
};

constexpr qsizetype namedSymbols = 3;
constexpr qint64 minutesOfAnHour = 60;

QString duration(qint64 minutes)
{
    if (minutes < 2 * minutesOfAnHour)
        return Text::tr("%n minute(s)", nullptr, int(minutes));
    return Text::tr("%n hour(s)", nullptr, int((minutes + minutesOfAnHour / 2) / minutesOfAnHour));
}

/// The form of a word behind a number, of which Qt takes an int.
int plural(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString barCount(qint64 bars, const QLocale &locale)
{
    //: %1 is a number of bars
    return Text::tr("%1 bar(s)", nullptr, plural(bars)).arg(locale.toString(bars));
}

QString between(QDate first, QDate last, const QLocale &locale)
{
    const QString from = locale.toString(first, u"d MMM yyyy"_s);
    return first == last ? from : QString(from + u" – "_s + locale.toString(last, u"d MMM yyyy"_s));
}

} // namespace

QString datatext::bytes(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes < 1'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString datatext::days(Timestamp first, Timestamp last, const QLocale &locale)
{
    if (first == Timestamp {} && last == Timestamp {})
        return {};
    return between(easterntime::date(first), easterntime::date(last), locale);
}

QString datatext::days(const DownloadOrder &order, const QLocale &locale)
{
    return between(utcDate(order.range.from), easterntime::date(order.range.to - 1ns), locale);
}

QString datatext::used(Timestamp time, Timestamp now)
{
    if (time == Timestamp {})
        return Text::tr("Never");
    const qint64 days = easterntime::date(time).daysTo(easterntime::date(now));
    if (days <= 0)
        return Text::tr("Today");
    return days == 1 ? Text::tr("Yesterday") : Text::tr("%n day(s) ago", nullptr, int(days));
}

QString datatext::origin(const QString &id)
{
    if (id == "massive"_L1)
        return u"Massive"_s;
    if (id == "yahoo"_L1)
        return u"Yahoo Finance"_s;
    return id.startsWith("simulated"_L1) ? Text::tr("Simulated") : id;
}

QString datatext::extent(const CacheStatistics &what, const QLocale &locale)
{
    const QStringList parts { Text::tr("%n symbol(s)", nullptr, int(what.symbols)),
                              barCount(what.bars, locale), bytes(what.bytes, locale) };
    return parts.join(u", "_s);
}

QString datatext::symbols(const QStringList &symbols)
{
    const qsizetype more = symbols.size() - namedSymbols;
    if (more <= 1)
        return symbols.join(u", "_s);
    //: %1 are symbols
    return Text::tr("%1 and %n more", nullptr, int(more))
        .arg(symbols.first(namedSymbols).join(u", "_s));
}

QString datatext::estimate(const DownloadEstimate &estimate, const QLocale &locale)
{
    const QString requests = locale.toString(estimate.requests);
    const int form = plural(estimate.requests);
    if (estimate.minutes == 0)
        //: %1 is a number, 1 or more
        return Text::tr("At most %1 request(s). Your plan sets no limit.", nullptr, form)
            .arg(requests);
    //: %1 is a number, 1 or more, %2 a time such as "5 minutes"
    return Text::tr("At most %1 request(s): about %2 on your plan.", nullptr, form)
        .arg(requests, duration(estimate.minutes));
}

QString datatext::progress(const DownloadStatus &status, const QLocale &locale)
{
    const int symbols = int(status.order.symbols.size());
    const QString bars = barCount(status.bars, locale);
    if (symbols < 2)
        return bars;
    //: %1 is a number of symbols, %2 "1,234 bars"
    return Text::tr("%1 of %n symbol(s) · %2", nullptr, symbols)
        .arg(locale.toString(status.symbolsDone), bars);
}

} // namespace tapeline
