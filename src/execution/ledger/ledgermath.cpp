#include "ledgermath.h"

namespace tapeline::ledgermath {

QString grouped(Money amount)
{
    QString text = amount.toString(2);
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = text.indexOf(u'.') - 3; at > first; at -= 3)
        text.insert(at, u',');
    return text;
}

} // namespace tapeline::ledgermath
