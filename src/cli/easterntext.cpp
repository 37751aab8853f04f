#include "easterntext.h"

#include "easterntime.h"

#include <QTime>

namespace tapeline {

namespace {

std::string text(Timestamp time, Qt::DateFormat clockFormat)
{
    const auto sinceMidnight
        = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(time));
    const QTime clock = QTime::fromMSecsSinceStartOfDay(static_cast<int>(sinceMidnight.count()));
    return easterntime::date(time).toString(Qt::ISODate).toStdString() + ' '
        + clock.toString(clockFormat).toStdString();
}

} // namespace

std::string easternText(Timestamp time)
{
    return text(time, Qt::ISODate);
}

std::string easternTextMs(Timestamp time)
{
    return text(time, Qt::ISODateWithMs);
}

} // namespace tapeline
