#pragma once

#include "marketsnapshot.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace tapeline {

/// When a status that changes with every message is shown anew: at once when a state changes,
/// numbers at most four times a second, and on and on while a countdown runs. Not while nobody
/// sees it.
class StatusPace : public QObject
{
    Q_OBJECT

public:
    /// view is what shows the status, and owns the pace.
    explicit StatusPace(QWidget *view);

    void setStatus(const SessionStatus &status);
    const SessionStatus &status() const { return m_status; }

public slots:
    /// Out of turn: when the view appears, and when words or sizes change.
    void showNow();

signals:
    /// The view is to show status().
    void due();

private:
    bool isSeen() const;

    SessionStatus m_status;
    QTimer m_timer;
};

} // namespace tapeline
