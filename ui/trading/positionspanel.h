#pragma once

#include "qty.h"
#include "tradepanel.h"

class QPushButton;

namespace tapeline {

class OptionDesk;
class ProtectionBar;

/// The positions of the account that is traded on, and which of them have no stop. A position is
/// closed, halved, reversed or taken to break-even from its row; of options what belongs together
/// is closed, rolled and adjusted, and a long one exercised or let expire.
class PositionsPanel : public TradePanel
{
    Q_OBJECT

public:
    /// The desk must outlive the panel.
    PositionsPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent = nullptr);
    ~PositionsPanel() override;

    ProtectionBar *protection() const { return m_protection; }
    /// What can be done with positions in options, too; it must outlive the panel.
    void setOptionDesk(OptionDesk &options) { m_options = &options; }

protected:
    void fillMenu(QMenu *menu, const QModelIndex &source) override;
    void retranslateButtons() override;

private:
    QString chosen() const;
    void followPositions();
    void addOptionActions(QMenu *menu, const QString &symbol);
    void addExerciseActions(QMenu *menu, const QString &symbol);
    void makeQuestion();
    void exerciseOrAsk(const QString &symbol, Qty contracts);
    void showQuestion();
    void dismissQuestion();

    ProtectionBar *m_protection;
    QToolButton *m_close;
    QToolButton *m_half;
    QToolButton *m_reverse;
    QToolButton *m_even;
    QWidget *m_question;
    QLabel *m_questionText;
    QPushButton *m_yes;
    QPushButton *m_no;
    QString m_exercised; ///< that is asked about; empty: none
    Qty m_contracts; ///< of it
    OptionDesk *m_options = nullptr; ///< null: no actions for options
    QStringList m_followed; ///< the market of positions, for break-even, and of what options are on
};

} // namespace tapeline
