#include "filltimes.h"

#include "utcdate.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int centuryTurn = 70; // "70" is 1970, "69" is 2069
/// What lies further off is no date of a file, nor an instant that Timestamp holds.
constexpr int earliestYear = 1'900;
constexpr int latestYear = 2'200;

struct ZoneName
{
    std::string_view name;
    std::chrono::minutes offset;
};

/// What brokers write behind a time.
constexpr std::array zoneNames {
    ZoneName { "UTC", 0h },  ZoneName { "GMT", 0h },  ZoneName { "Z", 0h },
    ZoneName { "EST", -5h }, ZoneName { "EDT", -4h }, ZoneName { "CST", -6h },
    ZoneName { "CDT", -5h }, ZoneName { "MST", -7h }, ZoneName { "MDT", -6h },
    ZoneName { "PST", -8h }, ZoneName { "PDT", -7h }, ZoneName { "CET", 1h },
    ZoneName { "CEST", 2h }, ZoneName { "BST", 1h },  ZoneName { "HKT", 8h },
    ZoneName { "JST", 9h },
};

constexpr std::array<std::string_view, 12> monthNames { "JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                        "JUL", "AUG", "SEP", "OCT", "NOV", "DEC" };

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

bool equalsUpper(std::string_view text, std::string_view upperText)
{
    return std::ranges::equal(text, upperText, {}, upper);
}

/// The length of what the text begins with.
template<typename Predicate> std::size_t lengthOf(std::string_view text, Predicate predicate)
{
    return std::size_t(std::ranges::find_if_not(text, predicate) - text.begin());
}

std::string_view take(std::string_view &text, std::size_t size)
{
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(taken.size());
    return taken;
}

std::string_view takeDigits(std::string_view &text)
{
    return take(text, lengthOf(text, isDigit));
}

/// Of up to nine digits; -1 for none or more.
int number(std::string_view digits)
{
    int value = -1;
    if (!digits.empty() && digits.size() <= 9)
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void skip(std::string_view &text, std::string_view any)
{
    while (!text.empty() && any.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
}

int year(std::string_view digits)
{
    const int value = number(digits);
    if (digits.size() == 4)
        return value;
    if (digits.size() != 2)
        return -1;
    return value < centuryTurn ? 2000 + value : 1900 + value;
}

/// 1 to 12 by an English name or its beginning; 0: it is none.
int takeMonthName(std::string_view &text)
{
    const std::size_t length = lengthOf(text, isLetter);
    if (length < 3)
        return 0;
    for (std::size_t month = 0; month < monthNames.size(); ++month) {
        if (equalsUpper(text.substr(0, 3), monthNames[month])) {
            text.remove_prefix(length);
            skip(text, ".");
            return int(month) + 1;
        }
    }
    return 0;
}

std::optional<QDate> valid(int y, int m, int d)
{
    const QDate date(y, m, d);
    return date.isValid() && y >= earliestYear && y <= latestYear ? std::optional(date)
                                                                  : std::nullopt;
}

/// "Dec 18, 2026"
std::optional<QDate> takeNamedFirst(std::string_view &text)
{
    const int month = takeMonthName(text);
    skip(text, " -");
    const int day = number(takeDigits(text));
    skip(text, ", -");
    const int y = year(takeDigits(text));
    return month == 0 ? std::nullopt : valid(y, month, day);
}

/// The rest of "18 DEC 26", "18-Dec-2026", "18DEC26"
std::optional<QDate> takeNamedSecond(std::string_view &text, int day)
{
    const int month = takeMonthName(text);
    skip(text, " -,");
    return month == 0 ? std::nullopt : valid(year(takeDigits(text)), month, day);
}

/// The numbers of "3/4/26"; false for other forms.
bool splitNumeric(std::string_view &text, std::array<std::string_view, 3> &parts)
{
    parts[0] = takeDigits(text);
    for (std::size_t at = 1; at < parts.size(); ++at) {
        if (text.empty() || (text.front() != '/' && text.front() != '-' && text.front() != '.'))
            return false;
        text.remove_prefix(1);
        parts[at] = takeDigits(text);
    }
    return std::ranges::none_of(parts, [](std::string_view part) { return part.empty(); });
}

/// Behind a time; nothing when the text says no zone, false in `fits` when it says an unknown one.
std::optional<Duration> takeOffset(std::string_view text, bool &fits)
{
    skip(text, " ");
    if (text.empty())
        return std::nullopt;
    if (text.front() == '+' || text.front() == '-') {
        const bool isWest = text.front() == '-';
        text.remove_prefix(1);
        std::string_view digits = takeDigits(text);
        const int hours = number(digits.substr(0, 2));
        std::string_view minuteDigits = digits.size() == 4 ? digits.substr(2) : "00";
        if (text.starts_with(':') && digits.size() == 2) {
            text.remove_prefix(1);
            minuteDigits = takeDigits(text);
        }
        const int minutes = number(minuteDigits);
        fits = text.empty() && (digits.size() == 2 || digits.size() == 4) && hours >= 0
            && hours <= 14 && minuteDigits.size() == 2 && minutes < 60;
        const Duration offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
        return isWest ? -offset : offset;
    }
    const auto known = std::ranges::find_if(
        zoneNames, [text](const ZoneName &zone) { return equalsUpper(text, zone.name); });
    fits = known != zoneNames.end();
    return fits ? std::optional<Duration>(known->offset) : std::nullopt;
}

/// "10:15:00.25 PM", "101500"
std::optional<Duration> takeTime(std::string_view &text)
{
    std::string_view first = takeDigits(text);
    std::array<int, 3> parts { 0, 0, 0 };
    if (text.starts_with(':')) {
        parts[0] = first.size() <= 2 ? number(first) : -1;
        for (std::size_t at = 1; at < parts.size() && text.starts_with(':'); ++at) {
            text.remove_prefix(1);
            const std::string_view digits = takeDigits(text);
            parts[at] = digits.size() == 2 ? number(digits) : -1;
        }
    } else if (first.size() == 6 || first.size() == 4) {
        for (std::size_t at = 0; at * 2 < first.size(); ++at)
            parts[at] = number(first.substr(at * 2, 2));
    } else {
        return std::nullopt;
    }
    Duration fraction {};
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const std::string_view digits = takeDigits(text);
        if (digits.empty())
            return std::nullopt;
        qint64 unit = 100'000'000;
        for (const char digit : digits.substr(0, 9)) {
            fraction += Duration((digit - '0') * unit);
            unit /= 10;
        }
    }
    std::string_view rest = text;
    skip(rest, " ");
    const bool isHalf
        = rest.size() >= 2 && upper(rest[1]) == 'M' && (rest.size() == 2 || !isLetter(rest[2]));
    if (isHalf && (upper(rest[0]) == 'A' || upper(rest[0]) == 'P')) {
        if (parts[0] < 1 || parts[0] > 12)
            return std::nullopt;
        parts[0] = parts[0] % 12 + (upper(rest[0]) == 'P' ? 12 : 0);
        text = rest.substr(2);
    }
    if (parts[0] < 0 || parts[0] > 23 || parts[1] < 0 || parts[1] > 59 || parts[2] < 0
        || parts[2] > 59)
        return std::nullopt;
    return std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1])
        + std::chrono::seconds(parts[2]) + fraction;
}

/// Counts since 1970 have ten digits and more; fourteen are a date and a time.
std::optional<Timestamp> sinceEpoch(std::string_view text)
{
    const std::size_t digits = lengthOf(text, isDigit);
    if (digits != text.size() || digits < 10 || digits > 19 || digits == 14)
        return std::nullopt;
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const Timestamp at = error == std::errc() ? timestampByMagnitude(value) : Timestamp();
    if (at == Timestamp() || utcDate(at).year() > latestYear)
        return std::nullopt;
    return at;
}

} // namespace

void DateSurvey::add(std::string_view text)
{
    std::array<std::string_view, 3> parts;
    if (!splitNumeric(text, parts) || parts[0].size() > 2 || parts[1].size() > 2)
        return;
    const int first = number(parts[0]);
    const int second = number(parts[1]);
    if (first > 12 && second <= 12)
        ++m_dayFirst;
    else if (second > 12 && first <= 12)
        ++m_monthFirst;
    else if (first != second)
        ++m_open;
}

DateSurvey::Verdict DateSurvey::verdict() const
{
    if (m_dayFirst > 0 && m_monthFirst > 0)
        return Verdict::Mixed;
    return m_open > 0 && m_dayFirst == 0 && m_monthFirst == 0 ? Verdict::Open : Verdict::Clear;
}

FillClock::FillClock(DateOrder order, const QTimeZone &zone)
    : m_order(order)
    , m_zone(zone)
{
}

std::optional<FillClock::Moment> FillClock::read(std::string_view text, std::string_view time)
{
    if (const std::optional<Timestamp> at = sinceEpoch(text); at && time.empty())
        return Moment { *at };
    const std::optional<QDate> date = takeDate(text, m_order);
    if (!date)
        return std::nullopt;
    if (text.starts_with('T') || text.starts_with('t'))
        text.remove_prefix(1);
    skip(text, " ,;");
    if (!time.empty()) {
        // The date's column may say midnight as well
        const std::optional<Duration> midnight = text.empty() ? Duration() : takeTime(text);
        if (midnight != Duration() || !text.empty())
            return std::nullopt;
        text = time;
    }
    if (text.empty())
        return Moment { instant(*date, {}), false };
    const std::optional<Duration> timeOfDay = takeTime(text);
    if (!timeOfDay)
        return std::nullopt;
    bool fits = true;
    const std::optional<Duration> offset = takeOffset(text, fits);
    if (!fits)
        return std::nullopt;
    const std::chrono::days day(date->toJulianDay() - julianDayOf1970);
    return Moment { offset ? Timestamp(day + *timeOfDay - *offset) : instant(*date, *timeOfDay) };
}

std::optional<QDate> FillClock::takeDate(std::string_view &text, DateOrder order)
{
    skip(text, " ");
    if (!text.empty() && isLetter(text.front()))
        return takeNamedFirst(text);
    std::string_view ahead = text;
    const std::string_view first = takeDigits(ahead);
    if (first.size() == 8 || first.size() == 14) {
        text.remove_prefix(8);
        return valid(number(first.substr(0, 4)), number(first.substr(4, 2)),
                     number(first.substr(6, 2)));
    }
    if (first.empty() || first.size() > 4)
        return std::nullopt;
    std::string_view named = ahead;
    skip(named, " -");
    if (!named.empty() && isLetter(named.front())) {
        text = named;
        return takeNamedSecond(text, number(first));
    }
    std::array<std::string_view, 3> parts;
    if (!splitNumeric(text, parts))
        return std::nullopt;
    if (parts[0].size() == 4)
        return valid(number(parts[0]), number(parts[1]), number(parts[2]));
    const bool isDayFirst = order == DateOrder::DayFirst;
    return valid(year(parts[2]), number(parts[isDayFirst ? 1 : 0]),
                 number(parts[isDayFirst ? 0 : 1]));
}

QTimeZone FillClock::zone(const QString &name)
{
    return name == "local"_L1 ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
}

Timestamp FillClock::instant(QDate date, Duration timeOfDay)
{
    const Timestamp face(std::chrono::days(date.toJulianDay() - julianDayOf1970) + timeOfDay);
    if (date == m_day)
        return face - m_offset;
    const auto offsetAt = [this](const QDateTime &time) {
        return std::chrono::seconds(m_zone.offsetFromUtc(time));
    };
    const QDateTime begin(date, QTime(0, 0), Qt::UTC);
    // The clock of no zone is further than fifteen hours from UTC
    const Duration before = offsetAt(begin.addSecs(-15 * 3'600));
    const Duration after = offsetAt(begin.addSecs((24 + 15) * 3'600));
    if (before == after) {
        m_day = date;
        m_offset = before;
        return face - before;
    }
    const QTime time = QTime::fromMSecsSinceStartOfDay(
        int(std::chrono::floor<std::chrono::milliseconds>(timeOfDay).count()));
    const Duration below = timeOfDay - std::chrono::floor<std::chrono::milliseconds>(timeOfDay);
    return fromMs(QDateTime(date, time, m_zone).toMSecsSinceEpoch()) + below;
}

} // namespace tapeline
