#include "ordereventtext.h"
#include "ordertext.h"
#include "papervenue.h"
#include "recordeddays.h"
#include "soloorder.h"
#include "valuation.h"

#include <algorithm>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t orderCount = 10'000;

void play(PaperVenue &venue, const MarketEvent &event)
{
    if (const auto *quote = std::get_if<Quote>(&event))
        venue.onQuote(*quote);
    else
        venue.onTrade(std::get<Trade>(event));
}

/// An account that refuses nothing for want of money, and has fees.
AccountSettings generous()
{
    AccountSettings settings;
    settings.margin = MarginMode::None;
    settings.commission = u"per_share:0.005,1.00,1"_s;
    settings.startingCash = Money::whole(100'000'000);
    return settings;
}

PaperConfig ownOrdersMayMeet()
{
    PaperConfig config;
    config.refuseWashCross = false;
    config.triggerStopsAtOnce = true;
    config.allowWideSpreads = true;
    return config;
}

/// When which order is sent: sorted places in the stream of events.
std::vector<std::size_t> placesOf(quint64 seed, std::size_t events, std::size_t orders)
{
    SplitMix64 random(seed);
    std::vector<std::size_t> places(orders);
    for (std::size_t &place : places)
        place = std::size_t(random.below(events));
    std::sort(places.begin(), places.end());
    return places;
}

/// Holds every fill against the market that was recorded, not against what the broker made of it.
class Auditor
{
public:
    explicit Auditor(const SymbolTable &symbols)
        : m_symbols(symbols)
    {
    }

    void see(const MarketEvent &event)
    {
        if (const auto *quote = std::get_if<Quote>(&event))
            m_quotes[{ quote->instrument.index(), quote->sequence }] = *quote;
        else if (const auto &print = std::get<Trade>(event); true)
            m_prints[{ print.instrument.index(), print.sequence }] = print;
    }

    /// Empty, or what is wrong.
    QString check(const OrderEvent &event, const PaperBroker &broker)
    {
        if (event.ticket)
            m_tickets[event.id] = *event.ticket;
        if (event.lastQty.isZero())
            return {};
        ++fills;
        const std::optional<OrderTicket> now = broker.ticket(event.id);
        if (!now)
            return u"an order nobody knows"_s;
        const bool buy = now->side == Side::Buy;
        if (now->limit && (buy ? event.lastPrice > *now->limit : event.lastPrice < *now->limit))
            return u"beyond its limit"_s;
        if (const auto sent = m_tickets.find(event.id);
            sent != m_tickets.end() && event.cumQty > sent->second.qty)
            return u"more than was ordered"_s;
        if (!isInSession(event, *now))
            return u"outside its session"_s;
        book(event, *now);
        return evidence(event, *now);
    }

    qint64 fills = 0;
    Money spent; ///< on all fills, less what sales brought
    Money fees;
    std::map<QString, Qty> positions;
    std::map<FillRule, qint64> rules;

private:
    using Source = std::pair<std::size_t, quint64>; // instrument, sequence
    struct Use
    {
        Qty qty;
        Timestamp last {};
    };

    bool isInSession(const OrderEvent &event, const OrderTicket &ticket) const
    {
        const SessionPart part = m_calendar.partAt(event.at);
        if (part == SessionPart::Closed)
            return event.evidence.rule == FillRule::Auction;
        return part == SessionPart::Regular || ticket.extendedHours
            || event.evidence.rule == FillRule::Auction;
    }
    void book(const OrderEvent &event, const OrderTicket &ticket)
    {
        const Qty qty = ticket.side == Side::Buy ? event.lastQty : -event.lastQty;
        spent += *notional(event.lastPrice, qty);
        fees += event.fee;
        positions[ticket.symbol] += qty;
        ++rules[event.evidence.rule];
    }
    QString evidence(const OrderEvent &event, const OrderTicket &ticket)
    {
        const bool buy = ticket.side == Side::Buy;
        const Price limit = ticket.limit.value_or(event.lastPrice);
        const FillEvidence &receipt = event.evidence;
        const Source source { m_symbols.find(ticket.symbol.toStdString()).index(),
                              receipt.sequence };
        return receipt.printTime == Timestamp {} ? byQuote(event, source, buy)
                                                 : byPrint(event, source, buy, limit);
    }
    QString byQuote(const OrderEvent &event, const Source &source, bool buy)
    {
        const FillEvidence &receipt = event.evidence;
        const auto found = m_quotes.find(source);
        if (found == m_quotes.end() || found->second.time != receipt.quoteTime
            || found->second.bid != receipt.bid || found->second.ask != receipt.ask
            || found->second.time > event.at)
            return u"no such quote"_s;
        const Quote &quote = found->second;
        const bool crossed = quote.bid > quote.ask;
        if (!crossed && (buy ? event.lastPrice < quote.ask : event.lastPrice > quote.bid))
            return u"better than was offered"_s;
        Use &used = m_quoteUse[{ source, buy }];
        // A second after our last fill an unchanged quote counts as whole again
        if (event.at - used.last >= 1s)
            used.qty = {};
        used.last = event.at;
        used.qty += event.lastQty;
        return used.qty > (buy ? quote.askSize : quote.bidSize) ? u"more than was displayed"_s
                                                                : QString();
    }
    QString byPrint(const OrderEvent &event, const Source &source, bool buy, Price limit)
    {
        const FillEvidence &receipt = event.evidence;
        const auto found = m_prints.find(source);
        if (found == m_prints.end() || found->second.time != receipt.printTime
            || found->second.price != receipt.printPrice || found->second.size != receipt.printSize)
            return u"no such print"_s;
        // A print fills what rests, at its limit
        const Price price = found->second.price;
        const bool reached = buy ? price <= limit : price >= limit;
        if (receipt.rule != FillRule::Auction && !(reached && event.lastPrice == limit))
            return u"a print that did not reach it"_s;
        Qty &used = m_printUse[{ source, buy }];
        used += event.lastQty;
        return used > receipt.printSize ? u"more than was printed"_s : QString();
    }

    const SymbolTable &m_symbols;
    const MarketCalendar m_calendar;
    std::map<QString, OrderTicket> m_tickets;
    std::map<Source, Quote> m_quotes;
    std::map<Source, Trade> m_prints;
    std::map<std::pair<Source, bool>, Use> m_quoteUse;
    std::map<std::pair<Source, bool>, Qty> m_printUse;
};

/// What execution.md C.3 demands of the books, and what the fills alone say they must be.
QString wrongBooks(const PaperAccount &books, const Auditor &seen, Timestamp at)
{
    const Ledger &ledger = books.ledger();
    Money balance;
    for (const Money amount : ledger.state().balances)
        balance += amount;
    if (!balance.isZero())
        return u"the postings do not sum to 0"_s;
    const Valuation worth = books.valuation(at);
    const Money made = ledger.realized() + worth.unrealized - ledger.fees();
    if (!worth.fits
        || worth.equity != ledger.deposits() + made + ledger.dividends() + ledger.interest())
        return u"equity is not what it must be"_s;
    if (ledger.fees() != seen.fees)
        return u"fees"_s;
    return ledger.cash() == ledger.deposits() - seen.spent - seen.fees ? QString() : u"cash"_s;
}

/// Two-sided and sane: what orders are made around.
bool isSane(const Quote &quote)
{
    return quote.isTwoSided() && quote.bid < quote.ask
        && quote.ask - quote.bid < Price::fromUnits(Price::unitsPerOne / 4);
}

} // namespace

/// 10,000 seeded orders on two recorded days.
class RecordedDaysTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        SHARED_OR_SKIP();
        const Result<void> read = m_days.read();
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(m_days.events.size() > 400'000);
    }

    void everyFillIsCoveredAndTheBooksAreExact();
    void modesAreInTheirOrder();

private:
    std::vector<SoloOrder> soloOrders(std::size_t count);

    RecordedDays m_days;
    QuoteHistory m_history;
};

void RecordedDaysTest::everyFillIsCoveredAndTheBooksAreExact()
{
    const MarketCalendar calendar;
    PaperVenue venue(ownOrdersMayMeet(), calendar, m_days.symbols);
    QVERIFY(venue.open(generous(), RecordedDays::timeOf(m_days.events.front())));
    Auditor auditor(m_days.symbols);
    RandomOrders orders(20131007);
    const std::vector<std::size_t> places = placesOf(7, m_days.events.size(), orderCount);
    std::map<InstrumentId, Quote> market;
    std::size_t sent = 0;
    std::map<ReasonCode, qint64> refusals;
    qint64 refused = 0;
    for (std::size_t i = 0; i < m_days.events.size(); ++i) {
        const MarketEvent &event = m_days.events[i];
        const Timestamp at = RecordedDays::timeOf(event);
        auditor.see(event);
        play(venue, event);
        Quote &newest = market[RecordedDays::instrumentOf(event)];
        if (const auto *quote = std::get_if<Quote>(&event); quote && isSane(*quote))
            newest = *quote;
        for (; sent < places.size() && places[sent] <= i && newest.isTwoSided(); ++sent) {
            newest.time = at;
            venue.submit(orders.next(m_days.nameOf(newest.instrument), newest), at);
            if (orders.chance(10))
                venue.cancel(QString::number(1 + orders.below(sent + 1)), at);
        }
        for (const OrderEvent &report : venue.takeEvents()) {
            const QString wrong = auditor.check(report, venue.broker());
            if (!wrong.isEmpty())
                QFAIL(qPrintable(wrong + u": "_s + QString::fromStdString(orderEventText(report))));
            if (report.action == OrderAction::Deny || report.action == OrderAction::Reject) {
                ++refused;
                ++refusals[report.reason.code];
            }
        }
        if (const QString wrong = wrongBooks(venue.books(), auditor, at); !wrong.isEmpty())
            QFAIL(qPrintable(u"event %1: %2"_s.arg(i).arg(wrong)));
    }
    QCOMPARE(sent, orderCount);
    QCOMPARE(venue.broker().illegalSteps(), 0);
    for (const auto &[symbol, qty] : auditor.positions)
        QCOMPARE(venue.books().position(symbol), qty);
    // Some are refused for good reason, most are taken
    QVERIFY(refused > qint64(orderCount) / 50 && refused < qint64(orderCount) / 5);
    QVERIFY(auditor.fills > qint64(orderCount) / 2);
    qInfo("%lld fills, %lld refused, working at the end %zu", auditor.fills, refused,
          venue.broker().workingIds().size());
    for (const auto &[rule, count] : auditor.rules)
        qInfo("%s: %lld", orderText(rule).data(), count);
    for (const auto &[code, count] : refusals)
        qInfo("%s: %lld", reasonText(code).data(), count);
}

/// Orders of the regular session that can run alone.
std::vector<SoloOrder> RecordedDaysTest::soloOrders(std::size_t count)
{
    const MarketCalendar calendar;
    RandomOrders random(1984);
    std::vector<SoloOrder> orders;
    const std::vector<std::size_t> places = placesOf(8, m_days.events.size(), count);
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_days.events.size(); ++i) {
        const auto *quote = std::get_if<Quote>(&m_days.events[i]);
        if (!quote || !isSane(*quote) || calendar.partAt(quote->time) != SessionPart::Regular)
            continue;
        m_history.add(*quote);
        for (; next < places.size() && places[next] <= i; ++next) {
            SoloOrder order { random.next(m_days.nameOf(quote->instrument), *quote),
                              quote->instrument, i };
            order.ticket.reduceOnly = order.ticket.extendedHours = false;
            order.ticket.stopLoss = order.ticket.takeProfit = {};
            if (order.ticket.tif == TimeInForce::Opg || order.ticket.tif == TimeInForce::Cls)
                order.ticket.tif = TimeInForce::Day;
            orders.push_back(order);
        }
    }
    return orders;
}

/// Each order alone: TOUCH fills at least what QUEUE fills, and that at least what THROUGH fills.
void RecordedDaysTest::modesAreInTheirOrder()
{
    const bool all = qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS");
    const std::vector<SoloOrder> orders = soloOrders(all ? orderCount : 2'000);
    constexpr std::array names { "through", "queue", "touch" };
    std::array<ModeScore, 3> scores;
    SoloRun solo(m_days, m_history);
    qint64 apart = 0;
    for (const SoloOrder &order : orders) {
        const Qty through = solo.run(order, FillMode::Through, scores[0]);
        const Qty queue = solo.run(order, FillMode::Queue, scores[1]);
        const Qty touch = solo.run(order, FillMode::Touch, scores[2]);
        if (!(through <= queue && queue <= touch))
            QFAIL(qPrintable(u"%1: %2 %3 %4"_s.arg(QString::fromStdString(ticketText(order.ticket)),
                                                   through.toString(), queue.toString(),
                                                   touch.toString())));
        apart += through < queue || queue < touch;
    }
    qInfo("%zu orders, each alone, %lld of them with different fills", orders.size(), apart);
    qInfo("%s", qPrintable(ModeScore::header()));
    for (std::size_t mode = 0; mode < 3; ++mode)
        qInfo("%s", qPrintable(scores[mode].row(names[mode])));
    QVERIFY(apart * 50 > qint64(orders.size())); // the bounds are not one
}

QTEST_GUILESS_MAIN(RecordedDaysTest)
#include "tst_recordeddays.moc"
