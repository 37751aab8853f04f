#pragma once

#include "marketcalendar.h"
#include "optionflowtotals.h"
#include "tradetablemodel.h"
#include "unusualactivity.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace tapeline {

class ChainBook;
struct ChainContract;

/// A contract whose day is unusual (execution.md E.5).
struct UnusualContract
{
    QString symbol; ///< "O:..."
    OptionTerms terms;
    UnusualActivity activity;
    double volume = 0; ///< contracts, today
    double openInterest = 0; ///< at the end of the day before
    double premium = 0; ///< dollars: the day's volume at the last price
    Price last;
    double volatility = 0; ///< a fraction a year; 0 when not known
    std::optional<double> volatilityChange; ///< since the closing prices of the day before
    int days = 0; ///< to expiry
    OptionFlowTotals::Premium sides; ///< of the prints that were seen
};

/// Contracts of option chains with unusual activity, the most unusual first.
class UnusualModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Symbol,
        Score,
        Ratio,
        Volume,
        OpenInterest,
        Premium,
        Side,
        Last,
        Volatility,
        VolatilityChange,
        Days,
        ColumnCount
    };
    Q_ENUM(Column)

    static constexpr std::size_t mostRows = 200;

    /// What others know. Each may be empty.
    struct Sources
    {
        /// The prints of a contract that were seen, by side.
        std::function<OptionFlowTotals::Premium(const QString &contract)> sides;
        /// An underlying's price at the end of the day before; 0 when not known.
        std::function<Price(const QString &underlying)> previousClose;
    };

    /// calendar: whose closing prices are those of the day before.
    explicit UnusualModel(const MarketCalendar &calendar, QObject *parent = nullptr);

    void setSources(Sources sources) { m_sources = std::move(sources); }
    void setRules(const UnusualRules &rules) { m_rules = rules; }
    const UnusualRules &rules() const { return m_rules; }
    /// Reads one chain anew: a few milliseconds, so that many are read one at a time.
    void read(const ChainBook &book);
    /// Forgets what was read of other chains than those of these underlyings.
    void keepOnly(const QStringList &underlyings);

    const std::vector<UnusualContract> &contracts() const { return m_contracts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    struct Candidate;
    std::vector<Candidate> candidates(const ChainBook &book) const;
    UnusualContract described(const ChainBook &book, const Candidate &candidate) const;
    std::optional<double> changeOf(const ChainBook &book, const ChainContract &contract) const;
    void merge();
    QVariant sortValue(const UnusualContract &contract, int column) const;
    int signOf(const UnusualContract &contract, int column) const;
    QString sideText(const UnusualContract &contract) const;

    const MarketCalendar m_calendar;
    Sources m_sources;
    UnusualRules m_rules;
    /// By underlying, the most unusual first.
    std::map<QString, std::vector<UnusualContract>> m_found;
    std::vector<UnusualContract> m_contracts; ///< rows, in the order they came
};

} // namespace tapeline
