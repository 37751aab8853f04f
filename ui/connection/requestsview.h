#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QTableView;

namespace tapeline {

class RequestQueueModel;
class Theme;

/// How much of the plan's minute is spent, what waits for the rest of it, and what was asked since
/// the program started.
class RequestsView : public QWidget
{
    Q_OBJECT

public:
    /// model must outlive the view.
    RequestsView(const Theme &theme, RequestQueueModel &model, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void restyle();
    void fitColumns();
    void refresh();
    void showBudget();
    void showUsage();
    void countDown();

    const Theme &m_theme;
    RequestQueueModel &m_model;
    QLabel *m_used;
    QProgressBar *m_bar;
    QLabel *m_next;
    QTableView *m_table;
    QLabel *m_nothing;
    QLabel *m_usage;
    QTimer m_clock;
};

} // namespace tapeline
