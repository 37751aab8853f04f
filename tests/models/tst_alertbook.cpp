#include "alertbook.h"
#include "alerttape.h"
#include "alerttext.h"
#include "indicatorlist.h"
#include "memorydocuments.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using test::priceAlert;

namespace {

constexpr Timestamp noon = fromMs(1'786'636'800'000); // 2026-08-13 12:00 Eastern

AlertFiring firing(const ChartAlert &alert, Timestamp time = noon)
{
    AlertFiring result;
    result.alert = alert;
    result.time = time;
    result.barStart = time;
    result.value = 100.25;
    result.against = 100;
    return result;
}

/// One of each kind, with everything set that can be.
std::vector<ChartAlert> allKinds()
{
    std::vector<ChartAlert> all;
    for (int condition = 0; condition < alertConditionCount; ++condition) {
        ChartAlert alert = priceAlert(AlertCondition(condition), 187.5, AlertWhen(condition % 3));
        alert.otherLevel = 190.25;
        alert.percent = 2.5;
        alert.bars = 7;
        alert.timeframe = *Timeframe::parse(u"15m");
        alert.note = u"Über 187 \"kaufen\""_s;
        alert.sound = condition % 2 == 0;
        if (condition % 2)
            alert.expiry = noon + 24h + 1ns;
        all.push_back(alert);
    }
    all[1].watched = AlertValue::ofIndicator({ u"sma"_s, { 20 } });
    all[2].against = AlertValue::ofIndicator({ u"sma"_s, { 50, 0 } });
    all[5].against = AlertValue::ofDrawing(u"d-7"_s);
    return all;
}

} // namespace

class TestAlertBook : public QObject
{
    Q_OBJECT

    std::unique_ptr<MemoryDocuments> m_store;
    std::unique_ptr<AlertBook> m_book;

    /// As the program does at its start.
    void open()
    {
        m_book = std::make_unique<AlertBook>(*m_store);
        m_book->setMarket(DataSource::Live, noon);
    }
    QString add(const ChartAlert &alert)
    {
        const Result<QString> id = m_book->add(alert);
        return id ? *id : QString();
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_store = std::make_unique<MemoryDocuments>();
        open();
    }

    void whatIsMadeIsKept()
    {
        for (const ChartAlert &alert : allKinds())
            QVERIFY2(!add(alert).isEmpty(), qPrintable(alerttext::sentence(alert)));
        const std::vector<ChartAlert> before = m_book->alerts();
        QCOMPARE(before.size(), std::size_t(alertConditionCount));
        QCOMPARE(before.front().created, noon);
        QCOMPARE(before.front().source, DataSource::Live);
        open();
        QCOMPARE(m_book->alerts(), before);
        QCOMPARE(m_book->damaged(), 0);
    }

    void changesAreKept()
    {
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        QVERIFY(m_book->moveTo(id, 101.5).has_value());
        QVERIFY(m_book->setActive(id, false).has_value());
        const QString other = add(priceAlert(AlertCondition::Above, 90));
        m_book->remove(other);
        open();
        QCOMPARE(m_book->alerts().size(), 1U);
        QCOMPARE(m_book->find(id)->against.level, 101.5);
        QCOMPARE(m_book->find(id)->state, AlertState::Paused);
    }

    void idsAreNeverGivenTwice()
    {
        const QString first = add(priceAlert(AlertCondition::Crossing, 100));
        m_book->fire(firing(*m_book->find(first)));
        m_book->remove(first);
        open();
        QVERIFY(add(priceAlert(AlertCondition::Crossing, 100)) != first);
    }

    void badAlertsAreRefused_data()
    {
        QTest::addColumn<ChartAlert>("alert");
        ChartAlert alert = priceAlert(AlertCondition::Crossing, 100);
        alert.symbol.clear();
        QTest::newRow("no symbol") << alert;
        alert = priceAlert(AlertCondition::Crossing, std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("no level") << alert;
        alert.against = {};
        QTest::newRow("the price against itself") << alert;
        alert = priceAlert(AlertCondition::Crossing, 100);
        alert.watched = AlertValue::atLevel(3);
        QTest::newRow("a level that moves") << alert;
        alert = priceAlert(AlertCondition::Crossing, 100);
        alert.watched = AlertValue::ofIndicator({ u"no-such"_s, {} });
        QTest::newRow("unknown indicator") << alert;
        alert.watched = AlertValue::ofIndicator({ u"sma"_s, {} }, 3);
        QTest::newRow("unknown line of an indicator") << alert;
        alert.watched = AlertValue::ofIndicator({ u"fractals"_s, {} });
        QTest::newRow("a line that is drawn back in time") << alert;
        alert = priceAlert(AlertCondition::Entering, 100);
        alert.otherLevel = 100;
        QTest::newRow("a range without room") << alert;
        alert = priceAlert(AlertCondition::Rising, 100);
        alert.percent = 0;
        QTest::newRow("rising by nothing") << alert;
        alert.percent = 1;
        alert.bars = ChartAlert::mostBars + 1;
        QTest::newRow("too many bars") << alert;
        alert = priceAlert(AlertCondition::Crossing, 100);
        alert.note = QString(ChartAlert::longestNote + 1, u'x');
        QTest::newRow("too long a note") << alert;
    }
    void badAlertsAreRefused()
    {
        QFETCH(const ChartAlert, alert);
        const Result<QString> added = m_book->add(alert);
        QVERIFY(!added);
        QVERIFY(!added.error().detail.isEmpty());
        QVERIFY(m_book->alerts().empty());
        QVERIFY(m_store->documents(u"alert"_s)->isEmpty());
    }

    void onlySoManyAreActive()
    {
        for (int i = 0; i < AlertBook::mostActive; ++i)
            QVERIFY(!add(priceAlert(AlertCondition::Crossing, 100 + i)).isEmpty());
        const Result<QString> more = m_book->add(priceAlert(AlertCondition::Crossing, 50));
        QVERIFY(!more);
        QVERIFY2(more.error().detail.contains(u"100"_s), qPrintable(more.error().detail));
        const QString first = m_book->alerts().front().id;
        QVERIFY(m_book->moveTo(first, 51).has_value()); // it counts as itself
        QVERIFY(m_book->setActive(first, false).has_value());
        QVERIFY(m_book->add(priceAlert(AlertCondition::Crossing, 50)).has_value());
        QVERIFY(!m_book->setActive(first, true));
        QCOMPARE(m_book->find(first)->state, AlertState::Paused);
    }

    // --- firing

    void onceEndsIt()
    {
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        QSignalSpy fired(m_book.get(), &AlertBook::fired);
        m_book->fire(firing(*m_book->find(id)));
        m_book->fire(firing(*m_book->find(id)));
        QCOMPARE(fired.size(), 1);
        QCOMPARE(m_book->find(id)->state, AlertState::Fired);
        QCOMPARE(m_book->log().size(), 1U);
        open(); // and does not begin again
        QCOMPARE(m_book->find(id)->state, AlertState::Fired);
        QCOMPARE(m_book->find(id)->lastFired, noon);
        QCOMPARE(m_book->log().size(), 1U);
        QVERIFY(m_book->setActive(id, true).has_value()); // but by a person
        QVERIFY(m_book->find(id)->isActive());
    }

    /// The program ended between the log and the alert.
    void theLogTellsWhatTheAlertDoesNotKnow()
    {
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        const DeskDocument before = m_store->documents(u"alert"_s)->front();
        m_book->fire(firing(*m_book->find(id)));
        QVERIFY(m_store->put(u"alert"_s, before).has_value());
        open();
        QCOMPARE(m_book->find(id)->state, AlertState::Fired);
        // An alert that was made active again since is not ended by what fired before
        QVERIFY(m_book->setActive(id, true).has_value());
        open();
        QVERIFY(m_book->find(id)->isActive());
    }

    void theLogIsBounded()
    {
        const QString id = add(priceAlert(AlertCondition::Crossing, 100, AlertWhen::OncePerBar));
        for (std::size_t i = 0; i < AlertBook::mostFirings + 20; ++i)
            m_book->fire(firing(*m_book->find(id), noon + qint64(i) * 60s));
        QCOMPARE(m_book->log().size(), AlertBook::mostFirings);
        QCOMPARE(m_store->documents(u"alert-log"_s)->size(), qsizetype(AlertBook::mostFirings));
        const std::deque<AlertFiring> before = m_book->log();
        open();
        QCOMPARE(m_book->log(), before);
        QVERIFY(m_book->find(id)->isActive());
        m_book->clearLog();
        open();
        QVERIFY(m_book->log().empty());
    }

    void alertsEndWithTheirTime()
    {
        ChartAlert alert = priceAlert(AlertCondition::Crossing, 100);
        alert.expiry = noon + 1h;
        const QString id = add(alert);
        m_book->setMarket(DataSource::Live, noon + 59min);
        m_book->expire();
        QVERIFY(m_book->find(id)->isActive());
        m_book->setMarket(DataSource::Simulated, noon + 2h); // another market's clock
        m_book->expire();
        QVERIFY(m_book->find(id)->isActive());
        m_book->setMarket(DataSource::Live, noon + 1h);
        m_book->expire();
        QCOMPARE(m_book->find(id)->state, AlertState::Expired);
        open();
        QCOMPARE(m_book->find(id)->state, AlertState::Expired);
    }

    // --- storage

    void whatCannotBeKeptGoesOnAndIsSaid()
    {
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        QSignalSpy trouble(m_book.get(), &AlertBook::troubleChanged);
        m_store->refuses = true;
        QVERIFY(m_book->moveTo(id, 105).has_value());
        const QString second = add(priceAlert(AlertCondition::Crossing, 90));
        QVERIFY(!second.isEmpty());
        QCOMPARE(m_book->trouble(), u"the disk is full"_s);
        QCOMPARE(trouble.size(), 1);
        m_book->fire(firing(*m_book->find(second)));
        QCOMPARE(m_book->log().size(), 1U);
        // All of it is kept once that goes again
        m_store->refuses = false;
        const QString third = add(priceAlert(AlertCondition::Crossing, 80));
        QVERIFY(m_book->trouble().isEmpty());
        const std::vector<ChartAlert> before = m_book->alerts();
        open();
        QCOMPARE(m_book->alerts().size(), 3U);
        QCOMPARE(*m_book->find(id), before[0]);
        QCOMPARE(*m_book->find(second), before[1]);
        QVERIFY(m_book->find(third));
    }

    void damagedDocumentsAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"id\":");
        QTest::newRow("another thing") << QByteArray("{\"rows\":[1,2]}");
        QTest::newRow("another id") << QByteArray("{\"id\":\"a77\"}");
        QJsonObject json = priceAlert(AlertCondition::Crossing, 1).toJson();
        json[u"id"_s] = u"bad"_s;
        json[u"condition"_s] = u"hoping"_s;
        QTest::newRow("unknown word") << QJsonDocument(json).toJson();
    }
    void damagedDocumentsAreLeftOut()
    {
        QFETCH(const QByteArray, body);
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        QVERIFY(m_store->put(u"alert"_s, { u"bad"_s, body }).has_value());
        QVERIFY(m_store->put(u"alert-log"_s, { u"3"_s, body }).has_value());
        open();
        QCOMPARE(m_book->alerts().size(), 1U);
        QVERIFY(m_book->find(id));
        QCOMPARE(m_book->damaged(), 2);
        QVERIFY(!add(priceAlert(AlertCondition::Crossing, 101)).isEmpty());
    }

    /// Nothing that is there is written over, whatever can be read of it.
    void numbersOfDamagedDocumentsAreNotGivenAgain()
    {
        QVERIFY(m_store->put(u"alert"_s, { u"a9"_s, "{}" }).has_value());
        QVERIFY(m_store->put(u"alert-log"_s, { u"41"_s, "{}" }).has_value());
        open();
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        QCOMPARE(id, u"a10"_s);
        m_book->fire(firing(*m_book->find(id)));
        QCOMPARE(m_book->log().back().number, 42U);
    }

    void whatCannotBeReadIsNotWrittenOver()
    {
        const QString id = add(priceAlert(AlertCondition::Crossing, 100));
        m_book->fire(firing(*m_book->find(id)));
        const auto bodies = [this](const QString &kind) { return *m_store->documents(kind); };
        const QList<DeskDocument> alerts = bodies(u"alert"_s);
        const QList<DeskDocument> log = bodies(u"alert-log"_s);
        m_store->refusesToRead = true;
        open();
        const QString other = add(priceAlert(AlertCondition::Crossing, 200));
        m_book->fire(firing(*m_book->find(other)));
        m_store->refusesToRead = false;
        QVERIFY(other != id);
        QCOMPARE(bodies(u"alert"_s).size(), 2);
        QCOMPARE(bodies(u"alert"_s).front().body, alerts.front().body);
        QCOMPARE(bodies(u"alert-log"_s).size(), 2);
        QCOMPARE(bodies(u"alert-log"_s).front().body, log.front().body);
    }

    void numbersThatAreNoneAreDamage_data()
    {
        QTest::addColumn<double>("number");
        QTest::newRow("huge") << 1e300;
        QTest::newRow("negative") << -1.0;
    }
    void numbersThatAreNoneAreDamage()
    {
        QFETCH(const double, number);
        ChartAlert alert = priceAlert(AlertCondition::Crossing, 1);
        QJsonObject json = firing(alert).toJson();
        QVERIFY(AlertFiring::fromJson(json));
        json[u"number"_s] = number;
        QVERIFY(!AlertFiring::fromJson(json));
    }

    /// An indicator that gets more parameters keeps what is known of it.
    void parametersAreKeptByName()
    {
        ChartAlert alert = priceAlert(AlertCondition::Crossing, 1);
        alert.watched = AlertValue::ofIndicator({ u"sma"_s, { 7, 0 } });
        const QJsonObject json = alert.toJson();
        const IndicatorInfo &info = *findIndicator(u"sma"_s);
        QCOMPARE(json[u"watched"_s][u"parameters"_s][QLatin1String(info.parameters[0].id)], 7);
        const Result<ChartAlert> after = ChartAlert::fromJson(json);
        QVERIFY(after);
        QCOMPARE(*after, alert);
    }

    // --- words

    void sentences_data()
    {
        QTest::addColumn<ChartAlert>("alert");
        QTest::addColumn<QString>("sentence");
        ChartAlert alert = priceAlert(AlertCondition::CrossingUp, 187.5);
        QTest::newRow("price, once") << alert << u"AAPL crosses above 187.50, once"_s;
        alert.timeframe = *Timeframe::parse(u"5m");
        alert.when = AlertWhen::OncePerBar;
        QTest::newRow("price, per bar")
            << alert << u"AAPL crosses above 187.50 on 5-minute bars, once per bar"_s;
        alert.when = AlertWhen::OncePerBarClose;
        QTest::newRow("price, at the close")
            << alert << u"AAPL crosses above 187.50 at the close of 5-minute bars"_s;
        alert.watched = AlertValue::ofIndicator({ u"sma"_s, { 20 } });
        alert.when = AlertWhen::Once;
        alert.against = {};
        alert.condition = AlertCondition::CrossingDown;
        QTest::newRow("indicator against the price")
            << alert << u"SMA 20 Close of AAPL crosses below the price on 5-minute bars, once"_s;
        alert = priceAlert(AlertCondition::CrossingUp, 0);
        alert.timeframe = *Timeframe::parse(u"5m");
        alert.against = AlertValue::ofDrawing(u"d1"_s);
        QVERIFY2(alerttext::sentence(alert, QLocale(QLocale::English))
                     .endsWith(u" on 5-minute bars, once"_s),
                 "the slope is that of the bars it is drawn on");
        alert = priceAlert(AlertCondition::Entering, 1'188);
        alert.otherLevel = 1'187.125;
        QTest::newRow("range") << alert << u"AAPL enters 1,187.125 to 1,188.00, once"_s;
        alert = priceAlert(AlertCondition::Falling, 0);
        alert.percent = 2.5;
        alert.timeframe = *Timeframe::parse(u"1D");
        QTest::newRow("moving") << alert
                                << u"AAPL falls by 2.5 % within 10 bar(s) on 1-day bars, once"_s;
    }
    void sentences()
    {
        QFETCH(const ChartAlert, alert);
        QFETCH(const QString, sentence);
        QCOMPARE(alerttext::sentence(alert, QLocale(QLocale::English)), sentence);
    }

    void whatFiredSaysWhenAndHowLate()
    {
        AlertFiring own = firing(priceAlert(AlertCondition::CrossingUp, 187.5));
        own.value = 187.52;
        const QLocale english(QLocale::English);
        QCOMPARE(alerttext::fired(own, english),
                 u"AAPL crossed above 187.50: 187.52 at 12:00:00 ET"_s);
        own.delay = 15min;
        QCOMPARE(alerttext::fired(own, english),
                 u"AAPL crossed above 187.50: 187.52 at 12:00:00 ET, 15 min delayed"_s);
    }
};

QTEST_GUILESS_MAIN(TestAlertBook)
#include "tst_alertbook.moc"
