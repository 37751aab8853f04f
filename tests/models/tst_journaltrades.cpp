#include "executionsmodel.h"
#include "fakejournalport.h"
#include "journaldays.h"
#include "journaloptions.h"
#include "journalsamples.h"
#include "journaltext.h"
#include "journaltradesmodel.h"
#include "momentrows.h"
#include "statistictext.h"
#include "tradechartspan.h"
#include "calendarspan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Trades of the journal as rows, words and days.
class TestJournalTrades : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_port = std::make_unique<test::FakeJournalPort>();
        m_journal = std::make_unique<Journal>(*m_port);
        m_selection = std::make_unique<JournalSelection>(*m_journal);
        m_model = std::make_unique<JournalTradesModel>(*m_journal);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_samples = test::journalSamples(60);
        m_journal->apply(m_samples.update());
        m_model->setTrades(m_selection->trades());
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_selection.reset();
        m_journal.reset();
    }

    // --- rows ------------------------------------------------------------------------------------

    void everyColumnSortsBothWaysWithTheUnknownAtTheEnd()
    {
        for (int column = 0; column < JournalTradesModel::ColumnCount; ++column) {
            m_model->sort(column, Qt::AscendingOrder);
            const QStringList up = texts(column);
            m_model->sort(column, Qt::DescendingOrder);
            const QStringList down = texts(column);
            QStringList sorted[] { up, down };
            for (QStringList &own : sorted)
                own.sort();
            QCOMPARE(sorted[0], sorted[1]);
            const QString unknown = statistictext::undefined();
            for (const QStringList &own : { up, down })
                if (const qsizetype at = own.indexOf(unknown); at >= 0)
                    for (qsizetype i = at; i < own.size(); ++i)
                        QVERIFY2(own[i] == unknown || own[i] == u"open"_s,
                                 qPrintable(u"column %1: %2"_s.arg(column).arg(own[i])));
        }
        m_model->sort(JournalTradesModel::Net, Qt::AscendingOrder);
        for (int row = 1; row < m_model->rowCount(); ++row)
            QVERIFY(m_model->trade(row - 1).net() <= m_model->trade(row).net());
    }

    void aRowThatIsHeldStaysThatTradeWhenItIsSorted()
    {
        m_model->sort(JournalTradesModel::Date, Qt::AscendingOrder);
        const QPersistentModelIndex held = m_model->index(17, JournalTradesModel::Symbol);
        const TradeKey key = m_model->trade(17).key;
        m_model->sort(JournalTradesModel::Net, Qt::DescendingOrder);
        QVERIFY(m_model->trade(held.row()).key == key);
        QCOMPARE(held.column(), int(JournalTradesModel::Symbol));
    }

    void figuresThatChangeResetNothing()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        TradeRecord open = m_samples.trades.back();
        open.fees = Money::whole(3);
        JournalUpdate update;
        update.changed = { open };
        m_journal->apply(update);
        m_model->setTrades(m_selection->trades());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        update.changed.front().key.number = 999'999;
        m_journal->apply(update);
        m_model->setTrades(m_selection->trades());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model->rowCount(), 61);
    }

    void anOpenTradeHasNoMultipleYet()
    {
        const int row = m_model->rowOf(m_samples.trades.back().key);
        QVERIFY(m_model->trade(row).isOpen());
        QCOMPARE(text(row, JournalTradesModel::Multiple), statistictext::undefined());
        QCOMPARE(text(row, JournalTradesModel::Efficiency), statistictext::undefined());
        QCOMPARE(text(row, JournalTradesModel::Exit), u"open"_s);
        m_model->setNow(m_model->trade(row).openedAt + 65min);
        QCOMPARE(text(row, JournalTradesModel::Holding), statistictext::duration(65min));
    }

    void anUnknownMultipleHasNoSign()
    {
        int unknown = 0;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex multiple = m_model->index(row, JournalTradesModel::Multiple);
            const bool isKnown = multiple.data() != statistictext::undefined();
            unknown += !isKnown && !m_model->trade(row).isOpen();
            if (!isKnown)
                QCOMPARE(multiple.data(TradeTableModel::SignRole).toInt(), 0);
        }
        QVERIFY(unknown > 0);
    }

    void executionsAreToldInTheirOrder()
    {
        ExecutionsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setExecutions(test::journalDetail(m_samples.trades.front()).executions);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.execution(0).at < model.execution(1).at);
        QCOMPARE(model.index(0, ExecutionsModel::Realized).data().toString(), QString());
        QCOMPARE(model.index(0, ExecutionsModel::Kind).data().toString(), u"Fill"_s);
    }

    // --- words -----------------------------------------------------------------------------------

    void momentsTellWhatWasKnown()
    {
        TradeRecord trade = m_samples.trades.front();
        trade.entry = MarketMoment { .at = trade.openedAt };
        trade.entry->last = Price::whole(101);
        trade.entry->vwap = 100;
        trade.entry->cvd = -1'234.4;
        trade.exit.reset();
        const std::vector<MomentRow> rows = momentRows(trade);
        const auto row
            = [&](const QString &name) { return *std::ranges::find(rows, name, &MomentRow::name); };
        QCOMPARE(row(u"From VWAP"_s).entry, u"+1.00 (+1.00 %)"_s);
        QCOMPARE(row(u"CVD"_s).entry, u"-1,234"_s);
        QCOMPARE(row(u"Spread"_s).entry, statistictext::undefined());
        QCOMPARE(row(u"Data"_s).entry, statistictext::undefined());
        for (const MomentRow &own : rows)
            QCOMPARE(own.exit, statistictext::undefined());
    }

    void accountsAndStructuresHaveNames()
    {
        QCOMPARE(journaltext::account(u"simulated/Paper"_s), u"Paper (Simulated)"_s);
        QCOMPARE(journaltext::account(u"replay/3/Paper"_s), u"3, Paper (Replay)"_s);
        QCOMPARE(journaltext::structure(u"iron_condor"_s), u"Iron condor"_s);
        TradeRecord trade = m_samples.trades.front();
        trade.symbol = u"SPY"_s;
        trade.structure = u"bull_put_spread"_s;
        QCOMPARE(journaltext::subject(trade), u"SPY Bull put spread"_s);
    }

    // --- bars ------------------------------------------------------------------------------------

    void barsAreAsWideAsTheTradeIsLong_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("timeframe");
        QTest::newRow("seconds") << Q_INT64_C(0) << u"1m"_s;
        QTest::newRow("half an hour") << Q_INT64_C(30) << u"1m"_s;
        QTest::newRow("a morning") << Q_INT64_C(180) << u"5m"_s;
        QTest::newRow("two days") << Q_INT64_C(2'880) << u"30m"_s;
        QTest::newRow("two weeks") << Q_INT64_C(20'160) << u"2h"_s;
        QTest::newRow("a year") << Q_INT64_C(525'600) << u"1D"_s;
    }

    void barsAreAsWideAsTheTradeIsLong()
    {
        QFETCH(const qint64, minutes);
        QFETCH(const QString, timeframe);
        TradeRecord trade = m_samples.trades.front();
        trade.closedAt = trade.openedAt + std::chrono::minutes(minutes);
        const TradeChartSpan span = tradeChartSpan(trade, {});
        QCOMPARE(span.timeframe.toString(), timeframe);
        QVERIFY(span.from < trade.openedAt && span.to > trade.closedAt);
    }

    void levelsLieWhereTheOpenResultWas()
    {
        TradeRecord trade; // execution.md G-05, of 100 shares
        trade.size = Qty::whole(100);
        trade.entryPrice = Price::whole(50);
        trade.worst = Money::whole(-120);
        trade.best = Money::whole(350);
        QCOMPARE(excursionLevels(trade).worst, 48.8);
        QCOMPARE(excursionLevels(trade).best, 53.5);
        trade.direction = TradeDirection::Short;
        QCOMPARE(excursionLevels(trade).worst, 51.2);
        trade.direction = TradeDirection::Structure;
        QVERIFY(!excursionLevels(trade).worst);
    }

    // --- days ------------------------------------------------------------------------------------

    void daysAddUpToAllTrades()
    {
        const JournalDays days(*m_selection);
        const QDate last(2026, 11, 20);
        Money net;
        qint64 trades = 0;
        for (QDate day = QDate(2026, 10, 1); day <= last; day = day.addDays(1)) {
            const DaySum sum = days.sum(day);
            net += sum.net;
            trades += sum.trades;
            QCOMPARE(qint64(days.trades(day).size()), sum.trades + sum.open);
        }
        const DaySum all = days.sum(QDate(2026, 10, 1), last);
        QCOMPARE(all.trades, trades);
        QCOMPARE(all.trades, 58);
        QVERIFY(all.net == net);
        QCOMPARE(days.sum(last).open, 2);
        QVERIFY(!days.sum(QDate(2026, 11, 21)).multiple);
    }

    void weeksBeginOnMonday()
    {
        using namespace calendarspan;
        QCOMPARE(monday(QDate(2026, 11, 22)), QDate(2026, 11, 16)); // a Sunday
        QCOMPARE(firstShown(CalendarSpan::Month, QDate(2026, 11, 20)), QDate(2026, 10, 26));
        QCOMPARE(weeks(CalendarSpan::Month, QDate(2026, 11, 20)), 6);
        QCOMPARE(weeks(CalendarSpan::Month, QDate(2027, 2, 3)), 4); // Monday 1st, 28 days
        QCOMPARE(stepped(CalendarSpan::Month, QDate(2026, 1, 31), 1), QDate(2026, 2, 28));
    }

    // --- what the user set up --------------------------------------------------------------------

    void filtersAreSavedByNameAndKept()
    {
        JournalOptions options = JournalOptions::fromJson({});
        QCOMPARE(options.checklist.size(), 3);
        JournalFilter filter;
        filter.market = u"live"_s;
        filter.rating = 3;
        QVERIFY(!options.saveFilter(u"  "_s, filter));
        QVERIFY(options.saveFilter(u" Well rated "_s, filter));
        filter.rating = 4;
        QVERIFY(options.saveFilter(u"WELL rated"_s, filter)); // in its place
        QVERIFY(options.saveFilter(u"Älter"_s, JournalFilter()));
        QCOMPARE(options.filters.size(), 2);
        QCOMPARE(options.filter(u"well rated"_s)->rating, 4);
        QVERIFY(options.filter(u"well rated"_s)->market.isEmpty());
        QCOMPARE(options.nameOf(filter), u"WELL rated"_s);
        options.checklist = { u"Sleep"_s };
        QVERIFY(JournalOptions::fromJson(options.toJson()) == options);
        options.removeFilter(u"Well Rated"_s);
        QVERIFY(!options.filter(u"well rated"_s));
        for (int i = 0; i < 60; ++i)
            options.saveFilter(u"f%1"_s.arg(i), filter);
        QCOMPARE(options.filters.size(), JournalOptions::mostFilters);
    }

private:
    QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }
    QStringList texts(int column) const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(text(row, column));
        return all;
    }

    std::unique_ptr<test::FakeJournalPort> m_port;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalSelection> m_selection;
    std::unique_ptr<JournalTradesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    test::JournalSamples m_samples;
};

QTEST_GUILESS_MAIN(TestJournalTrades)
#include "tst_journaltrades.moc"
