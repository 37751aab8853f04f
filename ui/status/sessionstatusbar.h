#pragma once

#include "statuspace.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tapeline {

class BadgeLabel;
class Theme;

/// The line at the bottom: stream, rate, requests, badge, market hours, time, speed. Numbers are
/// shown at most four times a second, however often they come. Where the room is small the less
/// urgent fields go.
class SessionStatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit SessionStatusBar(const Theme &theme, QWidget *parent = nullptr);

    void setStatus(const SessionStatus &status) { m_pace.setStatus(status); }
    const SessionStatus &status() const { return m_pace.status(); }

    /// Small: the line never keeps the window from being made smaller.
    QSize minimumSizeHint() const override;

signals:
    /// The field of the stream was pressed: more about the connection is wanted.
    void connectionRequested();
    /// The field of the requests was pressed: what waits is wanted.
    void requestsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QLabel *addField(const QString &name, bool strong = false);
    QToolButton *addButton(const QString &name);
    void restyle();
    void refresh();
    void showStream();
    void showTraffic();
    void showMarket();
    void fit();

    const Theme &m_theme;
    StatusPace m_pace;
    QToolButton *m_stream;
    QLabel *m_rate;
    QToolButton *m_rest;
    BadgeLabel *m_badge;
    QLabel *m_session = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_speed = nullptr;
};

} // namespace tapeline
