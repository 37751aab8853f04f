#pragma once

#include "panel.h"
#include "strategydesk.h"

#include <QPointer>

class QLabel;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace tapeline {

class CandidatesView;
class ChainStore;
class PayoffPlot;
class ScenarioSheet;
class StrategyBuilder;
class StrategyFigures;
class StrategyLegsView;
class StrategyOrderBar;
class TradeDesk;
class WhatIfBar;
struct StrategyForm;

/// The strategy builder: legs, what they come to, and the order for all of them. It shows the draft
/// of its symbol's underlying in the StrategyDesk.
class StrategyPanel : public Panel
{
    Q_OBJECT

public:
    /// All must outlive the panel.
    StrategyPanel(const PanelContext &context, ChainStore &chains, TradeDesk &trading,
                  StrategyDesk &strategies, QWidget *parent = nullptr);
    ~StrategyPanel() override;

    StrategyBuilder &builder() const { return *m_builder; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

public slots:
    /// Fills in a template; says in words what was chosen, or why nothing was.
    void fill(const tapeline::StrategyForm &form);
    /// One more contract, or 100 shares, of the underlying that is shown.
    void addLeg(const QString &symbol, tapeline::Side side);
    /// Replaces what is shown: a position, an adjustment.
    void load(const tapeline::StrategyDraft &draft);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void make();
    QWidget *makeBar();
    QWidget *makePayoff();
    void connectParts();
    void fillTemplates();
    void fillExpiries();
    void showEvaluation();
    void showReading();
    void showState();
    void say(const QStringList &lines);
    void restyle();

    StrategyDesk &m_desk;
    StrategyBuilder *m_builder;
    QToolButton *m_templates;
    QToolButton *m_expiry; ///< which expiration templates take
    QLabel *m_name;
    QLabel *m_words; ///< what a template picked
    QToolButton *m_reverse;
    QToolButton *m_clear;
    StrategyLegsView *m_legs;
    QTabWidget *m_tabs;
    QSplitter *m_split = nullptr; ///< plot and figures
    QLabel *m_key; ///< of the plot's lines, and what is read
    PayoffPlot *m_plot;
    WhatIfBar *m_whatIf;
    StrategyFigures *m_figures;
    ScenarioSheet *m_scenarios;
    CandidatesView *m_candidates;
    StrategyOrderBar *m_order;
    std::optional<QDate> m_wantedDay; ///< nothing: the usual one
    QJsonObject m_restored; ///< a draft that waits for its symbol
};

} // namespace tapeline
