#include "fonts.h"
#include "optionhand.h"
#include "recordeddesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The recorded day ends at 13:00; its options end with it.
const QDate day(2015, 12, 24);
constexpr Duration bell = 13h;

/// strike in cents.
QString contract(const QString &date, char right, int strike)
{
    return u"O:GOOG%1%2%3"_s.arg(date, QString(QLatin1Char(right)),
                                 QString::number(strike * 10).rightJustified(8, u'0'));
}

QString today(char right, int strike)
{
    return contract(u"151224"_s, right, strike);
}

} // namespace

/// The same life of positions on a recorded chain: GOOG on the 24th of December 2015, a half day
/// that is the last of its weekly options, which end at the close of the recorded stock.
class TestRecordedOptions : public QObject
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
        SHARED_OR_SKIP();
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<PanelFixture>();
    }
    void cleanup()
    {
        m_hand.reset();
        m_desk.reset();
        m_fixture.reset();
        m_folder.reset();
    }

    /// Opened in the morning, its calls taken off at eleven, and the rest worthless at one.
    void anIronCondor()
    {
        const QString putWing = today('P', 740'00);
        const QString put = today('P', 742'50);
        const QString call = today('C', 747'50);
        const QString callWing = today('C', 750'00);
        m_wanted = { put, putWing, call, callWing };
        open();
        QCOMPARE(m_hand->send(u"condor"_s,
                              { { putWing, Side::Buy },
                                { put, Side::Sell },
                                { call, Side::Sell },
                                { callWing, Side::Buy } },
                              2, u"Iron condor"_s),
                 QString());
        QCOMPARE(m_hand->shown().size(), 4);
        QVERIFY(account().figures.cash > Money::whole(100'000));
        const Money equity = account().figures.equity;
        QVERIFY(m_desk->stepUntil([&] { return account().figures.equity != equity; }, 30s));
        m_desk->stepTo(easterntime::at(day, 11h), 30s);
        QCOMPARE(m_hand->send(u"adjust"_s, { { call, Side::Buy }, { callWing, Side::Sell } }, 2,
                              u"Iron condor"_s),
                 QString());
        const Money cash = account().figures.cash;
        QCOMPARE(m_hand->shown(), (QStringList { putWing, put }));
        end();
        QVERIFY(m_desk->stepUntil([&] { return account().positions.empty(); }));
        QVERIFY(m_desk->lastPrice(easterntime::at(day, bell)) > Price::whole(743));
        QCOMPARE(account().figures.cash, cash); // the puts ended out of the money
        QCOMPARE(account().figures.realized, cash - Money::whole(100'000));
        QCOMPARE(kept(LedgerEventKind::Fill), 6);
        QCOMPARE(kept(LedgerEventKind::Expiry), 2);
    }

    /// In the money at the last price of the stock: called away.
    void aCoveredCall()
    {
        const QString call = today('C', 745'00);
        m_wanted = { call };
        open();
        QCOMPARE(m_hand->send(u"write"_s, { { call, Side::Sell }, { goog(), Side::Buy, 100 } }, 1,
                              u"Covered call"_s),
                 QString());
        QCOMPARE(m_hand->shown(), (QStringList { goog(), call }));
        const Money paid = Money::whole(100'000) - account().figures.cash;
        QVERIFY(paid > Money::whole(70'000));
        end();
        QVERIFY(m_desk->stepUntil([&] { return account().positions.empty(); }));
        QCOMPARE(account().figures.realized, Money::whole(74'500) - paid);
        QCOMPARE(kept(LedgerEventKind::Assignment), 1);
    }

    /// The near call ends worthless; the one of next week is there, marked and paid for.
    void aCalendar()
    {
        const QString near = today('C', 750'00);
        const QString far = contract(u"151231"_s, 'C', 750'00);
        m_wanted = { near, far };
        open();
        QCOMPARE(m_hand->send(u"calendar"_s, { { near, Side::Sell }, { far, Side::Buy } }, 3,
                              u"Calendar"_s),
                 QString());
        QVERIFY(account().figures.cash < Money::whole(100'000));
        end();
        QVERIFY(m_desk->stepUntil([&] { return m_desk->held(near).isZero(); }));
        QCOMPARE(m_hand->shown(), QStringList { far });
        QCOMPARE(m_desk->held(far), Qty::whole(3));
        QVERIFY(account().position(far)->mark > Price());
        QCOMPARE(kept(LedgerEventKind::Expiry), 1);
    }

private:
    static QString goog() { return u"GOOG"_s; }
    QString journal() const { return m_folder->filePath(u"journal.db"_s); }
    const PaperAccountView &account() const { return m_hand->account(); }

    void open()
    {
        m_desk = std::make_unique<RecordedDesk>(
            journal(),
            RecordedDesk::Day { goog(), u"equity/minute/GOOG_2015-12-24_2015-12-28"_s,
                                u"options/GOOG_2015-12-24_minute_quotebars.csv.gz"_s, m_wanted },
            easterntime::at(day, 10h + 30min));
        m_hand = std::make_unique<OptionHand>(*m_fixture, *m_desk);
        m_desk->step(5s); // the first quotes tell the time
        m_desk->trading.createAccount({});
        QVERIFY(m_desk->stepUntil([this] { return m_desk->trading.account() != nullptr; }));
    }
    /// A quarter of an hour past the close: no official one is in the recording.
    void end()
    {
        m_desk->stepTo(easterntime::at(day, bell - 1min), 30s);
        m_desk->stepTo(easterntime::at(day, bell + 17min), 30s);
        m_desk->settle();
    }
    int kept(LedgerEventKind kind) const
    {
        return OptionHand::kept(journal(), u"replay/1/Paper"_s, kind);
    }

    QSet<QString> m_wanted;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<RecordedDesk> m_desk;
    std::unique_ptr<OptionHand> m_hand;
};

QTEST_MAIN(TestRecordedOptions)
#include "tst_recordedoptions.moc"
