#pragma once

#include "candle.h"
#include "optiondesk.h"
#include "optionreminders.h"

#include <QHash>

namespace tapeline {

class CommandRegistry;
class DeskSession;
class MarketDispatcher;
class OptionsBinding;
class Panel;
class PanelRegistry;
class PortfolioDesk;
class TradeNewsStack;
struct ChartUpdate;
struct PanelContext;

/// Connects what is done with option positions, and what they react to together, with the engine:
/// reminders before they end, and the daily closes of a year that betas are fitted to.
class PortfolioBinding : public QObject
{
    Q_OBJECT

public:
    /// What it connects; all of it outlives the binding.
    struct Parts
    {
        DeskSession &session;
        MarketDispatcher &dispatcher;
        TradeDesk &trading;
        OptionsBinding &options;
    };

    explicit PortfolioBinding(const Parts &parts, QObject *parent = nullptr);
    ~PortfolioBinding() override;

    OptionDesk &options() { return m_options; }
    void registerPanels(PanelRegistry &panels);
    void addCommands(CommandRegistry &commands);
    /// Says there what becomes of wishes, and what is due.
    void tellIn(TradeNewsStack &news);

private:
    Panel *makePanel(const PanelContext &context);
    PortfolioDesk &desk();
    void wantBetas();
    void takeBars(const ChartUpdate &update);
    void fit(const QString &symbol);
    void dropBars();

    /// The daily bars of a symbol, while they come and after.
    struct History
    {
        quint64 chart = 0; ///< 0: it has all that it needs
        std::vector<Candle> bars {};
    };

    const Parts m_parts;
    OptionDesk m_options;
    OptionReminders m_reminders;
    std::unique_ptr<PortfolioDesk> m_desk; ///< while a panel shows it
    int m_panels = 0;
    std::map<QString, History> m_histories;
};

} // namespace tapeline
