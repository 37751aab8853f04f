#pragma once

#include "chainfeed.h"
#include "chaininputs.h"

#include <QObject>

#include <map>
#include <memory>

namespace tapeline {

/// The option chains that views show: all pages of their snapshots, asked for again as they grow
/// old, and the stream of the contracts that somebody looks at. Where the plan has no snapshots,
/// the list of contracts. Lives on the market thread.
class ChainDesk : public QObject
{
    Q_OBJECT

public:
    /// Streamed at once, of all chains: a connection takes 1,000 (massive-api.md 6.2), and others
    /// want some, too.
    static constexpr qsizetype mostStreamed = 800;

    explicit ChainDesk(MarketContext &context, QObject *parent = nullptr);

    /// What others that reckon options go by as well.
    ChainInputs &inputs() { return m_inputs; }

    void open(quint64 id, const QString &underlying);
    void close(quint64 id);
    /// The contracts that somebody looks at, most important first.
    void setView(quint64 id, const QStringList &contracts);

    /// A new source: all chains begin anew.
    void reset();
    void onTimeKnown();
    /// What came of an instrument.
    void feed(InstrumentId instrument);
    /// To be called a few times a second.
    void tick();
    /// What changed, a few times a second at most.
    std::vector<ChainUpdate> take();
    /// The contract as its chain has it; null when no open chain does. Valid until the next call.
    const ChainContract *contract(const QString &symbol) const;

signals:
    /// A symbol's stream is wanted, or no longer: in pairs.
    void followed(const QString &symbol);
    void released(const QString &symbol);

private:
    struct Chain
    {
        QString underlying;
        std::unique_ptr<ChainFeed> feed; ///< null before the first source
        QStringList view;
        ServiceQuestion page;
        QString nextUrl; ///< of the page that is due; empty for the first
        QDate day; ///< in New York, of the pages; invalid before the first
        bool isListing = false; ///< contracts without snapshots
        Duration begun {}; ///< monotonic: when the first page was asked for
        std::optional<Duration> againAt; ///< monotonic; nothing while pages are on their way
    };

    void begin(quint64 id, Chain &chain);
    void beginAnew(quint64 id, Chain &chain);
    QDate today() const;
    void beginPages(quint64 id, Chain &chain);
    void askPage(quint64 id, Chain &chain);
    void onPage(quint64 id, const RestReply &reply);
    bool takeSnapshots(Chain &chain, const RestReply &reply);
    bool takeList(Chain &chain, const RestReply &reply);
    void onFailure(Chain &chain, const Error &error);
    void finish(Chain &chain);
    void stream();
    void stream(Chain &chain, const QStringList &contracts);

    MarketContext &m_context;
    ChainInputs m_inputs;
    std::map<quint64, Chain> m_chains;
    bool m_mayAsk = false;
    Duration m_nextTake {};
    Duration m_nextView {};
    bool m_viewChanged = false;
};

} // namespace tapeline
