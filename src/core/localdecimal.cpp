#include "localdecimal.h"

#include <cstdlib>

namespace tapeline {

QString localdecimal::grouped(const QString &plain, const QLocale &locale)
{
    const bool negative = plain.startsWith(u'-');
    const QString digits = negative ? plain.mid(1) : plain;
    const qsizetype point = digits.indexOf(u'.');
    QString text = locale.toString(digits.left(point < 0 ? digits.size() : point).toLongLong());
    if (point >= 0)
        text += locale.decimalPoint() + digits.mid(point + 1);
    return negative ? locale.negativeSign() + text : text;
}

qint64 localdecimal::roundedTo(qint64 units, qint64 step)
{
    const qint64 rest = std::abs(units % step);
    const qint64 down = units / step;
    const bool away = rest * 2 > step || (rest * 2 == step && down % 2 != 0);
    return (down + (away ? (units < 0 ? -1 : 1) : 0)) * step;
}

Money localdecimal::toCents(Money amount)
{
    return Money::fromUnits(roundedTo(amount.units(), Money::unitsPerOne / 100));
}

QString localdecimal::money(Money amount, const QLocale &locale)
{
    return grouped(toCents(amount).toString(2), locale);
}

} // namespace tapeline
