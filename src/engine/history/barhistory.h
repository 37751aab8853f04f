#pragma once

#include "barstore.h"
#include "providermanager.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <optional>

namespace tapeline {

class MarketContext;

/// Bars of the past, from the cache where it has them and from the sources for the rest: nothing
/// that is settled is asked for twice, whoever wants it and however often. What came is kept at
/// once. Where a source refuses or is down the next one in the order is asked for what is missing.
///
/// Lives on the market thread; the store outlives it or is stopped before.
class BarHistory : public QObject
{
    Q_OBJECT

public:
    /// Some of what was wished, as soon as it is known.
    struct Part
    {
        std::vector<Candle> bars; ///< ascending; they replace what was told of the range before
        TimeRange range;
        bool kept = false; ///< from the cache; else just asked for
        std::vector<TimeRange> unknown; ///< of kept ones: where more may be than is kept
        Timestamp asOf {}; ///< when the oldest of it was asked for
        QString provider; ///< its name when it stands in for the chosen source; else empty
    };
    struct Outcome
    {
        std::vector<TimeRange> missing; ///< what nobody could tell, ascending
        Error error; ///< why, as the first source gave it; only when something is missing
        Timestamp asOf {}; ///< when it was wished
    };
    struct Wish
    {
        BarQuery query;
        RestPriority priority = RestPriority::OnScreen;
        RestPurpose purpose = RestPurpose::ChartBars;
        bool chosenOnly = false; ///< nobody may stand in for the chosen source
        std::function<void(Part &&)> onPart;
        /// Once, after all parts; not when the wish was cancelled.
        std::function<void(const Outcome &)> onDone;
    };

    BarHistory(MarketContext &context, QObject *parent = nullptr);

    /// Where bars are kept; null keeps none.
    void setStore(BarStore *store) { m_store = store; }
    ProviderManager &providers() { return m_providers; }

    /// Newest first. Never 0.
    quint64 ask(Wish wish);
    /// What the cache has of it from whoever would be asked first; nobody is asked. onPart is
    /// called at most once, then onDone.
    quint64 look(Wish wish);
    /// The requests that the chosen source would take for it, as far as it has it, ascending.
    std::vector<BarQuery> portions(const BarQuery &query) const;
    /// Does nothing when it is done or is 0.
    void cancel(quint64 wish);
    /// Nobody answers there any more: what was asked is asked of others, or missing.
    void abandon(const RequestBook &requests);
    /// Another source: all wishes are forgotten.
    void reset();
    /// Nothing is under way.
    bool isIdle() const { return m_wishes.empty() && m_fetches.empty() && m_keeping.empty(); }

signals:
    /// Bars that were asked for could not be kept; why, a plain sentence.
    void notKept(const QString &reason);

private:
    using Provider = ProviderManager::Provider;

    struct Pending
    {
        Wish wish;
        std::vector<Provider> candidates;
        bool mayAsk = true;
        int open = 0; ///< readings and fetches that are waited for
        Outcome outcome;
        bool failed = false;
    };
    /// Part of a wish that one candidate is to tell.
    struct Leg
    {
        quint64 wish = 0;
        std::size_t candidate = 0;
        TimeRange range;
    };
    /// One portion on its way from a source, for all who want some of it.
    struct Fetch
    {
        Provider provider;
        BarQuery portion;
        Timestamp asOf {};
        RestPriority priority = RestPriority::Background;
        RestPurpose purpose = RestPurpose::Other;
        std::vector<Leg> legs;
        quint64 request = 0;
        QString nextUrl; ///< of the page under way; empty for the first
        QSet<QString> pages; ///< those that were asked for: some lead back to one another
        std::vector<Candle> gathered;
    };
    using Fetches = std::map<quint64, Fetch>;

    quint64 begin(Wish &&wish, bool mayAsk);
    Pending *find(quint64 wish);
    Timestamp settlingNow(const BarQuery &query) const;
    BarSeriesKey seriesOf(const Provider &provider, const BarQuery &query) const;
    void readKept(const Leg &leg);
    void onKept(const Leg &leg, CacheDatabase::Kept &&kept);
    std::vector<TimeRange> joinUnderWay(const Leg &leg, const TimeRange &hole);
    TimeRanges tellJustFetched(const Leg &leg, const TimeRange &hole);
    void fetch(const Leg &leg, const TimeRange &hole);
    void askPage(quint64 id, Fetch &fetch);
    void hasten(quint64 id, Fetch &fetch, RestPriority priority);
    void onPage(quint64 id, const RestReply &reply);
    void finish(Fetches::iterator entry);
    void keep(const std::shared_ptr<const Fetch> &fetch);
    void tellBars(const Leg &leg, const Fetch &fetch);
    void fail(Fetches::iterator entry, const Error &error);
    void passOn(const Leg &leg, const Error &error);
    void tell(const Leg &leg, Part &&part);
    void close(quint64 wish);

    MarketContext &m_context;
    BarStore *m_store = nullptr;
    ProviderManager m_providers;
    std::map<quint64, Pending> m_wishes;
    Fetches m_fetches;
    /// Answered and on their way to the disk: what was read there before does not have them.
    std::map<quint64, std::shared_ptr<const Fetch>> m_keeping;
    quint64 m_next = 1;
    quint64 m_epoch = 0; ///< of the source: what was read for an earlier one is not told
};

} // namespace tapeline
