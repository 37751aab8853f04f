#include "accountpanel.h"
#include "accountsmodel.h"
#include "accounttiles.h"
#include "equitycurve.h"
#include "exposurebars.h"
#include "scenariobox.h"
#include "tradepanelfixture.h"
#include "tradesamples.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The account: its figures, its money, its curve, and what a move of the market would do.
class TestAccountPanel : public QObject, private TradePanelFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // --- account ---------------------------------------------------------------------------------

    void everyFigureIsTheAccountsOwn()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        AccountTiles *tiles = account().tiles();
        QCOMPARE(tiles->text(AccountTiles::Equity), u"101,234.50"_s);
        QCOMPARE(tiles->text(AccountTiles::Cash), u"61,234.50"_s);
        QCOMPARE(tiles->text(AccountTiles::OpenProfit), u"-120.00"_s);
        QCOMPARE(tiles->text(AccountTiles::RealizedGross), u"+1,374.50"_s);
        QCOMPARE(tiles->text(AccountTiles::RealizedNet), u"+1,354.50"_s);
        QCOMPARE(tiles->text(AccountTiles::Fees), u"20.00"_s);
        QCOMPARE(tiles->text(AccountTiles::DayProfit), u"+500.00  +0.50 %"_s);
        QCOMPARE(tiles->text(AccountTiles::BuyingPower), u"122,469.00"_s);
        QCOMPARE(tiles->text(AccountTiles::WinRate), u"62.5 %"_s);
        QCOMPARE(tiles->text(AccountTiles::Trades), u"8"_s);
        const QAbstractItemModel *all = account().accounts()->model();
        const auto shown = [&](int column) { return all->index(0, column).data().toString(); };
        QCOMPARE(shown(AccountsModel::Equity), tiles->text(AccountTiles::Equity));
        QCOMPARE(shown(AccountsModel::OpenProfit), tiles->text(AccountTiles::OpenProfit));
        QCOMPARE(shown(AccountsModel::Realized), tiles->text(AccountTiles::RealizedGross));
        QCOMPARE(shown(AccountsModel::Net), tiles->text(AccountTiles::RealizedNet));
        QCOMPARE(shown(AccountsModel::WinRate), tiles->text(AccountTiles::WinRate));
    }

    void withoutATradeThereIsNoWinRate()
    {
        makeAccount();
        QCOMPARE(account().tiles()->text(AccountTiles::WinRate), u"–"_s);
    }

    void anotherAccountIsChosen()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        auto *choice = m_panel->findChild<QComboBox *>(u"accountChoice"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(m_desk->accountName(), u"Swing"_s);
        QCOMPARE(account().tiles()->text(AccountTiles::Equity), u"5,000.00"_s);
        TradeTable *all = account().accounts();
        QTest::mouseDClick(all->viewport(), Qt::LeftButton, {},
                           all->visualRect(all->model()->index(0, AccountsModel::Equity)).center());
        QCOMPARE(m_desk->accountName(), u"Paper"_s);
    }

    void theKillSwitchStopsAndResumes()
    {
        makeAccount();
        click(u"killSwitch"_s);
        QCOMPARE(m_port->commands.size(), 1U);
        QCOMPARE(m_port->commands[0].kind, AccountCommand::Kind::Stop);
        QVERIFY(!button(u"killSwitch"_s)->isChecked()); // not before the account says so
        PaperUpdate stopped = accountUpdate();
        stopped.accounts->front().isStopped = true;
        m_desk->apply(stopped);
        QVERIFY(button(u"killSwitch"_s)->isChecked());
        auto *state = m_panel->findChild<QLabel *>(u"accountState"_s);
        QVERIFY(state->isVisible());
        QVERIFY(state->text().contains(u"stopped"_s));
        click(u"killSwitch"_s);
        QCOMPARE(m_port->commands[1].kind, AccountCommand::Kind::Resume);
    }

    void moneyIsDepositedAndARefusalIsSaid()
    {
        makeAccount();
        click(u"deposit"_s);
        auto *amount = m_panel->findChild<QLineEdit *>(u"accountAmount"_s);
        auto *complaint = m_panel->findChild<QLabel *>(u"accountComplaint"_s);
        QTest::keyClicks(amount, u"plenty"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QVERIFY(complaint->isVisible() && complaint->text().contains(u"plenty"_s));
        QVERIFY(m_port->commands.empty());
        amount->clear();
        QTest::keyClicks(amount, u"1,500.50"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(m_port->commands.size(), 1U);
        QCOMPARE(m_port->commands[0].amount, *Money::parse(u"1500.5"));
        answer({ ReasonCode::BadAmount, u"at most 1,000"_s });
        QVERIFY(complaint->text().contains(u"(at most 1,000)"_s));
        QTest::keyClick(amount, Qt::Key_Return);
        answer({});
        QVERIFY(!amount->isVisible());
        QCOMPARE(m_panel->findChild<QLabel *>(u"accountAnswer"_s)->text(),
                 u"1,500.50 deposited into Paper."_s);
    }

    void aHeldEnterDepositsOnce()
    {
        makeAccount();
        click(u"deposit"_s);
        auto *amount = m_panel->findChild<QLineEdit *>(u"accountAmount"_s);
        auto *deposit = m_panel->findChild<QPushButton *>(u"acceptAccountForm"_s);
        QTest::keyClicks(amount, u"100"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QTest::keyClick(amount, Qt::Key_Return);
        QVERIFY(!deposit->isEnabled());
        QCOMPARE(m_port->commands.size(), 1U);
        answer({ ReasonCode::BadAmount, u"at most 50"_s });
        QVERIFY(deposit->isEnabled());
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, true);
        QCoreApplication::sendEvent(amount, &held);
        QCOMPARE(m_port->commands.size(), 1U);
        doubleClick(deposit, deposit->rect().center());
        QCOMPARE(m_port->commands.size(), 2U);
    }

    void theWheelChoosesNoAccount()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        auto *choice = m_panel->findChild<QComboBox *>(u"accountChoice"_s);
        choice->setFocus();
        const QPoint at = choice->rect().center();
        QWheelEvent down(at, choice->mapToGlobal(at), {}, { 0, -120 }, Qt::NoButton, {},
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(choice, &down);
        QCOMPARE(m_desk->accountName(), u"Paper"_s);
        QCOMPARE(choice->currentText(), u"Paper"_s);
    }

    void aResetIsAskedAboutInPlace()
    {
        makeAccount();
        click(u"resetAccount"_s);
        QVERIFY(m_port->commands.empty());
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"closeAccountForm"_s), Qt::LeftButton);
        QVERIFY(m_port->commands.empty());
        click(u"resetAccount"_s);
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"acceptAccountForm"_s),
                          Qt::LeftButton);
        QCOMPARE(m_port->commands.size(), 1U);
        QCOMPARE(m_port->commands[0].kind, AccountCommand::Kind::Reset);
    }

    void anAccountIsMadeWithItsLimits()
    {
        makeAccount();
        click(u"newAccount"_s);
        auto *name = m_panel->findChild<QLineEdit *>(u"accountName"_s);
        QTest::keyClicks(name, u"paper"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_panel->findChild<QLabel *>(u"accountComplaint"_s)->text().contains(u"already"_s));
        QVERIFY(m_port->created.empty());
        name->clear();
        QTest::keyClicks(name, u"Swing"_s);
        auto *commission = m_panel->findChild<QComboBox *>(u"accountCommission"_s);
        commission->setFocus();
        QTest::keyClick(commission, Qt::Key_Down);
        auto *limits = m_panel->findChild<QComboBox *>(u"accountLimits"_s);
        limits->setFocus();
        QTest::keyClick(limits, Qt::Key_End);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_port->created.size(), 1U);
        const AccountSettings &made = m_port->created[0];
        QCOMPARE(made.name, u"Swing"_s);
        QCOMPARE(made.startingCash, Money::whole(100'000));
        QCOMPARE(made.commission, u"per_share:0.005,1.00,1"_s);
        QCOMPARE(made.risk.action(RiskRule::DailyLoss), RuleAction::Block);
        m_desk->apply(twoAccounts());
        QCOMPARE(m_desk->accountName(), u"Swing"_s);
        QVERIFY(!name->isVisible());
    }

    void aMoveOfTheMarketIsReckonedWithoutOptions()
    {
        makeAccount();
        PaperUpdate update = accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510),
                                             samplePosition(u"NVDA"_s, -50, 100, 104),
                                             samplePosition(u"O:SPY261218C00650000"_s, 1, 5, 6) });
        update.accounts->front().figures.equity = Money::whole(100'000);
        update.accounts->front().figures.unrealized = Money::whole(801);
        m_desk->apply(update);
        auto *box = m_panel->findChild<ScenarioBox *>();
        auto *slider = m_panel->findChild<QSlider *>(u"marketMove"_s);
        slider->setFocus();
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(box->percent(), -10);
        QVERIFY(box->text().contains(u"Equity 95,420.00 (-4,580.00), open P/L -3,779.00"_s));
        QVERIFY(box->text().contains(u"SPY -5,100.00 · NVDA +520.00"_s));
        QVERIFY(box->text().contains(u"left out: O:SPY261218C00650000"_s));
    }

    void exposureIsGrossAndNet()
    {
        makeAccount();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510),
                                      samplePosition(u"NVDA"_s, -50, 100, 104),
                                      samplePosition(u"X:BTCUSD"_s, 1, 60'000, 60'000) }));
        const auto *bars = m_panel->findChild<ExposureBars *>();
        QVERIFY(!bars->accessibleName().isEmpty());
        QVERIFY(bars->accessibleDescription().contains(u"NVDA 5,200.00 -5,200.00"_s));
        const QStringList rows = bars->rows();
        QCOMPARE(rows,
                 (QStringList {
                     u"X:BTCUSD\t60,000.00\t+60,000.00"_s, u"SPY\t51,000.00\t+51,000.00"_s,
                     u"NVDA\t5,200.00\t-5,200.00"_s, u"Crypto\t60,000.00\t+60,000.00"_s,
                     u"Stocks\t56,200.00\t+45,800.00"_s, u"All\t116,200.00\t+105,800.00"_s }));
    }

    void theCurveCanBeSeenWithoutDeposits()
    {
        makeAccount();
        PaperUpdate update;
        for (int minute = 0; minute < 3; ++minute) {
            const Money deposits = Money::whole(minute == 2 ? 110'000 : 100'000);
            const EquityPoint point { sampleMorning + std::chrono::minutes(minute),
                                      deposits + Money::whole(minute), deposits };
            update.equity.push_back({ u"Paper"_s, point });
        }
        m_desk->apply(update);
        auto *curve = m_panel->findChild<EquityCurve *>();
        QCOMPARE(
            curve->values(),
            (std::vector { Money::whole(100'000), Money::whole(100'001), Money::whole(110'002) }));
        QVERIFY(!curve->accessibleName().isEmpty());
        QVERIFY(curve->accessibleDescription().contains(u"110,002.00"_s));
        auto *without = m_panel->findChild<QCheckBox *>(u"withoutDeposits"_s);
        QTest::mouseClick(without, Qt::LeftButton, {}, { 8, without->height() / 2 });
        QCOMPARE(curve->values(), (std::vector { Money(), Money::whole(1), Money::whole(2) }));
        QTest::mouseMove(curve, curve->rect().center());
        QTRY_VERIFY(m_panel->findChild<QLabel *>(u"equityReading"_s)->text().contains(u"ET"_s));
    }

    void aCurveGoesOnByThePointThatIsNew()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        const auto point = [this](const QString &account, int minute) {
            PaperUpdate update;
            const EquityPoint at { sampleMorning + std::chrono::minutes(minute),
                                   Money::whole(100'000 + minute), Money() };
            update.equity.push_back({ account, at });
            m_desk->apply(update);
        };
        point(u"Paper"_s, 0);
        point(u"Paper"_s, 1);
        auto *curve = m_panel->findChild<EquityCurve *>();
        curve->graph()->data()->begin()->value = 1; // stays, as nothing is filled anew
        point(u"Swing"_s, 7);
        point(u"Paper"_s, 2);
        QCOMPARE(curve->graph()->dataCount(), 3);
        QCOMPARE(curve->graph()->data()->at(2)->value, 100'002.0);
        QCOMPARE(curve->graph()->data()->at(0)->value, 1.0);
        m_desk->setAccount(u"Swing"_s);
        QCOMPARE(curve->values(), std::vector { Money::whole(100'007) });
        QCOMPARE(curve->graph()->dataCount(), 1);
    }

private:
    void makeAccount()
    {
        show(std::make_unique<AccountPanel>(m_fixture->context(u"account"_s), *m_desk));
        m_panel->resize(1'200, 700);
    }
    AccountPanel &account() const { return static_cast<AccountPanel &>(*m_panel); }
    void answer(const Reason &reason)
    {
        PaperUpdate update;
        AccountAnswer told;
        told.request = m_port->lastRequest;
        told.account = u"Paper"_s;
        told.reason = reason;
        update.answers = { told };
        m_desk->apply(update);
    }
    static PaperUpdate twoAccounts()
    {
        PaperUpdate both = accountUpdate();
        PaperAccountView &own = both.accounts->front();
        own.figures.equity = *Money::parse(u"101234.50");
        own.figures.cash = *Money::parse(u"61234.50");
        own.figures.realized = *Money::parse(u"1374.50");
        own.figures.unrealized = Money::whole(-120);
        own.figures.fees = Money::whole(20);
        own.figures.buyingPower = Money::whole(122'469);
        own.figures.trades = 8;
        own.figures.wins = 5;
        own.dayStart = Money::whole(100'000);
        own.dayProfit = Money::whole(500);
        PaperAccountView other;
        other.name = u"Swing"_s;
        other.figures.equity = Money::whole(5'000);
        both.accounts->push_back(other);
        return both;
    }
};

QTEST_MAIN(TestAccountPanel)
#include "tst_accountpanel.moc"
