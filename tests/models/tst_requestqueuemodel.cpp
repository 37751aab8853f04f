#include "requestqueuemodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using State = QueuedRequest::State;

Q_DECLARE_METATYPE(tapeline::QueuedRequest)

namespace {

constexpr Timestamp now = fromMs(1'786'629'600'000);

QueuedRequest request(RestPurpose purpose, const QString &symbol, State state, Duration dueIn = {},
                      int tries = 0)
{
    QueuedRequest made;
    made.purpose = purpose;
    made.symbol = symbol;
    made.path = u"/v2/aggs/ticker/%1/range/5/minute/1/2"_s.arg(symbol);
    made.state = state;
    made.since = now - 12s;
    made.due = dueIn == Duration() ? Timestamp() : now + dueIn;
    made.tries = tries;
    return made;
}

RequestQueue queueOf(const QString &source, std::vector<QueuedRequest> requests, int limit = 5)
{
    RequestQueue queue;
    queue.source = source;
    queue.requests = std::move(requests);
    queue.limit = limit;
    return queue;
}

} // namespace

class TestRequestQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void states_data()
    {
        QTest::addColumn<QueuedRequest>("asked");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("goesIn");
        const auto row = [](const char *name, State state, Duration dueIn, int tries, int limit,
                            const QString &says, const QString &goesIn) {
            QTest::newRow(name) << request(RestPurpose::ChartBars, u"AAPL"_s, state, dueIn, tries)
                                << limit << says << goesIn;
        };
        const QString budget = u"Waits for the plan's 5 a minute"_s;
        row("running", State::Running, -5s, 1, 5, u"Under way"_s, {});
        row("again", State::Running, -5s, 2, 5, u"Under way, try 2"_s, {});
        row("budget", State::WaitsForBudget, 40s, 0, 5, budget, u"40 s"_s);
        row("long", State::WaitsForBudget, 170s, 0, 5, budget, u"3 min"_s);
        row("any moment", State::WaitsForBudget, -1s, 0, 5, budget, {});
        row("no plan", State::WaitsForBudget, 500ms, 0, 0, u"Waits: too many in one second"_s,
            u"1 s"_s);
        row("refused", State::WaitsAfterRefusal, 7s, 1, 5, u"The service asked for a pause"_s,
            u"7 s"_s);
        row("failed", State::WaitsForRetry, 250ms, 1, 5, u"Failed, and is tried again"_s, u"1 s"_s);
        row("connections", State::WaitsForConnections, {}, 0, 5, u"Waits for those under way"_s,
            {});
    }

    void states()
    {
        QFETCH(const QueuedRequest, asked);
        QFETCH(const int, limit);
        QFETCH(const QString, says);
        QFETCH(const QString, goesIn);
        QCOMPARE(RequestQueueModel::stateText(asked, limit), says);
        QCOMPARE(RequestQueueModel::dueText(asked, now), goesIn);
    }

    void rowsSayWhatAndForWhom()
    {
        RequestQueueModel model;
        const QAbstractItemModelTester tester(&model);
        QueuedRequest list = request(RestPurpose::Symbols, {}, State::WaitsForBudget, 20s);
        list.path = u"/v3/reference/tickers"_s;
        list.ahead = 3;
        model.setQueue(queueOf(
            u"massive"_s, { request(RestPurpose::ChartBars, u"AAPL"_s, State::Running), list }));
        model.setNow(now);
        QCOMPARE(
            row(model, 0),
            (QStringList { u"AAPL 5m"_s, u"Bars of a chart"_s, u"Under way"_s, {}, u"12 s"_s }));
        QCOMPARE(row(model, 1),
                 (QStringList { {},
                                u"List of symbols"_s,
                                u"Waits for the plan's 5 a minute"_s,
                                u"20 s"_s,
                                u"12 s"_s }));
        QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(),
                 u"Waits for the plan's 5 a minute, about 20 s. 3 request(s) go before it.\n"
                 "/v3/reference/tickers"_s);
        QCOMPARE(model.waiting(), 1);
        model.setNow(now + 5s);
        QCOMPARE(row(model, 1).at(3), u"15 s"_s);
        QCOMPARE(row(model, 1).at(4), u"17 s"_s);
    }

    void sourcesStandOneAfterTheOther()
    {
        RequestQueueModel model;
        const QAbstractItemModelTester tester(&model);
        const QueuedRequest bars = request(RestPurpose::ChartBars, u"AAPL"_s, State::Running);
        const QueuedRequest other = request(RestPurpose::Comparison, u"MSFT"_s, State::Running);
        model.setQueue(queueOf(u"yahoo"_s, { other }, 30));
        QCOMPARE(model.mainQueue().source, u"yahoo"_s);
        model.setQueue(queueOf(u"massive"_s, { bars, bars }));
        QCOMPARE(model.mainQueue().source, u"massive"_s);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(row(model, 0).at(0), u"AAPL 5m"_s);
        QCOMPARE(row(model, 2).at(1), u"Yahoo Finance: Comparison of sources"_s);
        model.setQueue(queueOf(u"massive"_s, {}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(row(model, 0).at(0), u"MSFT 5m"_s);
    }

    void rowsThatStayAreChangedInPlace()
    {
        RequestQueueModel model;
        const QAbstractItemModelTester tester(&model);
        const QueuedRequest bars = request(RestPurpose::ChartBars, u"AAPL"_s, State::Running);
        model.setQueue(queueOf(u"massive"_s, { bars, bars }));
        const QPersistentModelIndex second = model.index(1, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setQueue(queueOf(u"massive"_s, { bars, bars, bars }));
        QVERIFY(second.isValid());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(reset.count(), 0);
    }

    void whenTheNextMayGo()
    {
        RequestQueue queue = queueOf(u"massive"_s, {});
        QCOMPARE(RequestQueueModel::nextText(queue, now), u"The next request may go at once."_s);
        queue.nextSlot = now + 39'500ms;
        QCOMPARE(RequestQueueModel::nextText(queue, now),
                 u"The next request may go in about 40 s."_s);
    }

    void everyPurposeHasWords()
    {
        QSet<QString> words;
        for (int purpose = 0; purpose <= int(RestPurpose::Comparison); ++purpose)
            words += RequestQueueModel::purposeText(RestPurpose(purpose));
        QCOMPARE(words.size(), int(RestPurpose::Comparison) + 1);
    }

private:
    static QStringList row(const RequestQueueModel &model, int row)
    {
        QStringList texts;
        for (int column = 0; column < RequestQueueModel::ColumnCount; ++column)
            texts += model.index(row, column).data().toString();
        return texts;
    }
};

QTEST_GUILESS_MAIN(TestRequestQueueModel)
#include "tst_requestqueuemodel.moc"
