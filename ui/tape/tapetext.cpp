#include "tapetext.h"

#include "conditiontext.h"
#include "easterntime.h"
#include "exchanges.h"
#include "instrument.h"
#include "pricedecimals.h"
#include "symbology.h"
#include "taperows.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

QString say(const char *text)
{
    return QCoreApplication::translate("tapeline::TapeView", text);
}

QString sideText(PrintSide side)
{
    switch (side) {
    case PrintSide::AboveAsk:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "above the ask"));
    case PrintSide::AtAsk:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "at the ask"));
    case PrintSide::AtBid:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "at the bid"));
    case PrintSide::BelowBid:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "below the bid"));
    case PrintSide::BetweenLower:
    case PrintSide::BetweenUpper:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "between bid and ask"));
    case PrintSide::Unknown:
        break;
    }
    return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "no quote before it"));
}

/// What is known about the side of a print; of one that was not streamed, why nothing is.
QString sideOf(const TapePrint &print)
{
    switch (print.origin) {
    case PrintOrigin::Stream:
        return sideText(print.side);
    case PrintOrigin::Backfill:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "fetched after a break"));
    case PrintOrigin::SecondBar:
        return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "all trades of one second"));
    }
    return {};
}

/// Whole sentences for what sets a line of the tape apart; empty for a streamed print.
QStringList originLines(const TapePrint &print)
{
    QStringList lines;
    if (print.origin == PrintOrigin::Backfill)
        lines << say(QT_TRANSLATE_NOOP(
            "tapeline::TapeView", "Fetched after a break: the quote at its time is not known."));
    if (print.origin == PrintOrigin::SecondBar)
        lines << say(QT_TRANSLATE_NOOP(
            "tapeline::TapeView",
            "All trades of one second: the last price and the sum of the sizes."));
    if (print.afterGap)
        lines << say(QT_TRANSLATE_NOOP("tapeline::TapeView",
                                       "Prints before this one are missing: they could not be "
                                       "fetched."));
    if (print.isOffMarket)
        lines << say(QT_TRANSLATE_NOOP("tapeline::TapeView",
                                       "Far from the quote, reported off the exchanges: taken for "
                                       "an error. It counts in volume, and sets no price."));
    return lines;
}

/// Texts that a number decides the form of.
QString sayMany(const char *text, qint64 number)
{
    return QCoreApplication::translate("tapeline::TapeView", text, nullptr,
                                       static_cast<int>(number));
}

} // namespace

QString shortVenue(quint16 id, AssetClass assetClass)
{
    if (id == 0)
        return {}; // the service names none
    const Exchange *venue = findExchange(assetClass, id);
    return venue ? latin(venue->shortName) : QString::number(id);
}

QString longVenue(quint16 id, AssetClass assetClass)
{
    const Exchange *venue = findExchange(assetClass, id);
    return venue ? latin(venue->name) : QString();
}

/// Written by hand: QLocale's formats cost more than painting the row.
QString TapeText::time(Timestamp time, bool milliseconds) const
{
    const auto inDay = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(time));
    const int ms = static_cast<int>(inDay.count());
    QString text(milliseconds ? 12 : 8, u':');
    const auto put = [&text](qsizetype at, int digits, int value) {
        for (qsizetype i = at + digits - 1; i >= at; --i, value /= 10)
            text[i] = QChar(u'0' + value % 10);
    };
    put(0, 2, ms / 3'600'000);
    put(3, 2, ms / 60'000 % 60);
    put(6, 2, ms / 1'000 % 60);
    if (milliseconds) {
        text[8] = u'.';
        put(9, 3, ms % 1'000);
    }
    return text;
}

void TapeText::setSymbol(const QString &symbol)
{
    m_assetClass = symbology::classOf(symbol);
    // Stocks print at parts of a cent, coins at any price
    const bool isExact = m_assetClass == AssetClass::Stocks || m_assetClass == AssetClass::Crypto;
    m_decimals = isExact ? std::nullopt : std::optional(instrumentDecimals(symbol));
}

QString TapeText::price(tapeline::Price price) const
{
    const int decimals = m_decimals ? decimalsFor(price, *m_decimals) : exactDecimals(price);
    return m_locale.toString(price.toDouble(), 'f', decimals);
}

/// Those of crypto are flags of the venue that tell the side, which the line shows already.
QString TapeText::conditions(const TradeConditions &conditions) const
{
    return m_assetClass == AssetClass::Crypto ? QString()
                                              : longConditions(conditions, m_assetClass);
}

QString TapeText::size(Qty size) const
{
    const qint64 whole = size.units() / Qty::unitsPerOne;
    const qint64 part = size.units() % Qty::unitsPerOne;
    if (part == 0)
        return m_locale.toString(whole);
    if (size < Qty())
        return m_locale.negativeSign() + this->size(-size);
    // Never through a double: a hundred-millionth of a coin counts
    return m_locale.toString(whole) + m_locale.decimalPoint() + size.toString().section(u'.', 1);
}

/// A print far from the quote says so in front.
QString TapeText::conditionCell(const TapePrint &print) const
{
    if (m_assetClass == AssetClass::Crypto)
        return {};
    const QString conditions = shortConditions(print.trade.conditions, m_assetClass);
    if (!print.isOffMarket)
        return conditions;
    //: In place of a trade condition: the price is far from the quote and taken for an error
    const QString bad = say(QT_TRANSLATE_NOOP("tapeline::TapeView", "off market"));
    return conditions.isEmpty() ? bad : bad + u' ' + conditions;
}

QString TapeText::cell(const TapePrint &print, TapeColumn column) const
{
    switch (column) {
    case TapeColumn::Time:
        return time(print.trade.time, m_milliseconds);
    case TapeColumn::Price:
        return price(print.trade.price);
    case TapeColumn::Size:
        // Nothing is traded of an index
        return m_assetClass == AssetClass::Indices ? QString() : size(print.trade.size);
    case TapeColumn::Venue: {
        if (print.origin == PrintOrigin::SecondBar)
            //: In place of a venue: the line sums up all trades of one second
            return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "1 s"));
        return shortVenue(venueOf(print.trade));
    }
    case TapeColumn::Conditions:
        return conditionCell(print);
    }
    return {};
}

QString TapeText::row(const TapePrint &print) const
{
    QStringList cells;
    for (int column = 0; column < tapeColumnCount; ++column)
        cells << cell(print, TapeColumn(column));
    return cells.join(u'\t');
}

QString TapeText::spoken(const TapePrint &print) const
{
    //: One print, read aloud: %1 shares, %2 price, %3 "at the ask" and the like, %4 time of day
    return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "%1 at %2, %3, %4"))
        .arg(size(print.trade.size), price(print.trade.price), sideOf(print),
             time(print.trade.time, false));
}

QString TapeText::toolTip(const TapePrint &print) const
{
    QStringList lines;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(print.trade.time));
    //: %1 is a time of day in New York, %2 the same instant on this computer's clock
    lines << say(QT_TRANSLATE_NOOP("tapeline::TapeView", "%1 Eastern, %2 here"))
                 .arg(time(print.trade.time, true), local.toString(u"HH:mm:ss"_s));
    lines << originLines(print);
    if (const QString venue = longVenue(venueOf(print.trade)); !venue.isEmpty())
        lines << venue;
    if (m_assetClass == AssetClass::Stocks && print.trade.isOffExchange())
        lines << say(QT_TRANSLATE_NOOP("tapeline::TapeView", "Off exchange"));
    const bool quoted = !print.bid.isZero() || !print.ask.isZero();
    if (quoted && print.origin == PrintOrigin::Stream)
        //: The quote in force before a print: %1 bid, %2 ask, %3 "at the ask" and the like
        lines << say(QT_TRANSLATE_NOOP("tapeline::TapeView", "Quote %1 × %2: %3"))
                     .arg(price(print.bid), price(print.ask), sideText(print.side));
    if (const QString known = conditions(print.trade.conditions); !known.isEmpty())
        lines << known;
    return lines.join(u'\n');
}

// --- sweeps ----------------------------------------------------------------------------------

QString TapeText::averagePrice(double price) const
{
    const qint64 steps = price < 0.01 ? 100'000'000 : 10'000;
    return this->price(
        Price::fromUnits(qRound64(price * double(steps)) * (Price::unitsPerOne / steps)));
}

QString TapeText::count(const TapeSweep &sweep) const
{
    return m_locale.toString(sweep.totals.prints) + u'×';
}

QString TapeText::venueCount(int venues)
{
    return sayMany(QT_TRANSLATE_N_NOOP("tapeline::TapeView", "%n venue(s)"), venues);
}

QString TapeText::priceRange(const TapeSweep &sweep) const
{
    return sweep.low == sweep.high ? price(sweep.low) : price(sweep.low) + u'–' + price(sweep.high);
}

QString TapeText::cell(const TapeSweep &sweep, const TapePrint &newest, TapeColumn column) const
{
    switch (column) {
    case TapeColumn::Time:
        return time(newest.trade.time, m_milliseconds);
    case TapeColumn::Price:
        return averagePrice(sweep.totals.averagePrice());
    case TapeColumn::Size:
        return size(sweep.totals.shares);
    case TapeColumn::Venue:
        return sweep.venues.size() == 1 ? shortVenue(*sweep.venues.begin())
                                        : venueCount(static_cast<int>(sweep.venues.size()));
    case TapeColumn::Conditions:
        return priceRange(sweep);
    }
    return {};
}

QString TapeText::row(const TapeSweep &sweep, const TapePrint &newest) const
{
    QStringList cells;
    for (int column = 0; column < tapeColumnCount; ++column)
        cells << cell(sweep, newest, TapeColumn(column));
    return cells.join(u'\t');
}

QString TapeText::spoken(const TapeSweep &sweep, const TapePrint &newest) const
{
    const char *kind = isBuy(newest.side)
        ? QT_TRANSLATE_N_NOOP("tapeline::TapeView", "Sweep of %n buy(s)")
        : QT_TRANSLATE_N_NOOP("tapeline::TapeView", "Sweep of %n sell(s)");
    //: A sweep, read aloud: %1 "Sweep of 5 buys", %2 shares, %3 average price, %4 time of day
    return say(QT_TRANSLATE_NOOP("tapeline::TapeView", "%1, %2 at %3 on average, %4"))
        .arg(sayMany(kind, sweep.totals.prints), size(sweep.totals.shares),
             averagePrice(sweep.totals.averagePrice()), time(newest.trade.time, false));
}

QString TapeText::toolTip(const TapeSweep &sweep, const TapePrint &newest) const
{
    QStringList venues;
    for (const quint16 id : sweep.venues)
        venues << (longVenue(id).isEmpty() ? shortVenue(id) : longVenue(id));
    return QStringList {
        spoken(sweep, newest),
        //: Of a sweep: %1 is a range of prices, "187.30–187.34"
        say(QT_TRANSLATE_NOOP("tapeline::TapeView", "Prices %1")).arg(priceRange(sweep)),
        venues.join(u", "_s),
        say(QT_TRANSLATE_NOOP("tapeline::TapeView",
                              "At least three prints of one side within 50 ms at two prices or "
                              "venues: most likely one order.")),
    }
        .join(u'\n');
}

} // namespace tapeline
