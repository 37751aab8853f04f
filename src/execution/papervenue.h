#pragma once

#include "accountcommand.h"
#include "daymoments.h"
#include "orderpreview.h"
#include "paperaccount.h"
#include "paperbroker.h"
#include "ruleexits.h"
#include "venueprices.h"

#include <set>
#include <vector>

namespace tapeline {

/// A dividend to come.
struct AnnouncedDividend
{
    quint64 sequence = 0; ///< of its event in the books
    QString symbol;
    Price amount;
    QDate exDay;
    QDate payDay;
    quint64 pending = 0; ///< sequence of what is owed; 0: nothing was held
};

/// A split to come: new = old * numerator / denominator.
struct AnnouncedSplit
{
    QString symbol;
    qint64 numerator = 1;
    qint64 denominator = 1;
    QDate exDay;
    quint64 sequence = 0; ///< of its event in the books
};

/// A paper account at work: the matching, the books behind it, and the prices both go by, fed in
/// one order of events. All of it is made of its two streams of events, and comes back from them.
class PaperVenue final : public ExecutionVenue
{
public:
    /// calendar and symbols must outlive it.
    PaperVenue(const PaperConfig &config, const MarketCalendar &calendar, SymbolTable &symbols);

    /// A new account. Malformed settings are an error. The commission is the settings', not the
    /// configuration's: it belongs to the account and is kept with it.
    Result<void> open(const AccountSettings &settings, Timestamp at);
    /// The account as its events left it; working orders resume behind what is displayed.
    Result<void> restore(std::span<const OrderEvent> orders, std::span<const LedgerEvent> books);

    /// Other settings from now on.
    Reason configure(const AccountSettings &settings, Timestamp at);

    void submit(const OrderTicket &ticket, Timestamp at) override;
    void replace(const OrderReplace &change, Timestamp at) override;
    void cancel(const QString &id, Timestamp at) override;
    std::vector<OrderEvent> takeEvents() override;
    std::vector<VenuePosition> positions() const override { return m_books.positions(); }
    AccountFigures account() const override { return m_books.figures(m_broker.now()); }
    Reason whyNotYet(const QString &id) const override { return m_broker.whyNotYet(id); }

    /// What would come of an order. Works on what is known: it moves no time and writes nothing.
    OrderPreview preview(const OrderTicket &ticket);

    /// Events of the books since the last call, in order. Those of a fill come with the order
    /// events that they belong to: take both, keep both or none.
    std::vector<LedgerEvent> takeBookEvents();

    void onTrade(const Trade &trade);
    void onQuote(const Quote &quote);
    void onBands(const LuldBands &bands);
    /// How old the market data are by their plan; every fill says it.
    void setRecency(Recency recency) { m_recency = recency; }
    void onIndexValue(const IndexValue &value);
    /// Implied volatility of a contract, or of an underlying for packages on it, in parts per
    /// million a year: it is the caller's, nothing here reckons it. IV stops go by volatilityOf().
    void setVolatility(const QString &symbol, qint64 ppm, Timestamp at);
    /// The official close of a day, where the tape did not tell it: contracts that wait for it end.
    void setOfficialClose(const QString &symbol, QDate day, Price close, Timestamp at);
    /// The same of an index's opening value.
    void setOfficialOpen(const QString &symbol, QDate day, Price open, Timestamp at);
    /// Contracts whose last day is over but not the price they end at, with the reason.
    std::vector<HeldContract> unsettled() const { return m_books.unsettled(m_endedDay); }
    /// A status message: trading in this instrument stops, or goes on after a reopening print.
    void onHalt(InstrumentId instrument, bool halted, Timestamp at);
    /// A whole depth book, each side best first.
    void onBook(InstrumentId instrument, std::span<const BookLevel> bids,
                std::span<const BookLevel> asks, Timestamp at);
    /// A finished bar of an instrument without quotes; end is exclusive.
    void onBar(InstrumentId instrument, const Candle &bar, Timestamp end);

    /// new = old * numerator / denominator, before the first event of the ex-date: positions,
    /// contracts on them, and orders.
    void onSplit(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at);
    /// Happens at the start of its day. What is told again is not done again, over restarts too.
    /// When the day has begun it happens now, to lots and orders from before; BadAmount when there
    /// are none.
    Reason announceSplit(const QString &symbol, qint64 numerator, qint64 denominator, QDate exDay,
                         Timestamp at);
    /// The same. Paid at the start of the other day; good-till orders are reduced, and short calls
    /// may be assigned the evening before. BadAmount for an amount that is none as well.
    Reason announceDividend(const QString &symbol, Price amount, QDate exDay, QDate payDay,
                            Timestamp at);
    /// All that is told of a symbol: what was announced, is still to come and is not told of any
    /// more is taken back, the rest announced. Of a day that has begun no more dividends count than
    /// are told of: another amount is a correction that comes too late.
    void announceSplits(const QString &symbol, std::span<const AnnouncedSplit> told, Timestamp at);
    void announceDividends(const QString &symbol, std::span<const AnnouncedDividend> told,
                           Timestamp at);
    /// A reason says why not.
    Reason perform(const AccountCommand &command, Timestamp at);
    /// Stops openings and takes those that work back; exits go on.
    void setKillSwitch(bool on, Timestamp at);
    /// The feed is gone, or data are missing: nothing fills before fresh quotes.
    void setFeedDown(bool down, Timestamp at);
    /// Nothing up to and including this time is to come: timers run, days end.
    void advanceTo(Timestamp at);

    PaperAccount &books() { return m_books; }
    /// The account with its positions and working orders; its prices are those of that time.
    PaperAccountView view(const QString &name, Timestamp at) const;
    const PaperAccount &books() const { return m_books; }
    PaperBroker &broker() { return m_broker; }
    const PaperBroker &broker() const { return m_broker; }
    VenuePrices &prices() { return m_prices; }
    const VenuePrices &prices() const { return m_prices; }
    /// takeEvents() or takeBookEvents() have something.
    bool hasEvents() const
    {
        return !m_freshOrders.empty() || !m_freshBooks.empty() || m_broker.hasEvents()
            || m_books.hasEvents();
    }

private:
    void passTo(Timestamp at);
    void run(const DayMoment &moment);
    void plan(Timestamp after);
    void refold(const LedgerEvent &event);
    void setCommission(const CommissionModel &commission);

    // venuepreview.cpp
    void judge(OrderPreview &preview);
    void price(OrderPreview &preview);
    static std::vector<OrderTicket> partsOf(const OrderTicket &ticket);
    Money feeEstimate(const Instrument &instrument, Side side, Qty qty, Money value) const;

    // venuerules.cpp
    Reason prepare(OrderTicket &ticket, Timestamp at) const;
    Reason resolve(OrderTicket &ticket, Timestamp at) const;
    void drain();
    void passRules(Timestamp at);
    void leaveByRule(Timestamp at);
    QString freeExitId(const QString &entry, bool byClock) const;

    // venuewatch.cpp
    void resumeWatch(std::span<const OrderEvent> orders, Timestamp newest);
    void watch(Timestamp at);
    void watchLimits(Timestamp at);
    void closeEverything(QLatin1StringView prefix, ReasonCode cause, Timestamp at);
    void withdrawOpenings(const Reason &reason, Timestamp at);

    // venueactions.cpp
    void split(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at,
               QDate exDay = {});
    bool hasPricesSince(const QString &symbol, Timestamp start) const;
    void noteAnnouncement(const LedgerEvent &event);
    void retract(const QString &symbol, quint64 announcement, Timestamp at);
    void forgetAnnouncement(quint64 sequence);
    qint64 dividendsKnown(const QString &symbol, QDate exDay) const;
    void noteExDividend(quint64 announcement, quint64 pending);
    bool hasFromBefore(const QString &symbol, QDate day) const;
    void startSplits(QDate day, Timestamp at);
    void startDividends(QDate day, Timestamp at);
    void goEx(AnnouncedDividend &dividend, Timestamp at);
    void goExLate(AnnouncedDividend &dividend, Timestamp at);

    // venuecontracts.cpp
    void sendExpiryRisk(const DayMoment &moment);
    void assignEarly(const DayMoment &moment);
    void settle(Timestamp at);
    Reason exercise(const QString &symbol, Qty contracts, Timestamp at);
    void endOrders(Timestamp at);
    bool hasEnded(const OrderTicket &ticket, Timestamp at) const;
    bool hasEnded(const QString &symbol, Timestamp at) const;
    std::optional<Price> settlementPrice(const Instrument &contract, QDate day, Timestamp at) const;

    const MarketCalendar &m_calendar;
    SymbolTable &m_symbols;
    VenuePrices m_prices;
    PaperAccount m_books;
    PaperBroker m_broker;
    CommissionModel m_commission;
    const bool m_regulatoryFees;
    const bool m_refuseIvStops;
    Recency m_recency = Recency::RealTime;
    DayMoment m_next {}; ///< epoch before the first event
    RuleExits m_exits { m_calendar };
    std::vector<OrderEvent> m_freshOrders; ///< not yet fetched
    std::vector<LedgerEvent> m_freshBooks;
    Volatilities m_volatility;
    std::vector<AnnouncedDividend> m_dividends;
    std::vector<AnnouncedSplit> m_splits;
    std::set<QString> m_announced; ///< all that ever were, see announcementKey()
    Timestamp m_closedSince = Timestamp::max(); ///< restored from then, and not yet at work again
    Timestamp m_watchAgain {};
    Timestamp m_nextAttempt {}; ///< to close everything
    quint64 m_watchedSequence = 0; ///< of the books
    QDate m_endedDay; ///< the last one whose session is over
};

} // namespace tapeline
