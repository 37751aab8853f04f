#pragma once

#include "assetclass.h"
#include "marketsnapshot.h"
#include "tapeside.h"

#include <QLocale>
#include <QString>

namespace tapeline {

struct TapeSweep;

/// The columns of time & sales.
enum class TapeColumn : quint8 { Time, Price, Size, Venue, Conditions };
inline constexpr int tapeColumnCount = 5;

/// "ARCA"; of a venue that is not known its number. Numbers mean other venues in each asset class.
QString shortVenue(quint16 id, AssetClass assetClass = AssetClass::Stocks);
/// "NYSE Arca"; empty when it is not known.
QString longVenue(quint16 id, AssetClass assetClass = AssetClass::Stocks);

/// Prints in the words and numbers of a locale.
class TapeText
{
public:
    void setLocale(const QLocale &locale) { m_locale = locale; }
    void setMilliseconds(bool shown) { m_milliseconds = shown; }
    /// Whose venues, conditions and decimals the prints have.
    void setSymbol(const QString &symbol);
    AssetClass assetClass() const { return m_assetClass; }

    QString cell(const TapePrint &print, TapeColumn column) const;
    /// All columns with tabs between them, for the clipboard.
    QString row(const TapePrint &print) const;
    /// One sentence for people who do not see it.
    QString spoken(const TapePrint &print) const;
    /// Exact times, full names of venue and conditions, and the quote in force.
    QString toolTip(const TapePrint &print) const;

    /// The same for the row of a sweep, whose newest print is given: average price, sum of the
    /// sizes, number of venues, range of prices.
    QString cell(const TapeSweep &sweep, const TapePrint &newest, TapeColumn column) const;
    QString row(const TapeSweep &sweep, const TapePrint &newest) const;
    QString spoken(const TapeSweep &sweep, const TapePrint &newest) const;
    QString toolTip(const TapeSweep &sweep, const TapePrint &newest) const;
    /// "3 venues"
    static QString venueCount(int venues);
    /// How many prints it is, in the fewest letters: "5×".
    QString count(const TapeSweep &sweep) const;

    QString price(Price price) const;
    /// Four decimals where two do not tell it; of coins below a cent eight.
    QString averagePrice(double price) const;
    QString size(Qty size) const;

private:
    QString time(Timestamp time, bool milliseconds) const;
    QString conditionCell(const TapePrint &print) const;
    QString priceRange(const TapeSweep &sweep) const;
    QString conditions(const TradeConditions &conditions) const;
    QString longVenue(quint16 id) const { return tapeline::longVenue(id, m_assetClass); }
    QString shortVenue(quint16 id) const { return tapeline::shortVenue(id, m_assetClass); }

    QLocale m_locale;
    bool m_milliseconds = false;
    AssetClass m_assetClass = AssetClass::Stocks;
    std::optional<int> m_decimals; ///< of a usual price; nothing: as many as each takes
};

} // namespace tapeline
