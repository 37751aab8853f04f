#include "chartalert.h"

#include "indicatorchoice.h"
#include "indicatorlist.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AlertCheck
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::AlertCheck)
};

constexpr std::array kindWords { "price"_L1, "level"_L1, "indicator"_L1, "drawing"_L1 };
constexpr std::array conditionWords { "crossing"_L1, "crossing-up"_L1, "crossing-down"_L1,
                                      "above"_L1,    "below"_L1,       "entering"_L1,
                                      "leaving"_L1,  "rising"_L1,      "falling"_L1 };
constexpr std::array whenWords { "once"_L1, "bar"_L1, "bar-close"_L1 };
constexpr std::array stateWords { "active"_L1, "paused"_L1, "fired"_L1, "expired"_L1 };
constexpr std::array sourceWords { "live"_L1, "simulated"_L1, "replay"_L1 };
static_assert(conditionWords.size() == alertConditionCount);

template<typename Word, std::size_t count>
QString wordOf(const std::array<QLatin1String, count> &words, Word value)
{
    return words[std::size_t(value)];
}

/// False where it is none of the words.
template<typename Word, std::size_t count>
bool read(const std::array<QLatin1String, count> &words, const QJsonValue &json, Word &value)
{
    const auto found = std::ranges::find(words, json.toString());
    if (found == words.end())
        return false;
    value = Word(found - words.begin());
    return true;
}

/// Whole nanoseconds do not fit into a double.
QString timeText(Timestamp time)
{
    return QString::number(toNs(time));
}

Timestamp timeFrom(const QJsonValue &json)
{
    return fromNs(json.toString().toLongLong());
}

QJsonObject valueJson(const AlertValue &value)
{
    QJsonObject json { { u"kind"_s, wordOf(kindWords, value.kind) } };
    switch (value.kind) {
    case AlertValue::Kind::Price:
        break;
    case AlertValue::Kind::Level:
        json[u"level"_s] = value.level;
        break;
    case AlertValue::Kind::Indicator: {
        json[u"indicator"_s] = value.indicator.id;
        json[u"parameters"_s] = indicatorParametersJson(value.indicator);
        json[u"output"_s] = value.output;
        break;
    }
    case AlertValue::Kind::Drawing:
        json[u"drawing"_s] = value.drawing;
        break;
    }
    return json;
}

bool readValue(const QJsonObject &json, AlertValue &value)
{
    if (!read(kindWords, json[u"kind"_s], value.kind))
        return false;
    value.level = json[u"level"_s].toDouble();
    value.indicator.id = json[u"indicator"_s].toString();
    const QJsonObject parameters = json[u"parameters"_s].toObject();
    if (const IndicatorInfo *info = findIndicator(value.indicator.id)) {
        std::vector<double> values = indicatorParametersOf(parameters, *info);
        // As it was: those at the end that it does not name are as at first
        while (!values.empty()
               && !parameters.contains(QLatin1String(info->parameters[values.size() - 1].id)))
            values.pop_back();
        value.indicator.parameters = std::move(values);
    }
    value.output = json[u"output"_s].toInt();
    value.drawing = json[u"drawing"_s].toString();
    return true;
}

Error invalid(const QString &why)
{
    return { Error::Code::InvalidArgument, why };
}

Error malformed(const QString &why)
{
    return { Error::Code::Malformed, why };
}

/// Empty when there is nothing wrong.
QString faultOf(const AlertValue &value)
{
    switch (value.kind) {
    case AlertValue::Kind::Price:
        return {};
    case AlertValue::Kind::Level:
        return std::isfinite(value.level) ? QString() : AlertCheck::tr("The level is no number.");
    case AlertValue::Kind::Indicator: {
        const IndicatorInfo *info = findIndicator(value.indicator.id);
        const auto parameters = indicatorParameters(value.indicator);
        if (!info || !parameters || value.output < 0
            || std::size_t(value.output) >= info->outputs.size())
            return AlertCheck::tr("There is no such indicator.");
        if (info->shift && info->shift(*parameters, std::size_t(value.output)) < 0)
            return AlertCheck::tr("This line is drawn back in time: at the newest bar it has no "
                                  "value that could be watched.");
        return {};
    }
    case AlertValue::Kind::Drawing:
        return value.drawing.isEmpty() ? AlertCheck::tr("There is no such drawing.") : QString();
    }
    Q_UNREACHABLE();
}

} // namespace

bool ChartAlert::isOfPriceAlone() const
{
    return watched.kind == AlertValue::Kind::Price && against.kind != AlertValue::Kind::Indicator
        && !isMoving();
}

bool ChartAlert::isOfAnyBars() const
{
    return isOfPriceAlone() && when == AlertWhen::Once
        && against.kind != AlertValue::Kind::Drawing; // a slope is that of the bars it is drawn on
}

Timeframe ChartAlert::watchedTimeframe() const
{
    return isOfAnyBars() ? Timeframe(1, TimeUnit::Minute) : timeframe;
}

QJsonObject ChartAlert::toJson() const
{
    QJsonObject json { { u"id"_s, id },
                       { u"symbol"_s, symbol },
                       { u"timeframe"_s, timeframe.toString() },
                       { u"watched"_s, valueJson(watched) },
                       { u"condition"_s, wordOf(conditionWords, condition) },
                       { u"against"_s, valueJson(against) },
                       { u"other_level"_s, otherLevel },
                       { u"percent"_s, percent },
                       { u"bars"_s, bars },
                       { u"log_scale"_s, logScale },
                       { u"when"_s, wordOf(whenWords, when) },
                       { u"note"_s, note },
                       { u"sound"_s, sound },
                       { u"source"_s, wordOf(sourceWords, source) },
                       { u"state"_s, wordOf(stateWords, state) },
                       { u"created"_s, timeText(created) },
                       { u"last_fired"_s, timeText(lastFired) },
                       { u"last_bar"_s, timeText(lastBar) } };
    if (expiry)
        json[u"expiry"_s] = timeText(*expiry);
    return json;
}

Result<ChartAlert> ChartAlert::fromJson(const QJsonObject &json)
{
    ChartAlert alert;
    alert.id = json[u"id"_s].toString();
    alert.symbol = json[u"symbol"_s].toString();
    const Result<Timeframe> timeframe = Timeframe::parse(json[u"timeframe"_s].toString());
    if (alert.id.isEmpty() || !timeframe)
        return malformed(u"an alert without an id or a timeframe"_s);
    alert.timeframe = *timeframe;
    if (!readValue(json[u"watched"_s].toObject(), alert.watched)
        || !read(conditionWords, json[u"condition"_s], alert.condition)
        || !readValue(json[u"against"_s].toObject(), alert.against)
        || !read(whenWords, json[u"when"_s], alert.when)
        || !read(sourceWords, json[u"source"_s], alert.source)
        || !read(stateWords, json[u"state"_s], alert.state))
        return malformed(u"an alert with a word that is not known: "_s + alert.id);
    alert.otherLevel = json[u"other_level"_s].toDouble();
    alert.percent = json[u"percent"_s].toDouble(alert.percent);
    alert.bars = json[u"bars"_s].toInt(alert.bars);
    alert.logScale = json[u"log_scale"_s].toBool();
    if (json.contains(u"expiry"_s))
        alert.expiry = timeFrom(json[u"expiry"_s]);
    alert.note = json[u"note"_s].toString();
    alert.sound = json[u"sound"_s].toBool(true);
    alert.created = timeFrom(json[u"created"_s]);
    alert.lastFired = timeFrom(json[u"last_fired"_s]);
    alert.lastBar = timeFrom(json[u"last_bar"_s]);
    if (const Result<void> checked = alert.check(); !checked)
        return malformed(alert.id + u": "_s + checked.error().detail);
    return alert;
}

Result<void> ChartAlert::check() const
{
    if (symbol.isEmpty())
        return invalid(AlertCheck::tr("An alert needs a symbol."));
    if (note.size() > longestNote)
        return invalid(AlertCheck::tr("The note is too long."));
    if (watched.kind == AlertValue::Kind::Level || watched.kind == AlertValue::Kind::Drawing)
        return invalid(AlertCheck::tr("Choose a price or an indicator to watch."));
    if (const QString fault = faultOf(watched); !fault.isEmpty())
        return invalid(fault);
    if (isMoving()) {
        if (!(percent > 0 && percent <= mostPercent))
            return invalid(AlertCheck::tr("The share lies above 0 and up to 1,000 %."));
        if (bars < 1 || bars > mostBars)
            return invalid(AlertCheck::tr("The number of bars lies between 1 and 500."));
        return {};
    }
    if (const QString fault = faultOf(against); !fault.isEmpty())
        return invalid(fault);
    if (watched == against)
        return invalid(AlertCheck::tr("Something cannot cross itself."));
    if (!isRoom() || against.kind == AlertValue::Kind::Drawing)
        return {};
    if (against.kind != AlertValue::Kind::Level || !std::isfinite(otherLevel)
        || against.level == otherLevel)
        return invalid(AlertCheck::tr("A range needs two different levels."));
    return {};
}

QJsonObject AlertFiring::toJson() const
{
    return { { u"number"_s, double(number) },
             { u"alert"_s, alert.toJson() },
             { u"time"_s, timeText(time) },
             { u"bar"_s, timeText(barStart) },
             { u"value"_s, value },
             { u"against"_s, against },
             { u"delay_s"_s,
               double(std::chrono::duration_cast<std::chrono::seconds>(delay).count()) } };
}

Result<AlertFiring> AlertFiring::fromJson(const QJsonObject &json)
{
    Result<ChartAlert> alert = ChartAlert::fromJson(json[u"alert"_s].toObject());
    if (!alert)
        return alert.error();
    AlertFiring firing;
    firing.alert = *std::move(alert);
    const double number = json[u"number"_s].toDouble(-1);
    firing.time = timeFrom(json[u"time"_s]);
    constexpr double mostNumber = 9e15; // what a double counts exactly
    if (!(number >= 0 && number <= mostNumber) || firing.time == Timestamp {})
        return malformed(u"a fired alert without a number or a time"_s);
    firing.number = quint64(number);
    firing.barStart = timeFrom(json[u"bar"_s]);
    firing.value = json[u"value"_s].toDouble();
    firing.against = json[u"against"_s].toDouble();
    firing.delay = std::chrono::seconds(json[u"delay_s"_s].toInt());
    return firing;
}

} // namespace tapeline
