#include "orderrulestext.h"

#include "decimaltext.h"

#include <QTime>

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 4> sizeWords { "risk"_L1, "atr"_L1, "cash"_L1,
                                                       "shares"_L1 };
constexpr auto timeFormat = "HH:mm"_L1;

/// A kind of time stop that counts, by the name of its count.
struct Counted
{
    QLatin1StringView name;
    TimeStop::Kind kind;
};
constexpr std::array counted {
    Counted { "seconds"_L1, TimeStop::Kind::Seconds },
    Counted { "minutes"_L1, TimeStop::Kind::Minutes },
    Counted { "bars"_L1, TimeStop::Kind::Bars },
    Counted { "days_to_expiry"_L1, TimeStop::Kind::DaysToExpiry },
};

void addPpm(JsonFields &fields, std::string_view name, std::optional<qint64> ppm)
{
    if (!ppm)
        return;
    std::string share;
    decimaltext::append(share, *ppm, 6);
    fields.text(name, share);
}

void addDistance(JsonFields &fields, const AtrDistance &distance)
{
    addPpm(fields, "multiple", distance.multiplePpm);
    fields.text("timeframe", distance.timeframe.toString());
    if (distance.atr)
        fields.decimal("atr", *distance.atr);
}

std::string sizeText(const SizeRule &size)
{
    const QLatin1StringView by = sizeWords[std::size_t(size.by)];
    JsonFields fields;
    fields.text("by", std::string_view(by.data(), std::size_t(by.size())));
    if (size.by == SizeRule::By::Shares)
        fields.decimal("amount", size.shares);
    else
        fields.decimal("amount", size.amount);
    if (size.by == SizeRule::By::Atr)
        addDistance(fields, size.distance);
    return fields.take();
}

std::string timeStopText(const TimeStop &stop)
{
    JsonFields fields;
    if (stop.kind == TimeStop::Kind::TimeOfDay)
        fields.text("at", QTime(0, 0).addSecs(int(stop.count) * 60).toString(timeFormat));
    for (const Counted &own : counted)
        if (own.kind == stop.kind)
            fields.integer(std::string_view(own.name.data(), std::size_t(own.name.size())),
                           stop.count);
    if (stop.kind == TimeStop::Kind::Bars)
        fields.text("timeframe", stop.timeframe.toString());
    return fields.take();
}

std::string ivStopText(const IvExit &stop)
{
    JsonFields fields;
    addPpm(fields, "entry", stop.entryPpm);
    addPpm(fields, "relative", stop.relativePpm);
    addPpm(fields, "points", stop.pointsPpm);
    return fields.take();
}

/// The object of a rule, whose names are known; nothing when the ticket has none.
std::optional<QJsonObject> ruleOf(JsonReading &reading, const QJsonObject &object,
                                  QLatin1StringView name, const QStringList &known)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return {};
    const QJsonObject rule = value.toObject();
    const auto isKnown = [&known](const QString &field) { return known.contains(field); };
    const QStringList fields = rule.keys();
    if (value.isObject() && std::ranges::all_of(fields, isKnown))
        return rule;
    reading.fail(name);
    return {};
}

/// A share or multiple as text.
bool readPpm(const QJsonObject &rule, QLatin1StringView name, std::optional<qint64> &target)
{
    if (!rule.contains(name))
        return true;
    const Result<qint64> ppm = decimaltext::parse(rule.value(name).toString(), 6);
    if (ppm)
        target = *ppm;
    return ppm.has_value();
}

bool readTimeframe(const QJsonObject &rule, Timeframe &target)
{
    if (!rule.contains("timeframe"_L1))
        return true;
    const Result<Timeframe> timeframe = Timeframe::parse(rule.value("timeframe"_L1).toString());
    if (!timeframe || !timeframe->isTimed())
        return false;
    target = *timeframe;
    return true;
}

bool readDistance(const QJsonObject &rule, AtrDistance &distance)
{
    std::optional<qint64> multiple = distance.multiplePpm;
    JsonReading reading(rule);
    if (rule.contains("atr"_L1))
        reading.decimal("atr"_L1, distance.atr.emplace());
    const bool valid = readPpm(rule, "multiple"_L1, multiple);
    distance.multiplePpm = *multiple;
    return valid && readTimeframe(rule, distance.timeframe) && !reading.failed();
}

bool readSize(const QJsonObject &rule, SizeRule &size)
{
    const QString word = rule.value("by"_L1).toString();
    const auto by = std::ranges::find_if(sizeWords, [&](auto own) { return own == word; });
    if (by == sizeWords.end() || !rule.contains("amount"_L1))
        return false;
    size.by = SizeRule::By(by - sizeWords.begin());
    JsonReading reading(rule);
    if (size.by == SizeRule::By::Shares)
        reading.decimal("amount"_L1, size.shares);
    else
        reading.decimal("amount"_L1, size.amount);
    const bool isPlain = size.by != SizeRule::By::Atr;
    return !reading.failed() && (isPlain ? rule.size() == 2 : readDistance(rule, size.distance));
}

/// One way of counting, and no other.
bool readTimeStop(const QJsonObject &rule, TimeStop &stop)
{
    const bool hasTimeframe = rule.contains("timeframe"_L1);
    if (rule.size() != (hasTimeframe ? 2 : 1) || !readTimeframe(rule, stop.timeframe))
        return false;
    if (rule.contains("at"_L1)) {
        const QTime time = QTime::fromString(rule.value("at"_L1).toString(), timeFormat);
        stop.kind = TimeStop::Kind::TimeOfDay;
        stop.count = time.msecsSinceStartOfDay() / 60'000;
        return time.isValid() && !hasTimeframe;
    }
    JsonReading reading(rule);
    for (const Counted &own : counted) {
        if (!rule.contains(own.name))
            continue;
        stop.kind = own.kind;
        reading.integer(own.name, stop.count);
    }
    return !reading.failed() && hasTimeframe == (stop.kind == TimeStop::Kind::Bars);
}

bool readIvStop(const QJsonObject &rule, IvExit &stop)
{
    return readPpm(rule, "entry"_L1, stop.entryPpm)
        && readPpm(rule, "relative"_L1, stop.relativePpm)
        && readPpm(rule, "points"_L1, stop.pointsPpm);
}

template<typename Rule>
void readRule(JsonReading &reading, const QJsonObject &object, QLatin1StringView name,
              const QStringList &known, bool (*read)(const QJsonObject &, Rule &),
              std::optional<Rule> &target)
{
    const std::optional<QJsonObject> rule = ruleOf(reading, object, name, known);
    if (rule && !read(*rule, target.emplace()))
        reading.fail(name);
}

} // namespace

void addRules(JsonFields &fields, const OrderTicket &ticket)
{
    if (ticket.stopLossAtr) {
        JsonFields distance;
        addDistance(distance, *ticket.stopLossAtr);
        fields.raw("stop_loss_atr", distance.take());
    }
    if (ticket.size)
        fields.raw("size", sizeText(*ticket.size));
    if (ticket.timeStop && ticket.timeStop->kind != TimeStop::Kind::Off)
        fields.raw("time_stop", timeStopText(*ticket.timeStop));
    if (ticket.ivStop)
        fields.raw("iv_stop", ivStopText(*ticket.ivStop));
}

void readRules(JsonReading &reading, const QJsonObject &object, OrderTicket &ticket)
{
    const QStringList distance { u"multiple"_s, u"timeframe"_s, u"atr"_s };
    readRule(reading, object, "stop_loss_atr"_L1, distance, readDistance, ticket.stopLossAtr);
    readRule(reading, object, "size"_L1, QStringList { u"by"_s, u"amount"_s } + distance, readSize,
             ticket.size);
    readRule(
        reading, object, "time_stop"_L1,
        { u"seconds"_s, u"minutes"_s, u"bars"_s, u"timeframe"_s, u"at"_s, u"days_to_expiry"_s },
        readTimeStop, ticket.timeStop);
    readRule(reading, object, "iv_stop"_L1, { u"entry"_s, u"relative"_s, u"points"_s }, readIvStop,
             ticket.ivStop);
}

} // namespace tapeline
