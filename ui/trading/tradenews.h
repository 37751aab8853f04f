#pragma once

#include "alertsound.h"

#include <QFrame>
#include <QSystemTrayIcon>
#include <QTimer>

#include <deque>

class QVBoxLayout;

namespace tapeline {

class Theme;
class TradeDesk;
struct TradeNews;

/// What tells of something while another program is in front.
class DesktopNotifier
{
public:
    virtual ~DesktopNotifier() = default;
    virtual void notify(const QString &title, const QString &text) = 0;
};

/// The system's own notifications, where it has a tray for their icon.
class SystemNotifier : public DesktopNotifier
{
public:
    explicit SystemNotifier(const QIcon &icon);
    void notify(const QString &title, const QString &text) override;

private:
    QSystemTrayIcon m_icon;
};

/// Says what has become of orders, in the corner of the window: fills, triggered stops, refusals
/// with their numbers. Each note goes after a while; a sound and the desktop tell of it as well,
/// as the trader wants it.
class TradeNewsStack : public QFrame
{
    Q_OBJECT

public:
    static constexpr int mostNotes = 4;

    struct Parts
    {
        const Theme &theme;
        TradeDesk &desk;
        AlertSound &sound;
        DesktopNotifier &notifier;
    };

    /// Lies over the window; all parts must outlive it.
    TradeNewsStack(const Parts &parts, QWidget *window);

    /// Newest last.
    QStringList texts() const;
    /// Something to think of, of no order: shown, and told by the desktop as fills are.
    void remind(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell(const TradeNews &news);
    void add(const QString &text, bool isBad);
    void removeOldest();
    void place();

    const Parts m_parts;
    QVBoxLayout *m_column;
    std::deque<QWidget *> m_notes;
    QTimer m_ageing;
    RateLimit m_soundLimit;
};

} // namespace tapeline
