#include "journalfilter.h"

#include "easterntime.h"

#include <QJsonValue>
#include <QMetaEnum>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Enum> QString name(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
}

template<typename Enum> Enum named(const QJsonValue &text, Enum fallback)
{
    bool ok = false;
    const int value
        = QMetaEnum::fromType<Enum>().keyToValue(text.toString().toLatin1().constData(), &ok);
    return ok ? Enum(value) : fallback;
}

/// A whole number of an enum that has no names; nothing when it is none of them.
template<typename Enum> std::optional<Enum> numbered(const QJsonValue &number, int most)
{
    const int value = number.toInt(-1);
    return value >= 0 && value <= most ? std::optional(Enum(value)) : std::nullopt;
}

/// The breakdowns that are not by words, as saved filters call them.
constexpr std::array<std::pair<TradeBreakdown, QLatin1StringView>, 8> bucketKeys { {
    { TradeBreakdown::Side, "side"_L1 },
    { TradeBreakdown::Hour, "hour"_L1 },
    { TradeBreakdown::Weekday, "weekday"_L1 },
    { TradeBreakdown::HoldingTime, "holding"_L1 },
    { TradeBreakdown::Price, "price"_L1 },
    { TradeBreakdown::Volume, "volume"_L1 },
    { TradeBreakdown::Regime, "regime"_L1 },
    { TradeBreakdown::SessionPart, "session"_L1 },
} };

QString bucketKey(TradeBreakdown breakdown)
{
    for (const auto &[known, key] : bucketKeys)
        if (known == breakdown)
            return key;
    return {};
}

std::optional<JournalFilter::Bucket> bucketFrom(const QJsonObject &json)
{
    const int number = json["number"_L1].toInt(-1);
    for (const auto &[breakdown, key] : bucketKeys)
        if (number >= 0 && json["by"_L1].toString() == key)
            return JournalFilter::Bucket { breakdown, number };
    return {};
}

std::optional<double> real(const QJsonValue &number)
{
    return number.isDouble() ? std::optional(number.toDouble()) : std::nullopt;
}

} // namespace

std::vector<JournalFilter::Part> JournalFilter::parts() const
{
    std::vector<Part> found;
    const auto add = [&](Part part, bool isThere) {
        if (isThere)
            found.push_back(part);
    };
    add(Part::Words, !words.isEmpty());
    add(Part::Period, period != Period::All);
    add(Part::Symbol, !symbol.isEmpty());
    add(Part::AssetClass, assetClass.has_value());
    add(Part::Direction, direction.has_value());
    add(Part::State, state != State::Any);
    add(Part::Outcome, outcome != Outcome::Any);
    add(Part::Setup, !setup.isEmpty());
    add(Part::Tag, !tag.isEmpty());
    add(Part::Mistake, !mistake.isEmpty());
    add(Part::Rating, rating > 0);
    add(Part::Multiple, least || most);
    add(Part::Notes, notes != Notes::Any);
    add(Part::Bucket, bucket.has_value());
    return found;
}

JournalFilter JournalFilter::without(Part part) const
{
    JournalFilter rest = *this;
    const JournalFilter none;
    switch (part) {
    case Part::Words:
        rest.words = none.words;
        break;
    case Part::Period:
        rest.period = none.period;
        rest.from = rest.to = {};
        break;
    case Part::Symbol:
        rest.symbol = none.symbol;
        break;
    case Part::AssetClass:
        rest.assetClass = none.assetClass;
        break;
    case Part::Direction:
        rest.direction = none.direction;
        break;
    case Part::State:
        rest.state = none.state;
        break;
    case Part::Outcome:
        rest.outcome = none.outcome;
        break;
    case Part::Setup:
        rest.setup = none.setup;
        break;
    case Part::Tag:
        rest.tag = none.tag;
        break;
    case Part::Mistake:
        rest.mistake = none.mistake;
        break;
    case Part::Rating:
        rest.rating = none.rating;
        break;
    case Part::Multiple:
        rest.least = rest.most = std::nullopt;
        break;
    case Part::Notes:
        rest.notes = none.notes;
        break;
    case Part::Bucket:
        rest.bucket = none.bucket;
        break;
    }
    return rest;
}

std::pair<QDate, QDate> JournalFilter::days(QDate today) const
{
    switch (period) {
    case Period::All:
        return {};
    case Period::Today:
        return { today, today };
    case Period::Week:
        return { today.addDays(1 - today.dayOfWeek()), today };
    case Period::Month:
        return { QDate(today.year(), today.month(), 1), today };
    case Period::Quarter:
        return { QDate(today.year(), (today.month() - 1) / 3 * 3 + 1, 1), today };
    case Period::Year:
        return { QDate(today.year(), 1, 1), today };
    case Period::Range:
        return { from, to };
    }
    Q_UNREACHABLE();
}

QJsonObject JournalFilter::toJson() const
{
    QJsonObject json;
    const auto put = [&](const QString &key, bool isThere, const QJsonValue &value) {
        if (isThere)
            json[key] = value;
    };
    put(u"words"_s, !words.isEmpty(), words);
    put(u"period"_s, period != Period::All, name(period));
    put(u"from"_s, from.isValid(), from.toString(Qt::ISODate));
    put(u"to"_s, to.isValid(), to.toString(Qt::ISODate));
    put(u"symbol"_s, !symbol.isEmpty(), symbol);
    put(u"asset_class"_s, assetClass.has_value(), int(assetClass.value_or(AssetClass::Stocks)));
    put(u"direction"_s, direction.has_value(), int(direction.value_or(TradeDirection::Long)));
    put(u"state"_s, state != State::Any, name(state));
    put(u"outcome"_s, outcome != Outcome::Any, name(outcome));
    put(u"setup"_s, !setup.isEmpty(), setup);
    put(u"tag"_s, !tag.isEmpty(), tag);
    put(u"mistake"_s, !mistake.isEmpty(), mistake);
    put(u"rating"_s, rating > 0, rating);
    put(u"least"_s, least.has_value(), least.value_or(0));
    put(u"most"_s, most.has_value(), most.value_or(0));
    put(u"notes"_s, notes != Notes::Any, name(notes));
    if (bucket)
        json[u"bucket"_s] = QJsonObject { { u"by"_s, bucketKey(bucket->breakdown) },
                                          { u"number"_s, bucket->number } };
    return json;
}

JournalFilter JournalFilter::fromJson(const QJsonObject &json)
{
    JournalFilter filter;
    filter.words = json["words"_L1].toString();
    filter.period = named(json["period"_L1], Period::All);
    if (filter.period == Period::Range) {
        filter.from = QDate::fromString(json["from"_L1].toString(), Qt::ISODate);
        filter.to = QDate::fromString(json["to"_L1].toString(), Qt::ISODate);
        if (!filter.from.isValid() && !filter.to.isValid())
            filter.period = Period::All;
    }
    filter.symbol = json["symbol"_L1].toString();
    filter.assetClass
        = numbered<AssetClass>(json["asset_class"_L1], int(allAssetClasses.size()) - 1);
    filter.direction
        = numbered<TradeDirection>(json["direction"_L1], int(TradeDirection::Structure));
    filter.state = named(json["state"_L1], State::Any);
    filter.outcome = named(json["outcome"_L1], Outcome::Any);
    filter.setup = json["setup"_L1].toString();
    filter.tag = json["tag"_L1].toString();
    filter.mistake = json["mistake"_L1].toString();
    filter.rating = std::clamp(json["rating"_L1].toInt(), 0, 5);
    filter.least = real(json["least"_L1]);
    filter.most = real(json["most"_L1]);
    filter.notes = named(json["notes"_L1], Notes::Any);
    filter.bucket = bucketFrom(json["bucket"_L1].toObject());
    return filter;
}

QString accountMarket(const QString &account)
{
    return account.section(u'/', 0, 0);
}

} // namespace tapeline
