#pragma once

#include "chainbook.h"
#include "chainmeasures.h"
#include "expectedmove.h"
#include "termstructure.h"
#include "volatilitysmile.h"

#include <QTimer>

#include <deque>

namespace tapeline {

/// What one expiration of a chain adds up to.
struct ExpiryAnalysis
{
    ChainExpiry expiry;
    double days = 0; ///< left until it ends
    double forward = 0; ///< 0 while the price of the underlying is not known
    std::optional<VolatilitySmile> smile; ///< nothing without three strikes with volatilities
    std::optional<double> volatility; ///< at the money forward
    std::vector<StrikeProfile> profile; ///< ascending
    ChainTotals totals;
    std::optional<double> maxPain;
    ExpectedMove move;
    std::optional<double> skew; ///< 25-delta put less call
    std::optional<CalendarGap> gap; ///< against the expiration before it
};

/// What a chain adds up to, kept up with its book: smiles are fitted again a few at a time, so that
/// the window never waits for them.
class ChainAnalysis : public QObject
{
    Q_OBJECT

public:
    explicit ChainAnalysis(QObject *parent = nullptr);

    /// Null: nothing is analysed. A book must be taken away before it goes.
    void setBook(const ChainBook *book);
    const ChainBook *book() const { return m_book; }
    void setSource(GreeksSource source);
    GreeksSource source() const { return m_source; }

    /// Ascending. Expirations that have ended are not there.
    const std::vector<ExpiryAnalysis> &expiries() const { return m_expiries; }
    /// Null for one that is not there.
    const ExpiryAnalysis *find(const ChainExpiry &expiry) const;
    /// Sums over all expirations.
    const ChainTotals &totals() const { return m_totals; }
    /// Strike by strike over all expirations, ascending.
    std::vector<StrikeProfile> wholeProfile() const;
    /// Expirations that have a volatility at the money, ascending; of one day the first root.
    std::vector<TermPoint> terms() const;
    std::optional<ConstantMaturity> thirtyDays() const;
    /// The expiration nearest to 30 days, for figures of one; null without any.
    const ExpiryAnalysis *nearestToMonth() const;

    /// Whether something is still to be reckoned.
    bool isBusy() const { return !m_due.empty(); }
    /// Reckons what is due, however long it takes.
    void finish();

signals:
    /// Something has been reckoned anew; a few times a second at most.
    void changed();

private:
    void onReset();
    void onContracts(const QStringList &symbols);
    void onStatus();
    void makeDue(const ChainExpiry &expiry);
    void makeAllDue();
    void start();
    void work(bool toTheEnd);
    void reckon(ExpiryAnalysis &analysis);
    void sum();

    const ChainBook *m_book = nullptr;
    GreeksSource m_source = GreeksSource::Own;
    std::vector<ExpiryAnalysis> m_expiries;
    ChainTotals m_totals;
    std::deque<ChainExpiry> m_due; ///< in turns, so that quotes of the near ones leave none behind
    Price m_spot; ///< that all were reckoned with
    QTimer m_timer;
};

} // namespace tapeline
