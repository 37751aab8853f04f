#include "randombooks.h"
#include "streamcount.h"
#include "tradedaccount.h"
#include "valuation.h"

#include <QCryptographicHash>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int eventsAStream = 60;

AccountSettings settingsOf(quint64 seed)
{
    AccountSettings settings;
    settings.lots = LotMethod(seed % 5);
    settings.feesInBasis = seed % 7 == 0;
    settings.margin = MarginMode(seed % 3);
    return settings;
}

/// What does not hold of the books, or null.
using Rule = const char *(*)(const Ledger &ledger, RandomBooks &random);

const char *sumRule(const Ledger &ledger, RandomBooks &)
{
    quint64 total = 0; // partial sums may leave the range: modulo 2^64 they cannot
    for (const Money balance : ledger.state().balances)
        total += quint64(balance.units());
    return total != 0 ? "1: the balances do not sum to 0" : nullptr;
}

const char *lotRule(const Ledger &ledger, RandomBooks &)
{
    const LedgerState &state = ledger.state();
    quint64 cost = 0;
    for (const auto &[symbol, position] : state.positions) {
        quint64 lots = 0;
        quint64 lotCost = 0;
        for (const Lot &lot : position.lots) {
            lots += quint64(lot.qty.units());
            lotCost += quint64(lot.cost.units());
            if (lot.qty.isZero() || (lot.qty > Qty()) != (position.qty > Qty()))
                return "3: a lot of 0 or of the other sign";
        }
        if (lots != quint64(position.qty.units()) || lotCost != quint64(position.cost.units())
            || position.lots.empty())
            return "3: the lots are not the position";
        cost += lotCost;
    }
    return cost != quint64(state[LedgerAccount::PositionCost].units())
        ? "3: the lots' cost is not the account's"
        : nullptr;
}

/// C.3, with prices of its own for everything held.
const char *equityRule(const Ledger &ledger, RandomBooks &random)
{
    MarkBook prices;
    for (const auto &[symbol, position] : ledger.state().positions) {
        Quote &quote = prices[symbol].quote;
        quote.bid = Price::fromUnits(1 + qint64(random.below(1'000'000'000'000)));
        quote.ask = quote.bid + Price::fromUnits(qint64(random.below(1'000'000'000)));
        quote.bidSize = quote.askSize = Qty::whole(1);
    }
    const Valuation worth
        = valueAccount(ledger.state(), InstrumentBook(), prices, tenOClock(), false);
    if (!worth.fits)
        return nullptr;
    const Money made = ledger.realized() + worth.unrealized - ledger.fees();
    const Money equity = ledger.deposits() + made + ledger.dividends() + ledger.interest();
    return worth.equity != equity ? "2: equity is not what it must be" : nullptr;
}

const char *noRule(const Ledger &, RandomBooks &)
{
    return nullptr;
}

struct Stream
{
    Ledger ledger;
    std::vector<LedgerEvent> events;
    std::vector<Ledger> snapshots; ///< one, half way
    const char *broken = nullptr;
    qint64 refused = 0;
};

/// Runs one random life; a refused event must have changed nothing.
Stream run(quint64 seed, Rule rule = noRule)
{
    Stream stream;
    RandomBooks random(seed);
    WrittenBooks books(settingsOf(seed));
    for (int i = 0; i < eventsAStream && !stream.broken; ++i) {
        const LedgerEvent event = random.next(books.ledger);
        const bool probes = event.price > Price::whole(10'000) || event.reversal;
        const std::optional<Ledger> before = probes ? std::optional(books.ledger) : std::nullopt;
        if (books.write(event))
            random.keep(books.entries.back());
        else if (++stream.refused; before && !(books.ledger == *before))
            stream.broken = "a refused event changed the books";
        if (const char *broken = rule(books.ledger, random))
            stream.broken = broken;
        if (i == eventsAStream / 2)
            stream.snapshots.push_back(books.ledger);
    }
    stream.ledger = books.ledger;
    stream.events = std::move(books.events);
    return stream;
}

qint64 anyNumber(RandomBooks &random)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const std::array<qint64, 8> numbers { 0,
                                          1,
                                          -1,
                                          most,
                                          -most,
                                          -most - 1,
                                          qint64(random.below(1'000'000'000)) - 500'000'000,
                                          qint64(random.below(1'000'000'000)) * 9'000'000'000 };
    return numbers[random.below(numbers.size())];
}

/// One field, or the kind, of something else.
void damage(LedgerEvent &event, RandomBooks &random)
{
    const qint64 number = anyNumber(random);
    switch (random.below(10)) {
    case 0:
        event.qty = Qty::fromUnits(number);
        break;
    case 1:
        event.price = Price::fromUnits(number);
        break;
    case 2:
        event.amount = Money::fromUnits(number);
        break;
    case 3:
        event.fee = Money::fromUnits(number);
        break;
    case 4:
        event.multiplier = number;
        break;
    case 5:
        event.numerator = number;
        break;
    case 6:
        event.denominator = number;
        break;
    case 7:
        event.deliverable = Qty::fromUnits(number);
        break;
    case 8:
        event.kind = LedgerEventKind(random.below(18));
        break;
    default:
        if (event.reversal && !event.reversal->lots.empty())
            event.reversal->lots.front().qty = Qty::fromUnits(number);
    }
}

Ledger foldWith(const AccountSettings &settings, const std::vector<LedgerEvent> &events)
{
    WrittenBooks books(settings);
    for (const LedgerEvent &event : events)
        books.write(event);
    return books.ledger;
}

LedgerEvent plainFill(RandomBooks &random, qint64 scale = 1)
{
    LedgerEvent event;
    event.at = tenOClock();
    event.kind = LedgerEventKind::Fill;
    event.symbol = random.below(2) ? u"A"_s : u"B"_s;
    const qint64 qty = qint64(1 + random.below(100)) * scale;
    event.qty = Qty::whole(random.below(2) ? qty : -qty);
    event.price = Price::fromUnits(qint64(1 + random.below(10'000)) * 100'000'000);
    return event;
}

} // namespace

/// The properties of execution.md C.9 over random streams of events, by their numbers; 10 and the
/// orders' part of 11 and 14 are in tst_paperproperties.
class AccountPropertiesTest : public QObject
{
    Q_OBJECT

    static void holdsAfterEveryEvent(Rule rule)
    {
        qint64 refused = 0;
        qint64 written = 0;
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            const Stream stream = run(quint64(seed), rule);
            QVERIFY2(
                !stream.broken,
                qPrintable(u"seed %1: %2"_s.arg(seed).arg(QString::fromLatin1(stream.broken))));
            refused += stream.refused;
            written += qint64(stream.events.size());
        }
        QVERIFY2(refused * 50 > written, "the streams try too little that cannot be");
        QVERIFY2(written > refused * 4, "the streams try too much that cannot be");
    }

private slots:
    /// 1: after every event.
    void property1MoneyIsConserved() { holdsAfterEveryEvent(sumRule); }

    /// 2: after every event.
    void property2EquityIsItsParts() { holdsAfterEveryEvent(equityRule); }

    /// 3: after every event.
    void property3LotsAreThePosition() { holdsAfterEveryEvent(lotRule); }

    /// 14: half way and the rest of the events are the whole.
    void property14SnapshotAndTailAreTheFold()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            const Stream stream = run(quint64(seed));
            Ledger tail = stream.snapshots.front();
            for (const LedgerEvent &event : stream.events) {
                if (event.sequence >= tail.nextSequence())
                    QVERIFY(tail.apply(event));
            }
            QVERIFY2(tail == stream.ledger, qPrintable(u"seed %1"_s.arg(seed)));
            if (seed % 20 == 0)
                QVERIFY(stream.snapshots.front().isSnapshotOf(stream.events));
        }
    }

    /// Whatever a damaged journal says: it is taken or refused, and the books stay whole.
    void anyEventIsTakenOrRefused()
    {
        qint64 taken = 0;
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            WrittenBooks books(settingsOf(quint64(seed)));
            for (int i = 0; i < eventsAStream; ++i) {
                LedgerEvent event = random.next(books.ledger);
                if (random.below(2))
                    damage(event, random);
                const Ledger before = books.ledger;
                if (books.write(event)) {
                    random.keep(books.entries.back());
                    ++taken;
                } else {
                    QVERIFY(books.ledger == before);
                }
                for (const Rule rule : { sumRule, lotRule })
                    QVERIFY2(!rule(books.ledger, random), qPrintable(u"seed %1"_s.arg(seed)));
            }
        }
        QVERIFY(taken > streamCount());
    }

    /// 11: the same events, read back from their text, give the same text and the same state.
    void property11ReplayGivesTheSameText()
    {
        QCryptographicHash first(QCryptographicHash::Sha256);
        QCryptographicHash second(QCryptographicHash::Sha256);
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            const Stream stream = run(quint64(seed));
            Ledger replayed;
            for (const LedgerEvent &event : stream.events) {
                const std::string text = ledgerEventText(event);
                const Result<LedgerEvent> read = ledgerEventFromText(text);
                QVERIFY(read && *read == event);
                QVERIFY(replayed.apply(*read));
                first.addData(QByteArray::fromStdString(text));
                second.addData(QByteArray::fromStdString(ledgerEventText(*read)));
            }
            QVERIFY(replayed == stream.ledger);
            QCOMPARE(ledgerStateText(replayed.state()), ledgerStateText(stream.ledger.state()));
        }
        QCOMPARE(first.result(), second.result());
    }

    /// 4: what is realized and what the rest cost (as balances) do not depend on the method.
    void property4MethodsDifferInTimeOnly()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            WrittenBooks books;
            for (int i = 0; i < eventsAStream; ++i)
                books.write(random.next(books.ledger, false));
            const auto sum = [](const Ledger &ledger) {
                return ledger.state()[LedgerAccount::Realized]
                    + ledger.state()[LedgerAccount::PositionCost];
            };
            const std::vector<LedgerEvent> events(books.events.begin() + 2, books.events.end());
            for (const LotMethod method :
                 { LotMethod::Lifo, LotMethod::Average, LotMethod::SpecificId, LotMethod::Hifo }) {
                const Ledger other = foldWith(WrittenBooks::byMethod(method), events);
                QCOMPARE(other.state().sequence, books.ledger.state().sequence);
                QCOMPARE(sum(other), sum(books.ledger));
                QCOMPARE(other.cash(), books.ledger.cash());
            }
        }
    }

    /// 5: with nothing left, equity is what came in and was earned.
    void property5FlatAccountsAddUp()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            WrittenBooks books(settingsOf(quint64(seed)));
            for (int i = 0; i < eventsAStream; ++i)
                books.write(random.next(books.ledger));
            bool flat = true;
            const std::map<QString, Position> held = books.ledger.state().positions;
            for (const auto &[symbol, position] : held) {
                LedgerEvent exit = books.event(LedgerEventKind::Fill);
                exit.symbol = symbol;
                exit.qty = -position.qty;
                exit.price = Price::fromUnits(qint64(random.below(1'000'000'000'000)));
                exit.multiplier = position.multiplier;
                flat = books.write(exit) && flat;
            }
            const Ledger &ledger = books.ledger;
            if (!flat) // a huge position, that no price can end within the range
                continue;
            QVERIFY(ledger.state().positions.empty());
            QCOMPARE(ledger.cash() + ledger.pending(),
                     ledger.deposits() + ledger.realized() - ledger.fees() + ledger.dividends()
                         + ledger.interest());
            Money trips;
            for (const RoundTrip &trip : ledger.state().trips)
                trips += trip.gross;
            QCOMPARE(trips, ledger.realized());
        }
    }

    /// 6: in and out at one price costs nothing, whatever was held before.
    void property6ThereAndBackLeavesCash()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            WrittenBooks books(WrittenBooks::byMethod(LotMethod(seed % 5)));
            for (int i = 0; i < 4; ++i)
                books.write(plainFill(random));
            const Money cash = books.ledger.cash();
            LedgerEvent there = plainFill(random);
            there.price = Price::fromUnits(1 + qint64(random.below(1'000'000'000'000)));
            there.qty = Qty::fromUnits(1 + qint64(random.below(1'000'000'000'000)));
            QVERIFY(books.write(there));
            there.qty = -there.qty;
            QVERIFY(books.write(there));
            QCOMPARE(books.ledger.cash(), cash);
        }
    }

    /// 7: parts of a fill at its price are the fill.
    void property7PartsAreTheWhole()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            const LotMethod method = LotMethod(seed % 5);
            WrittenBooks whole(WrittenBooks::byMethod(method));
            WrittenBooks parts(WrittenBooks::byMethod(method));
            for (int i = 0; i < 6; ++i) {
                LedgerEvent fill = plainFill(random);
                fill.fee = Money::fromUnits(qint64(random.below(1'000'000)));
                whole.write(fill);
                const Qty first = Qty::whole(qint64(random.below(
                    quint64(ledgermath::magnitude(fill.qty).units() / Qty::unitsPerOne))));
                LedgerEvent part = fill;
                part.qty = fill.qty > Qty() ? first : -first;
                part.fee = ledgermath::share(fill.fee, part.qty, fill.qty);
                if (!part.qty.isZero())
                    parts.write(part);
                fill.qty -= part.qty;
                fill.fee -= part.qty.isZero() ? Money() : part.fee;
                parts.write(fill);
            }
            // An average lot's cost is no multiple of its quantity: each closing rounds its share
            const qint64 slack = method == LotMethod::Average ? 6 : 0;
            const auto differs = [&](Money a, Money b) { return qAbs((a - b).units()) > slack; };
            for (std::size_t i = 0; i < ledgerAccountCount; ++i)
                QVERIFY(
                    !differs(parts.ledger.state().balances[i], whole.ledger.state().balances[i]));
            QCOMPARE(parts.ledger.cash(), whole.ledger.cash());
            for (const auto &[symbol, position] : whole.ledger.state().positions) {
                QCOMPARE(parts.ledger.position(symbol), position.qty);
                QVERIFY(!differs(parts.ledger.state().find(symbol)->cost, position.cost));
            }
            QCOMPARE(parts.ledger.state().trips.size(), whole.ledger.state().trips.size());
            QCOMPARE(parts.ledger.state().wins, whole.ledger.state().wins);
        }
    }

    /// 8: a split and the same back restore quantity and cost, lot by lot.
    void property8SplitsGoBack()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            WrittenBooks books(WrittenBooks::byMethod(LotMethod(seed % 5)));
            const qint64 a = 1 + qint64(random.below(20));
            const qint64 b = 1 + qint64(random.below(20));
            const bool isShort = random.below(2);
            for (int i = 0; i < 5; ++i) {
                LedgerEvent fill = plainFill(random, b);
                fill.symbol = u"A"_s;
                fill.qty
                    = isShort ? -ledgermath::magnitude(fill.qty) : ledgermath::magnitude(fill.qty);
                QVERIFY(books.write(fill));
            }
            const Position before = books.position("A");
            const Money cash = books.ledger.cash();
            QVERIFY(books.split("A", a, b, "10"));
            QCOMPARE(books.position("A").cost, before.cost);
            QVERIFY(books.split("A", b, a, "10"));
            Position after = books.position("A");
            for (Lot &lot : after.lots)
                QVERIFY(std::exchange(lot.isRestated, false));
            QVERIFY(after == before);
            QCOMPARE(books.ledger.cash(), cash);
        }
    }

    /// 9: at the settlement price contracts end without a change of equity.
    void property9EndingsLeaveEquity()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            TradedAccount traded;
            Instrument contract = *instrumentFromSymbol(random.below(2) ? u"O:A260619C00100000"_s
                                                                        : u"O:A260619P00100000"_s);
            contract.option->cashSettled = random.below(3) == 0;
            traded.account.learn(contract);
            const Price close = Price::fromUnits(qint64(8'000 + random.below(4'000)) * 100'000'000);
            const Price value = std::max(contract.option->right == OptionRight::Call
                                             ? close - contract.option->strike
                                             : contract.option->strike - close,
                                         Price());
            Quote quote;
            quote.bidSize = quote.askSize = Qty::whole(1);
            quote.bid = quote.ask = close;
            traded.prices[u"A"_s].quote = quote;
            quote.bid = quote.ask = value;
            traded.prices[contract.symbol].quote = quote;
            traded.prices[contract.symbol].last = value;
            const auto trade = [&](const QString &symbol, qint64 most) {
                const bool buys = random.below(2);
                traded.account.execute({ 1,
                                         traded.now,
                                         u"o"_s,
                                         symbol,
                                         buys ? Side::Buy : Side::Sell,
                                         Qty::whole(1 + qint64(random.below(quint64(most)))),
                                         Price::fromUnits(qint64(random.below(20'000)) * 1'000'000),
                                         {},
                                         {} });
            };
            trade(u"A"_s, 500);
            trade(contract.symbol, 5);
            trade(contract.symbol, 5);
            if (traded.account.position(contract.symbol).isZero())
                continue;
            const bool isWorthless = value.isZero(); // no quote then, so no known price
            const Money settled = isWorthless ? traded.figures().equity
                    - traded.account.valuation(traded.now).positions.back().value
                                              : traded.figures().equity;
            traded.expire(QDate(2026, 6, 19));
            QVERIFY(traded.account.position(contract.symbol).isZero());
            QCOMPARE(traded.figures().equity, settled);
        }
    }

    /// 12: k times the quantity is k times the profit.
    void property12ProfitScales()
    {
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            const qint64 k = 2 + seed % 9;
            std::array<Money, 2> realized;
            for (const bool scaled : { false, true }) {
                RandomBooks random { quint64(seed) };
                WrittenBooks books(
                    WrittenBooks::byMethod(seed % 2 ? LotMethod::Lifo : LotMethod::Fifo));
                for (int i = 0; i < 8; ++i)
                    QVERIFY(books.write(plainFill(random, scaled ? k : 1)));
                realized[scaled ? 1 : 0] = books.ledger.realized();
            }
            QCOMPARE(realized[1].units(), realized[0].units() * k);
        }
    }

    /// 13: what is accepted leaves no limit exceeded, reckoned here once more on its own.
    void property13AcceptedOrdersKeepTheLimits()
    {
        qint64 accepted = 0;
        qint64 refused = 0;
        for (qint64 seed = 0; seed < streamCount(); ++seed) {
            RandomBooks random { quint64(seed) };
            AccountSettings settings;
            settings.risk.actions.fill(RuleAction::Block);
            settings.margin = seed % 2 ? MarginMode::Cash : MarginMode::RegT;
            TradedAccount traded(settings);
            traded.quote("A", "100");
            traded.quote("B", "20");
            std::map<QString, Money> committed;
            Money cash = money("100000");
            for (int i = 0; i < 20; ++i) {
                OrderTicket ticket = TradedAccount::order(random.below(2) ? "A" : "B", "1");
                const Price limit = ticket.symbol == u"A"_s ? price("100") : price("20");
                ticket.type = OrderType::Limit;
                ticket.limit = limit;
                ticket.qty = Qty::whole(1 + qint64(random.below(600)));
                const bool stops = random.below(2);
                const Price stop = limit - Price::whole(1 + qint64(random.below(8)));
                if (stops)
                    ticket.stopLoss = stop;
                const Money value = *notional(limit, ticket.qty);
                const Money risk = stops ? *notional(limit - stop, ticket.qty) : value;
                if (!traded.accept(ticket)) {
                    ++refused;
                    continue;
                }
                ++accepted;
                committed[ticket.symbol] += risk;
                cash -= value;
                QVERIFY(risk <= money("2000"));
                QVERIFY(committed[ticket.symbol] <= money("5000"));
                QVERIFY(cash >= money("20000"));
                QVERIFY(traded.figures().buyingPower >= Money());
            }
        }
        QVERIFY2(std::min(accepted, refused) > streamCount(), "both must happen to prove anything");
    }
};

QTEST_APPLESS_MAIN(AccountPropertiesTest)
#include "tst_accountproperties.moc"
