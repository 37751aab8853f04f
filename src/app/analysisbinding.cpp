#include "analysisbinding.h"

#include "analysispanel.h"
#include "deskdatabase.h"
#include "desksession.h"
#include "easterntime.h"
#include "marketdispatcher.h"
#include "panelregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcAnalysis, "tapeline.analysis", QtInfoMsg)

namespace {

constexpr auto documentName = "daily"_L1;
constexpr auto dayKey = "day"_L1;
constexpr auto volatilityKey = "volatility"_L1;

} // namespace

QString DeskVolatilityStore::kindOf(const QString &underlying) const
{
    const bool isService = m_session.source() == DataSource::Live;
    return (isService ? u"volatility:"_s : u"simulated-volatility:"_s) + underlying;
}

std::vector<DailyVolatility> DeskVolatilityStore::load(const QString &underlying)
{
    std::vector<DailyVolatility> days;
    const auto documents = m_database.documents(kindOf(underlying));
    if (!documents || documents->isEmpty())
        return days;
    const QJsonArray rows = QJsonDocument::fromJson(documents->constFirst().body).array();
    for (const QJsonValue &row : rows) {
        const QDate day = QDate::fromString(row[dayKey].toString(), Qt::ISODate);
        const double volatility = row[volatilityKey].toDouble();
        if (day.isValid() && volatility > 0 && (days.empty() || days.back().day < day))
            days.push_back({ day, volatility });
    }
    return days;
}

void DeskVolatilityStore::save(const QString &underlying, const std::vector<DailyVolatility> &days)
{
    QJsonArray rows;
    for (const DailyVolatility &day : days)
        rows.append(QJsonObject { { dayKey, day.day.toString(Qt::ISODate) },
                                  { volatilityKey, day.volatility } });
    const DeskDocument document { documentName,
                                  QJsonDocument(rows).toJson(QJsonDocument::Compact) };
    if (const auto saved = m_database.replaceAll(kindOf(underlying), { document }); !saved)
        qCWarning(lcAnalysis) << "volatilities were not kept:" << saved.error().detail;
}

AnalysisDesk::AnalysisDesk(DeskSession &session, MarketDispatcher &dispatcher, ChainStore &chains,
                           DeskDatabase &database)
    : m_session(session)
    , m_dispatcher(dispatcher)
    , m_chains(chains)
    , m_store(database, session)
    , m_history(m_store)
    , m_search(session, dispatcher, m_history)
{
    connect(&dispatcher, &MarketDispatcher::statusChanged, this, [this] {
        const int source = int(m_session.source());
        if (std::exchange(m_source, source) == source)
            return;
        m_search.stop();
        m_history.reload();
    });
}

void AnalysisDesk::registerPanel(PanelRegistry &panels)
{
    panels.add({ u"analysis"_s, [] { return AnalysisPanel::tr("Chain analysis"); }, u"heatmap"_s,
                 [this](const PanelContext &context) -> Panel * {
                     auto *panel = new AnalysisPanel(context, m_chains, m_history);
                     new AnalysisBinding(*panel, m_session, m_dispatcher, m_search);
                     return panel;
                 } });
}

AnalysisBinding::AnalysisBinding(AnalysisPanel &panel, DeskSession &session,
                                 MarketDispatcher &dispatcher, VolatilitySearch &search)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
    , m_dispatcher(dispatcher)
    , m_search(search)
{
    connect(&panel, &AnalysisPanel::daysWanted, this, &AnalysisBinding::open);
    connect(&dispatcher, &MarketDispatcher::chartChanged, this, &AnalysisBinding::take);
    connect(&panel.analysis(), &ChainAnalysis::changed, this, &AnalysisBinding::lookBack);
}

AnalysisBinding::~AnalysisBinding()
{
    close();
}

void AnalysisBinding::open(const QString &underlying)
{
    close();
    if (const auto day = Timeframe::parse(u"1D"_s); day && !underlying.isEmpty())
        m_chart = m_session.openChart(underlying, *day);
}

void AnalysisBinding::close()
{
    m_days.clear();
    m_areDaysHere = false;
    if (m_chart != 0)
        m_session.closeChart(std::exchange(m_chart, 0));
}

void AnalysisBinding::take(const ChartUpdate &update)
{
    if (m_chart == 0 || update.chart != m_chart)
        return;
    if (update.reset)
        m_days.clear();
    for (const Candle &bar : update.bars)
        if (bar.hasPrices)
            m_days[bar.start] = bar;
    std::vector<DayPrices> days;
    for (const auto &[start, bar] : m_days)
        days.push_back(
            { bar.open.toDouble(), bar.high.toDouble(), bar.low.toDouble(), bar.close.toDouble() });
    m_areDaysHere = update.history != ChartUpdate::History::Loading;
    m_panel.setDays(days);
}

/// Once all is known that the search goes by.
void AnalysisBinding::lookBack()
{
    const ChainAnalysis &analysis = m_panel.analysis();
    const ChainBook *book = analysis.book();
    const ExpiryAnalysis *month = analysis.nearestToMonth();
    const ExpiryAssumptions *assumed = month && book ? book->assumptions(month->expiry) : nullptr;
    const Capabilities &plan = m_dispatcher.status().capabilities;
    const bool isScarce = plan.requestsPerMinute(Product::Options) > 0;
    if (!assumed || !m_areDaysHere || analysis.isBusy() || isScarce
        || book->state() != ChainState::Here)
        return;
    DailyCloses closes;
    for (const auto &[start, bar] : m_days)
        closes[easterntime::date(start)] = bar.close.toDouble();
    closes.erase(easterntime::date(book->asOf())); // not over yet
    m_search.begin(m_panel.underlying(), closes, { assumed->rate, assumed->yield });
}

} // namespace tapeline
