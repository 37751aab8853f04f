#include "marketclocktext.h"

#include "easterntime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

struct MarketClockText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::MarketClockText)

public:
    static QString part(SessionPart part)
    {
        switch (part) {
        case SessionPart::Closed:
            return tr("Market closed");
        case SessionPart::PreMarket:
            return tr("Pre-market");
        case SessionPart::Regular:
            return tr("Market open");
        case SessionPart::AfterHours:
            return tr("After hours");
        }
        return {};
    }

    /// What happens when the next part begins; %1 is the time left.
    static QString change(SessionPart next)
    {
        switch (next) {
        case SessionPart::Closed:
            //: After-hours trading; %1 is the time left, such as "2:14" or "14 min"
            return tr("ends in %1");
        case SessionPart::PreMarket:
            return tr("pre-market in %1");
        case SessionPart::Regular:
            return tr("opens in %1");
        case SessionPart::AfterHours:
            return tr("closes in %1");
        }
        return {};
    }
};

QDateTime utcTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC);
}

} // namespace

QString countdownText(Duration left)
{
    using namespace std::chrono;
    const qint64 total = std::max<qint64>(0, duration_cast<seconds>(left).count());
    if (total < 60)
        return MarketClockText::tr("%1 s").arg(total);
    if (total < 3'600)
        return MarketClockText::tr("%1 min").arg(total / 60);
    //: Hours and minutes left
    return MarketClockText::tr("%1:%2")
        .arg(total / 3'600)
        .arg(total / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString sessionText(SessionPart part, SessionPart next, Duration untilNext)
{
    //: %1 is the part of the trading day, %2 what comes next, such as "closes in 2:14"
    return MarketClockText::tr("%1 · %2").arg(
        MarketClockText::part(part), MarketClockText::change(next).arg(countdownText(untilNext)));
}

QString easternTimeText(Timestamp time)
{
    const auto ms
        = std::chrono::duration_cast<std::chrono::milliseconds>(easterntime::timeOfDay(time));
    const QTime clock = QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms.count()));
    //: %1 is a time of day in New York, ET its zone
    return MarketClockText::tr("%1 ET").arg(clock.toString(u"HH:mm:ss"_s));
}

QString localTimeText(Timestamp time)
{
    const QDateTime local = utcTime(time).toLocalTime();
    return MarketClockText::tr("%1 in your time zone (%2)")
        .arg(QLocale().toString(local, QLocale::ShortFormat), local.timeZoneAbbreviation());
}

} // namespace tapeline
