#include "chartbars.h"
#include "easterntime.h"
#include "flowsessions.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate monday(2026, 8, 10);

Price cents(qint64 value)
{
    return Price::fromUnits(value * (Price::unitsPerOne / 100));
}

/// A bar at one price, so many minutes after 09:30 of a day.
Candle barAt(int day, int minute, qint64 price)
{
    Candle bar;
    bar.start = easterntime::at(monday.addDays(day), 9h + 30min) + std::chrono::minutes(minute);
    bar.open = bar.high = bar.low = bar.close = cents(price);
    bar.volume = Qty::whole(100);
    return bar;
}

/// All of a bar's volume at its low, and some at its high.
FlowBar flowOf(const Candle &bar, int shares)
{
    FlowBar flow;
    flow.start = flow.footprint.start = bar.start;
    const PriceGrid grid;
    const auto print = [&](Price price, int size) {
        FlowPrint result;
        result.time = bar.start;
        result.price = price;
        result.size = Qty::whole(size);
        flow.footprint.cells.add(grid.rowOf(price), result);
        flow.footprint.bound.admit(Qty::whole(size));
    };
    print(bar.low, shares);
    print(bar.high, 1 + shares / 3);
    return flow;
}

FlowUpdate updateOf(std::vector<FlowBar> bars, Timestamp knownFrom, bool reset = false)
{
    FlowUpdate update;
    update.reset = reset;
    update.bars = std::move(bars);
    update.knownFrom = knownFrom;
    return update;
}

} // namespace

class TestFlowSessions : public QObject
{
    Q_OBJECT

    std::unique_ptr<ChartSeries> m_bars;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<FlowSessions> m_sessions;

    void load(const std::vector<Candle> &bars, int knownFrom = 0)
    {
        m_bars->apply(chartbars::update(bars, true));
        std::vector<FlowBar> flows;
        for (const Candle &bar : std::span(bars).subspan(std::size_t(knownFrom)))
            flows.push_back(flowOf(bar, 90));
        m_flow->apply(updateOf(std::move(flows), bars[std::size_t(knownFrom)].start, true));
    }

private slots:
    void init()
    {
        m_bars = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_bars);
        m_sessions = std::make_unique<FlowSessions>(*m_flow);
        m_sessions->setDeveloping(true);
        m_bars->setInstrument(u"AAPL"_s, {});
    }
    void cleanup()
    {
        m_sessions.reset();
        m_flow.reset();
        m_bars.reset();
    }

    void withoutTradesThereIsNone()
    {
        m_bars->setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Hour)); // too long for an estimate
        m_bars->apply(chartbars::update({ barAt(0, 0, 100), barAt(1, 0, 110) }, true));
        QVERIFY(m_sessions->sessions().empty());
        QVERIFY(m_sessions->nakedPocs().empty());
        QVERIFY(!m_sessions->composite(5));
    }

    void theNewestDaysAreAddedUp()
    {
        load({ barAt(0, 0, 100), barAt(1, 0, 110), barAt(1, 1, 110), barAt(2, 0, 120) });
        const auto two = m_sessions->composite(2);
        QVERIFY(two);
        QCOMPARE(two->sessions, 2);
        QCOMPARE(m_bars->start(two->first), barAt(1, 0, 0).start);
        QCOMPARE(two->profile.volume(), Qty::whole(3 * 121));
        QCOMPARE(two->profile.levels()->poc, cents(110));
        const auto all = m_sessions->composite(20);
        QVERIFY(all);
        QCOMPARE(all->sessions, 3);
        QCOMPARE(all->profile.volume(), Qty::whole(4 * 121));
    }

    void aNakedPocIsTouchedByPriceAlone_data()
    {
        QTest::addColumn<std::vector<qint64>>("later");
        QTest::addColumn<bool>("naked");
        QTest::newRow("stays above") << std::vector<qint64> { 110, 120, 101 } << true;
        QTest::newRow("comes back") << std::vector<qint64> { 110, 100, 120 } << false;
        QTest::newRow("jumps over") << std::vector<qint64> { 110, 90, 95 } << true;
        QTest::newRow("the newest bar touches") << std::vector<qint64> { 110, 90, 100 } << false;
    }
    void aNakedPocIsTouchedByPriceAlone()
    {
        QFETCH(const std::vector<qint64>, later);
        QFETCH(const bool, naked);
        std::vector<Candle> bars { barAt(0, 0, 105), barAt(0, 1, 100), barAt(0, 2, 100),
                                   barAt(0, 3, 104) };
        for (std::size_t i = 0; i < later.size(); ++i)
            bars.push_back(barAt(1, int(i), later[i]));
        load(bars);
        std::vector<FlowSessions::NakedPoc> expected;
        if (naked)
            expected.push_back({ monday, m_bars->firstKey() + 3, cents(100), false, false });
        QCOMPARE(m_sessions->nakedPocs(), expected);
        // And as bars come one by one
        m_bars->apply(chartbars::update({ barAt(1, 9, 100) }, false));
        QVERIFY(m_sessions->nakedPocs().empty());
    }

    void aDayThatIsKnownInPartSaysSo()
    {
        m_bars->setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Hour));
        load({ barAt(0, 0, 105), barAt(0, 60, 100), barAt(1, 0, 110), barAt(2, 0, 120) }, 1);
        QCOMPARE(m_sessions->nakedPocs().size(), 2U);
        QVERIFY(m_sessions->nakedPocs().front().isPartial);
        QVERIFY(!m_sessions->nakedPocs().front().isEstimated);
        QVERIFY(!m_sessions->nakedPocs().back().isPartial);
        QVERIFY(m_sessions->composite(3)->isPartial);
        QVERIFY(!m_sessions->composite(2)->isPartial);
    }

    /// To the last unit, whatever the rows do to it.
    void whereTradesAreNotKnownBarsTell()
    {
        const std::vector<Candle> bars
            = chartbars::tradingDays(monday, monday.addDays(2), Timeframe(1, TimeUnit::Minute));
        m_bars->apply(chartbars::update(bars));
        const auto &sessions = m_sessions->sessions();
        QCOMPARE(sessions.size(), 3U);
        for (const FlowSessions::Session &session : sessions) {
            Qty volume;
            for (const Candle &bar : bars)
                if (easterntime::date(bar.start) == session.day)
                    volume += bar.volume;
            QCOMPARE(session.profile.volume(), volume);
            QCOMPARE(session.estimated, volume);
            QVERIFY(session.developing.empty());
            for (const FlowRow &row : session.profile.rows().rows())
                QCOMPARE(row.delta(), QuarterQty());
        }
        QCOMPARE(m_sessions->composite(2)->estimatedShare(), 1.0);
        for (const FlowSessions::NakedPoc &poc : m_sessions->nakedPocs())
            QVERIFY(poc.isEstimated && !poc.isPartial);
    }

    void aBarIsSpreadFromItsLowToItsHigh()
    {
        Candle bar = barAt(0, 0, 100);
        bar.high = cents(102);
        m_bars->apply(chartbars::update({ bar }, true));
        const std::span<const FlowRow> rows = m_sessions->sessions().front().profile.rows().rows();
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[0].row, 100);
        QCOMPARE(rows[0].volume().parts() / 4, 3'333'333'334);
        QCOMPARE(rows[1].volume().parts() / 4, 3'333'333'333);
        QCOMPARE(rows[2].volume().parts() / 4, 3'333'333'333);
    }

    /// What came before trades are known counts by bars, what came after by trades.
    void noBarCountsTwice()
    {
        const std::vector<Candle> bars { barAt(0, 0, 100), barAt(0, 1, 101), barAt(0, 2, 102),
                                         barAt(0, 3, 103) };
        m_bars->apply(chartbars::update(bars, true));
        QCOMPARE(m_sessions->sessions().front().profile.volume(), Qty::whole(400));
        // The second one only in part
        m_flow->apply(updateOf({ flowOf(bars[1], 30), flowOf(bars[2], 90), flowOf(bars[3], 90) },
                               bars[1].start + 5s, true));
        const FlowSessions::Session &day = m_sessions->sessions().front();
        QCOMPARE(day.estimated, Qty::whole(200));
        QCOMPARE(day.profile.volume(), Qty::whole(200 + 2 * 121));
        QCOMPARE(day.developing.size(), 2U);
        QCOMPARE(day.profile.rows().find(101)->volume(), QuarterQty::fromQty(Qty::whole(100)));
    }

    void missingPrintsAreTold()
    {
        const std::vector<Candle> bars { barAt(0, 0, 100), barAt(1, 0, 110), barAt(1, 1, 111) };
        load(bars);
        QCOMPARE(m_sessions->composite(2)->gaps, 0);
        FlowBar after = flowOf(bars[2], 90);
        after.afterGap = true;
        m_flow->apply(updateOf({ after }, bars[0].start));
        QCOMPARE(m_sessions->sessions().front().gaps, 0);
        QCOMPARE(m_sessions->sessions().back().gaps, 1);
        QCOMPARE(m_sessions->composite(2)->gaps, 1);
        m_flow->apply(updateOf({ flowOf(bars[2], 95) }, bars[0].start)); // history closed it
        QCOMPARE(m_sessions->sessions().back().gaps, 0);
    }

    void aSumOfDaysIsKeptUntilSomethingChanges()
    {
        load({ barAt(0, 0, 100), barAt(1, 0, 110) });
        const auto rows
            = [&](int days) { return m_sessions->composite(days)->profile.rows().rows().data(); };
        const FlowRow *before = rows(2);
        QCOMPARE(rows(2), before);
        QCOMPARE(m_sessions->composite(1)->sessions, 1);
        QCOMPARE(m_sessions->composite(2)->sessions, 2);
        m_flow->apply(updateOf({ flowOf(barAt(1, 0, 110), 300) }, barAt(0, 0, 0).start));
        QCOMPARE(m_sessions->composite(2)->profile.volume(), Qty::whole(121 + 401));
    }

    void daysOfCoinsAreUtc()
    {
        m_bars->setInstrument(u"X:BTCUSD"_s, {}, 2, AssetClass::Crypto);
        std::vector<Candle> bars;
        const Timestamp midnight { std::chrono::sys_days(2026y / 8 / 11) };
        for (const Duration off : { Duration(-2min), Duration(-1min), Duration(0min) }) {
            bars.push_back(barAt(0, 0, 100));
            bars.back().start = midnight + off;
        }
        load(bars);
        QCOMPARE(m_sessions->sessions().size(), 2U);
        QCOMPARE(m_sessions->sessions().back().day, QDate(2026, 8, 11));
        QCOMPARE(m_bars->start(m_sessions->sessions().back().first), midnight);
    }

    /// 20 rows of a cent a bar are nothing; of a coin with six digits before the point they are
    /// many.
    void rowsOfHighPricesAreCoarse()
    {
        m_bars->setInstrument(u"X:BTCUSD"_s, {}, 2, AssetClass::Crypto);
        load({ barAt(0, 0, 11'000'000) });
        QCOMPARE(m_sessions->grid().height(), Price::whole(1));
        QCOMPARE(m_sessions->sessions().front().levels()->poc, Price::whole(110'000));
        QCOMPARE(m_sessions->sessions().front().profile.volume(), Qty::whole(121));
    }

    void levelsDevelopWithoutLookingAhead()
    {
        std::vector<Candle> bars;
        SplitMix64 random(5);
        for (int day = 0; day < 2; ++day)
            for (int minute = 0; minute < 60; ++minute)
                bars.push_back(barAt(day, minute, 100 + qint64(random.below(12))));
        load(bars);
        const auto &sessions = m_sessions->sessions();
        QCOMPARE(sessions.size(), 2U);
        for (const FlowSessions::Session &session : sessions) {
            QCOMPARE(session.developing.size(), 60U);
            VolumeProfile sofar;
            for (const FlowSessions::Levels &levels : session.developing) {
                QVERIFY(sofar.add(m_flow->bar(levels.key)->footprint.cells));
                const auto now = sofar.levels();
                QCOMPARE(levels,
                         (FlowSessions::Levels { levels.key, now->poc, now->val, now->vah }));
            }
        }
    }

    /// Bars and flow in pieces, late prints, questions in between: as at once.
    void piecesComeToTheWhole_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }
    void piecesComeToTheWhole()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        std::vector<Candle> bars;
        for (int day = 0; day < 4; ++day)
            for (int minute = 0; minute < 30; ++minute)
                bars.push_back(barAt(day, minute, 100 + qint64(random.below(9)) + 8 * day));
        std::vector<FlowBar> flows;
        for (const Candle &bar : bars)
            flows.push_back(flowOf(bar, 1 + int(random.below(300))));
        const std::size_t known = random.below(120); // before it bars are estimated
        std::size_t shown = 0;
        while (shown < bars.size()) {
            const std::size_t next
                = std::min(bars.size(), shown + 1 + std::size_t(random.below(9)));
            m_bars->apply(chartbars::update(
                { bars.begin() + std::ptrdiff_t(shown), bars.begin() + std::ptrdiff_t(next) },
                shown == 0));
            // Some of what is there again, with other sums
            const std::size_t again = shown - std::min(shown, std::size_t(random.below(4) * 9));
            for (std::size_t i = again; i < shown; ++i)
                flows[i] = flowOf(bars[i], 1 + int(random.below(300)));
            const std::size_t first = std::max(again, std::min(known, next));
            m_flow->apply(updateOf(
                { flows.begin() + std::ptrdiff_t(first), flows.begin() + std::ptrdiff_t(next) },
                bars[known].start, shown == 0));
            shown = next;
            if (random.below(2) == 0)
                m_sessions->nakedPocs();
        }
        FlowSessions whole(*m_flow);
        whole.setDeveloping(true);
        const auto &mine = m_sessions->sessions();
        const auto &all = whole.sessions();
        QCOMPARE(mine.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(mine[i].day, all[i].day);
            QCOMPARE(std::pair(mine[i].first, mine[i].last), std::pair(all[i].first, all[i].last));
            QCOMPARE(mine[i].levels(), all[i].levels());
            QCOMPARE(mine[i].profile.volume(), all[i].profile.volume());
            QCOMPARE(mine[i].estimated, all[i].estimated);
            QVERIFY(
                std::ranges::equal(mine[i].profile.rows().rows(), all[i].profile.rows().rows()));
            QCOMPARE(mine[i].developing, all[i].developing);
        }
        QCOMPARE(m_sessions->nakedPocs(), whole.nakedPocs());
    }

    void chosenOnesAreKept()
    {
        FlowOptions options;
        options.profile = ProfileRange::Fixed;
        options.span = FlowSpan { barAt(0, 0, 0).start, barAt(0, 7, 0).start };
        options.developing = options.nakedPocs = true;
        options.compositeDays = 9;
        QCOMPARE(FlowOptions::fromJson(options.toJson()), options);
        QJsonObject older = options.toJson();
        for (const auto &key : { "spanFrom"_L1, "developing"_L1, "nakedPocs"_L1 })
            older.remove(key);
        older.insert("compositeDays"_L1, 900);
        const FlowOptions read = FlowOptions::fromJson(older);
        QCOMPARE(read.profile, ProfileRange::None); // a range without a beginning
        QVERIFY(!read.span && !read.developing && !read.nakedPocs);
        QCOMPARE(read.compositeDays, FlowOptions::mostDays);
    }
};

QTEST_GUILESS_MAIN(TestFlowSessions)
#include "tst_flowsessions.moc"
