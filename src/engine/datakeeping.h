#pragma once

#include "cachecare.h"
#include "datasettings.h"
#include "sourceorder.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace tapeline {

class BarStore;
class MarketLoop;

/// What a person does with kept data, as the window sees it: how much there is, forgetting some of
/// it, and downloads. All calls on the thread it lives on; none blocks on the disk.
class DataKeeping : public QObject
{
    Q_OBJECT

public:
    DataKeeping(BarStore &store, MarketLoop &loop, QObject *parent = nullptr);

    /// Where cache.db is; nothing is kept without one.
    void setFile(const QString &path);
    void setSettings(const DataSettings &settings, const SourceOrder &order = {});
    const DataSettings &settings() const { return m_settings; }

    /// Answered by statisticsKnown().
    void askStatistics();
    /// Answered by cleared().
    void clear(const CacheClearing &clearing);

    /// The requests that the desk's source takes for it when nothing is kept yet.
    static qint64 requestsFor(const DownloadOrder &order);
    /// Told of by downloadsChanged(), or downloadRefused().
    void startDownload(const DownloadOrder &order);
    void pauseDownload(quint64 id);
    void resumeDownload(quint64 id);
    void cancelDownload(quint64 id);

signals:
    void statisticsKnown(const tapeline::CacheStatistics &statistics);
    void cleared(qint64 bytes);
    /// All of the source that is open, in the order they were given.
    void downloadsChanged(const std::vector<tapeline::DownloadStatus> &downloads);
    // Why something could not be done: a plain sentence
    void clearingFailed(const QString &reason);
    void downloadRefused(const QString &reason);
    /// The cache cannot be used, or was damaged and begun anew.
    void troubled(const QString &reason);
    void settingsChanged();

private:
    void openStore();
    void onOpened(const QString &problem);
    void trim();

    BarStore &m_store;
    MarketLoop &m_loop;
    QString m_path;
    DataSettings m_settings;
    SourceOrder m_order;
    QTimer m_trimTimer { this };
};

} // namespace tapeline
