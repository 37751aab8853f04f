#pragma once

#include "chainpricer.h"
#include "marketcontext.h"
#include "optionchain.h"
#include "snapshotdecoder.h"

#include <QHash>

#include <map>
#include <vector>

namespace tapeline {

class ChainInputs;
struct ChainQuote;

/// The chain of one underlying: its contracts as the service lists them, the newest of snapshots
/// and stream, and what each is reckoned to imply. Asks nobody. Implied volatilities are reckoned
/// against the price of the underlying at the time of the quote, Greeks at its price now.
class ChainFeed
{
public:
    /// context and inputs must outlive it.
    ChainFeed(quint64 id, const QString &underlying, MarketContext &context,
              const ChainInputs &inputs);

    quint64 id() const { return m_id; }
    const QString &underlying() const { return m_underlying; }

    /// A page of the chain's snapshot.
    void addSnapshots(const std::vector<UniversalSnapshot> &rows);
    /// A page of the list of contracts, where there are no snapshots.
    void addListed(const std::vector<OptionDetails> &contracts);
    /// plan: that has what is lacking.
    void setState(ChainState state, const QString &plan = {});
    ChainState state() const { return m_state; }
    bool isEmpty() const { return m_entries.empty(); }
    bool has(const QString &contract) const { return m_index.contains(contract); }
    /// Null when it has none of this name; valid until something is added.
    const ChainContract *contract(const QString &symbol) const;

    /// The contracts that are streamed: only of these the hub knows anything new.
    void setStreamed(const QStringList &contracts);
    const QStringList &streamed() const { return m_streamed; }
    /// Something came of an instrument: a contract of this chain, or the underlying.
    void feed(InstrumentId instrument);
    /// Rates or dividends are known now.
    void onInputs() { m_assumptionsDue = true; }

    /// What changed since the last call, with what it implies: nothing when nothing did. What
    /// is not reckoned in time comes with the next call.
    /// budget: how long it may reckon.
    std::optional<ChainUpdate> take(Duration budget);

private:
    struct Expiry
    {
        ExpiryAssumptions assumed;
        std::vector<std::size_t> entries;
    };
    struct Entry
    {
        ChainContract contract;
        Expiry *expiry = nullptr;
        double spotAtQuote = 0; ///< 0: that of now
        Timestamp reckonedAt {}; ///< market time
        double greeksSpot = 0; ///< that own Greeks were reckoned at
        bool isQuoteNew = false; ///< since own was reckoned
        bool isChanged = false; ///< since take()
        InstrumentId instrument {}; ///< while it is streamed
    };

    Entry &entryOf(const OptionDetails &details);
    void addSnapshot(const UniversalSnapshot &row);
    void takeStreamed(Entry &entry);
    void mark(Entry &entry);
    void noteUnderlying(const OptionFigures &figures);
    void assume(double spot);
    void askParity(double spot);
    double spotOfQuotes(const Expiry &expiry, double spot) const;
    void takeYield(Expiry &expiry, double yield, bool isImplied);
    std::vector<ChainStrike> strikesOf(const Expiry &expiry) const;
    static ChainQuote quoteOf(const Entry &entry, Timestamp now);
    void reckonDue(double spot, Duration budget);
    void reckon(const std::vector<Entry *> &entries, double spot, Duration budget);
    void reckonAgain(const Expiry &expiry);
    static void noteQuote(Entry &entry, double spot);
    bool isOfOneTime(const UniversalSnapshot &row) const;

    const quint64 m_id;
    const QString m_underlying;
    MarketContext &m_context;
    const ChainInputs &m_inputs;

    ChainState m_state = ChainState::Loading;
    QString m_plan;
    ChainPricer m_pricer;
    std::vector<Entry> m_entries; ///< in the order they came
    std::vector<std::size_t> m_changed; ///< since take()
    QHash<QString, std::size_t> m_index;
    QHash<InstrumentId, std::size_t> m_instruments; ///< of those that are streamed
    QStringList m_streamed;
    InstrumentId m_underlyingId {};
    Price m_snapshotSpot; ///< of the underlying, as the newest snapshot has it
    Timestamp m_snapshotSpotTime {};
    Timestamp m_asOf {};
    std::map<ChainExpiry, Expiry> m_expiries; ///< nodes stay where they are
    ChainExpiry m_parityOf; ///< the expiration that was asked last what calls and puts agree on
    bool m_assumptionsDue = false;
    bool m_isReset = true;
    bool m_isStatusNew = true;
    Price m_toldSpot;
    std::size_t m_sweep = 0; ///< where the Greeks of those that nobody looks at are being renewed
};

} // namespace tapeline
