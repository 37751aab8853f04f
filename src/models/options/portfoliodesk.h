#pragma once

#include "chainstore.h"
#include "portfoliogreeks.h"

#include <QStringList>
#include <QTimer>

namespace tapeline {

class TradeDesk;

/// What the positions of the account that is traded on react to, kept up to date: it follows their
/// underlyings and the index, and has the chains of their options open while somebody looks.
class PortfolioDesk : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    PortfolioDesk(TradeDesk &trading, ChainStore &chains, QObject *parent = nullptr);
    ~PortfolioDesk() override;

    const PortfolioGreeks &portfolio() const { return m_portfolio; }
    /// What it would gain so many calendar days from now; see portfoliogreeks::scenario().
    PortfolioScenario scenario(double days, const std::vector<double> &moves,
                               const std::vector<double> &shifts) const;
    /// "SPY", unless another was chosen.
    const QString &index() const { return m_index; }
    void setIndex(const QString &symbol);
    /// Symbols whose betas to the index matter, and the index itself.
    QStringList betaSymbols() const;
    /// Of the index that is chosen now.
    void setBeta(const QString &symbol, const Beta &beta);
    /// Of another source.
    void forgetBetas();
    /// The market's time; nothing is reckoned without one.
    void setNow(Timestamp now);
    Timestamp now() const { return m_now; }
    /// What of the chains is lacking, of the first that lacks something; Here when nothing does.
    ChainState worstState() const;
    QString neededPlan() const;
    DataBadge badge() const;

signals:
    void changed();
    /// betaSymbols() are others, or betas to another index are wanted.
    void betasWanted();

private:
    void followPositions();
    void followMarket(const QStringList &wanted);
    void openChains(const QStringList &underlyings);
    void reckon();
    const ChainBook *chainOf(const QString &underlying) const;
    double spotOf(const QString &symbol) const;

    TradeDesk &m_trading;
    ChainStore &m_chains;
    QString m_index = QStringLiteral("SPY");
    std::map<QString, std::unique_ptr<ChainView>> m_views;
    QStringList m_followed;
    std::map<QString, Beta> m_betas;
    Timestamp m_now {};
    PortfolioGreeks m_portfolio;
    QTimer m_due;
};

} // namespace tapeline
