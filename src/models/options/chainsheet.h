#pragma once

#include "chainbook.h"
#include "chainfilter.h"
#include "expectedmove.h"

#include <QObject>

namespace tapeline {

/// What an expiration comes to, for its tab and the totals.
struct ExpirySummary
{
    ChainExpiry expiry;
    double days = 0; ///< calendar days left, with their fraction
    std::optional<double> volatility; ///< at the money
    ExpectedMove move;
    ChainTotals totals;
    std::optional<double> maxPain;
};

/// One expiration of a chain as a table shows it: the strikes that pass a filter, and what their
/// figures are reckoned with.
class ChainSheet : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null shows nothing. The book must outlive its being shown here.
    void setBook(ChainBook *book);
    ChainBook *book() const { return m_book; }
    /// Another one is chosen where the book has none of it: the first that ends later.
    void setExpiry(const ChainExpiry &expiry);
    const ChainExpiry &expiry() const { return m_expiry; }
    void setFilter(const ChainFilter &filter);
    const ChainFilter &filter() const { return m_filter; }
    void setGreeks(GreeksSource source);
    GreeksSource greeks() const { return m_greeks; }

    /// Ascending. Valid until rowsChanged().
    const std::vector<ChainStrike> &rows() const { return m_rows; }
    /// Strikes of the expiration that the filter hides.
    std::size_t hidden() const { return m_hidden; }
    /// The first row whose strike is at or above the spot; the number of rows where none is.
    int moneyRow() const;
    /// What figures of a contract are reckoned with now.
    ChainMoment moment() const { return momentOf(m_expiry); }
    double mostVolume() const { return m_mostVolume; }
    double mostInterest() const { return m_mostInterest; }

    /// Reckoned anew with every call: of all strikes, whatever the filter.
    ExpirySummary summary(const ChainExpiry &expiry) const;
    /// Of all expirations together.
    ChainTotals totals() const;

signals:
    /// Strikes or expirations are others.
    void rowsChanged();
    /// Figures of the rows are others.
    void valuesChanged();

private:
    void chooseExpiry();
    void choose();
    void onContracts(const QStringList &symbols);
    ChainMoment momentOf(const ChainExpiry &expiry) const;

    ChainBook *m_book = nullptr;
    ChainExpiry m_expiry;
    ChainFilter m_filter;
    GreeksSource m_greeks = GreeksSource::Own;
    std::vector<ChainStrike> m_rows;
    std::size_t m_hidden = 0;
    double m_mostVolume = 0; ///< of a contract in the rows
    double m_mostInterest = 0;
    double m_chosenSpot = 0; ///< for which the rows were chosen
};

} // namespace tapeline
