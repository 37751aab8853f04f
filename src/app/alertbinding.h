#pragma once

#include "alertbook.h"
#include "alertinputs.h"
#include "capabilities.h"
#include "marketcalendar.h"
#include "marketsnapshot.h"

#include <QPointer>

#include <map>

namespace tapeline {

class AlertSound;
class AlertWatch;
class DesktopNotifier;
class DeskSession;
class MainWindow;
class MarketDispatcher;
class PanelRegistry;

/// Has the alerts of a desk watched while it runs, whatever its panels show: opens a chart of its
/// own for each symbol and timeframe with active alerts, takes what fires into the book, and says
/// of those that cannot be watched why.
class AlertBinding : public QObject
{
    Q_OBJECT

public:
    /// All of it must outlive the binding.
    struct Parts
    {
        DeskSession &session;
        MarketDispatcher &dispatcher;
        DocumentStore &documents;
        const MarketCalendar &calendar;
    };

    explicit AlertBinding(const Parts &parts);
    ~AlertBinding() override;

    AlertBook &book() { return m_book; }
    /// Where the drawings are that alerts name.
    void setDrawings(FindDrawing find);
    /// Drawings were changed or deleted.
    void followDrawings() { watchAll(); }
    void registerPanel(PanelRegistry &panels);
    /// What fires is told in the window from now on. All of it must outlive the window.
    void addTo(MainWindow &window, AlertSound &sound, DesktopNotifier &notifier);
    /// Charts that are open for alerts.
    qsizetype chartCount() const { return qsizetype(m_feeds.size()); }

private:
    using Subject = std::pair<QString, Timeframe>;
    struct Feed
    {
        quint64 chart = 0;
        AlertWatch *watch = nullptr; ///< a child
        int earlierPages = 0; ///< asked for, for indicators and drawings that need them
        bool isAsking = false; ///< and nothing has come since
    };

    void show(const AlertFiring &firing);
    void watchAll();
    void open(const Subject &subject);
    void takeStatus(const SessionStatus &status);
    void take(const ChartUpdate &update);
    void loadEarlier(Feed &feed);
    void fire(const AlertWatch &watch, AlertFiring firing);
    void tellAll();
    bool isLive(const AlertWatch &watch, const DataBadge &badge) const;
    Duration delayOf(const AlertWatch &watch, const DataBadge &badge) const;
    QString whyNot(const ChartAlert &alert) const;
    QString whyNotYet(const Feed &feed, const ChartAlert &alert) const;

    DeskSession &m_session;
    const MarketCalendar &m_calendar;
    AlertBook m_book;
    SessionStatus m_status;
    bool m_hasStatus = false;
    FindDrawing m_findDrawing;
    MainWindow *m_window = nullptr;
    std::map<Subject, Feed> m_feeds;
};

} // namespace tapeline
