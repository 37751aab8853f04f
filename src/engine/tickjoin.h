#pragma once

#include "fetchedticks.h"
#include "ticktarget.h"

#include <functional>
#include <memory>
#include <optional>

namespace tapeline {

/// The trades of one symbol from what was fetched and what the stream brings, every one once, added
/// up for one view. Asks nobody; what takes long is done in slices.
///
/// Before history is there, what the stream brings is shown by itself. History may come before the
/// first print of the stream does: it is shown then, and what lies between the two is wanted as
/// soon as there is that print.
class TickJoin
{
public:
    /// newTarget: one that has nothing yet; those that were shown before are gone then.
    using NewTarget = std::function<std::unique_ptr<TickTarget>()>;

    TickJoin(AssetClass assetClass, NewTarget newTarget);
    virtual ~TickJoin() = default;

    /// What the stream brought, oldest first.
    void addPrints(std::span<const TapePrint> prints);
    /// The first print, with the quote in force: of what is fetched, what is older counts.
    const std::optional<TapePrint> &first() const { return m_first; }

    bool awaitsHistory() const { return m_stage == Stage::Fetching; }
    /// Null: there is none, and none will come.
    void addHistory(std::shared_ptr<const FetchedTicks> ticks);
    /// What lies between history and the first print is to be fetched.
    bool awaitsRest() const { return m_stage == Stage::FetchingRest; }
    /// Null: it cannot be had, and is missing.
    void addRest(std::shared_ptr<const FetchedTicks> ticks);
    /// Of what was added; null before.
    const FetchedTicks *history() const { return m_history.get(); }

    bool hasWork() const;
    /// Sums up so many ticks, or what there is.
    void work(int ticks);

    /// History, or nothing of it, and all of the stream so far are in what is shown.
    bool isJoined() const { return m_stage == Stage::Joined; }
    /// What is shown begins with history.
    bool isBased() const { return m_isBased; }

protected:
    TickTarget &shown() { return *m_shown; }
    const TickTarget &shown() const { return *m_shown; }

private:
    enum class Stage : quint8 {
        Fetching,
        Summing, ///< history
        AwaitingFirst, ///< history is shown, and the stream has brought nothing yet
        FetchingRest,
        SummingRest,
        CatchingUp, ///< with what the stream brought meanwhile
        Joined
    };
    using Readers = std::pair<TickPages<Trade>::Reader, TickPages<Quote>::Reader>;

    TickTarget &target() { return m_next ? *m_next : *m_shown; }
    void noteFirst(const TapePrint &print);
    void beginSumming();
    void sum(const FetchedTicks &ticks, int most, Timestamp until);
    void sumTrade(const Trade &trade, Timestamp from);
    void onSummed();
    void onHistorySummed();
    bool isShown(const TapePrint &print) const;
    void catchUp(int most);
    void show();
    void giveUp();
    void finish();

    const AssetClass m_assetClass;
    const NewTarget m_newTarget;

    Stage m_stage = Stage::Fetching;
    std::unique_ptr<TickTarget> m_shown;
    std::unique_ptr<TickTarget> m_next; ///< takes its place when it has caught up
    bool m_isBased = false; ///< what is shown begins with history
    std::shared_ptr<const FetchedTicks> m_history;
    std::shared_ptr<const FetchedTicks> m_rest;
    std::optional<Readers> m_readers; ///< of what is being summed
    std::optional<Trade> m_newestSummed;
    std::optional<Trade> m_shownUntil; ///< where the stream was behind what is shown
    std::optional<TapePrint> m_first;
    std::vector<TapePrint> m_waiting; ///< from the first on
    std::size_t m_caughtUp = 0; ///< of them
};

} // namespace tapeline
