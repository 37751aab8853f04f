#include "databinding.h"

#include "commandregistry.h"
#include "datakeeping.h"
#include "datapage.h"
#include "desksession.h"
#include "downloaddialog.h"
#include "mainwindow.h"
#include "marketdispatcher.h"
#include "settings.h"
#include "settingsdialog.h"
#include "watchlistmodel.h"
#include "watchlistpanel.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the panels that are open, by what their titles say.
QList<Watchlist> openWatchlists(const MainWindow &window)
{
    QList<Watchlist> lists;
    for (const Panel *panel : window.panels())
        if (const auto *list = qobject_cast<const WatchlistPanel *>(panel))
            lists.append({ list->fullTitle(), list->model().symbols() });
    return lists;
}

} // namespace

DataBinding::DataBinding(DeskSession &session, MarketDispatcher &dispatcher, Settings &settings,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_desk.setChoices(dataChoicesFromJson(settings.dataSettings()));
    connect(&m_desk, &DataDesk::choicesChanged, &settings,
            [this, &settings] { settings.setDataSettings(toJson(m_desk.choices())); });
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                m_desk.setMarketTime(status.marketTime);
                m_desk.setCapabilities(status.capabilities);
            });
    connectSession();
}

void DataBinding::connectSession()
{
    const DataKeeping *keeping = &m_session.data();
    connect(keeping, &DataKeeping::statisticsKnown, &m_desk, &DataDesk::takeStatistics);
    connect(keeping, &DataKeeping::cleared, &m_desk, &DataDesk::takeCleared);
    connect(keeping, &DataKeeping::clearingFailed, &m_desk, &DataDesk::takeFailure);
    connect(keeping, &DataKeeping::downloadsChanged, &m_desk, &DataDesk::takeDownloads);
    connect(keeping, &DataKeeping::downloadRefused, &m_desk, &DataDesk::takeRefusal);
    connect(keeping, &DataKeeping::troubled, &m_desk, &DataDesk::takeTrouble);
}

void DataBinding::addTo(MainWindow &window)
{
    window.settingsDialog().addPage(new DataPage(window.theme(), m_desk));
    auto *downloads = new DownloadDialog(
        window.theme(), m_desk, [&window] { return openWatchlists(window); }, &window);
    window.commands().add({ u"file.data-download"_s,
                            [] { return tr("Download history…"); },
                            CommandCategory::File,
                            {},
                            u"import"_s,
                            [downloads] { downloads->openDownloads(); } });
    window.commands().add({ u"file.data-kept"_s,
                            [] { return tr("Kept data…"); },
                            CommandCategory::File,
                            {},
                            {},
                            [&window] { window.settingsDialog().openPage(u"data"_s); } });
}

void DataBinding::askStatistics()
{
    m_session.data().askStatistics();
}

void DataBinding::clear(const CacheClearing &what)
{
    m_session.data().clear(what);
}

void DataBinding::startDownload(const DownloadOrder &order)
{
    m_session.data().startDownload(order);
}

void DataBinding::pauseDownload(quint64 id)
{
    m_session.data().pauseDownload(id);
}

void DataBinding::resumeDownload(quint64 id)
{
    m_session.data().resumeDownload(id);
}

void DataBinding::cancelDownload(quint64 id)
{
    m_session.data().cancelDownload(id);
}

void DataBinding::setSources(const DataSettings &settings, const SourceOrder &order)
{
    m_session.data().setSettings(settings, order);
}

qint64 DataBinding::requestsFor(const DownloadOrder &order) const
{
    return DataKeeping::requestsFor(order);
}

} // namespace tapeline
