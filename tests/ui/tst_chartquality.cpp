#include "chartbars.h"
#include "chartpanel.h"
#include "chartquality.h"
#include "flowseries.h"
#include "fonts.h"
#include "panelfixture.h"
#include "pricechart.h"
#include "qualitybadge.h"
#include "qualityview.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QTreeWidget>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QualityIssue issue(const QString &rule, IssueSeverity severity, qint64 count, Timestamp first)
{
    return { rule, severity, count, { first }, u"In words."_s };
}

} // namespace

/// The mark of data quality on a chart, by clicks as a person makes them.
class TestChartQuality : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_series->setInstrument(u"SPCE"_s, Timeframe());
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->resize(900, 560);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        for (int i = 0; i < 600; ++i)
            m_update.bars.push_back(bar(i));
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
        m_update = {};
    }

    void noBadgeBeforeAGrade()
    {
        m_series->apply(m_update);
        QVERIFY(!badge().isVisible());
    }

    void theBadgeTellsTheGrade()
    {
        tell(QualityGrade::C, 81.4, {});
        QVERIFY(badge().isVisible());
        QVERIFY(badge().toolTip().contains(u"Grade C"_s));
        QVERIFY(badge().toolTip().contains(u"81.4"_s));
        QCOMPARE(badge().accessibleName(), u"Data quality"_s);
        QVERIFY(badge().accessibleDescription().contains(u"Grade C"_s));
        const QRect pane = m_panel->chart()->panes().price;
        QTRY_VERIFY(pane.contains(badge().geometry()));
        // The legend keeps off it
        QTRY_VERIFY(m_panel->chart()->scene().legendRoomRight > badge().width());
        // It goes with the chart's size and its symbol
        m_panel->resize(500, 400);
        QTRY_VERIFY(m_panel->chart()->panes().price.contains(badge().geometry()));
        m_series->setInstrument(u"AAPL"_s, Timeframe());
        QTRY_VERIFY(!badge().isVisible());
    }

    void aClickShowsWhatIsBehind()
    {
        tell(QualityGrade::B, 91, issues());
        QTest::mouseClick(&badge(), Qt::LeftButton);
        QualityView *view = m_panel->quality()->view();
        QVERIFY(view);
        QVERIFY(view->isVisible());
        QVERIFY(view->findChild<QLabel *>(u"qualityTitle"_s)->text().contains(u"SPCE"_s));
        QCOMPARE(list().topLevelItemCount(), 2);
        QVERIFY(list().topLevelItem(0)->text(0).contains(u"high and low"_s));
        QCOMPARE(list().topLevelItem(0)->text(1), u"3"_s);
        QCOMPARE(list().topLevelItem(0)->text(3), u"V-05"_s);
        QTest::keyClick(&list(), Qt::Key_Escape);
        QVERIFY(!view->isVisible());
    }

    void anOpenListKeepsItsPlace()
    {
        tell(QualityGrade::B, 91, issues());
        QTest::mouseClick(&badge(), Qt::LeftButton);
        QTest::keyClick(&list(), Qt::Key_Escape);
        QTest::mouseClick(&badge(), Qt::LeftButton);
        list().setCurrentItem(list().topLevelItem(1));
        const int height = m_panel->quality()->view()->height();
        std::vector<QualityIssue> more = issues();
        more.insert(more.begin() + 1, issue(u"V-11"_s, IssueSeverity::Error, 4, bar(100).start));
        tell(QualityGrade::B, 90.5, more);
        QCOMPARE(list().topLevelItemCount(), 3);
        QCOMPARE(list().currentItem()->text(3), u"V-16"_s);
        QCOMPARE(list().currentItem()->text(1), u"1"_s);
        QVERIFY(m_panel->quality()->view()->height() > height);
        tell(QualityGrade::B, 91, issues());
        QCOMPARE(list().currentItem()->text(3), u"V-16"_s);
        QTRY_COMPARE(m_panel->quality()->view()->height(), height);
        tell(QualityGrade::A, 100, {});
        QVERIFY(list().isHidden());
        QVERIFY(m_panel->quality()->view()->height() < height);
    }

    void partsAreReadWithTheirNumbers()
    {
        m_update.quality.emplace();
        m_update.quality->completeness = 98.9;
        m_series->apply(m_update);
        QTest::mouseClick(&badge(), Qt::LeftButton);
        QStringList names;
        for (const QLabel *label : m_panel->quality()->view()->findChildren<QLabel *>())
            names += label->accessibleName();
        QVERIFY(names.contains(u"Complete: 98.9"_s));
    }

    void anIssueThatIsClickedIsShown()
    {
        tell(QualityGrade::B, 91, issues());
        m_panel->chart()->redraw();
        QVERIFY(m_panel->chart()->view().firstVisible() > 40);
        QTest::mouseClick(&badge(), Qt::LeftButton);
        const QRect row = list().visualItemRect(list().topLevelItem(0));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(!m_panel->quality()->view()->isVisible());
        QVERIFY(m_panel->chart()->crosshair());
        QCOMPARE(m_panel->chart()->crosshair()->key, m_series->keyAtOrAfter(bar(40).start));
        QVERIFY(m_panel->chart()->view().firstVisible() <= 40);
        QVERIFY(m_panel->chart()->view().lastVisible() >= 40);
    }

    void byKeysAlone()
    {
        tell(QualityGrade::B, 91, issues());
        badge().setFocus();
        QTest::keyClick(&badge(), Qt::Key_Space);
        QVERIFY(m_panel->quality()->view()->isVisible());
        QTest::keyClick(&list(), Qt::Key_Down);
        list().setCurrentItem(list().topLevelItem(1));
        QTest::keyClick(&list(), Qt::Key_Return);
        QVERIFY(!m_panel->quality()->view()->isVisible());
        QCOMPARE(m_panel->chart()->crosshair()->key, m_series->keyAtOrAfter(bar(560).start));
    }

    void namedBarsAreMarked()
    {
        tell(QualityGrade::B, 91, {});
        m_panel->chart()->redraw();
        const QImage before = m_panel->chart()->picture().toImage();
        tell(QualityGrade::B, 91, issues());
        m_panel->chart()->redraw();
        QTRY_VERIFY(m_panel->chart()->picture().toImage() != before);
        QCOMPARE(m_series->doubtful(0, 599), (std::vector<ChartSeries::Key> { 40, 560 }));
        QVERIFY(m_series->doubtful(41, 559).empty());
        const ChartScene &scene = m_panel->chart()->scene();
        const QPoint mark(int(scene.xOf(560)), int(scene.priceY(m_series->bar(560).high)) - 4);
        const QColor painted = m_panel->chart()->picture().toImage().pixelColor(mark);
        QCOMPARE(painted.rgb(), m_fixture->theme.color(ColorRole::Warning).rgb());
    }

    void missingBarsHaveNoMark()
    {
        tell(QualityGrade::B, 91, { issue(u"V-11"_s, IssueSeverity::Error, 4, bar(100).start) });
        QVERIFY(m_series->doubtful(0, 599).empty());
    }

private:
    static Candle bar(int i)
    {
        Candle bar;
        bar.start = fromMs(1'786'629'600'000 + qint64(i) * 60'000);
        bar.open = bar.close = bar.low = Price::whole(100 + i % 5);
        bar.high = Price::whole(102 + i % 5);
        bar.volume = Qty::whole(1'000);
        return bar;
    }
    static std::vector<QualityIssue> issues()
    {
        return { issue(u"V-05"_s, IssueSeverity::Fatal, 3, bar(40).start),
                 issue(u"V-16"_s, IssueSeverity::Warning, 1, bar(560).start) };
    }
    void tell(QualityGrade grade, double score, std::vector<QualityIssue> issues)
    {
        m_update.quality.emplace();
        m_update.quality->grade = grade;
        m_update.quality->score = score;
        m_update.quality->records = 600;
        m_update.quality->issues = std::move(issues);
        m_series->apply(m_update);
    }
    QualityBadge &badge() { return *m_panel->quality()->badge(); }
    QTreeWidget &list()
    {
        return *m_panel->quality()->view()->findChild<QTreeWidget *>(u"qualityIssues"_s);
    }

    ChartUpdate m_update;
};

QTEST_MAIN(TestChartQuality)
#include "tst_chartquality.moc"
