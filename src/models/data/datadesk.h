#pragma once

#include "capabilities.h"
#include "datachoices.h"
#include "dataport.h"

#include <QDate>
#include <QObject>
#include <QSet>

namespace tapeline {

/// What a download takes where nothing of it is kept yet.
struct DownloadEstimate
{
    qint64 requests = 0;
    qint64 minutes = 0; ///< that the plans' limits make of them; 0: no limit counts

    friend bool operator==(const DownloadEstimate &, const DownloadEstimate &) = default;
};

/// Kept data as views see it: what there is, what is being downloaded, what was chosen about it,
/// and what can be asked for.
class DataDesk : public QObject
{
    Q_OBJECT

public:
    /// The port must outlive it.
    explicit DataDesk(DataPort &port, QObject *parent = nullptr);

    // --- what is kept
    /// Empty until it was told once.
    const std::optional<CacheStatistics> &statistics() const { return m_statistics; }
    void askStatistics() { m_port.askStatistics(); }
    /// What would go: by the statistics, without what clearing finds beyond them.
    CacheStatistics matching(const CacheClearing &what, Timestamp now) const;
    void clear(const CacheClearing &what);
    /// Cleared, and not told yet what came of it.
    bool isClearing() const { return m_clearing > 0; }

    /// Why nothing can be kept, or that it was begun anew: a sentence. Empty: all is well.
    const QString &trouble() const { return m_trouble; }

    // --- downloads
    /// In the order they were given.
    const std::vector<DownloadStatus> &downloads() const { return m_downloads; }
    /// It was given in an earlier run of the program.
    bool isFromBefore(quint64 id) const { return m_fromBefore.contains(id); }
    DownloadEstimate estimate(const DownloadOrder &order) const;
    void start(const DownloadOrder &order);
    void pause(quint64 id) { m_port.pauseDownload(id); }
    void resume(quint64 id) { m_port.resumeDownload(id); }
    void cancel(quint64 id) { m_port.cancelDownload(id); }

    // --- what was chosen
    const DataChoices &choices() const { return m_choices; }
    void setChoices(const DataChoices &choices);

    // --- the plans, and the market's day
    const Capabilities &capabilities() const { return m_capabilities; }
    void setCapabilities(const Capabilities &capabilities);
    /// The wall's until the market's is known.
    QDate today() const;
    void setMarketTime(Timestamp time) { m_marketTime = time; }

public slots:
    void takeStatistics(const tapeline::CacheStatistics &statistics);
    void takeDownloads(const std::vector<tapeline::DownloadStatus> &downloads);
    /// Of a clearing: bytes are what the disk got back.
    void takeCleared(qint64 bytes);
    /// Of a clearing.
    void takeFailure(const QString &sentence);
    /// Of a download.
    void takeRefusal(const QString &sentence);
    void takeTrouble(const QString &sentence);

signals:
    void statisticsChanged();
    void clearingChanged();
    void cleared(qint64 bytes);
    void clearingFailed(const QString &sentence);
    void troubleChanged();
    void downloadsChanged();
    void downloadRefused(const QString &sentence);
    void choicesChanged();
    void capabilitiesChanged();

private:
    void endClearing();

    DataPort &m_port;
    std::optional<CacheStatistics> m_statistics;
    QString m_trouble;
    int m_clearing = 0;
    std::vector<DownloadStatus> m_downloads;
    int m_started = 0; ///< given in this run, and not among the downloads yet
    QSet<quint64> m_known;
    QSet<quint64> m_fromBefore;
    DataChoices m_choices;
    Capabilities m_capabilities;
    Timestamp m_marketTime {};
};

} // namespace tapeline
