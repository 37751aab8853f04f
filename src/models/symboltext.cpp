#include "symboltext.h"

#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString shortSymbolText(const QString &symbol, const QLocale &locale)
{
    const Result<symbology::OptionContract> contract = symbology::parseOption(symbol);
    if (!contract)
        return symbol;
    return u"%1 %2 %3 %4"_s.arg(
        contract->root, locale.toString(contract->expiration, u"d MMM yy"),
        locale.toString(contract->strike.toDouble(), 'f', QLocale::FloatingPointShortest),
        contract->call ? u"C"_s : u"P"_s);
}

} // namespace tapeline
