#include "chartbars.h"
#include "chartevents.h"
#include "chartpanel.h"
#include "easterntime.h"
#include "eventstrip.h"
#include "flowseries.h"
#include "fonts.h"
#include "panelfixture.h"
#include "pricechart.h"

#include <QLabel>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Row> CompanyAnswer answerWith(CompanySubject subject, std::vector<Row> rows)
{
    CompanyAnswer answer;
    answer.question = { subject, u"AAPL"_s };
    answer.state = CompanyAnswer::State::Here;
    answer.facts = std::move(rows);
    return answer;
}

} // namespace

/// Lettered marks at the bars at which something happened to the company.
class TestChartEvents : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

    /// Days from 2026-06-01 on.
    void show(Timeframe timeframe, int bars)
    {
        m_series->setInstrument(u"AAPL"_s, timeframe);
        ChartUpdate update;
        Timestamp start = easterntime::at({ 2026, 6, 1 }, timeframe.isIntraday() ? 9h : 0h);
        for (int i = 0; i < bars; ++i) {
            Candle candle;
            candle.start = start;
            candle.open = candle.high = candle.low = candle.close = Price::whole(100);
            candle.volume = Qty::whole(100);
            update.bars.push_back(candle);
            start = timeframe.nextWindow(start, AssetClass::Stocks);
        }
        m_series->apply(update);
        m_panel->chart()->redraw();
    }
    EventStrip &strip() { return *m_panel->events()->strip(); }
    int painted()
    {
        m_panel->chart()->redraw();
        strip().grab();
        return strip().paintedMarks();
    }
    CompanyAnswer dividends(QDate date) const
    {
        Dividend dividend;
        dividend.symbol = u"AAPL"_s;
        dividend.exDate = date;
        dividend.cashAmount = Price::whole(1);
        return answerWith(CompanySubject::Dividends, std::vector { dividend });
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->resize(900, 560);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
    }

    void markedAtItsBar_data()
    {
        QTest::addColumn<QString>("timeframe");
        QTest::addColumn<int>("bars");
        QTest::newRow("days") << u"1d"_s << 40;
        QTest::newRow("weeks") << u"1w"_s << 20;
        QTest::newRow("hours of days one after another") << u"1h"_s << 400;
    }
    void markedAtItsBar()
    {
        QFETCH(const QString, timeframe);
        QFETCH(const int, bars);
        const auto frame = Timeframe::parse(timeframe);
        QVERIFY(frame.has_value());
        show(*frame, bars);
        QCOMPARE(painted(), 0);
        QVERIFY(strip().isHidden());
        const QDate date { 2026, 6, 11 };
        m_panel->events()->take(dividends(date));
        m_panel->chart()->showBars(m_series->firstKey(), m_series->lastKey());
        QCOMPARE(painted(), 1);
        const ChartSeries::Key key = m_series->keyHolding(easterntime::at(date, 9h + 30min));
        QVERIFY(strip().textAt(key).contains(u"Ex-dividend"));
        QVERIFY(strip().textAt(key - 1).isEmpty());
        QVERIFY(strip().textAt(key + 1).isEmpty());
    }

    /// A report after the close belongs to the session that trades on it.
    void lateReportsMarkTheNextDay()
    {
        EarningsReport report;
        report.symbol = u"AAPL"_s;
        report.date = QDate(2026, 6, 12); // a Friday
        report.time = 16h + 30min;
        report.fiscalPeriod = u"Q1"_s;
        const auto events = chartevents::of(std::vector { report });
        QCOMPARE(easterntime::date(events.front().time), QDate(2026, 6, 15));
        report.time = 7h;
        QCOMPARE(easterntime::date(chartevents::of(std::vector { report }).front().time),
                 QDate(2026, 6, 12));
    }

    /// By keys as by the mouse: the words come with the crosshair.
    void theCrosshairExplains()
    {
        show(Timeframe(1, TimeUnit::Day), 40);
        const QDate date { 2026, 6, 11 };
        m_panel->events()->take(dividends(date));
        const auto *text = m_panel->findChild<QLabel *>(u"chartEventText"_s);
        m_panel->chart()->showBar(m_series->keyHolding(easterntime::at(date, 9h + 30min)));
        QVERIFY(text->isVisible());
        QVERIFY(text->text().contains(u"Ex-dividend"));
        QTest::keyClick(m_panel->chart(), Qt::Key_Right);
        QVERIFY(!text->isVisible());
        QTest::keyClick(m_panel->chart(), Qt::Key_Left);
        QVERIFY(text->isVisible());
    }

    void switches()
    {
        show(Timeframe(1, TimeUnit::Day), 40);
        ChartEvents &events = *m_panel->events();
        events.take(dividends({ 2026, 6, 11 }));
        NewsItem item;
        item.title = u"News"_s;
        item.published = easterntime::at({ 2026, 6, 12 }, 11h);
        events.take(answerWith(CompanySubject::News, std::vector { item }));
        m_panel->chart()->showBars(m_series->firstKey(), m_series->lastKey());
        QVERIFY(!events.hasNews()); // off until wanted
        QCOMPARE(painted(), 1);
        events.setNews(true);
        QCOMPARE(painted(), 2);
        QVERIFY(events.subjects().contains(CompanySubject::News));
        events.setShown(false);
        QCOMPARE(painted(), 1);
        const QJsonObject state = m_panel->saveState();
        events.setShown(true);
        events.setNews(false);
        m_panel->restoreState(state);
        QVERIFY(events.hasNews() && !events.isShown());
        m_panel->restoreState({});
        QVERIFY(!events.hasNews() && events.isShown());
        events.clear();
        QVERIFY(strip().isHidden());
    }
};

QTEST_MAIN(TestChartEvents)
#include "tst_chartevents.moc"
