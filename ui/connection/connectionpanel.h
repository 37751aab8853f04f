#pragma once

#include "marketsnapshot.h"
#include "panel.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace tapeline {

class ConnectionLogModel;
class ConnectionSummary;
class RequestQueueModel;
class RequestsView;

/// What is connected, the history of the connection, and the requests that wait.
class ConnectionPanel : public Panel
{
    Q_OBJECT

public:
    enum class Page { Overview, Requests };

    /// The models must outlive the panel.
    ConnectionPanel(const PanelContext &context, ConnectionLogModel &model,
                    RequestQueueModel &requests, QWidget *parent = nullptr);

    void showPage(Page page);
    void setStatus(const SessionStatus &status);

signals:
    void diagnosticsRequested();
    void settingsRequested();

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    QWidget *makeOverview();
    void nameTabs();
    void restyle();
    void fitColumns();
    void showReason();

    ConnectionLogModel &m_model;
    RequestQueueModel &m_requests;
    ConnectionSummary *m_summary;
    QPushButton *m_copy;
    QPushButton *m_open;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QLabel *m_reason;
    RequestsView *m_queue;
};

} // namespace tapeline
