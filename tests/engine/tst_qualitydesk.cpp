#include "plantedfaults.h"
#include "qualitydesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One chart of minutes, and a clock that is moved by hand.
class Quality
{
public:
    explicit Quality(const QString &symbol = u"SPCE"_s)
        : m_desk(m_calendar)
    {
        m_desk.open(1, symbol, Timeframe());
        m_status.history = ChartUpdate::History::Partial;
    }

    /// What the chart is told, and what it is told besides; the newest grade is kept.
    void tell(std::vector<Candle> bars, bool reset = false)
    {
        ChartUpdate update = m_status;
        update.chart = 1;
        update.reset = reset;
        update.bars = std::move(bars);
        std::vector updates { update };
        take(updates);
    }
    /// So many messages without anything new.
    void wait(int times)
    {
        for (int i = 0; i < times; ++i) {
            std::vector<ChartUpdate> none;
            take(none);
        }
    }
    void status(ChartUpdate::History history, const DataBadge &badge = {})
    {
        m_status.history = history;
        m_status.badge = badge;
    }

    const std::optional<DataQuality> &newest() const { return m_newest; }
    int messages() const { return m_messages; }
    const ChartUpdate &last() const { return m_last; }

    Timestamp now {};

private:
    void take(std::vector<ChartUpdate> &updates)
    {
        m_monotonic += 100ms;
        QualityDesk::Moment moment;
        moment.markets.fill(now);
        moment.monotonic = m_monotonic;
        m_desk.take(updates, moment);
        for (const ChartUpdate &update : updates) {
            if (!update.quality)
                continue;
            ++m_messages;
            m_newest = update.quality;
            m_last = update;
        }
    }

    MarketCalendar m_calendar;
    QualityDesk m_desk;
    Duration m_monotonic = 10s;
    ChartUpdate m_status;
    std::optional<DataQuality> m_newest;
    ChartUpdate m_last;
    int m_messages = 0;
};

std::vector<Candle> part(const std::vector<Candle> &bars, std::size_t from, std::size_t to)
{
    return { bars.begin() + qsizetype(from), bars.begin() + qsizetype(to) };
}

} // namespace

/// The quality of charts, as it follows what they are told.
class TestQualityDesk : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bars = test::CleanBars(2).minutes(3); }

    void soundBarsAreAnA()
    {
        Quality quality;
        quality.now = m_bars.back().start + 1min;
        quality.tell(m_bars, true);
        QVERIFY(quality.newest());
        QCOMPARE(quality.newest()->grade, QualityGrade::A);
        QCOMPARE(quality.newest()->records, qint64(m_bars.size()) - 1); // the newest may change
        QVERIFY(quality.newest()->issues.empty());
    }

    void nothingIsSaidWhileHistoryIsUnderWay()
    {
        Quality quality;
        quality.now = m_bars.back().start + 1min;
        quality.status(ChartUpdate::History::Loading);
        quality.tell(m_bars, true);
        quality.wait(20);
        QVERIFY(!quality.newest());
        quality.status(ChartUpdate::History::Complete);
        quality.tell({});
        QVERIFY(quality.newest());
        QCOMPARE(quality.last().history, ChartUpdate::History::Complete);
    }

    void aBadBarIsNamed()
    {
        Quality quality;
        quality.now = m_bars.back().start + 1min;
        m_bars[700].high = m_bars[700].low - test::cents(1);
        quality.tell(m_bars, true);
        QCOMPARE(quality.newest()->issues.size(), std::size_t(2));
        QCOMPARE(quality.newest()->issues[0].rule, u"V-05"_s);
        QCOMPARE(quality.newest()->issues[0].samples.front(), m_bars[700].start);
        QCOMPARE(quality.newest()->issues[1].rule, u"V-11"_s); // it cannot be used
    }

    /// What comes by pages and bar by bar ends as what comes at once.
    void anyOrderEndsTheSame()
    {
        m_bars[300].close = m_bars[300].high + test::cents(1);
        m_bars.erase(m_bars.begin() + 500, m_bars.begin() + 520);
        Quality whole;
        whole.now = m_bars.back().start + 1h;
        whole.tell(m_bars, true);

        Quality parts;
        parts.now = m_bars.back().start + 1h;
        parts.tell(part(m_bars, 900, 1'000), true);
        parts.wait(30);
        parts.tell(part(m_bars, 400, 900));
        parts.wait(30);
        for (std::size_t i = 1'000; i < m_bars.size(); ++i) {
            Candle forming = m_bars[i];
            forming.close = forming.low;
            parts.tell({ forming });
            parts.tell({ m_bars[i] });
        }
        parts.tell(part(m_bars, 0, 400));
        parts.wait(100);
        QCOMPARE(*parts.newest(), *whole.newest());
        QVERIFY(whole.newest()->issues.size() >= 2);
    }

    void aBarThatIsMendedIsNoIssueAnyMore()
    {
        Quality quality;
        quality.now = m_bars.back().start + 1h;
        const Candle sound = m_bars[800];
        m_bars[800].low = m_bars[800].high + test::cents(1);
        quality.tell(m_bars, true);
        QVERIFY(!quality.newest()->issues.empty());
        quality.tell({ sound });
        quality.wait(100);
        QVERIFY(quality.newest()->issues.empty());
        // The same once more is no reason to begin again
        const int messages = quality.messages();
        quality.tell({ sound });
        quality.wait(30);
        QCOMPARE(quality.messages(), messages);
    }

    void messagesAreFew()
    {
        Quality quality;
        quality.now = m_bars.back().start + 1h;
        quality.tell(part(m_bars, 0, 500), true);
        for (std::size_t i = 500; i < 900; ++i) // 100 ms each
            quality.tell({ m_bars[i] });
        QVERIFY2(quality.messages() <= 1 + 400 / 4,
                 qPrintable(QString::number(quality.messages())));
        QVERIFY(quality.messages() > 50);
    }

    /// Neither stalls the market thread for long: some thousand bars at a time.
    void manyBarsTakeSeveralTurns()
    {
        const std::vector<Candle> bars = test::CleanBars(3).minutes(100);
        Quality quality;
        quality.now = bars.back().start + 1h;
        quality.tell(bars, true);
        QVERIFY(!quality.newest());
        quality.wait(int(bars.size() / QualityDesk::barsAtOnce) + 1);
        QVERIFY(quality.newest());
        QCOMPARE(quality.newest()->records, qint64(bars.size()) - 1);
    }

    void oldDataAndALostStreamCost()
    {
        Quality quality;
        quality.now = m_bars.back().start + 2min;
        quality.tell(m_bars, true);
        QCOMPARE(quality.newest()->freshness, 100.0);
        // Ten in the morning of the next day, and nothing since yesterday
        quality.now = easterntime::at(
            MarketCalendar().nextTradingDay(easterntime::date(m_bars.back().start)), 10h);
        quality.wait(100);
        QCOMPARE(quality.newest()->freshness, 0.0);
        DataBadge stale;
        stale.stale = true;
        quality.status(ChartUpdate::History::Partial, stale);
        quality.tell({});
        quality.wait(5);
        QVERIFY(quality.newest()->grade <= QualityGrade::D);
        QVERIFY(quality.last().badge.stale); // a message repeats what was said
    }

    void anotherSymbolBegins()
    {
        Quality quality;
        quality.now = m_bars.back().start + 1h;
        quality.tell(m_bars, true);
        quality.tell(part(m_bars, 0, 10), true);
        quality.wait(20);
        QCOMPARE(quality.newest()->grade, QualityGrade::Insufficient);
        QCOMPARE(quality.newest()->records, 9);
    }

    void onlyTheNewestOfVeryManyAreJudged()
    {
        std::vector<Candle> bars(QualityDesk::judgedBars + 60'000);
        for (std::size_t i = 0; i < bars.size(); ++i) {
            bars[i].start = fromMs(1'577'836'800'000 + qint64(i) * 60'000);
            bars[i].open = bars[i].high = bars[i].low = bars[i].close = test::cents(50);
            bars[i].volume = Qty::whole(1);
        }
        Quality quality(u"X:BTCUSD"_s);
        quality.now = bars.back().start + 1h;
        quality.tell(bars, true);
        quality.wait(int(QualityDesk::judgedBars / QualityDesk::barsAtOnce) + 2);
        QVERIFY(quality.newest());
        QCOMPARE(quality.newest()->records, qint64(QualityDesk::judgedBars) - 1);
    }

private:
    std::vector<Candle> m_bars;
};

QTEST_GUILESS_MAIN(TestQualityDesk)
#include "tst_qualitydesk.moc"
