#pragma once

#include "alertsmodel.h"
#include "panel.h"

class QLineEdit;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace tapeline {

class TradeTable;

/// The alerts of the desk and what has fired, with all that is done about them.
class AlertsPanel : public Panel
{
    Q_OBJECT

public:
    /// The book must outlive the panel.
    AlertsPanel(const PanelContext &context, AlertBook &book, QWidget *parent = nullptr);

    TradeTable *table() const { return m_table; }
    TradeTable *logTable() const { return m_logTable; }
    void setDrawingNames(const alerttext::DrawingName &names);
    QString symbolAtHand() const override;

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    /// A chart is to show the bar in which it fired.
    void showRequested(const tapeline::AlertFiring &firing);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *addButton(const QString &name, bool isCheckable);
    void makeBar();
    void connectTables();
    void showTab(int tab);
    void showChoice();
    void showTrouble();
    void restyle();
    const ChartAlert *chosen() const;
    void makeNew();
    void edit();
    void pauseOrResume();
    void openChosenFiring(const QModelIndex &source);
    void openMenu(const QModelIndex &source, const QPoint &globalPosition);
    void openLogMenu(const QModelIndex &source, const QPoint &globalPosition);
    void addSettings(QMenu *menu);
    void complain(const QString &why);

    AlertBook &m_book;
    AlertsModel *m_model;
    AlertLogModel *m_log;
    alerttext::DrawingName m_drawings;
    QWidget *m_bar;
    QLineEdit *m_words;
    QStackedWidget *m_pages;
    TradeTable *m_table;
    TradeTable *m_logTable;
    QLabel *m_why; ///< why the chosen alert is not watched
    QLabel *m_complaint;
    QToolButton *m_list = nullptr;
    QToolButton *m_firings = nullptr;
    QToolButton *m_new = nullptr;
    QToolButton *m_edit = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_delete = nullptr;
    QToolButton *m_show = nullptr;
    QToolButton *m_clear = nullptr;
    QToolButton *m_settings = nullptr;
};

} // namespace tapeline
