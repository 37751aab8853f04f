#include "breakdownfilter.h"
#include "breakdownmodel.h"
#include "breakdowntext.h"
#include "fakejournalport.h"
#include "figurerows.h"
#include "figuresmodel.h"
#include "journalsamples.h"
#include "journalselection.h"
#include "journaltext.h"
#include "statistictext.h"
#include "tradestudy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

/// A journal with lifelike trades, and what is studied of it.
struct Desk
{
    explicit Desk(int trades = 300)
        : samples(test::journalSamples(trades))
    {
        journal.apply(samples.update());
    }

    test::JournalSamples samples;
    test::FakeJournalPort port;
    Journal journal { port };
    JournalSelection selection { journal };
    TradeStudy study { selection };
};

std::vector<TradeResult> constantResults(int count, double mean, double spread)
{
    std::vector<TradeResult> results;
    for (int i = 0; i < count; ++i) {
        TradeResult result;
        result.gross = Money::fromDouble(mean + (i % 2 ? spread : -spread));
        result.closedAt = Timestamp(std::chrono::hours(i + 1));
        result.risk = Money::whole(100);
        results.push_back(result);
    }
    return results;
}

} // namespace

/// What is studied of a journal away from the window's thread, and how it is worded in rows.
class TestTradeStudy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(english); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // --- the study -------------------------------------------------------------------------------

    void theSampleIsTheClosedTradesOfTheSelection()
    {
        Desk desk;
        QVERIFY(!desk.study.sample());
        desk.study.setActive(true);
        QTRY_VERIFY(desk.study.sample());
        const auto wanted = studiedTrades(
            std::span<const TradeRecord>(desk.journal.trades()),
            [&](const TradeKey &key) -> const TradeNotes & { return desk.journal.notes(key); });
        const std::span<const StudiedTrade> trades = desk.study.sample()->trades();
        QCOMPARE(trades.size(), wanted.size());
        QCOMPARE(trades.size(), std::size_t(298)); // two are open
        for (std::size_t i = 0; i < trades.size(); ++i) {
            QCOMPARE(trades[i].record->key, wanted[i].record->key);
            QCOMPARE(*trades[i].notes, *wanted[i].notes);
            QCOMPARE(trades[i].result, wanted[i].result);
        }
    }

    void nothingIsStudiedForWhoDoesNotLook()
    {
        Desk desk(40);
        QSignalSpy changed(&desk.study, &TradeStudy::changed);
        desk.selection.setFilter({ .symbol = u"AAPL"_s });
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
        desk.study.setActive(true);
        QTRY_COMPARE(changed.size(), 1);
        for (const StudiedTrade &trade : desk.study.sample()->trades())
            QCOMPARE(trade.record->symbol, u"AAPL"_s);
    }

    void anotherFilterOrRiskIsFollowed()
    {
        Desk desk(40);
        desk.study.setActive(true);
        QTRY_VERIFY(desk.study.sample());
        const auto first = desk.study.sample();
        desk.selection.setFilter({ .direction = TradeDirection::Short });
        desk.selection.setFilter({ .direction = TradeDirection::Long }); // before it was copied
        QTRY_VERIFY(desk.study.sample() != first);
        for (const StudiedTrade &trade : desk.study.sample()->trades())
            QCOMPARE(trade.record->direction, TradeDirection::Long);

        const TradeKey key = desk.study.sample()->trades()[0].record->key;
        QSignalSpy changed(&desk.study, &TradeStudy::changed);
        desk.journal.edit({ .subject = { .trade = key },
                            .kind = NoteEdit::Kind::Risk,
                            .money = Money::whole(77) });
        desk.port.deliver(desk.journal);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(desk.study.sample()->trades()[0].result.risk, Money::whole(77));
    }

    void theSampleOutlivesItsJournal()
    {
        auto desk = std::make_unique<Desk>(30);
        desk->study.setActive(true);
        QTRY_VERIFY(desk->study.sample());
        const std::shared_ptr<const TradeSample> sample = desk->study.sample();
        desk.reset();
        QCOMPARE(tradeStatistics(sample->results()).trades, qint64(28));
    }

    void onlyTheNewestQuestionIsAnswered()
    {
        Desk desk(30);
        desk.study.setActive(true);
        QTRY_VERIFY(desk.study.sample());
        QObject asker;
        QList<int> answers;
        for (const int number : { 1, 2, 3 })
            desk.study.ask<int>(
                &asker, [number](const TradeSample &) { return number; },
                [&](const int &answer) { answers.append(answer); });
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first(), 3);

        auto gone = std::make_unique<QObject>();
        desk.study.ask<int>(
            gone.get(), [](const TradeSample &) { return 4; },
            [&](const int &answer) { answers.append(answer); });
        gone.reset();
        desk.study.ask<int>(
            &asker, [](const TradeSample &) { return 5; },
            [&](const int &answer) { answers.append(answer); });
        QTRY_COMPARE(answers.last(), 5);
        QCOMPARE(answers.size(), 2);
    }

    void itReckonsOnAnotherThread()
    {
        Desk desk(30);
        desk.study.setActive(true);
        QTRY_VERIFY(desk.study.sample());
        QObject asker;
        QThread *thread = nullptr;
        desk.study.ask<QThread *>(
            &asker, [](const TradeSample &) { return QThread::currentThread(); },
            [&](QThread *const &answer) { thread = answer; });
        QTRY_VERIFY(thread);
        QVERIFY(thread != QThread::currentThread());
    }

    // --- groups ----------------------------------------------------------------------------------

    void groupsAreRowsWithTheFiguresOfTheirTrades()
    {
        Desk desk;
        desk.study.setActive(true);
        QTRY_VERIFY(desk.study.sample());
        BreakdownModel model;
        QAbstractItemModelTester tester(&model);
        model.setLocale(english);
        const auto groups = tradeGroups(desk.study.sample()->trades(), TradeBreakdown::Setup);
        model.setGroups(TradeBreakdown::Setup, groups);
        QCOMPARE(model.rowCount(), int(groups.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto text
                = [&](int column) { return model.index(row, column).data().toString(); };
            const PerformanceFigures figures { groups[std::size_t(row)].statistics };
            using enum PerformanceMetric;
            QCOMPARE(text(BreakdownModel::Net), statistictext::value(Net, figures, english));
            QCOMPARE(text(BreakdownModel::WinRate),
                     statistictext::value(WinRate, figures, english));
            QCOMPARE(text(BreakdownModel::ExpectancyR),
                     statistictext::value(ExpectancyR, figures, english));
        }
        model.setLocale(QLocale(QLocale::German));
        QVERIFY(model.index(0, BreakdownModel::WinRate).data().toString().contains(u','));
    }

    /// A filter that is narrowed to a group shows that group's trades and no others.
    void aGroupNarrowsTheFilter_data()
    {
        QTest::addColumn<TradeBreakdown>("breakdown");
        for (int i = 0; i < tradeBreakdownCount; ++i)
            QTest::newRow(qPrintable(breakdowntext::name(TradeBreakdown(i)))) << TradeBreakdown(i);
    }

    void aGroupNarrowsTheFilter()
    {
        QFETCH(const TradeBreakdown, breakdown);
        Desk desk;
        desk.study.setActive(true);
        QTRY_VERIFY(desk.study.sample());
        int narrowed = 0;
        for (const TradeGroup &group : tradeGroups(desk.study.sample()->trades(), breakdown)) {
            const auto filter = narrowedFilter({}, breakdown, group);
            const bool isUnknown = isByWords(breakdown) ? group.text.isEmpty() : group.bucket < 0;
            QCOMPARE(filter.has_value(), !isUnknown);
            if (!filter)
                continue;
            ++narrowed;
            if (filter->bucket)
                QCOMPARE(journaltext::part(*filter, JournalFilter::Part::Bucket, english),
                         u"%1: %2"_s.arg(breakdowntext::name(breakdown),
                                         breakdowntext::group(breakdown, group, english)));
            desk.selection.setFilter(*filter);
            qint64 closed = 0;
            for (const TradeRecord *trade : desk.selection.trades())
                closed += !trade->isOpen();
            QCOMPARE(closed, group.statistics.trades);
        }
        QVERIFY(narrowed > 0);
    }

    // --- rows ------------------------------------------------------------------------------------

    void aChangeIsTheDifferenceOfBoth()
    {
        const TradeStatistics before = tradeStatistics(constantResults(20, 10, 50));
        const TradeStatistics after = tradeStatistics(constantResults(18, 20, 50));
        const auto rows = figurerows::changes(before, after, english);
        const auto row = [&](PerformanceMetric metric) {
            for (const FiguresModel::Row &candidate : rows)
                if (candidate.texts[0] == statistictext::name(metric))
                    return candidate;
            return FiguresModel::Row();
        };
        const FiguresModel::Row net = row(PerformanceMetric::Net);
        QCOMPARE(net.texts.mid(1), (QStringList { u"200.00"_s, u"360.00"_s, u"+160.00"_s }));
        QCOMPARE(net.sign, 1);
        QCOMPARE(net.definition, statistictext::definition(PerformanceMetric::Net));
        QCOMPARE(row(PerformanceMetric::Trades).texts.last(), u"-2"_s);
        QCOMPARE(row(PerformanceMetric::Trades).sign, 0);
        QCOMPARE(row(PerformanceMetric::AverageLoss).sign, 1); // smaller is better

        FiguresModel model(FiguresModel::Width::Figures);
        QAbstractItemModelTester tester(&model);
        model.show({ u"Figure"_s, u"Before"_s, u"Then"_s, u"Change"_s }, rows);
        QCOMPARE(model.rowCount(), int(rows.size()));
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"Then"_s);
        QVERIFY(model.index(1, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(rows[1].definition.toHtmlEscaped()));
    }

    void whatIsUndefinedIsADash()
    {
        const auto rows = figurerows::changes(tradeStatistics({}), tradeStatistics({}), english);
        for (const FiguresModel::Row &row : rows)
            if (row.texts[0] == statistictext::name(PerformanceMetric::ProfitFactor))
                QCOMPARE(row.texts.mid(1), QStringList(3, statistictext::undefined()));
    }

    void luckIsSaidPlainly()
    {
        const auto first = constantResults(23, 10, 200);
        const auto second = constantResults(31, 12, 200);
        const auto say = [](const auto &a, const auto &b) {
            return figurerows::verdict(tradeConfidence(a), tradeConfidence(b), compareTrades(a, b),
                                       u"Morning"_s, u"Noon"_s, english);
        };
        QCOMPARE(
            say(first, second),
            u"These cannot be told apart with 23 and 31 trades: the difference of the mean may "
            "be luck."_s);
        QVERIFY(
            say(constantResults(60, 90, 20), second).startsWith(u"Morning is better than Noon"));
        QVERIFY(say(constantResults(3, 90, 20), second).contains(u"Too few trades"));
        QCOMPARE(say(first, second), say(first, second)); // the same draws
        const auto rows = figurerows::comparison(tradeConfidence(first), tradeConfidence(second),
                                                 compareTrades(first, second), english);
        QCOMPARE(rows.size(), resampledFigureCount);
        QCOMPARE(rows[0].sign, 0);
        QVERIFY(rows[0].texts[1].contains(u" to "));
    }
};

QTEST_GUILESS_MAIN(TestTradeStudy)
#include "tst_tradestudy.moc"
