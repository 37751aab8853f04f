#pragma once

#include "chainstore.h"
#include "scenariotable.h"
#include "smilefitter.h"
#include "strategydesk.h"
#include "strategyevaluation.h"
#include "strategyoptimiser.h"
#include "strategytemplates.h"

#include <QTimer>

namespace tapeline {

/// What one builder works on: the draft of its underlying with its market, kept up to date while it
/// is looked at.
class StrategyBuilder : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    StrategyBuilder(ChainStore &chains, StrategyDesk &desk, QObject *parent = nullptr);
    ~StrategyBuilder() override;

    /// A stock, an index, or an option on it.
    void setSymbol(const QString &symbol);
    const QString &underlying() const { return m_underlying; }
    /// Whether somebody looks: else nothing is reckoned and nothing streamed.
    void setActive(bool active);

    StrategyDraft draft() const { return m_desk.draft(m_underlying); }
    void setDraft(StrategyDraft draft);
    /// Changes one thing of the draft; an own price does not outlast what it was for.
    template<typename Change> void change(Change change)
    {
        const StrategyDraft before = draft();
        StrategyDraft changed = before;
        change(changed);
        setDraft(strategydrafts::repriced(changed, before));
    }
    /// Replaces the draft's legs, of what is not held, by a template's.
    Result<PickedStrategy> fill(StrategyForm form, const PickWishes &wishes = {});
    void take(const Candidate &candidate);

    WhatIf whatIf() const { return m_whatIf; }
    void setWhatIf(const WhatIf &whatIf);

    /// Null while no underlying is set.
    const ChainBook *book() const { return m_view ? &m_view->book() : nullptr; }
    ListedChain listed() const;
    const StrategyEvaluation &evaluation() const { return m_evaluation; }
    OptimiserResult search(const OptimiserRules &rules) const;
    /// InvalidArgument while the evaluation is not complete.
    Result<ScenarioTable> scenarios(const ScenarioAxes &axes) const;
    /// Reckons at once what waits.
    void refresh();

signals:
    /// Another underlying: chain and draft are others.
    void underlyingChanged();
    /// The chain has other expirations or strikes.
    void chainChanged();
    void draftChanged();
    /// evaluation() is another one.
    void evaluated();

private:
    void onContracts(const QStringList &symbols);
    void onDraft(const QString &underlying);
    void showContracts();

    ChainStore &m_chains;
    StrategyDesk &m_desk;
    QString m_underlying;
    std::unique_ptr<ChainView> m_view;
    SmileFitter m_smiles;
    WhatIf m_whatIf;
    StrategyEvaluation m_evaluation;
    QTimer m_soon; ///< after a change of the market
    bool m_active = false;
    bool m_stale = true; ///< something changed while nobody looked
};

} // namespace tapeline
