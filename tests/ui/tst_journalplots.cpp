#include "barplot.h"
#include "curveplot.h"
#include "easterntime.h"
#include "excursionplot.h"
#include "panelfixture.h"
#include "plotmarks.h"
#include "thinnedcurve.h"

#include <QChart>
#include <QLineSeries>
#include <QSignalSpy>
#include <QtTest>

#include <random>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QString plain(double value)
{
    return QString::number(value);
}

double msAt(QDate day, Duration time = 0ns)
{
    return double(toMs(easterntime::at(day, time)));
}

QStringList textsOf(const std::vector<PlotMark> &marks)
{
    QStringList texts;
    for (const PlotMark &mark : marks)
        texts.append(mark.text);
    return texts;
}

bool hasColor(QWidget &widget, const QColor &color)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

} // namespace

/// The plots of the journal: marks, thinning, what is read and chosen, and the look.
class TestJournalPlots : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
    }
    void cleanup() { m_fixture.reset(); }

    // --- marks -----------------------------------------------------------------------------------

    void timesAreMarkedAsTheyAreLookedAt_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QStringList>("texts");
        const QDate day(2026, 3, 2);
        QTest::newRow("a session by hours")
            << msAt(day, 9h + 30min) << msAt(day, 16h)
            << QStringList { u"10:00"_s, u"12:00"_s, u"14:00"_s, u"16:00"_s };
        QTest::newRow("weeks by Mondays")
            << msAt(day) << msAt(day.addDays(28))
            << QStringList { u"2 Mar"_s, u"9 Mar"_s, u"16 Mar"_s, u"23 Mar"_s, u"30 Mar"_s };
        QTest::newRow("half a year by months")
            << msAt(QDate(2025, 11, 20)) << msAt(QDate(2026, 3, 20))
            << QStringList { u"Dec 2025"_s, u"Jan 2026"_s, u"Feb 2026"_s, u"Mar 2026"_s };
        QTest::newRow("many years") << msAt(QDate(2001, 5, 1)) << msAt(QDate(2021, 5, 1))
                                    << QStringList { u"2005"_s, u"2010"_s, u"2015"_s, u"2020"_s };
        QTest::newRow("nothing at no time") << 5.0 << 5.0 << QStringList();
    }

    void timesAreMarkedAsTheyAreLookedAt()
    {
        QFETCH(const double, from);
        QFETCH(const double, to);
        QFETCH(const QStringList, texts);
        const auto marks = plotmarks::times(QLocale(QLocale::English), 80)(from, to, 400);
        QCOMPARE(textsOf(marks), texts);
    }

    void namesThatWouldTouchAreLeftOut()
    {
        const std::vector<PlotMark> all { { 0, u"a"_s }, { 1, u"b"_s }, { 2, u"c"_s } };
        QCOMPARE(textsOf(plotmarks::fixed(all, 50)(-0.5, 2.5, 300)),
                 (QStringList { u"a"_s, u"b"_s, u"c"_s }));
        QVERIFY(plotmarks::fixed(all, 50)(-0.5, 2.5, 0).empty());
        QCOMPARE(textsOf(plotmarks::fixed(all, 50)(-0.5, 2.5, 90)),
                 (QStringList { u"a"_s, u"c"_s }));
    }

    // --- thinning --------------------------------------------------------------------------------

    void aThinnedCurveKeepsItsEndsAndExtremes()
    {
        std::mt19937 random(7);
        std::normal_distribution<double> step(0, 1);
        std::vector<QPointF> points;
        for (int i = 0; i < 100'000; ++i)
            points.push_back(
                { double(i), (points.empty() ? 0 : points.back().y()) + step(random) });
        const std::vector<QPointF> thin = thinnedCurve(points, 800);
        QVERIFY(thin.size() <= 1'602);
        QVERIFY(std::ranges::is_sorted(thin, {}, &QPointF::x));
        QCOMPARE(thin.front(), points.front());
        QCOMPARE(thin.back(), points.back());
        const auto [low, high] = std::ranges::minmax(points, {}, &QPointF::y);
        const auto [thinLow, thinHigh] = std::ranges::minmax(thin, {}, &QPointF::y);
        QCOMPARE(thinLow, low);
        QCOMPARE(thinHigh, high);
    }

    void theOutlineOfAFilledCurveIsFarFromZero()
    {
        const std::vector<QPointF> thin { { 0, 0 }, { 1, -5 }, { 2, -3 }, { 3, -1 }, { 4, -2 } };
        QCOMPARE(outlineOf(thin), (std::vector<QPointF> { { 1, -5 }, { 2, -3 }, { 4, -2 } }));
        QVERIFY(outlineOf({}).empty());
    }

    void aShortCurveStaysAsItIs()
    {
        const std::vector<QPointF> points { { 0, 1 }, { 0, 2 }, { 5, 1 } };
        QCOMPARE(thinnedCurve(points, 100), points);
        QVERIFY(thinnedCurve({}, 100).empty());
    }

    // --- bars ------------------------------------------------------------------------------------

    void barsAreReadAndChosen_data()
    {
        QTest::addColumn<bool>("isLying");
        QTest::newRow("standing") << false;
        QTest::newRow("lying") << true;
    }

    void barsAreReadAndChosen()
    {
        QFETCH(const bool, isLying);
        BarPlot plot(m_fixture->theme, u"bars"_s);
        plot.resize(600, 300);
        plot.setBars({ { u"Mon"_s, 120, 1, { u"Monday"_s, u"+120"_s } },
                       { u"Tue"_s, -80, -1, { u"Tuesday"_s } },
                       { u"Wed"_s, 0, 0, { u"Wednesday"_s } } },
                     isLying ? BarPlot::Layout::Lying : BarPlot::Layout::Standing, plain);
        QSignalSpy chosen(&plot, &JournalPlot::itemChosen);
        plot.setSummary(u"By weekday"_s);
        plot.show();
        QCOMPARE(plot.accessibleDescription(), u"By weekday"_s);
        QVERIFY(hasColor(plot, m_fixture->theme.color(ColorRole::Up)));
        QVERIFY(hasColor(plot, m_fixture->theme.color(ColorRole::Down)));
        for (int item = 0; item < 3; ++item) {
            QTest::mouseClick(plot.viewport(), Qt::LeftButton, {},
                              plot.itemPosition(item).toPoint() + QPoint(1, 1));
            QCOMPARE(chosen.takeLast()[0].toInt(), item);
        }
        QCOMPARE(plot.reading(), QStringList { u"Wednesday"_s });
        QCOMPARE(plot.accessibleDescription(), u"Wednesday"_s);
        plot.setFocus();
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.accessibleDescription(), u"Monday, +120"_s);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(chosen.takeLast()[0].toInt(), 0);
    }

    void aMessageStandsForThePlot()
    {
        BarPlot plot(m_fixture->theme, u"bars"_s);
        plot.setBars({ { u"a"_s, 1, 1, {} } }, BarPlot::Layout::Standing, plain);
        plot.setMessage(u"Nothing yet."_s);
        plot.resize(300, 200);
        plot.show();
        QSignalSpy chosen(&plot, &JournalPlot::itemChosen);
        QTest::mouseClick(plot.viewport(), Qt::LeftButton, {}, { 150, 100 });
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(plot.accessibleDescription(), u"Nothing yet."_s);
        QVERIFY(!hasColor(plot, m_fixture->theme.color(ColorRole::Up)));
    }

    void aThemeIsFollowedAtOnce()
    {
        BarPlot plot(m_fixture->theme, u"bars"_s);
        plot.setBars({ { u"a"_s, 1, 1, {} } }, BarPlot::Layout::Standing, plain);
        plot.resize(300, 200);
        plot.show();
        const QColor before = m_fixture->theme.color(ColorRole::Panel);
        QCOMPARE(plot.grab().toImage().pixelColor(2, 100), before);
        m_fixture->settings.setThemeChoice(m_fixture->theme.isDark() ? ThemeChoice::Light
                                                                     : ThemeChoice::Dark);
        const QColor after = m_fixture->theme.color(ColorRole::Panel);
        QVERIFY(after != before);
        QCOMPARE(plot.grab().toImage().pixelColor(2, 100), after);
    }

    // --- curves ----------------------------------------------------------------------------------

    void aCurveKeepsItsValueUntilTheNextPoint()
    {
        CurvePlot plot(m_fixture->theme, u"curve"_s);
        plot.resize(600, 300);
        plot.setCurves({ { .name = u"Before"_s, .points = { { 1, 10 }, { 2, 30 }, { 3, 20 } } },
                         { .name = u"After"_s,
                           .color = ColorRole::Up,
                           .style = Qt::DashLine,
                           .points = { { 1, 10 }, { 3, 50 } } } },
                       CurvePlot::Scale::Count, plain, plain);
        plot.show();
        plot.setCurrent(1);
        QCOMPARE(plot.reading(),
                 (QStringList { u"After 2 trade(s)"_s, u"Before: 30"_s, u"After: 10"_s }));
        QTest::mouseMove(plot.viewport(), plot.itemPosition(2).toPoint());
        QCOMPARE(plot.current(), 2);
        QVERIFY(hasColor(plot, m_fixture->theme.color(ColorRole::Panel)));
    }

    void aCurveOfManyIsDrawnWithFewPoints()
    {
        CurvePlot plot(m_fixture->theme, u"curve"_s);
        plot.resize(800, 300);
        std::vector<QPointF> points;
        for (int i = 0; i < 100'000; ++i)
            points.push_back({ double(i), double(i % 977) });
        plot.setCurves({ { .name = u"Net"_s, .isFilled = true, .points = points } },
                       CurvePlot::Scale::Count, plain, plain);
        plot.show();
        int drawn = 0;
        for (QAbstractSeries *series : plot.chart()->series())
            if (const auto *line = qobject_cast<QLineSeries *>(series))
                drawn = std::max(drawn, int(line->count()));
        QVERIFY(drawn > 800);
        QVERIFY2(drawn <= 8 * 800, qPrintable(QString::number(drawn)));
        QCOMPARE(plot.itemCount(), 100'000);
        plot.setCurrent(54'321);
        QCOMPARE(plot.reading(),
                 (QStringList { u"After 54,321 trade(s)"_s, u"Net: %1"_s.arg(54'321 % 977) }));
    }

    // --- scatter ---------------------------------------------------------------------------------

    void aPointTellsItsTradeAndIsChosen()
    {
        ExcursionPlot plot(m_fixture->theme, u"scatter"_s);
        plot.resize(600, 400);
        plot.show();
        plot.setPoints({ { 0.5, 2.0, 1, 70 }, { 1.0, 0.2, -1, 71 } }, plain,
                       [](int trade) { return QStringList { u"Trade %1"_s.arg(trade) }; });
        QCOMPARE(plot.itemCount(), 2);
        QVERIFY(hasColor(plot, m_fixture->theme.color(ColorRole::Panel)));
        QSignalSpy chosen(&plot, &JournalPlot::itemChosen);
        QTest::mouseClick(plot.viewport(), Qt::LeftButton, {}, plot.itemPosition(1).toPoint());
        QCOMPARE(plot.tradeOf(chosen.takeLast()[0].toInt()), 71);
        QCOMPARE(plot.reading(), QStringList { u"Trade 71"_s });
        QTest::mouseMove(plot.viewport(), plot.itemPosition(0).toPoint() + QPoint(40, 40));
        QCOMPARE(plot.current(), -1);
    }

    void pointsThatCoverEachOtherAreDrawnOnce()
    {
        ExcursionPlot plot(m_fixture->theme, u"scatter"_s);
        plot.resize(600, 400);
        plot.show();
        std::mt19937 random(11);
        std::exponential_distribution<double> far(1);
        std::vector<ExcursionPlot::Point> points;
        for (int i = 0; i < 100'000; ++i) {
            const double worst = far(random);
            points.push_back({ worst, far(random), worst < 1 ? 1 : -1, i });
        }
        plot.setPoints(points, plain, [](int) { return QStringList(); });
        QVERIFY2(plot.itemCount() < 30'000, qPrintable(QString::number(plot.itemCount())));
        QVERIFY(plot.itemCount() > 1'000);
        QElapsedTimer clock;
        clock.start();
        plot.grab();
        qInfo("100,000 points, %d drawn: painted in %lld ms", plot.itemCount(), clock.elapsed());
    }

private:
    std::unique_ptr<PanelFixture> m_fixture;
};

QTEST_MAIN(TestJournalPlots)
#include "tst_journalplots.moc"
