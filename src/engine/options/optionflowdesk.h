#pragma once

#include "marketcontext.h"
#include "optionsieve.h"

#include <QObject>

#include <map>
#include <memory>

namespace tapeline {

/// The options flow of the views that show it: asks the stream for the trades of all contracts
/// while anybody looks and the plan has trades, makes prints of those whose underlying is wanted,
/// and, where the plan has quotes, has those of the contracts that trade most streamed for their
/// sides. What was traded before cannot be had by underlying: the flow begins when somebody looks
/// first, and the newest prints are kept for views that open later. Lives on the market thread.
class OptionFlowDesk : public QObject
{
    Q_OBJECT

public:
    /// Contracts whose quotes are streamed for the flow. The service allows 1,000 a connection
    /// (massive-api.md 6.10); the others are for chains and what else is on screen.
    static constexpr int mostQuoted = 180;
    /// A contract that has not traded for so long gives up its quotes for another.
    static constexpr Duration quotedFor = 2min;
    /// Newest prints that are kept for views that open later.
    static constexpr std::size_t mostKept = 5'000;

    explicit OptionFlowDesk(MarketContext &context, QObject *parent = nullptr);

    /// underlyings: "SPY", "I:SPX". An id that is open is opened anew.
    void open(quint64 id, const QStringList &underlyings);
    /// The underlyings it was of; none when there was no such view.
    QStringList close(quint64 id);
    /// One of each that is wanted.
    QSet<QString> underlyings() const;

    /// Where the newest quote of a contract is known besides the stream (a chain's snapshot).
    void setSnapshotQuotes(std::function<std::optional<Quote>(const QString &contract)> quoteOf);

    /// A new source: empty views, of the same underlyings.
    void reset();
    /// What the plan opens is different.
    void onPlanChanged() { ask(); }
    /// Something of a stream is missing.
    void noteGap(AssetClass stream);
    /// Whether the trades of all contracts are asked for.
    bool isAsking() const { return m_isAsking; }
    /// Whether they are, or may still be on their way: the frames of the options stream go through
    /// decode() then.
    bool isSieving() const { return m_isSieving; }
    /// As OptionSieve::decode().
    Result<void> decode(QByteArrayView frame, EventBatch &out);
    /// What came on a stream that is no sieved one: a recording plays all it holds.
    void add(const EventBatch &batch);
    /// Chooses whose quotes are streamed. A few times a second.
    void tick();
    /// Events that nobody has seen, since the last call.
    qint64 takeDropped() { return m_sieve ? m_sieve->takeDropped() : 0; }
    std::vector<OptionFlowUpdate> take();

    /// The trades of all contracts.
    static const QString everyTrade;

signals:
    /// Of the options stream.
    void subscribeRequested(const QStringList &pairs);
    void unsubscribeRequested(const QStringList &pairs);

private:
    struct Flow
    {
        QSet<QString> underlyings;
        OptionFlowUpdate update; ///< not taken yet
        bool isDirty = false;
    };
    /// A contract that has traded lately.
    struct Active
    {
        Timestamp last {};
        bool isQuoted = false;
    };

    void makeFeed();
    void begin(Flow &flow);
    void tellFeed();
    void ask();
    bool wantsTrades() const;
    void noteActive(const OptionFlowPrint &print);
    void dropQuotes(Timestamp before);
    void askQuotes();
    Price spotOf(const QString &underlying) const;

    MarketContext &m_context;
    std::map<quint64, Flow> m_flows;
    std::unique_ptr<OptionSieve> m_sieve; ///< null before the first source
    std::unique_ptr<OptionFlowFeed> m_feed; ///< the same
    std::function<std::optional<Quote>(const QString &)> m_snapshotQuote;
    std::vector<OptionFlowPrint> m_kept; ///< newest, oldest first
    QHash<QString, Active> m_active;
    int m_quoted = 0; ///< of them, so many have their quotes streamed
    bool m_isAsking = false;
    bool m_isSieving = false;
};

} // namespace tapeline
