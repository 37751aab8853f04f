#pragma once

#include "desksession.h"

#include <algorithm>
#include <map>
#include <vector>

namespace tapeline {

/// What a window would have shown so far.
struct PulledMarket
{
    void absorb(MarketUpdate &&update)
    {
        for (const InstrumentSnapshot &snapshot : update.snapshots)
            snapshots[snapshot.symbol] = snapshot;
        for (const TapeUpdate &tape : update.tapes) {
            if (tape.reset)
                prints[tape.symbol].clear();
            prints[tape.symbol].insert(prints[tape.symbol].end(), tape.prints.begin(),
                                       tape.prints.end());
        }
        for (const ChartUpdate &chart : update.charts)
            absorb(chart);
        for (const FlowUpdate &flow : update.flows) {
            if (flow.reset)
                flows[flow.flow].clear();
            for (const FlowBar &bar : flow.bars)
                flows[flow.flow].insert_or_assign(bar.start, bar);
            flowFrom[flow.flow] = flow.knownFrom;
        }
        for (const BookUpdate &book : update.books)
            absorb(book);
        for (const ChainUpdate &chain : update.chains)
            absorb(chain);
        for (const OptionFlowUpdate &flow : update.optionFlows)
            absorb(flow);
        if (update.status)
            status = *update.status;
        events.insert(events.end(), update.events.begin(), update.events.end());
        if (update.directory)
            directory = *update.directory;
    }

    void absorb(const ChartUpdate &chart)
    {
        auto &bars = charts[chart.chart];
        if (chart.reset) {
            bars.clear();
            gaps[chart.chart].clear();
        }
        if (chart.gaps)
            gaps[chart.chart] = *chart.gaps;
        for (const Candle &bar : chart.bars)
            bars.insert_or_assign(bar.start, bar);
        history[chart.chart] = chart.history;
        messages[chart.chart] = chart.message;
        keptAsOf[chart.chart] = chart.keptAsOf;
        badges[chart.chart] = chart.badge;
        provisionalFrom[chart.chart] = chart.provisionalFrom;
    }

    void absorb(const BookUpdate &update)
    {
        BookUpdate &book = books[update.book];
        if (update.reset) {
            bookColumns[update.book].clear();
            bookPrints[update.book].clear();
        }
        book = update;
        for (const BookColumn &column : update.columns)
            bookColumns[update.book].insert_or_assign(column.start, column);
        bookPrints[update.book].insert(bookPrints[update.book].end(), update.prints.begin(),
                                       update.prints.end());
    }

    void absorb(const ChainUpdate &update)
    {
        auto &contracts = chainContracts[update.chain];
        if (update.reset)
            contracts.clear();
        for (const ChainContract &contract : update.contracts)
            contracts.insert_or_assign(contract.symbol, contract);
        ChainUpdate &chain = chains[update.chain];
        std::vector<ExpiryAssumptions> assumptions = std::move(chain.assumptions);
        chain = update;
        if (chain.assumptions.empty())
            chain.assumptions = std::move(assumptions);
    }

    void absorb(const OptionFlowUpdate &update)
    {
        if (update.reset)
            optionPrints[update.flow].clear();
        optionPrints[update.flow].insert(optionPrints[update.flow].end(), update.prints.begin(),
                                         update.prints.end());
        optionBadge = update.badge;
    }

    bool happened(ConnectionEvent::Kind kind) const
    {
        return std::any_of(events.begin(), events.end(),
                           [kind](const ConnectionEvent &event) { return event.kind == kind; });
    }

    std::map<QString, InstrumentSnapshot> snapshots;
    std::map<QString, std::vector<TapePrint>> prints;
    std::map<quint64, std::map<Timestamp, Candle>> charts;
    std::map<quint64, std::vector<Timestamp>> gaps;
    std::map<quint64, ChartUpdate::History> history;
    std::map<quint64, QString> messages;
    std::map<quint64, Timestamp> keptAsOf;
    std::map<quint64, DataBadge> badges; ///< of charts
    std::map<quint64, Timestamp> provisionalFrom;
    std::map<quint64, std::map<Timestamp, FlowBar>> flows;
    std::map<quint64, std::optional<Timestamp>> flowFrom;
    std::map<quint64, BookUpdate> books; ///< the newest of each
    std::map<quint64, std::vector<OptionFlowPrint>> optionPrints;
    DataBadge optionBadge;
    std::map<quint64, std::map<Timestamp, BookColumn>> bookColumns;
    std::map<quint64, std::vector<BookPrint>> bookPrints;
    std::map<quint64, ChainUpdate> chains; ///< the newest of each
    std::map<quint64, std::map<QString, ChainContract>> chainContracts;
    SessionStatus status;
    std::vector<ConnectionEvent> events;
    std::vector<DirectoryEntry> directory;
};

/// A session's desk, pulled as its window would.
struct PulledDesk : PulledMarket
{
    explicit PulledDesk(DeskSession &session)
    {
        QObject::connect(&session, &DeskSession::updated, &session,
                         [this, &session] { absorb(session.take()); });
    }
};

} // namespace tapeline
