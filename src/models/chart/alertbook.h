#pragma once

#include "chartalert.h"
#include "documentstore.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>

namespace tapeline {

/// How alerts call for attention.
struct AlertSettings
{
    bool sounds = true; ///< those that have one
    bool notifications = true; ///< by the system, while another program is in front

    friend bool operator==(const AlertSettings &, const AlertSettings &) = default;
};

/// All alerts of a desk and what has become of them, kept in its documents: one an alert (kind
/// "alert"), one a firing (kind "alert-log"), each put as it happens. What cannot be kept is said
/// by troubleChanged(), tried again with the next change, and goes on in memory.
class AlertBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostActive = 100;
    static constexpr std::size_t mostFirings = 500;

    /// How an alert is watched. Not kept.
    struct Watching
    {
        bool isWatched = false; ///< its prices come in, and are fresh
        QString why; ///< a sentence, where it is not

        friend bool operator==(const Watching &, const Watching &) = default;
    };

    /// store must outlive the book. Loads what it has; documents that are damaged are left out.
    explicit AlertBook(DocumentStore &store, QObject *parent = nullptr);

    /// In the order they were made.
    const std::vector<ChartAlert> &alerts() const { return m_alerts; }
    /// Null when there is none of that id.
    const ChartAlert *find(const QString &id) const;
    int activeCount() const;
    /// Oldest first.
    const std::deque<AlertFiring> &log() const { return m_log; }
    /// How many documents could not be read.
    int damaged() const { return m_damaged; }
    /// Empty while everything is kept.
    const QString &trouble() const { return m_trouble; }
    /// Market time, which stamps what is made from now on.
    void setMarket(DataSource source, Timestamp now);
    DataSource source() const { return m_source; }
    Timestamp now() const { return m_now; }

    /// Gives it an id, its market and its time, and makes it active. The id; InvalidArgument, in a
    /// sentence for people, where it is no alert or there are too many.
    Result<QString> add(ChartAlert alert);
    /// Makes the one of that id what this says and active, as if it were new but for id and
    /// creation. As add(), and NotFound.
    Result<void> change(ChartAlert alert);
    /// A level, all else the same; for a line that was dragged. As change().
    Result<void> moveTo(const QString &id, double level);
    /// Paused, or active again, also after it fired or expired. As change().
    Result<void> setActive(const QString &id, bool active);
    /// Nothing where there is none.
    void remove(const QString &id);
    /// Writes it to the log with its number, and ends what was to fire once. Nothing where the
    /// alert is not active any more.
    void fire(AlertFiring firing);
    /// Ends alerts of the market that is open whose time is over.
    void expire();
    void clearLog();
    const AlertSettings &settings() const { return m_settings; }
    void setSettings(const AlertSettings &settings);
    Watching watching(const QString &id) const { return m_watching.value(id); }
    void setWatching(const QString &id, const Watching &watching);

signals:
    /// Alerts were added, removed or changed.
    void changed();
    void logChanged();
    void fired(const tapeline::AlertFiring &firing);
    void watchingChanged(const QString &id);
    void troubleChanged(const QString &trouble);
    void settingsChanged();

private:
    void load();
    void loadLog();
    void loadSettings();
    ChartAlert *own(const QString &id);
    Result<void> checkRoom(const QString &except) const;
    void activate(ChartAlert &alert) const;
    void save(const ChartAlert &alert);
    void note(const Result<void> &saved, const QString &document);
    void retryUnsaved();
    QString freshId() const;

    DocumentStore &m_store;
    std::vector<ChartAlert> m_alerts;
    std::deque<AlertFiring> m_log;
    QHash<QString, Watching> m_watching;
    QSet<QString> m_unsaved; ///< ids of alerts whose document is not as they are, or is to go
    AlertSettings m_settings;
    QString m_trouble;
    DataSource m_source = DataSource::Simulated;
    Timestamp m_now {};
    qint64 m_highestId = 0; ///< of documents, also those that are no alerts
    bool m_areAlertsRead = false;
    bool m_isLogRead = false;
    quint64 m_nextNumber = 1;
    int m_damaged = 0;
};

} // namespace tapeline
