#pragma once

#include "bookupdate.h"
#include "companyfacts.h"
#include "connectionevent.h"
#include "flowupdate.h"
#include "marketsnapshot.h"
#include "optionchain.h"
#include "optionflow.h"

#include <QHash>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace tapeline {

/// New prints of one symbol for the tapes that show it.
struct TapeUpdate
{
    QString symbol;
    bool reset = false; ///< forget what was shown first
    std::vector<TapePrint> prints; ///< oldest first
    quint64 skipped = 0; ///< older prints left out because more came than a tape can hold
};

/// A symbol people can choose.
struct DirectoryEntry
{
    QString symbol;
    QString name;
    AssetClass assetClass = AssetClass::Stocks;
};

/// What changed since the window last looked.
struct MarketUpdate
{
    std::vector<InstrumentSnapshot> snapshots; ///< one per changed symbol, newest only
    std::vector<TapeUpdate> tapes;
    std::vector<ChartUpdate> charts;
    std::vector<FlowUpdate> flows;
    std::vector<BookUpdate> books;
    std::vector<OptionFlowUpdate> optionFlows;
    std::vector<CompanyAnswer> companies; ///< the newest to each question
    std::vector<ChainUpdate> chains; ///< at most one of each
    std::optional<SessionStatus> status;
    std::optional<std::vector<DirectoryEntry>> directory;
    std::vector<ConnectionEvent> events; ///< oldest first
    Duration waited {}; ///< how long the oldest of it lay here
};

/// Where the market thread leaves what the window has not seen yet. Snapshots are conflated to the
/// newest, bars to the newest per start, prints are kept up to tapeLimit a symbol and events up to
/// eventLimit; so a stalled window costs bounded memory and misses nothing it could still show. At
/// most one wake-up is under way.
class PublishedState
{
public:
    /// A tape holds no more than this many prints; what is older would have left it again at once.
    static constexpr std::size_t tapeLimit = 20'000;
    static constexpr std::size_t eventLimit = 5'000;
    /// Of an order book.
    static constexpr std::size_t columnLimit = 4'096;
    static constexpr std::size_t bookPrintLimit = 20'000;
    /// Of a view of the options flow.
    static constexpr std::size_t optionPrintLimit = 20'000;

    /// wake is called on the market thread when something new lies here and none was announced
    /// since take().
    explicit PublishedState(std::function<void()> wake);

    void publish(MarketUpdate &&update);
    MarketUpdate take();

private:
    void mergeTape(TapeUpdate &&update);
    void mergeChart(ChartUpdate &&update);
    void mergeFlow(FlowUpdate &&update);
    void mergeBook(BookUpdate &&update);
    void mergeOptionFlow(OptionFlowUpdate &&update);
    void mergeCompany(CompanyAnswer &&answer);
    void mergeChain(ChainUpdate &&update);
    void mergeEvents(std::vector<ConnectionEvent> &&events);

    std::function<void()> m_wake;
    std::mutex m_mutex;
    MarketUpdate m_pending;
    QHash<QString, std::size_t> m_snapshotIndex;
    bool m_announced = false;
    std::chrono::steady_clock::time_point m_announcedAt;
};

/// Folds a newer update of the same chart into an older one that was not shown yet.
void mergeChartUpdate(ChartUpdate &older, ChartUpdate &&newer);
/// The same of order flow.
void mergeFlowUpdate(FlowUpdate &older, FlowUpdate &&newer);
/// The same of an order book: the newest columns and prints, within the limits. The first column
/// that is left of more is marked afterGap.
void mergeBookUpdate(BookUpdate &older, BookUpdate &&newer);
/// The same of the options flow: the newest prints, within the limit.
void mergeOptionFlowUpdate(OptionFlowUpdate &older, OptionFlowUpdate &&newer);

/// The same of an option chain: the newest of each contract.
void mergeChainUpdate(ChainUpdate &older, ChainUpdate &&newer);

} // namespace tapeline
