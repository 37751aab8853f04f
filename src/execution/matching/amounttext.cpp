#include "amounttext.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString grouped(QString plain)
{
    const qsizetype point = plain.indexOf(u'.');
    const qsizetype first = plain.startsWith(u'-') ? 1 : 0;
    for (qsizetype i = (point < 0 ? plain.size() : point) - 3; i > first; i -= 3)
        plain.insert(i, u',');
    return plain;
}

QString versus(Price a, Price b)
{
    return u"%1 against %2"_s.arg(amountText(a), amountText(b));
}

} // namespace tapeline
