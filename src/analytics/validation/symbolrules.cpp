#include "symbolrules.h"

#include "qualityrule.h"
#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QualityRule ruleOf(QStringView symbol)
{
    if (symbol.startsWith("O:"_L1))
        return QualityRule::OptionSymbol;
    const bool hasPrefix
        = symbol.startsWith("X:"_L1) || symbol.startsWith("C:"_L1) || symbol.startsWith("I:"_L1);
    return hasPrefix ? QualityRule::PairSymbol : QualityRule::StockSymbol;
}

QString sentence(QualityRule rule, QStringView symbol)
{
    switch (rule) {
    case QualityRule::OptionSymbol:
        return u"\"%1\" is no option: O:, root, yymmdd of a real day, C or P, strike in eight digits."_s
            .arg(symbol);
    case QualityRule::PairSymbol:
        return u"\"%1\" is no crypto or forex pair, and no index."_s.arg(symbol);
    default:
        return u"\"%1\" is no stock: up to ten letters and digits that begin with a capital, and a "
               "suffix of one to four letters."_s.arg(symbol);
    }
}

} // namespace

std::optional<QualityIssue> symbolIssue(QStringView symbol)
{
    if (symbology::classify(symbol))
        return std::nullopt;
    const QualityRule rule = ruleOf(symbol);
    return QualityIssue {
        ruleId(rule), IssueSeverity::Fatal, 1, { Timestamp {} }, sentence(rule, symbol)
    };
}

} // namespace tapeline
