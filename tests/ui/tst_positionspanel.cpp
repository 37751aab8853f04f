#include "positionsmodel.h"
#include "positionspanel.h"
#include "protectionbar.h"
#include "sourcestrip.h"
#include "tradepanelfixture.h"
#include "tradesamples.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Positions, and what protects them, by mouse and keys.
class TestPositionsPanel : public QObject, private TradePanelFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // --- positions -------------------------------------------------------------------------------

    void aPositionIsClosedHalvedAndReversed()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        QVERIFY(!button(u"closePosition"_s)->isEnabled());
        clickCell(0, PositionsModel::Quantity);
        click(u"halvePosition"_s);
        m_port->answerPreviews(*m_desk);
        click(u"reversePosition"_s);
        m_port->answerPreviews(*m_desk);
        click(u"closePosition"_s);
        m_port->answerPreviews(*m_desk);
        QTest::keyClick(table(), Qt::Key_Delete);
        m_port->answerPreviews(*m_desk);
        // Reversing is two orders: one ends the position, one opens the other
        QCOMPARE(m_port->submitted.size(), 5U);
        const std::array<qint64, 5> sizes { 50, 100, 100, 100, 100 };
        for (std::size_t at = 0; at < sizes.size(); ++at) {
            QCOMPARE(m_port->submitted[at].side, Side::Sell);
            QCOMPARE(m_port->submitted[at].qty, Qty::whole(sizes[at]));
        }
    }

    void aDoubleClickActsOnce()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        clickCell(0, PositionsModel::Quantity);
        for (const QString &name : { u"closePosition"_s, u"halvePosition"_s, u"reversePosition"_s })
            doubleClick(button(name), button(name)->rect().center());
        QCOMPARE(m_port->previewed.size(), 4U); // two of them of the reverse
        doubleClick(table()->viewport(), cell(0, PositionsModel::Close).center());
        QCOMPARE(m_port->previewed.size(), 5U);
        clickCell(0, PositionsModel::Close); // and again when it is meant
        QCOMPARE(m_port->previewed.size(), 6U);
    }

    void theMarketOfPositionsIsFollowed()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        QCOMPARE(m_port->watched, QStringList { u"SPY"_s });
        clickCell(0, PositionsModel::Quantity);
        InstrumentSnapshot market;
        market.symbol = u"SPY"_s;
        market.last = Price::whole(510);
        m_desk->applyMarket({ market });
        click(u"breakEven"_s);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1U);
        QCOMPARE(m_port->submitted[0].stop, Price::whole(500));
        m_desk->apply(accountUpdate());
        QVERIFY(m_port->watched.isEmpty());
    }

    void positionsWithoutAStopAreNamedAndProtected()
    {
        makePositions();
        ProtectionBar *bar = positions().protection();
        QVERIFY(!bar->isVisible());
        m_desk->apply(accountUpdate(
            { samplePosition(u"SPY"_s, 200, 500, 510), samplePosition(u"NVDA"_s, -100, 90, 80) },
            { sampleWorking(sampleStop(u"s"_s, u"SPY"_s, 150, 490)) }));
        QVERIFY(bar->isVisible());
        QList<QToolButton *> names = bar->findChildren<QToolButton *>(u"unprotected"_s);
        QCOMPARE(names.size(), 2);
        QCOMPARE(names[0]->text(), u"NVDA 100"_s);
        QCOMPARE(names[1]->text(), u"SPY 50 of 200"_s);
        QTest::mouseClick(names[0], Qt::LeftButton);
        auto *distance = bar->findChild<QLineEdit *>(u"stopDistance"_s);
        QVERIFY(distance->isVisible());
        QTest::keyClicks(distance, u"none"_s);
        QVERIFY(!button(u"placeStop"_s)->isEnabled());
        QTest::keyClick(distance, Qt::Key_Return);
        QVERIFY(m_port->previewed.empty());
        distance->clear();
        QTest::keyClicks(distance, u"1.5"_s);
        QTest::keyClick(distance, Qt::Key_Return);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1U);
        const OrderTicket &stop = m_port->submitted[0];
        QCOMPARE(stop.side, Side::Buy);
        QCOMPARE(stop.qty, Qty::whole(100));
        QCOMPARE(stop.stop, *Price::parse(u"81.5"));
        QVERIFY(stop.reduceOnly);
        QCOMPARE(stop.tif, TimeInForce::Gtc);
        QVERIFY(!distance->isVisible());
    }

    void aReminderIsPutAsideUntilMoreStandsOpen()
    {
        makePositions();
        ProtectionBar *bar = positions().protection();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        QTest::mouseClick(bar->findChild<QToolButton *>(u"dismissUnprotected"_s), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 90, 500, 510) }));
        QVERIFY(!bar->isVisible());
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 120, 500, 510) }));
        QVERIFY(bar->isVisible());
    }

    void theCrossOfAReminderHasTheColourOfTheTheme()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        const auto *cross
            = positions().protection()->findChild<QToolButton *>(u"dismissUnprotected"_s);
        const qint64 before = cross->icon().cacheKey();
        QVERIFY(before != 0);
        m_fixture->settings.setThemeChoice(ThemeChoice::Light); // dark before
        QVERIFY(cross->icon().cacheKey() != before);
    }

    void aReplayAccountIsColoured()
    {
        makePositions();
        auto *strip = m_panel->findChild<SourceStrip *>();
        QVERIFY(strip->isVisible());
        const auto middle = [&] { return strip->grab().toImage().pixelColor(3, 0); };
        QCOMPARE(middle(), m_fixture->theme.color(ColorRole::Simulated));
        m_desk->setSource(DataSource::Replay);
        QCOMPARE(middle(), m_fixture->theme.color(ColorRole::Replay));
        m_desk->setSource(DataSource::Live);
        QVERIFY(!strip->isVisible());
    }

private:
    void makePositions()
    {
        show(std::make_unique<PositionsPanel>(m_fixture->context(u"positions"_s), *m_desk));
    }
    PositionsPanel &positions() const { return static_cast<PositionsPanel &>(*m_panel); }
};

QTEST_MAIN(TestPositionsPanel)
#include "tst_positionspanel.moc"
