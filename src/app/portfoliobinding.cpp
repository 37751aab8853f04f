#include "portfoliobinding.h"

#include "beta.h"
#include "desksession.h"
#include "marketdispatcher.h"
#include "optioncommands.h"
#include "optionsbinding.h"
#include "panelregistry.h"
#include "portfoliodesk.h"
#include "portfoliogreekspanel.h"
#include "tradedesk.h"
#include "tradenews.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A year of returns.
constexpr std::size_t wantedBars = 253;

} // namespace

PortfolioBinding::PortfolioBinding(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_options(parts.trading, parts.options.chains(), parts.options.strategies())
    , m_reminders(parts.trading)
{
    connect(&parts.dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                m_reminders.setNow(status.marketTime);
                if (m_desk)
                    m_desk->setNow(status.marketTime);
            });
    connect(&parts.dispatcher, &MarketDispatcher::chartChanged, this, &PortfolioBinding::takeBars);
    connect(&parts.trading, &TradeDesk::sourceChanged, this, [this] {
        dropBars();
        if (m_desk)
            m_desk->forgetBetas();
        wantBetas();
    });
}

PortfolioBinding::~PortfolioBinding()
{
    dropBars();
}

void PortfolioBinding::registerPanels(PanelRegistry &panels)
{
    panels.add({ u"portfolio-greeks"_s, [] { return PortfolioGreeksPanel::tr("Portfolio Greeks"); },
                 u"positions"_s,
                 [this](const PanelContext &context) { return makePanel(context); } });
}

/// Chains stay open as long as one is there.
Panel *PortfolioBinding::makePanel(const PanelContext &context)
{
    auto *panel = new PortfolioGreeksPanel(context, desk());
    ++m_panels;
    connect(panel, &QObject::destroyed, this, [this] {
        if (--m_panels == 0)
            m_desk.reset();
    });
    return panel;
}

void PortfolioBinding::addCommands(CommandRegistry &commands)
{
    addOptionCommands(commands, m_options);
}

void PortfolioBinding::tellIn(TradeNewsStack &news)
{
    connect(&m_options, &OptionDesk::said, &news, &TradeNewsStack::remind);
    connect(&m_reminders, &OptionReminders::reminded, &news, &TradeNewsStack::remind);
}

PortfolioDesk &PortfolioBinding::desk()
{
    if (!m_desk) {
        m_desk = std::make_unique<PortfolioDesk>(m_parts.trading, m_parts.options.chains());
        connect(m_desk.get(), &PortfolioDesk::betasWanted, this, &PortfolioBinding::wantBetas);
        m_desk->setNow(m_parts.dispatcher.status().marketTime);
        wantBetas();
    }
    return *m_desk;
}

void PortfolioBinding::wantBetas()
{
    if (!m_desk)
        return;
    for (const QString &symbol : m_desk->betaSymbols()) {
        if (m_histories.contains(symbol))
            fit(symbol);
        else
            m_histories[symbol].chart
                = m_parts.session.openChart(symbol, Timeframe(1, TimeUnit::Day));
    }
}

void PortfolioBinding::takeBars(const ChartUpdate &update)
{
    const auto found = std::ranges::find_if(m_histories, [&update](const auto &own) {
        return own.second.chart != 0 && own.second.chart == update.chart;
    });
    if (found == m_histories.end())
        return;
    History &history = found->second;
    if (update.reset)
        history.bars.clear();
    for (const Candle &bar : update.bars) {
        const auto place = std::ranges::lower_bound(history.bars, bar.start, {}, &Candle::start);
        if (place != history.bars.end() && place->start == bar.start)
            *place = bar;
        else
            history.bars.insert(place, bar);
    }
    using enum ChartUpdate::History;
    const bool isEnough = history.bars.size() >= wantedBars && update.history != Loading;
    if (isEnough || update.history == Complete || update.history == Failed) {
        m_parts.session.closeChart(std::exchange(history.chart, 0));
        wantBetas();
    } else if (update.history == Partial) {
        m_parts.session.loadEarlier(history.chart);
    }
}

/// Once both it and the index are there.
void PortfolioBinding::fit(const QString &symbol)
{
    const History &own = m_histories[symbol];
    const History &index = m_histories[m_desk->index()];
    if (own.chart != 0 || index.chart != 0)
        return;
    if (const std::optional<BetaFit> fitted = fitBeta(own.bars, index.bars))
        m_desk->setBeta(symbol, { .value = fitted->beta, .days = fitted->days });
}

void PortfolioBinding::dropBars()
{
    for (const auto &[symbol, history] : m_histories)
        if (history.chart != 0)
            m_parts.session.closeChart(history.chart);
    m_histories.clear();
}

} // namespace tapeline
