#include "paperorders.h"

#include "csvfields.h"
#include "decimaltext.h"
#include "linereader.h"
#include "ordertext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList legFields { u"symbol"_s, u"side"_s, u"ratio"_s };
const QStringList replaceFields { u"replace"_s, u"qty"_s,   u"limit"_s,
                                  u"stop"_s,    u"trail"_s, u"trail_percent"_s };

Error malformed(const QString &detail)
{
    return { Error::Code::Malformed, detail };
}

/// A field that is not known is a mistake, one that is missing as well.
Result<void> checkFields(const QJsonObject &object, const QStringList &known,
                         const QStringList &needed)
{
    for (const QString &name : object.keys())
        if (name != "at"_L1 && !known.contains(name))
            return malformed(u"there is no field \"%1\""_s.arg(name));
    for (const QString &name : needed)
        if (!object.contains(name))
            return malformed(u"\"%1\" is missing"_s.arg(name));
    return {};
}

/// Two ways to say the same.
Result<void> checkDoubled(const QJsonObject &object)
{
    for (const auto &[a, b] :
         { std::pair("qty"_L1, "size"_L1), std::pair("stop_loss"_L1, "stop_loss_atr"_L1) })
        if (object.contains(a) && object.contains(b))
            return malformed(u"\"%1\" takes the place of \"%2\""_s.arg(b, a));
    return {};
}

/// Nanoseconds since the epoch, as a number or, where numbers are doubles, as text.
Result<Timestamp> timeOf(const QJsonObject &object)
{
    const QJsonValue value = object.value("at"_L1);
    bool isTime = value.isDouble();
    const qint64 ns = value.isString() ? value.toString().toLongLong(&isTime) : value.toInteger(-1);
    if (!isTime || ns < 0 || fromNs(ns) > latestRecordTime)
        return malformed(u"\"at\" has to be nanoseconds since 1970, before 2200"_s);
    return fromNs(ns);
}

Result<PaperOrder> cancelOf(const QJsonObject &object)
{
    const QStringList fields { u"cancel"_s };
    if (const Result<void> checked = checkFields(object, fields, fields); !checked)
        return checked.error();
    const QString id = object.value("cancel"_L1).toString();
    if (id.isEmpty())
        return malformed(u"\"cancel\" has to be an order's id"_s);
    return PaperOrder { {}, CancelOrder { id } };
}

Result<PaperOrder> replaceOf(const QJsonObject &object)
{
    if (const Result<void> checked = checkFields(object, replaceFields, {}); !checked)
        return checked.error();
    const Result<OrderTicket> read = ticketFromJson(object);
    if (!read)
        return read.error();
    OrderReplace change;
    change.id = object.value("replace"_L1).toString();
    if (change.id.isEmpty())
        return malformed(u"\"replace\" has to be an order's id"_s);
    if (object.contains("qty"_L1))
        change.qty = read->qty;
    change.limit = read->limit;
    change.stop = read->stop;
    change.trail = read->trail;
    change.trailPpm = read->trailPpm;
    return PaperOrder { {}, change };
}

Result<PaperOrder> volatilityOf(const QJsonObject &object)
{
    const QStringList fields { u"volatility"_s, u"iv"_s };
    if (const Result<void> checked = checkFields(object, fields, fields); !checked)
        return checked.error();
    VolatilityQuote quote { .symbol = object.value("volatility"_L1).toString() };
    const Result<qint64> ppm = decimaltext::parse(object.value("iv"_L1).toString(), 6);
    if (quote.symbol.isEmpty() || !ppm || *ppm <= 0)
        return malformed(u"\"volatility\" has to be a symbol, \"iv\" a positive share as text"_s);
    quote.ppm = *ppm;
    return PaperOrder { {}, quote };
}

Result<void> checkLegs(const QJsonObject &object)
{
    for (const QJsonValue &leg : object.value("legs"_L1).toArray())
        if (const Result<void> checked
            = checkFields(leg.toObject(), legFields, { u"symbol"_s, u"side"_s });
            !checked)
            return malformed(u"in \"legs\" "_s + checked.error().detail);
    return {};
}

Result<PaperOrder> ticketOf(const QJsonObject &object)
{
    const bool isPackage = object.contains("legs"_L1);
    QStringList needed { u"id"_s };
    if (!isPackage)
        needed << u"symbol"_s << u"side"_s;
    if (!object.contains("size"_L1))
        needed << u"qty"_s;
    if (const Result<void> checked = checkFields(object, ticketFields(), needed); !checked)
        return checked.error();
    if (const Result<void> checked = checkDoubled(object); !checked)
        return checked.error();
    if (const Result<void> checked = checkLegs(object); !checked)
        return checked.error();
    Result<OrderTicket> read = ticketFromJson(object);
    if (!read)
        return read.error();
    return PaperOrder { {}, *std::move(read) };
}

} // namespace

Result<PaperOrder> paperOrderFromLine(const QByteArray &line)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(line, &wrong);
    if (document.isNull())
        return malformed(u"it is no JSON: "_s + wrong.errorString());
    if (!document.isObject())
        return malformed(u"it is no JSON object"_s);
    const QJsonObject object = document.object();
    const Result<Timestamp> at = timeOf(object);
    if (!at)
        return at.error();
    Result<PaperOrder> order = object.contains("cancel"_L1) ? cancelOf(object)
        : object.contains("replace"_L1)                     ? replaceOf(object)
        : object.contains("volatility"_L1)                  ? volatilityOf(object)
                                                            : ticketOf(object);
    if (order)
        order->at = *at;
    return order;
}

Result<std::vector<PaperOrder>> readPaperOrders(const QString &file)
{
    Result<LineReader> lines = LineReader::open(file);
    if (!lines)
        return lines.error();
    std::vector<PaperOrder> orders;
    for (std::string_view line; lines->next(line);) {
        const QByteArray text = QByteArray(line.data(), qsizetype(line.size())).trimmed();
        if (text.isEmpty())
            continue;
        Result<PaperOrder> order = paperOrderFromLine(text);
        if (!order)
            return malformed(u"line %1: %2"_s.arg(lines->lineNumber()).arg(order.error().detail));
        orders.push_back(*std::move(order));
    }
    if (!lines->status())
        return lines->status().error();
    std::stable_sort(orders.begin(), orders.end(),
                     [](const PaperOrder &a, const PaperOrder &b) { return a.at < b.at; });
    return orders;
}

} // namespace tapeline
