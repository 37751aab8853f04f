#include "chartpanel.h"
#include "chartseries.h"
#include "comparison.h"
#include "desk.h"
#include "mainwindow.h"
#include "marketcalendar.h"
#include "markethours.h"
#include "pricechart.h"
#include "sessionview.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// What a chart shows besides its own bars, fed by the simulated market through the whole program.
class TestChartDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    ChartPanel *panel() const
    {
        for (Panel *each : m_desk->window().panels())
            if (auto *own = qobject_cast<ChartPanel *>(each))
                return own;
        return nullptr;
    }
    const ChartSeries &bars() const { return panel()->series(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        DeskOptions options;
        options.dataDir = m_folder->path();
        m_desk = std::make_unique<Desk>(*qApp, options);
        QVERIFY(m_desk->open());
        QTRY_VERIFY(panel());
        QTRY_VERIFY_WITH_TIMEOUT(bars().size() > 300, 20'000);
    }
    void cleanup() { m_desk.reset(); }

    void comparedSymbolsAreFedAndFollowTheTimeframe()
    {
        QVERIFY(panel()->comparisons().add(u"MSFT"_s));
        Comparison &other = *panel()->comparisons().find(u"MSFT"_s);
        QTRY_VERIFY_WITH_TIMEOUT(other.series().size() > 300, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(other.closes().lastKey() == bars().lastKey()
                                     && other.valueAt(bars().lastKey()),
                                 20'000);
        QCOMPARE(other.series().timeframe(), bars().timeframe());
        // As far back as the chart
        panel()->chart()->showFirst();
        const Timestamp first = bars().start(bars().firstKey());
        QTRY_VERIFY_WITH_TIMEOUT(bars().start(bars().firstKey()) < first, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(other.series().start(other.series().firstKey())
                                     <= bars().start(bars().firstKey()) + 24h * 4,
                                 20'000);
        panel()->setTimeframe(Timeframe(1, TimeUnit::Day));
        QTRY_VERIFY_WITH_TIMEOUT(
            bars().timeframe() == Timeframe(1, TimeUnit::Day) && bars().size() > 300, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(other.series().timeframe() == bars().timeframe()
                                     && other.series().size() > 300,
                                 20'000);
        const auto key = bars().lastKey();
        QTRY_VERIFY_WITH_TIMEOUT(!other.closes().run(key).isEmpty(), 20'000);
        panel()->comparisons().remove(u"MSFT"_s);
        QVERIFY(panel()->comparisons().isEmpty());
    }

    void extendedHoursAreHiddenAndShownAgain()
    {
        const MarketCalendar calendar;
        const auto extended = [&] {
            int count = 0;
            for (auto key = bars().firstKey(); key <= bars().lastKey(); ++key) {
                const MarketSpan span
                    = markethours::spanAt(calendar, AssetClass::Stocks, bars().start(key));
                count += span.part == SessionPart::Regular ? 0 : 1;
            }
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(extended() > 0, 20'000);
        panel()->sessions()->setHidesExtended(true);
        QTRY_VERIFY_WITH_TIMEOUT(bars().size() > 300, 20'000);
        QCOMPARE(extended(), 0);
        panel()->sessions()->setHidesExtended(false);
        QTRY_VERIFY_WITH_TIMEOUT(extended() > 0, 20'000);
    }
};

QTEST_MAIN(TestChartDesk)
#include "tst_chartdesk.moc"
