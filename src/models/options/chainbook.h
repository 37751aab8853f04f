#pragma once

#include "optionchain.h"

#include <QHash>
#include <QObject>

#include <map>
#include <vector>

namespace tapeline {

/// One underlying's chain as it is known, for all views that show it.
class ChainBook : public QObject
{
    Q_OBJECT

public:
    explicit ChainBook(const QString &underlying, QObject *parent = nullptr);

    const QString &underlying() const { return m_underlying; }
    ChainState state() const { return m_state; }
    /// The plan that has what this one lacks; empty when it lacks nothing.
    const QString &neededPlan() const { return m_plan; }
    /// 0 while it is not known.
    Price spot() const { return m_spot; }
    Timestamp asOf() const { return m_asOf; }
    DataBadge badge() const { return m_badge; }

    /// Ascending by day, then root.
    std::vector<ChainExpiry> expiries() const;
    /// Ascending; empty for an expiration that is not there. Contracts are valid until reset().
    std::vector<ChainStrike> strikes(const ChainExpiry &expiry) const;
    /// Null for one that is not there; valid until reset().
    const ChainContract *contract(const QString &symbol) const;
    /// Null while they are not known; valid until the next apply().
    const ExpiryAssumptions *assumptions(const ChainExpiry &expiry) const;
    std::size_t size() const { return m_contracts.size(); }

    /// Takes in what is of this underlying.
    void apply(const ChainUpdate &update);

signals:
    /// All that was known is gone, or expirations or strikes have been added.
    void reset();
    /// Contracts of expirations have other values.
    void contractsChanged(const QStringList &symbols);
    /// State, price of the underlying, badge or assumptions are others.
    void statusChanged();

private:
    bool place(const ChainContract &contract);

    QString m_underlying;
    ChainState m_state = ChainState::Loading;
    QString m_plan;
    Price m_spot;
    Timestamp m_asOf {};
    DataBadge m_badge;
    std::map<QString, ChainContract> m_contracts; ///< nodes stay where they are
    std::map<ChainExpiry, std::map<Price, ChainStrike>> m_expiries;
    std::vector<ExpiryAssumptions> m_assumptions;
};

} // namespace tapeline
