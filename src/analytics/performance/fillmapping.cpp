#include "fillmapping.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, fillFieldCount> keys {
    "at"_L1,    "date"_L1,       "time"_L1,       "symbol"_L1, "side"_L1,     "qty"_L1,
    "price"_L1, "fee"_L1,        "multiplier"_L1, "kind"_L1,   "currency"_L1, "execution"_L1,
    "order"_L1, "underlying"_L1, "expiry"_L1,     "strike"_L1, "right"_L1,
};

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

/// The format settings of a mapping; false for a word that is none of them.
bool setFormat(FillMapping &mapping, const QString &key, const QString &value)
{
    if (key == "dates"_L1) {
        mapping.dates = value == "day-first"_L1 ? DateOrder::DayFirst : DateOrder::MonthFirst;
        return value == "day-first"_L1 || value == "month-first"_L1;
    }
    if (key == "decimal"_L1) {
        mapping.decimal = value == "comma"_L1 ? DecimalSign::Comma : DecimalSign::Point;
        return value == "comma"_L1 || value == "point"_L1;
    }
    if (key == "fees"_L1) {
        mapping.areFeesNegative = value == "negative"_L1;
        return value == "negative"_L1 || value == "positive"_L1;
    }
    if (key == "prices"_L1) {
        mapping.isPriceOfContract = value == "contract"_L1;
        return value == "contract"_L1 || value == "unit"_L1;
    }
    mapping.zone = value;
    return key == "zone"_L1 && FillClock::zone(value).isValid();
}

} // namespace

QString FillMapping::column(FillField field) const
{
    const auto found = std::ranges::find(columns, field, &std::pair<FillField, QString>::first);
    return found == columns.end() ? QString() : found->second;
}

void FillMapping::set(FillField field, const QString &column)
{
    std::erase_if(columns, [field](const auto &own) { return own.first == field; });
    if (!column.isEmpty())
        columns.emplace_back(field, column);
}

QString FillMapping::text() const
{
    QStringList parts;
    for (const auto &[field, column] : columns)
        parts.append(key(field) + u'=' + column);
    if (dates != DateOrder::ByFile)
        parts.append(dates == DateOrder::DayFirst ? u"dates=day-first"_s : u"dates=month-first"_s);
    if (decimal != DecimalSign::ByFile)
        parts.append(decimal == DecimalSign::Comma ? u"decimal=comma"_s : u"decimal=point"_s);
    if (areFeesNegative)
        parts.append(u"fees=negative"_s);
    if (isPriceOfContract)
        parts.append(u"prices=contract"_s);
    parts.append(u"zone="_s + zone);
    return parts.join(u';');
}

Result<FillMapping> FillMapping::parse(const QString &text)
{
    return FillMapping().changed(text);
}

Result<FillMapping> FillMapping::changed(const QString &text) const
{
    FillMapping mapping = *this;
    std::vector<FillField> spokenOf;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const qsizetype sign = part.indexOf(u'=');
        const QString key = part.first(qMax(sign, qsizetype(0))).trimmed().toLower();
        const QString value = part.sliced(sign + 1).trimmed();
        if (sign < 1 || value.isEmpty())
            return wrong(u"\"%1\" is not of the form field=column"_s.arg(part));
        const auto known = std::ranges::find(keys, key);
        if (known == keys.end()) {
            if (!setFormat(mapping, key, value))
                return wrong(u"\"%1\" is no field, or has no such value"_s.arg(part));
            continue;
        }
        const auto field = FillField(known - keys.begin());
        if (std::ranges::find(spokenOf, field) == spokenOf.end())
            mapping.set(field, {});
        spokenOf.push_back(field);
        mapping.columns.emplace_back(field, value);
    }
    return mapping;
}

QString FillMapping::key(FillField field)
{
    return keys[std::size_t(field)];
}

QStringList FillMapping::missing() const
{
    QStringList missing;
    if (!has(FillField::At) && !has(FillField::Date))
        missing.append(key(FillField::At));
    for (const FillField field : { FillField::Symbol, FillField::Quantity, FillField::Price }) {
        if (!has(field))
            missing.append(key(field));
    }
    return missing;
}

} // namespace tapeline
