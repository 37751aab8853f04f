#pragma once

#include "flowfeed.h"
#include "marketcontext.h"

#include <QObject>

#include <map>
#include <memory>

namespace tapeline {

/// The order flow of the charts that show it: hands them the prints of their symbols and, where the
/// plan has trades and quotes, fetches those from before the stream, newest first, as far as they
/// are a bounded number of pages. Lives on the market thread.
class FlowDesk : public QObject
{
    Q_OBJECT

public:
    /// Rows of a page, and pages each of trades and quotes, that are fetched for one chart.
    static constexpr int rowsPerPage = 50'000;
    static constexpr int mostPages = 4;

    explicit FlowDesk(MarketContext &context, QObject *parent = nullptr);

    void open(quint64 id, const QString &symbol, Timeframe timeframe, ClassifierRule rule);
    /// The symbol it was of; empty when there was none.
    QString close(quint64 id);
    /// A new source: empty sums, of the same symbols.
    void reset();
    /// What the plan opens is different.
    void restartAll();
    /// The prints of an instrument that came.
    void feed(InstrumentId instrument);
    /// Asks for history where it can be had and was not asked for. A few times a second.
    void tick();
    std::vector<FlowUpdate> take();

private:
    struct Flow
    {
        QString symbol;
        InstrumentId instrument;
        ClassifierRule rule = ClassifierRule::Weighted;
        std::unique_ptr<FlowFeed> feed;
        bool asked = false;
        quint64 request = 0;
        int pages = 0;
        std::vector<Trade> trades; ///< newest first, while pages come
        std::vector<Quote> quotes;
        Timestamp from {}; ///< what is fetched is whole from here on
        TapePrint until; ///< the first of the stream
    };

    void begin(Flow &flow, quint64 id, Timeframe timeframe);
    void noteInterest(InstrumentId instrument);
    Flow *find(quint64 id);
    Timestamp dayStart(Timestamp time) const;
    void askTrades(Flow &flow, quint64 id, const QString &nextUrl);
    void askQuotes(Flow &flow, quint64 id, const QString &nextUrl);
    void onTrades(Flow &flow, quint64 id, bool complete);
    void onQuotes(Flow &flow, bool complete);
    void finish(Flow &flow);

    MarketContext &m_context;
    std::map<quint64, Flow> m_flows;
};

} // namespace tapeline
