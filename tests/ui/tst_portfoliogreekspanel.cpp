#include "greeksmodel.h"
#include "heldsamples.h"
#include "portfoliodesk.h"
#include "portfoliogreekspanel.h"
#include "scenariogrid.h"
#include "tradepanelfixture.h"

#include <QSignalSpy>
#include <QSlider>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString call = u"O:SPY260918C00500000"_s;

class SilentChains : public ChainPort
{
public:
    quint64 openChain(const QString &underlying) override
    {
        opened.append(underlying);
        return 1;
    }
    void closeChain(quint64) override { ++closed; }
    void setChainView(quint64, const QStringList &contracts) override { viewed = contracts; }

    QStringList opened;
    QStringList viewed;
    int closed = 0;
};

InstrumentSnapshot priced(const QString &symbol, int price)
{
    InstrumentSnapshot seen;
    seen.symbol = symbol;
    seen.last = Price::whole(price);
    return seen;
}

} // namespace

class TestPortfolioGreeksPanel : public QObject, private TradePanelFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init()
    {
        begin();
        m_feed = std::make_unique<SilentChains>();
        m_chains = std::make_unique<ChainStore>(*m_feed);
        m_greeks = std::make_unique<PortfolioDesk>(*m_desk, *m_chains);
        m_greeks->setNow(easterntime::at(QDate(2026, 8, 13), 10h));
        show(std::make_unique<PortfolioGreeksPanel>(m_fixture->context(u"portfolio-greeks"_s),
                                                    *m_greeks));
    }
    void cleanup()
    {
        m_panel.reset();
        m_greeks.reset();
        m_chains.reset();
        end();
    }

    /// Shares and contracts of two underlyings, in rows and in total.
    void everythingIsAddedUp()
    {
        hold();
        QTRY_COMPARE(panel().tileText(PortfolioGreeksPanel::IndexDelta), u"+140.0"_s);
        QCOMPARE(m_feed->opened, QStringList { u"SPY"_s });
        QCOMPARE(m_feed->viewed, QStringList { call });
        QCOMPARE(rows(GreeksModel::Name),
                 (QStringList { u"AAPL"_s, u"    AAPL"_s, u"SPY"_s, u"    SPY"_s,
                                u"    SPY 18 Sep 26 500 C"_s }));
        // without a volatility the call is not in it, and that is said
        QVERIFY(panel().noteText().contains(u"1 positions have no volatility"_s)
                || panel().noteText().contains(u"1 position"_s));
        m_chains->apply(listedChain(u"SPY"_s, 500, { listedContract(call, 0.2) }));
        QTRY_VERIFY(panel().noteText().startsWith(u"* Beta of AAPL"_s));
        QVERIFY(panel().tileText(PortfolioGreeksPanel::Vega).startsWith(u'-'));
        QVERIFY(panel().tileText(PortfolioGreeksPanel::Theta).startsWith(u'+'));
        QVERIFY(panel().expiriesText().contains(u"18 Sep 26 (36 d): 2 contracts on SPY"_s));
    }

    void betasAreSaidWithTheirDays()
    {
        hold();
        QTRY_COMPARE(m_greeks->betaSymbols(), (QStringList { u"SPY"_s, u"AAPL"_s }));
        m_greeks->setBeta(u"AAPL"_s, { .value = 1.25, .days = 252 });
        QTRY_VERIFY(panel().noteText().contains(u"AAPL 1.25 (252 days)"_s));
        QCOMPARE(panel().tileText(PortfolioGreeksPanel::IndexDelta), u"+150.0"_s);
    }

    void anotherIndexAsksForItsBetas()
    {
        hold();
        QTRY_VERIFY(!m_greeks->portfolio().underlyings.empty());
        QSignalSpy wanted(m_greeks.get(), &PortfolioDesk::betasWanted);
        auto *field = m_panel->findChild<QLineEdit *>(u"greeksIndex"_s);
        field->setText(u"qqq"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_greeks->index(), u"QQQ"_s);
        QVERIFY(wanted.size() >= 1);
        QVERIFY(m_port->watched.contains(u"QQQ"_s));
    }

    void scenariosFollowTheDays()
    {
        hold();
        m_chains->apply(listedChain(u"SPY"_s, 500, { listedContract(call, 0.2) }));
        QTRY_VERIFY(!panel().grid()->scenario().profits.empty());
        m_panel->findChild<QSlider *>(u"scenarioDays"_s)->setValue(30);
        const PortfolioScenario &scenario = panel().grid()->scenario();
        QTRY_COMPARE(scenario.days, 30.0);
        QCOMPARE(scenario.profits.size(), std::size_t(9 * 5));
        // short calls gain by time where nothing moves, and lose by volatility
        QTRY_VERIFY(panel().grid()->scenario().at(4, 2) > 0);
        QVERIFY(scenario.at(4, 4) < scenario.at(4, 2));
        QVERIFY(panel().grid()->accessibleDescription().contains(u"Price +10 %"_s));
    }

    void positionsCanBeFoldedAway()
    {
        hold();
        QTRY_COMPARE(panel().table()->model()->rowCount(), 5);
        m_panel->findChild<QToolButton *>(u"greeksDetailed"_s)->click();
        QCOMPARE(panel().table()->model()->rowCount(), 2);
        const QJsonObject state = panel().saveState();
        PortfolioGreeksPanel other(m_fixture->context(u"portfolio-greeks"_s), *m_greeks);
        other.restoreState(state);
        other.show();
        QCOMPARE(other.table()->model()->rowCount(), 2);
    }

    void chainsAreLetGoOf()
    {
        hold();
        QTRY_COMPARE(m_feed->opened.size(), 1);
        m_desk->apply(accountUpdate());
        QTRY_COMPARE(m_feed->closed, 1);
        QTRY_COMPARE(panel().table()->model()->rowCount(), 0);
    }

private:
    /// 100 AAPL at 200, 100 SPY at 500 and two calls on it sold.
    void hold()
    {
        m_desk->apply(accountUpdate({ heldPosition(u"AAPL"_s, 100, 190, 200),
                                      heldPosition(u"SPY"_s, 100, 490, 500),
                                      heldPosition(call, -2, 12, 13) }));
        m_desk->applyMarket({ priced(u"AAPL"_s, 200), priced(u"SPY"_s, 500) });
    }
    PortfolioGreeksPanel &panel() const { return static_cast<PortfolioGreeksPanel &>(*m_panel); }
    QStringList rows(int column) const
    {
        QStringList texts;
        const QAbstractItemModel *model = panel().table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts += model->index(row, column).data().toString();
        return texts;
    }

    std::unique_ptr<SilentChains> m_feed;
    std::unique_ptr<ChainStore> m_chains;
    std::unique_ptr<PortfolioDesk> m_greeks;
};

QTEST_MAIN(TestPortfolioGreeksPanel)
#include "tst_portfoliogreekspanel.moc"
