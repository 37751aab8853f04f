#pragma once

#include "alertbook.h"
#include "alertsound.h"
#include "alerttext.h"

namespace tapeline {

class DesktopNotifier;
class NoticeBar;
class Theme;

/// Says what fired: in a strip of the window with a button that shows it, by a sound, and by the
/// system while another program is in front.
class AlertNews : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        AlertBook &book;
        AlertSound &sound;
        DesktopNotifier &notifier;
    };

    /// All parts must outlive it; it lives as long as the window.
    AlertNews(const Parts &parts, QWidget *window);

    /// To be put into the window.
    NoticeBar *bar() const { return m_bar; }
    void setDrawingNames(alerttext::DrawingName names) { m_drawings = std::move(names); }

signals:
    void showRequested(const tapeline::AlertFiring &firing);

private:
    void tell(const AlertFiring &firing);
    void tellTrouble(const QString &trouble);

    const Parts m_parts;
    QWidget *m_window;
    NoticeBar *m_bar;
    alerttext::DrawingName m_drawings;
    std::optional<AlertFiring> m_shown;
    int m_unread = 0; ///< since the strip was sent away
    RateLimit m_soundLimit;
};

} // namespace tapeline
