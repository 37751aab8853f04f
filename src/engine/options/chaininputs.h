#pragma once

#include "ratecurve.h"
#include "servicequestion.h"

#include <QHash>
#include <QObject>

namespace tapeline {

struct TreasuryYields;

/// What the value of options depends on besides prices and volatility: riskless rates from the
/// newest Treasury yields, and the dividends of the last twelve months. Asked of the service once a
/// day. Lives on the market thread.
class ChainInputs : public QObject
{
    Q_OBJECT

public:
    /// In place of yields that are not known; per year, continuously compounded.
    static constexpr double usualRate = 0.04;

    /// The rates that a day's yields say; nothing where there are none.
    static std::optional<RateCurve> curveOf(const TreasuryYields &yields);

    explicit ChainInputs(MarketContext &context, QObject *parent = nullptr);

    /// A new source.
    void reset();
    /// From now on the service may be asked.
    void onTimeKnown();
    /// To be called a few times a second.
    void tick();

    /// Somebody wants the rates, and the dividends of a stock; of an index there are none to ask
    /// for.
    void want(const QString &underlying);

    const RateCurve &rates() const { return m_rates; }
    /// False while usualRate stands in for them.
    bool areRatesKnown() const { return m_ratesKnown; }
    /// Paid per share within the last twelve months; nothing while not known.
    std::optional<double> yearOfDividends(const QString &underlying) const;

signals:
    /// Something has become known.
    void changed();

private:
    struct Dividends
    {
        ServiceQuestion question;
        std::optional<double> amount;
    };

    void askDaily();
    void askRates();
    void onRates(const RestReply &reply);
    void askDividends(const QString &underlying);
    void onDividends(const QString &underlying, const RestReply &reply);

    MarketContext &m_context;
    bool m_mayAsk = false;
    QDate m_askedOn; ///< in New York
    RateCurve m_rates { usualRate };
    bool m_ratesKnown = false;
    bool m_ratesWanted = false;
    ServiceQuestion m_ratesQuestion;
    QHash<QString, Dividends> m_dividends;
};

} // namespace tapeline
