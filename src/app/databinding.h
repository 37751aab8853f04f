#pragma once

#include "datadesk.h"

namespace tapeline {

class DeskSession;
class DownloadDialog;
class MainWindow;
class MarketDispatcher;
class Settings;

/// Connects kept data and downloads with the engine: wishes go to the session, what comes of them
/// comes back; what was chosen is kept in the settings. Owns the data desk of the window.
class DataBinding : public QObject, private DataPort
{
    Q_OBJECT

public:
    /// All must outlive it.
    DataBinding(DeskSession &session, MarketDispatcher &dispatcher, Settings &settings,
                QObject *parent = nullptr);

    DataDesk &desk() { return m_desk; }
    /// Its page in the settings, the window of downloads, and the commands that open them.
    void addTo(MainWindow &window);

private:
    void askStatistics() override;
    void clear(const CacheClearing &what) override;
    void startDownload(const DownloadOrder &order) override;
    void pauseDownload(quint64 id) override;
    void resumeDownload(quint64 id) override;
    void cancelDownload(quint64 id) override;
    void setSources(const DataSettings &settings, const SourceOrder &order) override;
    qint64 requestsFor(const DownloadOrder &order) const override;
    void connectSession();

    DeskSession &m_session;
    DataDesk m_desk { *this };
};

} // namespace tapeline
