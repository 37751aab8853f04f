#include "conditiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

const char *shortName(quint16 id)
{
    switch (id) {
    case condition::averagePrice:
        //: Short trade condition: average price trade
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "avg");
    case 5:
    case 13:
    case 32:
    case 33:
        //: Short trade condition: reported late, out of sequence
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "late");
    case 7:
    case 20:
    case 29:
        //: Short trade condition: settles otherwise than usual (cash, next day, seller)
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "settle");
    case condition::closingPrint:
    case condition::closingTrade:
        //: Short trade condition: closing auction
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "close");
    case 9:
        //: Short trade condition: cross trade
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "cross");
    case 10:
        //: Short trade condition: derivatively priced
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "deriv");
    case condition::formT:
        //: Short trade condition: outside regular hours (Form T)
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "ext");
    case condition::intermarketSweep:
        //: Short trade condition: intermarket sweep order; the usual abbreviation
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "ISO");
    case condition::officialClose:
    case condition::officialOpen:
        //: Short trade condition: official opening or closing price, stated again
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "official");
    case condition::openingTrade:
    case condition::openingPrint:
        //: Short trade condition: opening auction
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "open");
    case 18:
    case condition::reopeningPrint:
        //: Short trade condition: auction after a halt
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "reopen");
    case 21:
    case 22:
        //: Short trade condition: price of an earlier time
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "prior");
    case condition::oddLot:
        //: Short trade condition: odd lot
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "odd");
    case 52:
    case 53:
        //: Short trade condition: contingent on another trade
        return QT_TRANSLATE_NOOP("tapeline::TapeView", "cont");
    default:
        return nullptr;
    }
}

/// A sale condition of options (massive-api.md 8.7).
struct OptionCondition
{
    quint16 id;
    const char *name;
    const char *word; ///< in a cell; null where it is the usual way to trade
};

constexpr std::array optionConditionNames {
    OptionCondition { 201, "Canceled", "canc" },
    OptionCondition { 202, "Late and out of sequence", "late" },
    OptionCondition { 203, "Last and canceled", "canc" },
    OptionCondition { 204, "Late", "late" },
    OptionCondition { 205, "Opening and canceled", "canc" },
    OptionCondition { 206, "Opening, late, out of sequence", "late" },
    OptionCondition { 207, "Only and canceled", "canc" },
    OptionCondition { 208, "Opening and late", "late" },
    OptionCondition { 209, "Automatic execution", nullptr },
    OptionCondition { 210, "Reopening", "reop" },
    OptionCondition { 219, "Intermarket sweep", "ISO" },
    OptionCondition { 227, "Single-leg auction, non-ISO", "auct" },
    OptionCondition { 228, "Single-leg auction, ISO", "auct" },
    OptionCondition { 229, "Single-leg cross, non-ISO", "cross" },
    OptionCondition { 230, "Single-leg cross, ISO", "cross" },
    OptionCondition { 231, "Single-leg floor", "floor" },
    OptionCondition { 232, "Multi-leg electronic", "multi" },
    OptionCondition { 233, "Multi-leg auction", "multi" },
    OptionCondition { 234, "Multi-leg cross", "multi" },
    OptionCondition { 235, "Multi-leg floor", "multi" },
    OptionCondition { 236, "Multi-leg electronic against single leg", "multi" },
    OptionCondition { 237, "Stock-option auction", "stock" },
    OptionCondition { 238, "Multi-leg auction against single leg", "multi" },
    OptionCondition { 239, "Multi-leg floor against single leg", "multi" },
    OptionCondition { 240, "Stock-option electronic", "stock" },
    OptionCondition { 241, "Stock-option cross", "stock" },
    OptionCondition { 242, "Stock-option floor", "stock" },
    OptionCondition { 243, "Stock-option electronic against single leg", "stock" },
    OptionCondition { 244, "Stock-option auction against single leg", "stock" },
    OptionCondition { 245, "Stock-option floor against single leg", "stock" },
    OptionCondition { 246, "Multi-leg floor of proprietary products", "multi" },
    OptionCondition { 247, "Multilateral compression", "comp" },
    OptionCondition { 248, "Extended hours", "ext" },
};

/// Terms of the exchanges, which are not translated.
QString optionConditions(const TradeConditions &conditions, const char *OptionCondition::*text)
{
    QStringList words;
    for (const quint16 id : conditions.ids()) {
        const auto known = std::ranges::find(optionConditionNames, id, &OptionCondition::id);
        const bool isKnown = known != optionConditionNames.end();
        const QString word = isKnown ? QString::fromLatin1((*known).*text) : QString::number(id);
        if (!word.isEmpty() && !words.contains(word))
            words << word;
    }
    return words.join(text == &OptionCondition::name ? u'\n' : u' ');
}

} // namespace

QString shortConditions(const TradeConditions &conditions, AssetClass assetClass)
{
    if (assetClass == AssetClass::Options)
        return optionConditions(conditions, &OptionCondition::word);
    QStringList words;
    for (const quint16 id : conditions.ids()) {
        const char *word = shortName(id);
        if (!word)
            continue;
        const QString translated = QCoreApplication::translate("tapeline::TapeView", word);
        if (!words.contains(translated))
            words << translated;
    }
    return words.join(u' ');
}

QString longConditions(const TradeConditions &conditions, AssetClass assetClass)
{
    if (assetClass == AssetClass::Options)
        return optionConditions(conditions, &OptionCondition::name);
    QStringList lines;
    for (const quint16 id : conditions.ids()) {
        const std::string_view name = conditionName(id);
        lines << (name.empty()
                      ? QCoreApplication::translate("tapeline::TapeView", "Condition %1").arg(id)
                      : QString::fromLatin1(name.data(), qsizetype(name.size())));
    }
    return lines.join(u'\n');
}

} // namespace tapeline
