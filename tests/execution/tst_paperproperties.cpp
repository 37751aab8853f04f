#include "ordereventtext.h"
#include "ordertext.h"
#include "randommarket.h"
#include "streamcount.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What execution.md A.4 promises of every order, and C.9 number 10 of every fill.
class Auditor
{
public:
    /// What the market showed last.
    void see(const RandomMarket::Timed &timed)
    {
        if (const auto *quote = std::get_if<Quote>(&timed.step))
            m_quotes[quote->sequence] = *quote;
        else if (const auto *print = std::get_if<Trade>(&timed.step))
            m_prints[{ print->sequence, print->time }] = *print;
        else if (const auto *bands = std::get_if<LuldBands>(&timed.step))
            m_earlierBands = std::exchange(m_bands, *bands);
    }

    /// Empty, or what is wrong with this event.
    QString check(const OrderEvent &event)
    {
        if (event.sequence != ++m_sequence)
            return u"sequence"_s;
        if (event.at < m_at)
            return u"time goes back"_s;
        m_at = event.at;
        Order &order = m_orders[event.id];
        const std::optional<OrderStanding> next = order.standing.after(event.action);
        if (!next || (isReport(event) && event.state == order.standing.state))
            return isReport(event) ? QString() : u"illegal step"_s;
        order.standing = *next;
        if (event.state != next->state)
            return u"state"_s;
        if (event.ticket && event.action != OrderAction::RequestReplace)
            order.ticket = *event.ticket;
        return quantities(order, event);
    }

    QString atEnd() const
    {
        for (const auto &[id, order] : m_orders)
            if (order.terminals > 1)
                return u"two ends of "_s + id;
        return {};
    }

private:
    struct Order
    {
        OrderTicket ticket;
        OrderStanding standing;
        Qty filled;
        int terminals = 0;
    };

    static bool isReport(const OrderEvent &event)
    {
        using enum ReasonCode;
        const ReasonCode code = event.reason.code;
        return code == OrderNotFound || code == OrderClosed || code == BadReplace
            || code == DuplicateId;
    }

    QString quantities(Order &order, const OrderEvent &event)
    {
        order.filled += event.lastQty;
        if (order.filled != event.cumQty)
            return u"fills do not add up"_s;
        if (isTerminal(event.state))
            ++order.terminals;
        if (event.state == OrderState::Denied)
            return {};
        // While it is on its way, or a request is, its size may have changed without a word of it;
        // the next event tells
        const bool pending = event.state == OrderState::PendingCancel
            || event.state == OrderState::PendingReplace
            || (event.action == OrderAction::Accept && !order.ticket.oco.isEmpty());
        const Qty left = isTerminal(event.state) ? Qty() : order.ticket.qty - order.filled;
        if (!pending && event.leaves != left)
            return u"leaves"_s;
        if (event.state == OrderState::Filled && order.filled > order.ticket.qty)
            return u"too much"_s;
        return event.lastQty > Qty() ? fill(order, event) : QString();
    }

    QString fill(const Order &order, const OrderEvent &event)
    {
        const bool buy = order.ticket.side == Side::Buy;
        if (order.ticket.type == OrderType::Limit || order.ticket.type == OrderType::StopLimit) {
            const Price limit = *order.ticket.limit;
            if (buy ? event.lastPrice > limit : event.lastPrice < limit)
                return u"beyond its limit"_s;
        }
        // What was due before the newest bands happened under those before
        const LuldBands &bands = event.at < m_bands.time ? m_earlierBands : m_bands;
        const bool banded = event.evidence.rule != FillRule::Auction && bands.upper > Price()
            && m_calendar.partAt(event.at) == SessionPart::Regular;
        if (banded && (buy ? event.lastPrice > bands.upper : event.lastPrice < bands.lower))
            return u"beyond the band"_s;
        const SessionPart part = m_calendar.partAt(event.at);
        const bool closing = event.evidence.rule == FillRule::Auction;
        if (part != SessionPart::Regular && !order.ticket.extendedHours && !closing)
            return u"outside its session"_s;
        if (event.evidence.strictQty > event.evidence.generousQty)
            return u"the strict bound above the generous one"_s;
        return liquidity(event, buy);
    }

    /// No more than was shown, all our orders together.
    QString liquidity(const OrderEvent &event, bool buy)
    {
        const FillEvidence &evidence = event.evidence;
        if (toNs(evidence.printTime) != 0) {
            const PrintKey key { evidence.sequence, evidence.printTime };
            const auto print = m_prints.find(key);
            if (print == m_prints.end() || print->second.size != evidence.printSize)
                return u"no such print"_s;
            Qty &used = m_printUsed[{ key, buy }];
            used += event.lastQty;
            return used > print->second.size ? u"more than was printed"_s : QString();
        }
        const auto quote = m_quotes.find(evidence.sequence);
        if (quote == m_quotes.end())
            return u"no such quote"_s;
        const Qty shown = buy ? quote->second.askSize : quote->second.bidSize;
        Qty &used = m_quoteUsed[{ evidence.sequence, buy }];
        // A second after our last fill an unchanged quote counts as whole again
        if (event.at - m_quoteTaken[{ evidence.sequence, buy }] >= 1s)
            used = {};
        m_quoteTaken[{ evidence.sequence, buy }] = event.at;
        used += event.lastQty;
        return used > shown ? u"more than was displayed"_s : QString();
    }

    using Use = std::pair<quint64, bool>;
    using PrintKey = std::pair<quint64, Timestamp>; // a late print comes with a number in use
    std::map<QString, Order> m_orders;
    std::map<quint64, Quote> m_quotes;
    std::map<PrintKey, Trade> m_prints;
    std::map<std::pair<PrintKey, bool>, Qty> m_printUsed;
    std::map<Use, Qty> m_quoteUsed;
    std::map<Use, Timestamp> m_quoteTaken;
    LuldBands m_bands;
    LuldBands m_earlierBands;
    MarketCalendar m_calendar;
    Timestamp m_at {};
    quint64 m_sequence = 0;
};

PaperConfig configOf(quint64 seed)
{
    PaperConfig config;
    config.mode = FillMode(seed % 3);
    config.latencyJitter = seed % 2 == 0 ? Duration() : Duration(5ms);
    config.slippage.kind = seed % 5 == 0 ? SlippageModel::Kind::Ticks : SlippageModel::Kind::None;
    config.slippage.amountPpm = 1'000'000;
    config.triggerStopsAtOnce = seed % 4 == 0;
    config.seed = seed;
    return config;
}

/// A broker of one symbol, whose id is the market's.
struct Table
{
    explicit Table(const PaperConfig &config)
        : broker(config, calendar, named(symbols), gate)
    {
    }
    static SymbolTable &named(SymbolTable &symbols)
    {
        symbols.intern("IBM");
        return symbols;
    }

    MarketCalendar calendar;
    SymbolTable symbols;
    FakeGate gate;
    PaperBroker broker;
};

/// What comes of an order, without the receipt: queue positions start anew with a restart.
QString outcome(const OrderEvent &event)
{
    const std::string_view action = orderText(event.action);
    return u"%1 %2 %3 %4 %5 %6 %7"_s.arg(event.sequence)
        .arg(toNs(event.at))
        .arg(event.id, QLatin1StringView(action.data(), qsizetype(action.size())),
             event.lastQty.toString(), event.lastPrice.toString(), event.leaves.toString());
}

bool isPending(OrderState state)
{
    return state == OrderState::PendingCancel || state == OrderState::PendingReplace;
}

/// The same market with a restart in it, and without.
class RestartPair
{
public:
    explicit RestartPair(quint64 seed)
        : m_random(seed)
        , m_config(configOf(seed))
        , m_steps(m_random.marketWithOrders(110))
    {
        m_config.mode = seed % 2 == 0 ? FillMode::Through : FillMode::Touch; // queues start anew
        m_restart = 20 + m_random.below(70);
        for (RandomMarket::Timed &timed : m_steps)
            leaveAuctionsOut(timed);
    }

    /// False where what is not kept by design could tell them apart: halts, the seconds after the
    /// open, changes that wait for a request to be over.
    bool begin()
    {
        m_undisturbed.emplace(m_config);
        for (std::size_t i = 0; i < m_restart; ++i) {
            if (const auto *bands = std::get_if<LuldBands>(&m_steps[i].step)) {
                m_bands = *bands;
                if (bands->halted)
                    return false;
            }
            RandomMarket::play(m_undisturbed->broker, m_steps[i]);
        }
        m_at = m_steps[m_restart - 1].at;
        const Timestamp open = easterntime::at(easterntime::date(m_at), 9h + 30min);
        if (m_at >= open && m_at < open + 6s)
            return false;
        for (const QString &id : m_undisturbed->broker.workingIds())
            if (isPending(m_undisturbed->broker.state(id)))
                return false;
        std::vector<OrderEvent> journal;
        for (const OrderEvent &event : m_undisturbed->broker.takeEvents())
            journal.push_back(*orderEventFromText(orderEventText(event)));
        if (isAnswerDue(journal))
            return false;
        m_restarted.emplace(m_config);
        m_restarted->gate.positions = m_undisturbed->gate.positions;
        m_restarted->broker.restore(journal);
        return true;
    }

    /// Empty, or the first event in which they differ.
    QString difference()
    {
        const std::vector<OrderEvent> expected = goOn(*m_undisturbed);
        const std::vector<OrderEvent> found = goOn(*m_restarted);
        for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
            const QString a = i < expected.size() ? outcome(expected[i]) : u"nothing"_s;
            const QString b = i < found.size() ? outcome(found[i]) : u"nothing"_s;
            m_fills += i < expected.size() && expected[i].lastQty > Qty();
            if (a != b)
                return u"%1; after the restart %2"_s.arg(a, b);
        }
        return {};
    }
    qint64 fills() const { return m_fills; }

private:
    /// A request may be under way though its order has ended meanwhile.
    static bool isAnswerDue(const std::vector<OrderEvent> &journal)
    {
        using enum OrderAction;
        std::map<std::pair<QString, OrderAction>, int> due;
        const auto answer = [&](const OrderEvent &event, OrderAction request) {
            int &open = due[{ event.id, request }];
            // What was refused as it came was never under way
            open = std::max(0, open - 1);
        };
        for (const OrderEvent &event : journal) {
            if (event.action == RequestReplace || event.action == RequestCancel)
                ++due[{ event.id, event.action }];
            else if (event.action == Replace || event.action == RejectReplace)
                answer(event, RequestReplace);
            else if (event.action == RejectCancel || event.action == Cancel)
                answer(event, RequestCancel);
        }
        return std::ranges::any_of(due, [](const auto &entry) { return entry.second > 0; });
    }

    /// What an auction showed is not seen again.
    static void leaveAuctionsOut(RandomMarket::Timed &timed)
    {
        if (auto *ticket = std::get_if<OrderTicket>(&timed.step))
            if (ticket->tif == TimeInForce::Opg || ticket->tif == TimeInForce::Cls)
                ticket->tif = TimeInForce::Gtc;
        if (auto *print = std::get_if<Trade>(&timed.step))
            for (const quint16 auction : { 15, 16, 25, 28 })
                if (print->conditions.contains(auction))
                    print->conditions = {};
    }

    /// From a market that both see for the first time.
    std::vector<OrderEvent> goOn(Table &table)
    {
        PaperBroker &broker = table.broker;
        Trade print;
        print.instrument = RandomMarket::instrument;
        print.time = m_at;
        print.price = Price::whole(100);
        print.size = Qty::whole(1);
        Quote nothing;
        nothing.instrument = RandomMarket::instrument;
        nothing.time = m_at;
        broker.onFeedDown(m_at); // the print triggers nothing yet
        broker.onTrade(print);
        broker.onFeedUp(m_at);
        if (m_bands)
            broker.onBands(*m_bands);
        broker.onQuote(nothing);
        for (std::size_t i = m_restart; i < m_steps.size(); ++i)
            RandomMarket::play(broker, m_steps[i]);
        return broker.takeEvents();
    }

    RandomMarket m_random;
    PaperConfig m_config;
    std::vector<RandomMarket::Timed> m_steps;
    std::size_t m_restart = 0;
    Timestamp m_at {};
    std::optional<LuldBands> m_bands;
    std::optional<Table> m_undisturbed;
    std::optional<Table> m_restarted;
    qint64 m_fills = 0;
};

quint64 journalHash(quint64 seed, std::size_t batch, int steps)
{
    Table table(configOf(seed));
    EventHash hash;
    std::size_t count = 0;
    const auto take = [&] {
        for (const OrderEvent &event : table.broker.takeEvents())
            hash.add(orderEventText(event));
    };
    for (const RandomMarket::Timed &timed : RandomMarket(seed).marketWithOrders(steps)) {
        RandomMarket::play(table.broker, timed);
        if (++count % batch == 0)
            take();
    }
    take();
    return hash.value();
}

} // namespace

class PaperPropertiesTest : public QObject
{
    Q_OBJECT

    static quint64 streams() { return quint64(test::streamCount()); }

private slots:
    /// C.9 number 10.
    void property10OrdersKeepTheirPromises()
    {
        qint64 fills = 0;
        for (quint64 seed = 1; seed <= streams(); ++seed) {
            Table table(configOf(seed));
            Auditor auditor;
            for (const RandomMarket::Timed &timed : RandomMarket(seed).marketWithOrders(120)) {
                auditor.see(timed);
                RandomMarket::play(table.broker, timed);
                for (const OrderEvent &event : table.broker.takeEvents()) {
                    fills += event.lastQty > Qty();
                    const QString wrong = auditor.check(event);
                    if (!wrong.isEmpty())
                        QFAIL(qPrintable(u"seed %1: %2: %3"_s.arg(seed).arg(
                            wrong, QString::fromStdString(orderEventText(event)))));
                }
            }
            QCOMPARE(auditor.atEnd(), QString());
            QCOMPARE(table.broker.illegalSteps(), 0);
        }
        QVERIFY(fills > qint64(streams())); // the streams do something
    }

    /// C.9 number 11: the same events give the same journal, however they are fetched.
    void property11JournalsAreEqual()
    {
        for (quint64 seed = 1; seed <= streams(); ++seed) {
            const quint64 hash = journalHash(seed, 1, 60);
            QCOMPARE(journalHash(seed, 7, 60), hash);
            QCOMPARE(journalHash(seed, 1'000, 60), hash);
        }
    }

    /// C.9 number 14 for orders: a restart at any moment changes no working order.
    void property14RestartsKeepOrders()
    {
        qint64 working = 0;
        for (quint64 seed = 1; seed <= streams(); ++seed) {
            Table before(configOf(seed));
            const std::vector<RandomMarket::Timed> steps = RandomMarket(seed).marketWithOrders(60);
            for (const RandomMarket::Timed &timed : steps)
                RandomMarket::play(before.broker, timed);
            Table after(configOf(seed));
            after.gate.positions = before.gate.positions;
            after.broker.restore(before.broker.takeEvents());
            QCOMPARE(after.broker.workingIds(), before.broker.workingIds());
            for (const QString &id : before.broker.workingIds()) {
                const OrderState state = before.broker.state(id);
                QCOMPARE(after.broker.state(id), state);
                // Changes on our own account wait with their words until a request is over
                if (state == OrderState::PendingCancel || state == OrderState::PendingReplace)
                    continue;
                QCOMPARE(*after.broker.ticket(id), *before.broker.ticket(id));
                if (after.gate.holds[id] != before.gate.holds[id])
                    QFAIL(qPrintable(u"seed %1, order %2: the hold differs"_s.arg(seed).arg(id)));
                ++working;
            }
        }
        QVERIFY(working > qint64(streams()) / 2);
    }

    /// C.9 number 14: nor what it is filled with.
    void property14RestartsKeepFills()
    {
        qint64 fills = 0;
        for (quint64 seed = 1; seed <= streams(); ++seed) {
            RestartPair pair(seed);
            if (!pair.begin())
                continue;
            const QString difference = pair.difference();
            if (!difference.isEmpty())
                QFAIL(qPrintable(u"seed %1: %2"_s.arg(seed).arg(difference)));
            fills += pair.fills();
        }
        QVERIFY(fills > qint64(streams()));
    }

    /// An order that arrives in the instant in which another's triggered stop begins to work: which
    /// set out first decides, also after a restart.
    void property14KeepsTheOrderOfOneInstant()
    {
        RestartPair pair(96'136);
        QVERIFY(pair.begin());
        QCOMPARE(pair.difference(), QString());
    }

    /// The journal of a few streams, as computed on the first machine: other compilers, levels and
    /// systems must agree.
    void property11JournalIsTheSameEverywhere()
    {
        EventHash all;
        for (quint64 seed = 1; seed <= 50; ++seed)
            all.add(std::to_string(journalHash(seed, 16, 150)));
        QCOMPARE(all.value(), 18364046913121118546ULL);
    }

    /// For each order alone: TOUCH fills at least what QUEUE fills, and that at least THROUGH.
    void boundsHold()
    {
        qint64 apart = 0;
        for (quint64 seed = 1; seed <= streams(); ++seed) {
            PaperConfig config = configOf(seed);
            std::vector<std::unique_ptr<Table>> tables;
            for (const FillMode mode : { FillMode::Through, FillMode::Queue, FillMode::Touch }) {
                config.mode = mode;
                tables.push_back(std::make_unique<Table>(config));
            }
            RandomMarket random(seed);
            const std::vector<RandomMarket::Timed> market = random.market(80);
            const std::size_t sent = 5 + random.below(10);
            const OrderTicket order = random.soloOrder();
            for (std::size_t i = 0; i < market.size(); ++i) {
                std::array<Qty, 3> filled;
                for (std::size_t mode = 0; mode < 3; ++mode) {
                    Table &table = *tables[mode];
                    RandomMarket::play(table.broker, market[i]);
                    if (i == sent)
                        table.broker.submit(order, market[i].at);
                    const Qty position = table.gate.positions.value(order.symbol);
                    filled[mode] = std::max(position, -position);
                }
                if (!(filled[0] <= filled[1] && filled[1] <= filled[2]))
                    QFAIL(qPrintable(u"seed %1, step %2: %3 %4 %5"_s.arg(seed).arg(i).arg(
                        filled[0].toString(), filled[1].toString(), filled[2].toString())));
                apart += filled[0] < filled[1] || filled[1] < filled[2];
            }
        }
        QVERIFY(apart > qint64(streams())); // the bounds are not one
    }
};

QTEST_GUILESS_MAIN(PaperPropertiesTest)
#include "tst_paperproperties.moc"
