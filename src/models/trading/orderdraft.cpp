#include "orderdraft.h"

#include "easterntime.h"
#include "instrument.h"

#include <QCoreApplication>

#include <algorithm>

namespace tapeline::orderdrafts {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::OrderDraft)
};

constexpr auto atrWord = "ATR"_L1;

/// As the strict readers take it. A group separator stands between groups of three only.
QString plain(const QString &field, const QLocale &locale)
{
    QString text = field.trimmed();
    text.remove(u' ').remove(u'\u00A0').remove(u'\u202F');
    const qsizetype point = text.lastIndexOf(locale.decimalPoint());
    const QString separator = locale.groupSeparator();
    const QString whole = point < 0 ? text : text.left(point);
    const QStringList groups = whole.split(separator);
    const bool grouped = groups.size() > 1
        && std::all_of(groups.begin() + 1, groups.end(),
                       [](const QString &group) { return group.size() == 3; });
    // Where a comma is the decimal point, a stray point is none
    QString digits = grouped ? groups.join(QString()) : QString(whole).replace(u'.', u'?');
    if (point >= 0)
        digits += u'.' + text.mid(point + locale.decimalPoint().size());
    return digits;
}

Error notANumber(const QString &field, const QString &name)
{
    return { Error::Code::Malformed,
             field.trimmed().isEmpty() ? Text::tr("%1 is missing").arg(name)
                                       : Text::tr("%1: \"%2\" is no number").arg(name, field) };
}

template<typename Number>
Result<Number> number(const QString &field, const QString &name, const QLocale &locale)
{
    const Result<Number> parsed = Number::parse(plain(field, locale));
    if (!parsed)
        return notANumber(field, name);
    return parsed;
}

/// Fills the fields of an order one after the other; the first that is wrong is remembered.
class Reading
{
public:
    Reading(const OrderDraft &draft, const QLocale &locale)
        : m_draft(draft)
        , m_locale(locale)
    {
    }

    void size(OrderTicket &ticket)
    {
        if (m_draft.sizeBy == SizeBy::Quantity) {
            read(m_draft.size, Text::tr("Quantity"), ticket.qty);
            return;
        }
        SizeRule rule;
        rule.by = m_draft.sizeBy == SizeBy::Cash ? SizeRule::By::Cash
            : m_draft.sizeBy == SizeBy::Atr      ? SizeRule::By::Atr
                                                 : SizeRule::By::Risk;
        read(m_draft.size, Text::tr("Amount"), rule.amount);
        ticket.size = rule;
    }

    void price(const QString &field, const QString &name, std::optional<Price> &target)
    {
        Price price;
        read(field, name, price);
        target = price;
    }

    void optionalPrice(const QString &field, const QString &name, std::optional<Price> &target)
    {
        if (!field.trimmed().isEmpty())
            price(field, name, target);
    }

    void trail(OrderTicket &ticket)
    {
        QString field = m_draft.trail.trimmed();
        const QString name = Text::tr("Trailing distance");
        if (!field.endsWith(u'%'))
            return price(field, name, ticket.trail);
        field.chop(1);
        ticket.trailPpm = ppm(field, name, 10'000); // 1 % is 10,000 parts per million
    }

    void stopLoss(OrderTicket &ticket)
    {
        QString field = m_draft.stopLoss.trimmed();
        const QString name = Text::tr("Stop loss");
        if (!field.endsWith(atrWord, Qt::CaseInsensitive))
            return optionalPrice(field, name, ticket.stopLoss);
        field.chop(atrWord.size());
        AtrDistance distance;
        distance.multiplePpm = ppm(field, name, 1'000'000);
        ticket.stopLossAtr = distance;
    }

    void until(OrderTicket &ticket)
    {
        if (!m_draft.until.isValid())
            return fail(notANumber({}, Text::tr("Last day")));
        ticket.until = easterntime::at(m_draft.until, 20h);
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    template<typename Number> void read(const QString &field, const QString &name, Number &target)
    {
        const Result<Number> parsed = number<Number>(field, name, m_locale);
        if (parsed)
            target = *parsed;
        else
            fail(parsed.error());
    }

    /// Of a number with up to six digits behind the point.
    qint64 ppm(const QString &field, const QString &name, qint64 ofOne)
    {
        Money parsed;
        read(field, name, parsed);
        return parsed.units() / (Money::unitsPerOne / ofOne);
    }

    void fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }

    const OrderDraft &m_draft;
    const QLocale &m_locale;
    std::optional<Error> m_error;
};

Instrument instrumentOf(const QString &symbol)
{
    return instrumentFromSymbol(symbol).value_or(Instrument());
}

Price priceOf(const QString &field, const QLocale &locale)
{
    return Price::parse(plain(field, locale)).value_or(Price());
}

/// How many ticks of the reference lie between; nothing for a field without a price.
std::optional<int> distance(const QString &field, Price reference, const QString &symbol,
                            const QLocale &locale)
{
    const Price price = priceOf(field, locale);
    const qint64 tick = instrumentOf(symbol).tickAt(reference).units();
    if (price <= Price() || reference <= Price() || tick <= 0)
        return std::nullopt;
    const qint64 ticks = std::abs(price.units() - reference.units()) / tick;
    return ticks > 0 && ticks <= 100'000 ? std::optional(int(ticks)) : std::nullopt;
}

QString exitField(std::optional<int> ticks, int direction, Price reference, const QString &symbol,
                  const QLocale &locale)
{
    if (!ticks || reference <= Price())
        return {};
    const qint64 tick = instrumentOf(symbol).tickAt(reference).units();
    const Price price = Price::fromUnits(reference.units() + direction * *ticks * tick);
    return price > Price() ? fieldText(price, locale) : QString();
}

} // namespace

Result<OrderTicket> toOrder(const OrderDraft &draft, const QString &symbol, const QLocale &locale)
{
    if (!instrumentOf(symbol).tradable)
        //: %1 is a symbol, such as that of an index
        return Error { Error::Code::InvalidArgument, Text::tr("%1 cannot be traded.").arg(symbol) };
    OrderTicket ticket;
    ticket.symbol = symbol;
    ticket.side = draft.side;
    ticket.type = draft.type;
    ticket.tif = draft.tif;
    ticket.extendedHours = draft.extendedHours;
    ticket.reduceOnly = draft.reduceOnly;
    ticket.postOnly = draft.postOnly && draft.type == OrderType::Limit;
    Reading reading(draft, locale);
    reading.size(ticket);
    if (hasStopField(draft.type))
        reading.price(draft.stop, Text::tr("Stop"), ticket.stop);
    if (hasLimitField(draft.type))
        reading.price(draft.limit, Text::tr("Limit"), ticket.limit);
    if (hasTrailField(draft.type))
        reading.trail(ticket);
    if (draft.type == OrderType::TrailingStopLimit)
        reading.price(draft.limitOffset, Text::tr("Limit offset"), ticket.limitOffset);
    if (draft.tif == TimeInForce::Gtd)
        reading.until(ticket);
    reading.optionalPrice(draft.target, Text::tr("Target"), ticket.takeProfit);
    reading.stopLoss(ticket);
    if (reading.error())
        return *reading.error();
    return ticket;
}

OrderDraft fromPreset(const TicketPreset &preset, const OrderDraft &before, const QString &symbol,
                      Price reference, const QLocale &locale)
{
    OrderDraft draft = before;
    draft.type = preset.type;
    draft.tif = preset.tif;
    draft.sizeBy = preset.sizeBy;
    draft.size = QString(preset.size).replace(u'.', locale.decimalPoint());
    draft.extendedHours = preset.extendedHours;
    draft.reduceOnly = preset.reduceOnly;
    draft.postOnly = preset.postOnly;
    const int up = before.side == Side::Buy ? 1 : -1;
    draft.target = exitField(preset.targetTicks, up, reference, symbol, locale);
    draft.stopLoss = exitField(preset.stopTicks, -up, reference, symbol, locale);
    return draft;
}

TicketPreset toPreset(const QString &name, const OrderDraft &draft, const QString &symbol,
                      Price reference, const QLocale &locale)
{
    TicketPreset preset;
    preset.name = name;
    preset.type = draft.type;
    preset.tif = draft.tif == TimeInForce::Gtd ? TimeInForce::Gtc : draft.tif; // days pass
    preset.sizeBy = draft.sizeBy;
    preset.size = plain(draft.size, locale);
    preset.extendedHours = draft.extendedHours;
    preset.reduceOnly = draft.reduceOnly;
    preset.postOnly = draft.postOnly;
    preset.targetTicks = distance(draft.target, reference, symbol, locale);
    preset.stopTicks = distance(draft.stopLoss, reference, symbol, locale);
    return preset;
}

QString stepped(const QString &field, int ticks, const QString &symbol, const QLocale &locale)
{
    const Price price = priceOf(field, locale);
    if (price <= Price())
        return field;
    const qint64 tick = std::max<qint64>(instrumentOf(symbol).tickAt(price).units(), 1);
    const qint64 on = price.units() / tick * tick; // off the grid it steps onto it
    const qint64 next = on + ticks * tick + (ticks < 0 && on != price.units() ? tick : 0);
    return next > 0 ? fieldText(Price::fromUnits(next), locale) : field;
}

QString steppedSize(const QString &field, int steps, const QLocale &locale)
{
    const Result<Qty> size = Qty::parse(plain(field, locale));
    if (!size)
        return field;
    const Qty next = *size + Qty::whole(steps);
    return next > Qty() ? next.toString().replace(u'.', locale.decimalPoint()) : field;
}

OrderDraft rewritten(const OrderDraft &draft, const QLocale &from, const QLocale &to)
{
    OrderDraft changed = draft;
    for (QString *field : { &changed.size, &changed.limit, &changed.stop, &changed.limitOffset,
                            &changed.target, &changed.stopLoss, &changed.trail }) {
        // "1.5 %", "2 ATR": the number in front
        const qsizetype blank = field->trimmed().indexOf(u' ');
        const QString number = blank < 0 ? field->trimmed() : field->trimmed().left(blank);
        const QString unit = blank < 0 ? QString() : field->trimmed().mid(blank);
        if (const QString digits = plain(number, from); Price::parse(digits))
            *field = QString(digits).replace(u'.', to.decimalPoint()) + unit;
    }
    return changed;
}

QString fieldText(Price price, const QLocale &locale)
{
    return price.toString(2).replace(u'.', locale.decimalPoint());
}

std::optional<double> Stakes::ratio() const
{
    if (risk <= Money() || reward <= Money())
        return std::nullopt;
    return reward.toDouble() / risk.toDouble();
}

std::optional<Stakes> stakes(const OrderTicket &ticket, Price entry)
{
    if (!ticket.stopLoss || entry <= Price())
        return std::nullopt;
    const qint64 multiplier = instrumentOf(ticket.symbol).multiplier;
    const Price up = ticket.side == Side::Buy ? Price::fromUnits(1) : Price::fromUnits(-1);
    const auto worth = [&](Price distance) { return notional(distance, ticket.qty, multiplier); };
    const auto away
        = [&](Price exit) { return Price::fromUnits((exit - entry).units() * up.units()); };
    const Result<Money> risk = worth(-away(*ticket.stopLoss));
    const Result<Money> reward = worth(ticket.takeProfit ? away(*ticket.takeProfit) : Price());
    if (!risk || !reward)
        return std::nullopt;
    return Stakes { *risk, *reward };
}

} // namespace tapeline::orderdrafts
