#pragma once

#include "marketsnapshot.h"
#include "panel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace tapeline {

class ConnectionLogModel;
class ConnectionSummary;

/// What is connected, and the history of the connection.
class ConnectionPanel : public Panel
{
    Q_OBJECT

public:
    /// model must outlive the panel.
    ConnectionPanel(const PanelContext &context, ConnectionLogModel &model,
                    QWidget *parent = nullptr);

    void setStatus(const SessionStatus &status);

signals:
    void diagnosticsRequested();
    void settingsRequested();

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    void restyle();
    void fitColumns();
    void showReason();

    ConnectionLogModel &m_model;
    ConnectionSummary *m_summary;
    QPushButton *m_copy;
    QPushButton *m_open;
    QTableView *m_table;
    QLabel *m_reason;
};

} // namespace tapeline
