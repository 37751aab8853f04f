#include "ledgermath.h"
#include "optionneed.h"
#include "ordereventtext.h"
#include "randomdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stepsAStream = 120;

quint64 streamCount()
{
    if (qEnvironmentVariableIsSet("TAPELINE_STREAMS"))
        return quint64(qEnvironmentVariableIntValue("TAPELINE_STREAMS"));
    return qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 100'000 : 1'000;
}

/// To look at one seed.
quint64 firstSeed()
{
    return quint64(qEnvironmentVariableIntValue("TAPELINE_FIRST_STREAM"));
}

AccountSettings settingsOf(MarginMode mode, qint64 cash)
{
    AccountSettings settings;
    settings.margin = mode;
    settings.startingCash = Money::whole(cash);
    return settings;
}

/// What it costs to buy contracts back may take a cash account below 0: exits are never held up.
class Buybacks
{
public:
    /// Counts the fills since the last call.
    Money total(const RandomDesk &desk)
    {
        for (; m_seen < desk.events.size(); ++m_seen) {
            const OrderEvent &event = desk.events[m_seen];
            if (event.ticket)
                m_tickets[event.id] = *event.ticket;
            if (event.lastQty > Qty())
                count(event, m_tickets[event.id]);
        }
        return m_total;
    }

private:
    void count(const OrderEvent &event, const OrderTicket &ticket)
    {
        const bool isLeg = ticket.isPackage();
        const OrderLeg leg = isLeg ? ticket.legs[std::size_t(event.leg)] : OrderLeg();
        const Side side = !isLeg       ? ticket.side
            : ticket.side == Side::Buy ? leg.side
                                       : opposite(leg.side);
        const QString &symbol = isLeg ? leg.symbol : ticket.symbol;
        Qty &held = m_held[symbol];
        if (side == Side::Buy && held < Qty())
            m_total += *notional(event.lastPrice, std::min(event.lastQty, -held), 100);
        held += side == Side::Buy ? event.lastQty : -event.lastQty;
    }

    std::size_t m_seen = 0;
    std::map<QString, OrderTicket> m_tickets;
    std::map<QString, Qty> m_held;
    Money m_total;
};

/// Everything held on the stock.
OptionGroup heldBy(const RandomDesk &desk)
{
    OptionGroup group;
    group.underlying = Price::whole(100);
    for (const VenuePosition &position : desk.venue.positions()) {
        const Instrument instrument = *instrumentFromSymbol(position.symbol);
        if (instrument.option)
            group.options.push_back({ *instrument.option, position.qty, Price::whole(1), 100 });
        else
            group.shares = position.qty;
    }
    return group;
}

/// What a margin account lacks because contracts were bought back: exits are never held up, and a
/// long without its short is paid in full.
class Shortfall
{
public:
    explicit Shortfall(const RandomDesk &desk)
        : m_desk(desk)
    {
    }

    /// After every step: whether something else has taken more than there was.
    bool isBroken()
    {
        const Money total = m_buybacks.total(m_desk);
        const bool boughtBack = std::exchange(m_total, total) != total;
        const Money lacking = std::max(-m_desk.venue.books().margin(m_desk.now).excess, Money());
        const Money known = std::exchange(m_lacking, lacking);
        return lacking > known && !boughtBack;
    }
    Money lacking() const { return m_lacking; }

private:
    const RandomDesk &m_desk;
    Buybacks m_buybacks;
    Money m_total;
    Money m_lacking;
};

QString brokenRule(const RandomDesk &desk, Buybacks &buybacks)
{
    const OptionGroup held = heldBy(desk);
    const Money cash = desk.venue.account().cash;
    if (held.shares < Qty())
        return u"short %1 shares"_s.arg(held.shares.toString());
    if (optionNeed(held).naked > Money())
        return u"naked options"_s;
    if (cash < -buybacks.total(desk))
        return u"cash %1"_s.arg(cash.toString());
    return {};
}

} // namespace

/// What no stream of orders may bring an account to, whatever the market does meanwhile.
class HeldPropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    /// No shorts, no naked options, nothing bought without the money for it.
    void cashAccountsOweNothing()
    {
        qint64 fills = 0;
        qint64 writes = 0;
        for (quint64 seed = firstSeed(); seed < streamCount(); ++seed) {
            RandomDesk desk(seed, settingsOf(MarginMode::Cash, 20'000),
                            RandomDesk::Market::Jumping);
            Buybacks buybacks;
            for (int i = 0; i < stepsAStream; ++i) {
                desk.step();
                const QString wrong = brokenRule(desk, buybacks);
                if (!wrong.isEmpty())
                    QFAIL(qPrintable(
                        u"seed %1, step %2: %3\n%4"_s.arg(seed).arg(i).arg(wrong, desk.journal())));
                for (const OptionHolding &option : heldBy(desk).options)
                    writes += option.qty < Qty() ? 1 : 0;
            }
            for (const OrderEvent &event : desk.events)
                fills += event.lastQty > Qty() ? 1 : 0;
        }
        QVERIFY2(fills > qint64(streamCount()) && writes > qint64(streamCount()),
                 "the streams do too little to prove anything");
    }

    /// Shares that left took the need of a sale with them, as they freed a spread to cover it.
    void stream2441KeepsItsExcess() { keepsItsExcess(2441); }

    /// At prices that do not move, what was accepted never takes more than there is.
    void marginAccountsKeepTheirExcess()
    {
        qint64 shorts = 0;
        for (quint64 seed = firstSeed(); seed < streamCount(); ++seed)
            shorts += keepsItsExcess(seed);
        QVERIFY2(shorts > qint64(streamCount()), "the streams do too little to prove anything");
    }

private:
    /// Steps at which the stream was short of shares.
    static qint64 keepsItsExcess(quint64 seed)
    {
        RandomDesk desk(seed, settingsOf(MarginMode::RegT, 20'000), RandomDesk::Market::Standing);
        Shortfall shortfall(desk);
        qint64 shorts = 0;
        for (int i = 0; i < stepsAStream; ++i) {
            desk.step();
            if (shortfall.isBroken())
                QTest::qFail(qPrintable(u"seed %1, step %2: excess -%3\n%4"_s.arg(seed).arg(i).arg(
                                 shortfall.lacking().toString(), desk.journal())),
                             __FILE__, __LINE__);
            if (QTest::currentTestFailed())
                break;
            shorts += heldBy(desk).shares < Qty() ? 1 : 0;
        }
        return shorts;
    }
};

QTEST_GUILESS_MAIN(HeldPropertiesTest)
#include "tst_heldproperties.moc"
