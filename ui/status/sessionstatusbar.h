#pragma once

#include "marketsnapshot.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace tapeline {

class BadgeLabel;
class Theme;

/// The line at the bottom: stream, rate, requests, badge, market hours, time, speed. Numbers are
/// shown at most four times a second, however often they come.
class SessionStatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit SessionStatusBar(const Theme &theme, QWidget *parent = nullptr);

    void setStatus(const SessionStatus &status);
    const SessionStatus &status() const { return m_status; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addField(const QString &name, bool strong = false);
    void restyle();
    void refresh();
    void showStream();
    void showTraffic();
    void showMarket();

    const Theme &m_theme;
    SessionStatus m_status;
    QTimer m_timer;
    QLabel *m_dot;
    QLabel *m_stream;
    QLabel *m_rate;
    QLabel *m_rest;
    BadgeLabel *m_badge;
    QLabel *m_session = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_speed = nullptr;
};

} // namespace tapeline
