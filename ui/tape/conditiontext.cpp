#include "conditiontext.h"

#include <QCoreApplication>

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

} // namespace

QString shortConditions(const TradeConditions &conditions)
{
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

QString longConditions(const TradeConditions &conditions)
{
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
