#include "instrumenttext.h"

#include "jsonfields.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString dayText(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

std::string optionText(const OptionTerms &terms)
{
    return JsonFields()
        .text("underlying", terms.underlying)
        .flag("call", terms.right == OptionRight::Call)
        .decimal("strike", terms.strike)
        .text("expiry", terms.expiry.toString(Qt::ISODate))
        .flag("american", terms.american)
        .flag("cash_settled", terms.cashSettled)
        .take();
}

void readDay(JsonReading &reading, QLatin1StringView name, std::optional<QDate> &target)
{
    QString text = dayText(target);
    reading.text(name, text);
    target = text.isEmpty() ? std::optional<QDate>() : QDate::fromString(text, Qt::ISODate);
    if (target && !target->isValid())
        reading.fail(name);
}

Result<OptionTerms> optionFromJson(const QJsonObject &object)
{
    OptionTerms terms;
    JsonReading reading(object);
    bool isCall = true;
    std::optional<QDate> expiry;
    reading.text("underlying"_L1, terms.underlying);
    reading.flag("call"_L1, isCall);
    reading.decimal("strike"_L1, terms.strike);
    readDay(reading, "expiry"_L1, expiry);
    reading.flag("american"_L1, terms.american);
    reading.flag("cash_settled"_L1, terms.cashSettled);
    if (reading.failed())
        return reading.error();
    terms.right = isCall ? OptionRight::Call : OptionRight::Put;
    terms.expiry = expiry.value_or(QDate());
    return terms;
}

void readInteger(JsonReading &reading, QLatin1StringView name, qint64 least, qint64 most,
                 qint64 &target)
{
    reading.integer(name, target);
    if (target < least || target > most)
        reading.fail(name);
}

} // namespace

std::string instrumentText(const Instrument &instrument)
{
    JsonFields fields;
    fields.text("symbol", instrument.symbol)
        .integer("class", qint64(instrument.assetClass))
        .integer("multiplier", instrument.multiplier)
        .flag("tradable", instrument.tradable)
        .flag("fractions", instrument.fractions)
        .flag("shortable", instrument.shortable)
        .text("last_day", dayText(instrument.lastDay))
        .integer("exchange", instrument.primaryExchange);
    if (instrument.option)
        fields.raw("option", optionText(*instrument.option));
    return fields.take();
}

Result<Instrument> instrumentFromJson(const QJsonObject &object)
{
    Instrument instrument;
    JsonReading reading(object);
    qint64 assetClass = 0;
    qint64 exchange = 0;
    reading.text("symbol"_L1, instrument.symbol);
    readInteger(reading, "class"_L1, 0, qint64(AssetClass::Futures), assetClass);
    readInteger(reading, "multiplier"_L1, 1, std::numeric_limits<qint64>::max(),
                instrument.multiplier);
    reading.flag("tradable"_L1, instrument.tradable);
    reading.flag("fractions"_L1, instrument.fractions);
    reading.flag("shortable"_L1, instrument.shortable);
    readDay(reading, "last_day"_L1, instrument.lastDay);
    readInteger(reading, "exchange"_L1, 0, std::numeric_limits<quint16>::max(), exchange);
    if (reading.failed())
        return reading.error();
    instrument.assetClass = AssetClass(assetClass);
    instrument.primaryExchange = quint16(exchange);
    if (object.contains("option"_L1)) {
        Result<OptionTerms> terms = optionFromJson(object.value("option"_L1).toObject());
        if (!terms)
            return terms.error();
        instrument.option = std::move(*terms);
    }
    return instrument;
}

} // namespace tapeline
