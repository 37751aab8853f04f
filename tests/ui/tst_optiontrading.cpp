#include "easterntime.h"
#include "fonts.h"
#include "optionhand.h"
#include "sandboxdesk.h"

#include <QJsonDocument>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate opened(2026, 8, 13); // a Thursday
const QDate friday(2026, 8, 14);
const QDate monday(2026, 8, 17);
const QDate nextFriday(2026, 8, 21);
const QString spy = u"SPY"_s;

Timestamp at(QDate day, Duration timeOfDay)
{
    return easterntime::at(day, timeOfDay);
}

} // namespace

/// Positions in options from their opening to their end, by hand on the simulated market: packages
/// filled on streamed quotes of contracts that nobody else watches, marked, adjusted, ended at the
/// official close, and all of it in the journal, over restarts of the desk.
class TestOptionTrading : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<PanelFixture>();
    }
    void cleanup()
    {
        shut();
        m_fixture.reset();
        m_folder.reset();
    }

    void anIronCondor()
    {
        const Price around = closeOf(opened);
        open(at(opened, 11h));
        const QString putWing = contract(friday, 'P', around, -12);
        const QString put = contract(friday, 'P', around, -8);
        const QString call = contract(friday, 'C', around, 8);
        const QString callWing = contract(friday, 'C', around, 12);
        QCOMPARE(m_hand->send(u"condor"_s,
                              { { putWing, Side::Buy },
                                { put, Side::Sell },
                                { call, Side::Sell },
                                { callWing, Side::Buy } },
                              2, u"Iron condor"_s),
                 QString());
        QCOMPARE(m_hand->shown().size(), 4);
        QCOMPARE(m_desk->held(put), Qty::whole(-2));
        QCOMPARE(m_desk->trading.log().fills().size(), std::size_t(4));
        for (const PositionRow &row : account().positions) {
            QCOMPARE(row.strategy, u"Iron condor"_s);
            QVERIFY(row.mark > Price() && !row.isStale);
        }
        QVERIFY(account().figures.cash > Money::whole(100'000)); // for a credit
        const Money equity = account().figures.equity; // marked
        QVERIFY(m_desk->stepUntil([&] { return account().figures.equity != equity; }));
        // adjusted: the calls go further out, in one order
        const QString further = contract(friday, 'C', around, 16);
        const QString furtherWing = contract(friday, 'C', around, 20);
        QCOMPARE(m_hand->send(u"adjust"_s,
                              { { call, Side::Buy },
                                { callWing, Side::Sell },
                                { further, Side::Sell },
                                { furtherWing, Side::Buy } },
                              2, u"Iron condor"_s),
                 QString());
        QCOMPARE(m_desk->held(call), Qty());
        QCOMPARE(m_desk->held(further), Qty::whole(-2));
        const Money cash = account().figures.cash;
        shut();
        open(at(friday, 15h + 30min));
        QCOMPARE(account().positions.size(), std::size_t(4));
        QVERIFY(m_desk->stepUntil([&] { return !account().position(put)->isStale; }));
        end(friday);
        QVERIFY(m_desk->stepUntil([&] { return m_hand->shown().filter(u"O:"_s).isEmpty(); }));
        const Price close = closeOf(friday);
        const double worth = 200
            * (exercised(putWing, close) - exercised(put, close) - exercised(further, close)
               + exercised(furtherWing, close));
        QVERIFY(std::abs(account().figures.equity.toDouble() - cash.toDouble() - worth) < 0.01);
        if (worth == 0) // all ended out of the money
            QCOMPARE(account().figures.cash, cash);
        QCOMPARE(kept(LedgerEventKind::Expiry) + kept(LedgerEventKind::Exercise)
                     + kept(LedgerEventKind::Assignment),
                 4);
        QCOMPARE(kept(LedgerEventKind::Fill), 8);
    }

    /// Written below where Friday will close: it is called away.
    void aCoveredCall()
    {
        const QString call = contract(friday, 'C', closeOf(friday), -3);
        open(at(opened, 11h));
        QCOMPARE(m_hand->send(u"write"_s, { { call, Side::Sell }, { spy, Side::Buy, 100 } }, 1,
                              u"Covered call"_s),
                 QString());
        QCOMPARE(m_hand->shown(), (QStringList { call, spy }));
        QCOMPARE(m_desk->held(spy), Qty::whole(100));
        const double paid = 100'000 - account().figures.cash.toDouble();
        shut();
        open(at(friday, 15h + 50min));
        end(friday);
        QVERIFY(m_desk->stepUntil([&] { return account().positions.empty(); }));
        const double strike = instrumentFromSymbol(call)->option->strike.toDouble();
        QVERIFY(std::abs(account().figures.realized.toDouble() - (100 * strike - paid)) < 0.01);
        QCOMPARE(kept(LedgerEventKind::Assignment), 1);
    }

    /// The near call expires, the far one is closed by hand on Monday.
    void aCalendar()
    {
        const Price close = closeOf(friday);
        const QString near = contract(friday, 'C', close, 4);
        const QString far = contract(nextFriday, 'C', close, 4);
        open(at(opened, 11h));
        QCOMPARE(m_hand->send(u"calendar"_s, { { near, Side::Sell }, { far, Side::Buy } }, 3,
                              u"Calendar"_s),
                 QString());
        QVERIFY(account().figures.cash < Money::whole(100'000)); // for a debit
        QCOMPARE(m_desk->held(near), Qty::whole(-3));
        shut();
        open(at(friday, 15h + 50min));
        end(friday);
        QVERIFY(m_desk->stepUntil([&] { return m_desk->held(near).isZero(); }));
        QCOMPARE(m_hand->shown(), QStringList { far });
        QCOMPARE(m_desk->held(far), Qty::whole(3));
        QCOMPARE(kept(LedgerEventKind::Expiry), 1);
        shut();
        open(at(monday, 10h));
        m_desk->trading.setArmed(true);
        QVERIFY(m_desk->stepUntil([&] { return !account().figures.stale; }));
        m_hand->press(u"closePosition"_s, far);
        QVERIFY(m_desk->stepUntil([&] { return account().positions.empty(); }));
        QCOMPARE(account().figures.trades, 1); // what one order opened is one trade
        QCOMPARE(account().figures.cash, Money::whole(100'000) + account().figures.realized);
    }

private:
    QString journal() const { return m_folder->filePath(u"journal.db"_s); }
    void open(Timestamp time)
    {
        m_desk = std::make_unique<SandboxDesk>(journal(), time);
        m_hand = std::make_unique<OptionHand>(*m_fixture, *m_desk);
        QVERIFY(m_desk->stepUntil([this] { return m_desk->trading.account() != nullptr; }));
    }
    void shut()
    {
        m_hand.reset();
        m_desk.reset();
    }
    const PaperAccountView &account() const { return m_hand->account(); }

    /// The contract on SPY so many dollars from a price.
    static QString contract(QDate day, char right, Price around, int dollars)
    {
        const qint64 strike = around.units() / Price::unitsPerOne + dollars;
        return u"O:SPY%1%2%3"_s.arg(day.toString(u"yyMMdd"_s), QString(QLatin1Char(right)),
                                    QString::number(strike * 1000).rightJustified(8, u'0'));
    }
    /// What exercise of a contract on a share brings at a price.
    static double exercised(const QString &symbol, Price price)
    {
        const OptionTerms terms = *instrumentFromSymbol(symbol)->option;
        const Price value
            = terms.right == OptionRight::Call ? price - terms.strike : terms.strike - price;
        return std::max(value, Price()).toDouble();
    }
    /// Over the close, to when all is settled.
    void end(QDate day)
    {
        m_desk->stepTo(at(day, 15h + 59min), 30s);
        m_desk->stepTo(at(day, 16h + 1min));
        m_desk->stepTo(at(day, 16h + 16min), 30s);
        m_desk->settle();
    }
    /// What a day closes at: the simulated market is what its seed makes it.
    static Price closeOf(QDate day)
    {
        SandboxService later(at(day, 20h), [](AssetClass, const QByteArray &) {});
        const QByteArray body
            = later.get(u"/v1/open-close/SPY/"_s + day.toString(Qt::ISODate)).body;
        return Price::fromDouble(QJsonDocument::fromJson(body)["close"_L1].toDouble());
    }
    int kept(LedgerEventKind kind) const
    {
        return OptionHand::kept(journal(), u"simulated/Paper"_s, kind);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<SandboxDesk> m_desk;
    std::unique_ptr<OptionHand> m_hand;
};

QTEST_MAIN(TestOptionTrading)
#include "tst_optiontrading.moc"
