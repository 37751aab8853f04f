#pragma once

#include "barhistory.h"
#include "cachecare.h"
#include "retrywait.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <vector>

namespace tapeline {

class MarketContext;

/// History that is fetched before anybody looks at it: asked for portion by portion, newest first,
/// after everything that somebody waits for, several symbols at once where the plan has no limit.
/// It goes on where it was after the program was closed: what is kept is not asked for again.
/// Lives on the market thread.
class BulkDownload : public QObject
{
    Q_OBJECT

public:
    BulkDownload(MarketContext &context, BarHistory &history, QObject *parent = nullptr);

    /// Null: there is nowhere to keep anything.
    void setStore(BarStore *store) { m_store = store; }
    /// Another source: the downloads of the one before wait until it comes back.
    void reset();
    /// The market's time is known: what was under way goes on.
    void onTimeKnown();
    void start(const DownloadOrder &order);
    void pause(quint64 id);
    void resume(quint64 id);
    /// What has come so far stays in the cache.
    void cancel(quint64 id);
    /// A few times a second.
    void tick();

    /// Of the source that is open, in the order they were given.
    std::vector<DownloadStatus> statuses() const;

signals:
    void changed();
    /// Why an order was not taken: a plain sentence.
    void refused(const QString &reason);

private:
    /// One symbol's share: its range in portions.
    struct Share
    {
        QString symbol;
        std::vector<BarQuery> portions; ///< newest last: taken from the end
        std::size_t all = 0;
        quint64 wish = 0;
        RetryWait retry;
        bool refused = false; ///< what is left of it cannot be had

        bool isOver() const { return refused || portions.empty(); }
    };
    struct Download
    {
        DownloadStatus status;
        std::vector<Share> shares;
    };

    void take(const DownloadStatus &status);
    std::vector<Share> sharesOf(const DownloadOrder &order) const;
    Download *find(quint64 id);
    std::size_t atOnce() const;
    void pump();
    void ask(Download &download, Share &share);
    void onPortion(quint64 id, const QString &symbol, const BarHistory::Outcome &outcome);
    void stop(Download &download);
    void onNotKept(const QString &reason);
    void measure(Download &download);
    void note(const Download &download);

    MarketContext &m_context;
    BarHistory &m_history;
    BarStore *m_store = nullptr;
    QString m_origin;
    std::map<quint64, Download> m_downloads;
};

} // namespace tapeline
