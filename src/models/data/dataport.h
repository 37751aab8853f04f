#pragma once

#include "cachecare.h"
#include "datasettings.h"
#include "sourceorder.h"

namespace tapeline {

/// Where wishes about kept data go to. What comes of them is told to the DataDesk.
class DataPort
{
public:
    virtual ~DataPort() = default;

    virtual void askStatistics() = 0;
    virtual void clear(const CacheClearing &what) = 0;
    virtual void startDownload(const DownloadOrder &order) = 0;
    virtual void pauseDownload(quint64 id) = 0;
    virtual void resumeDownload(quint64 id) = 0;
    /// What has come so far stays kept.
    virtual void cancelDownload(quint64 id) = 0;
    virtual void setSources(const DataSettings &settings, const SourceOrder &order) = 0;
    /// How many requests the order takes where nothing of it is kept yet. Answered at once.
    virtual qint64 requestsFor(const DownloadOrder &order) const = 0;
};

} // namespace tapeline
