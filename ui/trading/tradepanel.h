#pragma once

#include "panel.h"
#include "tradetabledelegate.h"

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace tapeline {

class ReceiptView;
class SourceStrip;
class TradeDesk;
class TradeTable;
class TradeTableModel;

/// A table of trading in a panel: above it a field that filters and buttons that act on the chosen
/// row, below it what was wrong. It says which market the account trades on.
class TradePanel : public Panel
{
    Q_OBJECT

public:
    /// The desk must outlive the panel, which owns the model.
    TradePanel(const PanelContext &context, TradeDesk &desk, TradeTableModel *model,
               QWidget *parent = nullptr);

    TradeTable *table() const { return m_table; }
    /// Of the chosen row: the panel's own is not shown.
    QString symbolAtHand() const override;

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    TradeDesk &desk() const { return m_desk; }
    /// Between the filter and the right edge: acts on the chosen row, and is off without one.
    QToolButton *addAction(const QString &name, std::function<void()> act);
    /// A button at the left of the bar.
    QToolButton *addChoice(const QString &name);
    /// A widget between the bar and the table.
    void addAbove(QWidget *widget);
    void complain(const QString &why);
    void openReceipt(const QString &order);
    /// Those that every panel has behind its own.
    void addCommonActions(QMenu *menu, const QString &symbol);
    virtual void fillMenu(QMenu *menu, const QModelIndex &source) = 0;
    virtual void retranslateButtons() = 0;
    /// The chosen row is another one, or different now.
    virtual void showChoice();

    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeBar();
    void fitBar();
    void restyle();
    void showSource();
    void showLink();
    void openMenu(const QModelIndex &source, const QPoint &globalPosition);

    TradeDesk &m_desk;
    SourceStrip *m_strip;
    QWidget *m_bar;
    QHBoxLayout *m_row;
    QVBoxLayout *m_column;
    QLineEdit *m_words;
    QToolButton *m_linked;
    TradeTable *m_table;
    QLabel *m_complaint;
    ReceiptView *m_receipt = nullptr; ///< until one was opened
    QList<QToolButton *> m_choices;
    QList<QToolButton *> m_actions;
};

} // namespace tapeline
