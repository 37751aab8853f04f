#pragma once

#include "flowjoin.h"
#include "tickfetcher.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace tapeline {

/// The order flow of the charts that show it: hands them the prints of their symbols and, where the
/// plan has trades, fetches the day's from before the stream. Flows of one symbol share what is
/// fetched. Sums it up in slices, so that no turn of the event loop takes long. Lives on the market
/// thread.
class FlowDesk : public QObject
{
    Q_OBJECT

public:
    /// Ticks that are summed up in one turn: a few milliseconds.
    static constexpr int ticksPerTurn = 5'000;

    explicit FlowDesk(MarketContext &context, QObject *parent = nullptr);

    void open(quint64 id, const QString &symbol, Timeframe timeframe, ClassifierRule rule);
    /// The symbol it was of; empty when there was none.
    QString close(quint64 id);
    /// A new source: empty sums, of the same symbols.
    void reset();
    /// What the plan opens is different.
    void restartAll();
    /// From now on it is known until when there can be history.
    void onTimeKnown();
    /// The prints of an instrument that came.
    void feed(InstrumentId instrument);
    /// Asks for what can be had and was not asked for. A few times a second.
    void tick();
    std::vector<FlowUpdate> take();
    /// What the delta of a symbol's session came to by the usual rule, in units; nothing where no
    /// flow has it whole.
    std::optional<double> sessionDelta(const QString &symbol, Timestamp at) const;

signals:
    /// There is something that waits to be taken.
    void summed();

private:
    struct Flow
    {
        ClassifierRule rule = ClassifierRule::Weighted;
        std::unique_ptr<FlowJoin> join;
        TickFetcher::Fetch fetch; ///< says whose flow it is
    };

    void begin(Flow &flow, quint64 id, Timeframe timeframe);
    ClassifierRule ruleOf(const Flow &flow) const;
    void noteInterest(InstrumentId instrument);
    bool usesQuotes(const Flow &flow) const;
    void advance(Flow &flow);
    void advanceAll();
    void work();

    MarketContext &m_context;
    std::map<quint64, Flow> m_flows;
    TickFetcher m_fetcher;
    QTimer m_turn { this };
    quint64 m_lastWorked = 0; ///< the flow whose turn it was
    bool m_hasMore = false; ///< to be taken than was taken at once
};

} // namespace tapeline
