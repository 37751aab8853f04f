#include "tradeinput.h"

namespace tapeline::tradeinput {

namespace {

/// With a point and without groups. A point is a decimal sign where the locale does not group by
/// it, or where no group could end there: "51.25" is no group of three.
QString plain(const QString &text, const QLocale &locale)
{
    QString digits = text.simplified();
    digits.remove(u' ').remove(QChar(0x00A0)).remove(QChar(0x202F));
    const QString group = locale.groupSeparator();
    const QString point = locale.decimalPoint();
    const qsizetype last = digits.lastIndexOf(group);
    const bool isGroup = last >= 0 && (digits.contains(point) || digits.size() - last == 4);
    if (isGroup)
        digits.remove(group);
    return digits.replace(point, QStringLiteral("."));
}

template<typename Decimal> std::optional<Decimal> number(const QString &text, const QLocale &locale)
{
    const Result<Decimal> parsed = Decimal::parse(plain(text, locale));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace

std::optional<Price> price(const QString &text, const QLocale &locale)
{
    return number<Price>(text, locale);
}

std::optional<Qty> qty(const QString &text, const QLocale &locale)
{
    return number<Qty>(text, locale);
}

std::optional<Money> money(const QString &text, const QLocale &locale)
{
    return number<Money>(text, locale);
}

} // namespace tapeline::tradeinput
