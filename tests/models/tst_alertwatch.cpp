#include "alerttape.h"
#include "splitmix64.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <numeric>
#include <set>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using test::AlertTape;
using test::priceAlert;

namespace {

constexpr auto up = AlertCondition::CrossingUp;

/// What a look of these prices (time, cents) tells: of each bar its first price, where it goes
/// to a new low and high - of both first the one on the side it was on - and where it is at the
/// end.
class Looks
{
public:
    explicit Looks(int cents)
        : m_last(cents)
    {
    }

    std::vector<std::pair<Timestamp, int>> of(const std::vector<std::pair<Duration, int>> &look)
    {
        std::map<Timestamp, std::vector<int>> bars;
        for (const auto &[since, cents] : look)
            bars[Timeframe().windowStart(AlertTape::at(since))].push_back(cents);
        std::vector<std::pair<Timestamp, int>> way;
        for (const auto &[start, prices] : bars) {
            if (std::exchange(m_start, start) != start) {
                m_low = m_high = m_last = prices.front();
                way.emplace_back(start, m_last);
            }
            const auto [low, high] = std::ranges::minmax(prices);
            const int from = m_last;
            m_last = prices.back();
            const bool isLowFirst = from < level || (from == level && m_last >= level);
            const bool isLow = low < m_low;
            const bool isHigh = high > m_high;
            m_low = std::min(m_low, low);
            m_high = std::max(m_high, high);
            if (isLow && isLowFirst)
                way.emplace_back(start, low);
            if (isHigh)
                way.emplace_back(start, high);
            if (isLow && !isLowFirst)
                way.emplace_back(start, low);
            way.emplace_back(start, m_last);
        }
        return way;
    }

private:
    static constexpr int level = 10'000;

    Timestamp m_start {};
    int m_low = 0;
    int m_high = 0;
    int m_last;
};

} // namespace

class TestAlertWatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void itTellsWhenAndAtWhichPrice()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100) });
        tape.begin(99.5);
        tape.price(99.9, 40s);
        QVERIFY(tape.fired.empty());
        tape.price(100.02, 75s);
        QCOMPARE(tape.fired.size(), 1U);
        const AlertFiring &firing = tape.fired.front();
        QCOMPARE(firing.alert.id, u"a1"_s);
        QCOMPARE(firing.value, 100.02);
        QCOMPARE(firing.against, 100.0);
        QCOMPARE(firing.time, AlertTape::at(75s));
        QCOMPARE(firing.barStart, AlertTape::at(60s));
    }

    void onceIsOnce()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(AlertCondition::Crossing, 100) });
        tape.begin(99);
        for (int i = 1; i < 20; ++i)
            tape.price(i % 2 ? 101 : 99, 30s + i * 10s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    void oncePerBarIsOncePerBar()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(AlertCondition::Crossing, 100, AlertWhen::OncePerBar) });
        tape.begin(99, 50s);
        for (int i = 1; i <= 12; ++i) // minutes 1 and 2: six crossings each
            tape.price(i % 2 ? 101 : 99, 50s + i * 10s);
        QCOMPARE(tape.fired.size(), 2U);
        QCOMPARE(tape.fired[0].barStart, AlertTape::at(60s));
        QCOMPARE(tape.fired[1].barStart, AlertTape::at(120s));
    }

    /// A price that was only there between two looks is in the bar's high.
    void aSpikeBetweenTwoLooksCounts()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100) });
        tape.begin(99);
        tape.price(99, 61s); // a bar that is watched from its beginning
        tape.moveNow(70s);
        tape.addPrice(100.5);
        tape.addPrice(99.2);
        tape.send();
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().value, 100.5);
    }

    /// Whole bars that came at once: the window had to wait.
    void barsBetweenTwoLooksCount()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBar) });
        tape.begin(99);
        for (int minute = 1; minute <= 5; ++minute) {
            tape.moveNow(minute * 60s);
            for (const double price : { 99.0, minute == 3 ? 101.0 : 99.5, 99.0 })
                tape.addPrice(price);
        }
        tape.send();
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().barStart, AlertTape::at(180s));
        QVERIFY(tape.fired.front().time <= AlertTape::at(240s));
    }

    /// What the bar had before it was watched is no news.
    void theBarUnderWayCountsFromNowOn()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100) });
        tape.addPrice(98);
        tape.addPrice(103);
        tape.begin(99);
        QVERIFY(tape.fired.empty());
        tape.moveNow(40s);
        tape.addPrice(104); // a higher high: late, or now? nobody knows in this bar
        tape.addPrice(99);
        tape.send();
        QVERIFY(tape.fired.empty());
        tape.price(100, 45s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    void historyFiresNothing()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBar),
                               priceAlert(up, 100, AlertWhen::OncePerBarClose) });
        for (int minute = 0; minute < 10; ++minute) {
            tape.moveNow(minute * 60s);
            tape.addPrice(minute % 2 ? 101 : 99);
        }
        tape.setNow(610s);
        tape.send(true);
        QVERIFY(tape.fired.empty());
        QVERIFY(tape.watch.isWatching());
    }

    void nothingWhileHistoryLoads()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100) });
        tape.setNow(30s);
        ChartUpdate loading;
        loading.reset = true;
        tape.watch.apply(loading);
        QVERIFY(!tape.watch.isWatching());
        tape.begin(99);
        QVERIFY(tape.watch.isWatching());
        tape.price(101, 40s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    // --- the close of bars

    void aBarClosesOnce()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBarClose) });
        tape.begin(99);
        tape.price(101, 40s);
        tape.price(102, 59s);
        QVERIFY(tape.fired.empty()); // the bar is not complete
        tape.price(98, 61s); // it is now, by the next one
        QCOMPARE(tape.fired.size(), 0U); // nothing before it tells its side
        tape.price(101, 100s);
        tape.price(101, 121s);
        QCOMPARE(tape.fired.size(), 0U); // 101, then 101
        tape.price(99, 170s);
        tape.price(99, 181s);
        tape.price(103, 239s);
        QCOMPARE(tape.fired.size(), 0U);
        tape.price(103, 241s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().barStart, AlertTape::at(180s));
        QCOMPARE(tape.fired.front().time, AlertTape::at(240s));
        QCOMPARE(tape.fired.front().value, 103.0);
    }

    /// Where nothing is traded after it, its time is over a little later.
    void aBarClosesByTheClock()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBarClose) });
        tape.begin(99);
        tape.price(101, 65s);
        tape.setNow(120s);
        QVERIFY(tape.fired.empty());
        tape.setNow(120s + AlertWatch::completeAfter);
        QCOMPARE(tape.fired.size(), 1U);
        tape.price(102, 125s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    /// What the bars before were is known, whoever watched.
    void theFirstCloseComparesWithHistory()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBarClose) });
        tape.addPrice(101);
        tape.moveNow(60s);
        tape.addPrice(99);
        tape.begin(99, 125s);
        tape.price(101, 150s);
        tape.price(101, 181s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().barStart, AlertTape::at(120s));
    }

    void aboveAtTheCloseHoldsAtFirst()
    {
        AlertTape tape;
        tape.watch.setAlerts(
            { priceAlert(AlertCondition::Above, 100, AlertWhen::OncePerBarClose) });
        tape.begin(101);
        tape.price(101, 50s);
        QVERIFY(tape.fired.empty());
        tape.price(101, 61s);
        QCOMPARE(tape.fired.size(), 1U);
        tape.price(102, 125s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    // --- breaks

    void aStaleStreamFiresNothing()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBar) });
        tape.begin(99);
        tape.setLive(false);
        QVERIFY(!tape.watch.isWatching());
        tape.price(101, 70s);
        QVERIFY(tape.fired.empty());
        tape.setLive(true); // above now, and nobody saw it cross
        tape.price(102, 80s);
        QVERIFY(tape.fired.empty());
        tape.price(99, 90s);
        tape.price(100, 125s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    /// Bars that are loaded after a break, and the one that was under way, tell of the past.
    void whatIsBackFilledFiresNothing()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBar),
                               priceAlert(up, 100, AlertWhen::OncePerBarClose) });
        tape.begin(99);
        tape.price(99, 70s);
        tape.setLive(false);
        tape.setNow(330s);
        tape.setLive(true);
        for (int minute = 1; minute < 5; ++minute) {
            tape.moveNow(minute * 60s + 10s);
            for (const double price : { 99.0, 101.0, minute % 2 ? 99.0 : 101.0 })
                tape.addPrice(price);
        }
        tape.moveNow(335s);
        tape.addPrice(103);
        tape.addPrice(99);
        tape.send();
        QVERIFY2(tape.fired.empty(), qPrintable(QString::number(tape.fired.size())));
        tape.price(100, 340s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    void barsThatAreMissingTellNoSide()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100, AlertWhen::OncePerBarClose) });
        tape.begin(99);
        tape.gaps = { AlertTape::at(300s) };
        tape.price(101, 310s); // minutes 1 to 4 are missing
        tape.price(101, 361s);
        QVERIFY(tape.fired.empty());
        tape.price(99, 419s);
        tape.price(101, 421s);
        tape.price(101, 481s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().barStart, AlertTape::at(420s));
    }

    void anotherMarketBeginsAnew()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100) });
        tape.begin(99);
        tape.forgetBars();
        tape.begin(101, 50s);
        QVERIFY(tape.fired.empty());
        tape.price(99, 55s);
        tape.price(101, 58s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    // --- which alerts

    void oneThatIsAddedLaterLearnsItsSideAtOnce()
    {
        AlertTape tape;
        tape.begin(99);
        tape.watch.setAlerts({ priceAlert(up, 100) });
        tape.price(101, 40s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    /// Others being changed does not make it forget its side.
    void oneThatStaysGoesOn()
    {
        AlertTape tape;
        const ChartAlert alert = priceAlert(AlertCondition::Above, 100, AlertWhen::OncePerBar);
        tape.watch.setAlerts({ alert });
        tape.begin(101);
        QCOMPARE(tape.fired.size(), 1U);
        ChartAlert after = tape.fired.front().alert;
        ChartAlert other = priceAlert(up, 90);
        other.id = u"a2"_s;
        tape.watch.setAlerts({ after, other });
        tape.price(102, 61s);
        QCOMPARE(tape.fired.size(), 1U);
        after.against.level = 101; // another alert now
        tape.watch.setAlerts({ after, other });
        QCOMPARE(tape.fired.size(), 2U);
    }

    void oneThatIsOverDoesNotFire()
    {
        AlertTape tape;
        ChartAlert alert = priceAlert(up, 100);
        alert.expiry = AlertTape::at(60s);
        tape.watch.setAlerts({ alert });
        tape.begin(99);
        tape.price(101, 60s);
        QVERIFY(tape.fired.empty());
    }

    /// Who hears of one may change them all.
    void alertsMayBeChangedByAFiring()
    {
        AlertTape tape;
        tape.watch.setAlerts({ priceAlert(up, 100), priceAlert(up, 100.5) });
        connect(&tape.watch, &AlertWatch::fired, this, [&] { tape.watch.setAlerts({}); });
        tape.begin(99);
        tape.price(101, 40s);
        QCOMPARE(tape.fired.size(), 2U);
        tape.price(99, 50s);
        tape.price(101, 55s);
        QCOMPARE(tape.fired.size(), 2U);
    }

    void rangesAndMoves()
    {
        AlertTape tape;
        ChartAlert room = priceAlert(AlertCondition::Entering, 102);
        room.otherLevel = 100;
        ChartAlert rise = priceAlert(AlertCondition::Rising, 0);
        rise.id = u"a2"_s;
        rise.percent = 3;
        rise.bars = 2;
        tape.watch.setAlerts({ room, rise });
        tape.begin(99);
        tape.price(99.5, 70s);
        QVERIFY(tape.fired.empty());
        tape.price(101, 130s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.back().against, 102.0);
        tape.price(101.9, 150s); // 99 + 3 % = 101.97
        QCOMPARE(tape.fired.size(), 1U);
        tape.price(101.97, 170s);
        QCOMPARE(tape.fired.size(), 2U);
        QCOMPARE(tape.fired.back().alert.id, u"a2"_s);
        QCOMPARE(tape.fired.back().against, 99 * 1.03);
    }

    // --- indicators

    /// Prices of the ends of bars, then of the one that forms.
    static void play(AlertTape &tape, const QList<double> &closes)
    {
        for (qsizetype i = 0; i < closes.size(); ++i)
            tape.price(closes[i], (i + 1) * 60s + 30s);
    }

    void anIndicatorIsPreviewedInTheBarThatForms()
    {
        AlertTape tape;
        ChartAlert alert = priceAlert(up, 100, AlertWhen::OncePerBar);
        alert.watched = AlertValue::ofIndicator({ u"sma"_s, { 3 } });
        tape.watch.setAlerts({ alert });
        tape.begin(99);
        play(tape, { 99, 99, 99 });
        QVERIFY(tape.fired.empty());
        tape.price(101.9, 220s); // 99.97 over three bars
        QVERIFY(tape.fired.empty());
        tape.price(102, 225s); // 100
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().value, 100.0);
        QCOMPARE(tape.fired.front().barStart, AlertTape::at(180s));
    }

    void beforeItsWarmUpAnIndicatorFiresNothing()
    {
        AlertTape tape;
        ChartAlert alert = priceAlert(AlertCondition::Above, 50, AlertWhen::OncePerBar);
        alert.watched = AlertValue::ofIndicator({ u"sma"_s, { 4 } });
        tape.watch.setAlerts({ alert });
        tape.begin(99);
        QVERIFY(tape.watch.needsEarlier());
        play(tape, { 99, 99 });
        QVERIFY(tape.fired.empty());
        play(tape, { 99, 99, 99 });
        QCOMPARE(tape.fired.size(), 1U);
        QVERIFY(!tape.watch.needsEarlier());
    }

    /// "Golden cross" at the close of bars, and the price against an average.
    void oneIndicatorCrossesAnother()
    {
        AlertTape tape;
        ChartAlert golden = priceAlert(up, 0, AlertWhen::OncePerBarClose);
        golden.watched = AlertValue::ofIndicator({ u"sma"_s, { 2 } });
        golden.against = AlertValue::ofIndicator({ u"sma"_s, { 3 } });
        ChartAlert below = priceAlert(AlertCondition::CrossingDown, 0, AlertWhen::OncePerBar);
        below.id = u"a2"_s;
        below.against = AlertValue::ofIndicator({ u"sma"_s, { 3 } });
        tape.watch.setAlerts({ golden, below });
        tape.begin(100);
        play(tape, { 99, 98, 97, 96, 99 }); // averages of the last: 97.5 and 97.33
        QVERIFY(tape.fired.empty());
        tape.price(99, 361s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().alert.id, u"a1"_s);
        QCOMPARE(tape.fired.front().barStart, AlertTape::at(300s));
        tape.price(97, 370s); // against (96 + 99 + 97) / 3
        QCOMPARE(tape.fired.size(), 2U);
        QCOMPARE(tape.fired.back().alert.id, u"a2"_s);
        QCOMPARE(tape.fired.back().against, 292.0 / 3);
    }

    /// Each look of random bars against the average of the closes themselves.
    void anIndicatorsCrossingsAreThoseOfItsValues()
    {
        constexpr qsizetype length = 5;
        int fired = 0;
        for (quint64 seed = 1; seed <= 20; ++seed) {
            SplitMix64 random(seed);
            AlertTape tape;
            ChartAlert alert = priceAlert(AlertCondition::Crossing, 0, AlertWhen::OncePerBar);
            alert.against = AlertValue::ofIndicator({ u"sma"_s, { double(length) } });
            tape.watch.setAlerts({ alert });
            int cents = 10'000;
            tape.begin(cents / 100.0, 0s);
            std::vector<int> closes { cents };
            AlertTracker naive(alert.condition);
            std::set<Timestamp> expected;
            for (int look = 1; look < 400; ++look) {
                const Duration since = look * 20s;
                cents += int(random.below(61)) - 30;
                const auto bar = std::size_t(since / 60s);
                closes.resize(bar + 1);
                closes[bar] = cents;
                AlertReading reading;
                if (std::ssize(closes) >= length) {
                    const auto sum
                        = [&] { return std::accumulate(closes.end() - length, closes.end(), 0); };
                    // Never on the average itself: how that is rounded is not the matter here
                    if (sum() == int(length) * cents)
                        closes[bar] = ++cents;
                    reading = AlertReading::ofLine(int(length) * cents, sum());
                }
                if (naive.take(reading))
                    expected.insert(AlertTape::at(qint64(bar) * 60s));
                tape.price(cents / 100.0, since);
            }
            std::set<Timestamp> told;
            for (const AlertFiring &firing : tape.fired)
                told.insert(firing.barStart);
            QCOMPARE(told.size(), tape.fired.size());
            QCOMPARE(told, expected);
            fired += int(told.size());
        }
        QVERIFY(fired > 100);
    }

    // --- drawings

    static Drawing line(Duration from, double fromPrice, Duration to, double toPrice)
    {
        Drawing drawing;
        drawing.id = u"d1"_s;
        drawing.points = { { AlertTape::at(from), fromPrice }, { AlertTape::at(to), toPrice } };
        return drawing;
    }
    static FindDrawing only(const Drawing &drawing)
    {
        return [&drawing](const QString &symbol, const QString &id) {
            return symbol == u"AAPL" && id == drawing.id ? &drawing : nullptr;
        };
    }

    /// A trend line that falls by 1 a minute until the fifth.
    void aLineThatMovesIsCrossed()
    {
        AlertTape tape;
        const Drawing drawing = line(0s, 104, 300s, 99);
        ChartAlert alert = priceAlert(up, 0, AlertWhen::OncePerBar);
        alert.against = AlertValue::ofDrawing(drawing.id);
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ alert });
        tape.begin(101);
        tape.price(101, 70s); // the line: 103
        tape.price(101.5, 130s); // 102
        QVERIFY(tape.fired.empty());
        tape.price(101.5, 190s); // 101: it came down to the price
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().against, 101.0);
        tape.price(99, 250s);
        tape.price(98, 310s);
        tape.price(120, 370s); // beyond its end
        QCOMPARE(tape.fired.size(), 1U);
    }

    void aDrawingThatIsMovedCrossesNothing()
    {
        AlertTape tape;
        Drawing drawing = line(0s, 102, 600s, 102);
        ChartAlert alert = priceAlert(AlertCondition::Crossing, 0, AlertWhen::OncePerBar);
        alert.against = AlertValue::ofDrawing(drawing.id);
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ alert });
        tape.begin(101);
        for (DrawingPoint &point : drawing.points)
            point.price = 100;
        tape.price(101, 70s);
        QVERIFY(tape.fired.empty());
        tape.price(99, 80s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    void aRectangleIsEnteredAndGone()
    {
        AlertTape tape;
        Drawing drawing = line(0s, 102, 600s, 104);
        drawing.tool = DrawingTool::Rectangle;
        ChartAlert alert = priceAlert(AlertCondition::Entering, 0, AlertWhen::OncePerBar);
        alert.against = AlertValue::ofDrawing(drawing.id);
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ alert });
        tape.begin(101);
        tape.price(103, 70s);
        QCOMPARE(tape.fired.size(), 1U);
        tape.price(101, 80s);
        drawing.id = u"another"_s; // the one that is watched is deleted
        tape.price(103, 130s);
        QCOMPARE(tape.fired.size(), 1U);
    }

    /// Its slope is that of the bars between its points. Until they are there it is not looked at,
    /// and that it is another one then is no crossing.
    void aLineThatBeginsBeforeTheBarsWaitsForThem()
    {
        AlertTape tape;
        const Drawing drawing = line(-600s, 90, 600s, 110);
        ChartAlert alert = priceAlert(up, 0, AlertWhen::OncePerBar);
        alert.against = AlertValue::ofDrawing(drawing.id);
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ alert });
        tape.begin(95);
        tape.price(99, 70s); // the line: 101 where every minute had a bar
        tape.price(102, 75s);
        QVERIFY(tape.fired.empty());
        QVERIFY(!tape.watch.reachesDrawing(alert));
        QVERIFY(tape.watch.needsEarlier());
        tape.price(99, 80s);
        tape.prepend({ -600s, -480s, -360s, -240s, -120s }, 95); // 98
        QVERIFY(tape.fired.empty());
        QVERIFY(tape.watch.reachesDrawing(alert));
        QVERIFY(!tape.watch.needsEarlier());
        tape.price(97, 90s);
        tape.price(99, 95s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().against, 98.0);
    }

    /// Bars among those that a line is drawn over change its slope.
    void barsThatComeInBetweenCrossNothing()
    {
        AlertTape tape;
        const Drawing drawing = line(0s, 110, 600s, 100);
        ChartAlert alert = priceAlert(up, 0, AlertWhen::OncePerBar);
        alert.against = AlertValue::ofDrawing(drawing.id);
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ alert });
        tape.begin(99);
        tape.price(105, 300s); // bar 1 of 6: 108.33
        tape.price(105, 360s); // 106.67
        tape.prepend({ 60s, 120s, 180s, 240s }, 99); // 104, and not crossed
        QVERIFY(tape.fired.empty());
        tape.price(103, 370s);
        tape.price(105, 380s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.front().against, 104.0);
    }

    void aLineOfALogarithmicScaleIsOneHereToo()
    {
        AlertTape tape;
        const Drawing drawing = line(0s, 100, 600s, 400);
        ChartAlert alert = priceAlert(up, 0);
        alert.against = AlertValue::ofDrawing(drawing.id);
        alert.logScale = true;
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ alert });
        tape.begin(90);
        for (int minute = 1; minute <= 5; ++minute)
            tape.price(90, minute * 60s);
        tape.price(210, 320s); // 200; drawn on the other scale 250
        QCOMPARE(tape.fired.size(), 1U);
        QVERIFY(std::abs(tape.fired.front().against - 200) < 1e-9);
    }

    void anyLevelIsCrossedAndAllAreAbove()
    {
        AlertTape tape;
        Drawing drawing = line(0s, 100, 600s, 200);
        drawing.tool = DrawingTool::FibRetracement;
        drawing.style.levels = { { 0 }, { 0.5 }, { 1 } };
        ChartAlert crossing = priceAlert(AlertCondition::Crossing, 0, AlertWhen::OncePerBar);
        crossing.against = AlertValue::ofDrawing(drawing.id);
        ChartAlert above = crossing;
        above.id = u"a2"_s;
        above.condition = AlertCondition::Above;
        tape.watch.setDrawings(only(drawing));
        tape.watch.setAlerts({ crossing, above });
        tape.begin(145);
        tape.price(149, 70s);
        QVERIFY(tape.fired.empty());
        tape.price(151, 80s);
        QCOMPARE(tape.fired.size(), 1U);
        QCOMPARE(tape.fired.back().against, 150.0);
        drawing.style.levels[1].ratio = 0.4; // 160: the price is below it now, and crossed nothing
        tape.price(152, 130s);
        QCOMPARE(tape.fired.size(), 1U);
        tape.price(161, 190s);
        QCOMPARE(tape.fired.size(), 2U);
        tape.price(201, 250s);
        QCOMPARE(tape.fired.size(), 4U);
        QCOMPARE(tape.fired[2].alert.id, u"a1"_s);
        QCOMPARE(tape.fired[3].alert.id, u"a2"_s);
    }

    // --- many prices

    /// Each price a look: it fires in just the bars in which the prices themselves cross. Several
    /// prices a look: in just those in which what a look can tell crosses, and never in another bar
    /// than the prices themselves.
    void itIsWhatThePricesSay_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("most");
        for (const AlertCondition condition :
             { AlertCondition::Crossing, AlertCondition::CrossingUp, AlertCondition::CrossingDown,
               AlertCondition::Above, AlertCondition::Below })
            for (const int most : { 1, 2, 7, 40 })
                QTest::addRow("condition %d, up to %d prices a look", int(condition), most)
                    << int(condition) << most;
    }
    void itIsWhatThePricesSay()
    {
        QFETCH(const int, condition);
        QFETCH(const int, most);
        int fired = 0;
        for (quint64 seed = 1; seed <= 30; ++seed) {
            SplitMix64 random(mixKeys(seed, condition, most));
            AlertTape tape;
            const ChartAlert alert
                = priceAlert(AlertCondition(condition), 100, AlertWhen::OncePerBar);
            tape.watch.setAlerts({ alert });
            int cents = 9'990;
            const auto price = [&cents] { return cents / 100.0; };
            tape.begin(price(), 59s);
            AlertTracker naive(alert.condition);
            AlertTracker looked(alert.condition);
            std::set<Timestamp> crossed;
            std::set<Timestamp> expected;
            const auto see = [&](Duration since) {
                if (naive.take(AlertReading::ofLine(price(), 100)))
                    crossed.insert(Timeframe().windowStart(AlertTape::at(since)));
            };
            see(59s);
            if (looked.take(AlertReading::ofLine(price(), 100)))
                expected = crossed;
            Looks looks(cents);
            Duration since = 60s;
            for (int i = 0; i < 600;) {
                std::vector<std::pair<Duration, int>> look;
                for (quint64 n = 1 + random.below(quint64(most)); n > 0; --n, ++i) {
                    since += std::chrono::seconds(random.below(9));
                    cents += int(random.below(21)) - 10 + (cents < 9'960) - (cents > 10'040);
                    see(since);
                    look.emplace_back(since, cents);
                    tape.moveNow(since);
                    tape.addPrice(price());
                }
                tape.send();
                for (const auto &[start, value] : looks.of(look))
                    if (looked.take(AlertReading::ofLine(value, 10'000)))
                        expected.insert(start);
            }
            std::set<Timestamp> told;
            for (const AlertFiring &firing : tape.fired)
                QVERIFY2(told.insert(firing.barStart).second, "twice in a bar");
            fired += int(told.size());
            QCOMPARE(told, expected);
            if (most == 1)
                QCOMPARE(told, crossed);
            else
                QVERIFY2(std::ranges::includes(crossed, told), qPrintable(u"seed %1"_s.arg(seed)));
        }
        QVERIFY2(fired > 30, qPrintable(QString::number(fired)));
    }
};

QTEST_GUILESS_MAIN(TestAlertWatch)
#include "tst_alertwatch.moc"
