#include "journaltrades.h"
#include "performancemetric.h"
#include "shared.h"
#include "tradeconfidence.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int roundTrips = 5'000;
constexpr int resamples = 100;
constexpr quint64 seed = 77;

QByteArray units(const std::optional<Money> &amount)
{
    return amount ? QByteArray::number(amount->units()) : QByteArray();
}

QByteArray tradesText(const std::vector<TradeResult> &trades)
{
    QByteArray text = "gross,fees,risk,worst,best,traded,opened,closed\n";
    for (const TradeResult &trade : trades) {
        for (const auto &amount :
             { std::optional(trade.gross), std::optional(trade.fees), trade.risk, trade.worst,
               trade.best, std::optional(trade.traded) })
            text += units(amount) + ',';
        text += QByteArray::number(toNs(trade.openedAt)) + ','
            + QByteArray::number(toNs(trade.closedAt)) + '\n';
    }
    return text;
}

/// Half a year of days, with money paid in and taken out.
std::vector<DailyEquity> days()
{
    SplitMix64 draw(seed);
    std::vector<DailyEquity> made;
    Money equity = Money::whole(100'000);
    for (int i = 0; i < 126; ++i) {
        const QDate day = QDate(2026, 1, 2).addDays(i);
        Money flow;
        if (i > 0 && i % 30 == 0)
            flow = Money::whole(i % 60 == 0 ? -7'500 : 12'000);
        equity += flow + Money::fromUnits((qint64(draw.below(400'000)) - 190'000) * 10'000);
        made.push_back({ day, easterntime::at(day, 16h), equity, flow });
    }
    return made;
}

QByteArray equityText(const std::vector<DailyEquity> &series)
{
    QByteArray text = "at,equity,flow\n";
    for (const DailyEquity &day : series)
        text += QByteArray::number(toNs(day.at)) + ',' + units(day.equity) + ',' + units(day.flow)
            + '\n';
    return text;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool isSame(double value, double other)
{
    return std::abs(value - other) <= 1e-9 * std::max(1.0, std::abs(other));
}

} // namespace

/// Every figure against a calculation in another language (performance.py).
class TestIndependentPerformance : public QObject
{
    Q_OBJECT

    QJsonObject m_other;
    PerformanceFigures m_figures;
    std::vector<TradeResult> m_trades;

private slots:
    void initTestCase()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty()) {
            const char *reason = "no python3: the independent calculation cannot run";
            if (test::isContinuousIntegration()) // packaging/debian-packages.txt has it
                QFAIL(reason);
            QSKIP(reason);
        }
        const test::JournalTrades sample = test::journalTrades(roundTrips, seed);
        m_trades = resultsOf(
            studiedTrades(sample.records, [&](const TradeKey &key) -> const TradeNotes & {
                return sample.notesOf(key);
            }));
        const Money starting = Money::whole(250'000);
        const std::vector<DailyEquity> series = days();
        m_figures = { tradeStatistics(m_trades, starting), equityStatistics(series) };

        const QTemporaryDir folder;
        const QString trades = folder.filePath(u"trades.csv"_s);
        const QString equity = folder.filePath(u"equity.csv"_s);
        QVERIFY(write(trades, tradesText(m_trades)));
        QVERIFY(write(equity, equityText(series)));
        QProcess process;
        process.start(python,
                      { QStringLiteral(TAPELINE_TEST_SOURCES "/analytics/performance.py"), trades,
                        equity, QString::number(starting.units()), QString::number(seed),
                        QString::number(resamples) });
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        m_other = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QVERIFY(!m_other.isEmpty());
    }

    void figures_data()
    {
        QTest::addColumn<int>("metric");
        for (const MetricInfo &info : performanceMetrics())
            QTest::newRow(info.key.data()) << int(info.metric);
    }
    void figures()
    {
        QFETCH(const int, metric);
        const MetricInfo &info = metricInfo(static_cast<PerformanceMetric>(metric));
        const QString key = QString::fromLatin1(info.key.data(), qsizetype(info.key.size()));
        QVERIFY2(m_other.contains(key), "it does not reckon this one");
        const auto own = metricNumber(info.value(m_figures));
        QVERIFY(own); // the sample has all of them
        const double other = m_other[key].toDouble();
        QVERIFY2(isSame(*own, other),
                 qPrintable(u"%1, not %2"_s.arg(*own, 0, 'g', 17).arg(other, 0, 'g', 17)));
    }

    void intervalOfTheMean()
    {
        ResamplingSettings settings;
        settings.seed = seed;
        settings.resamples = resamples;
        const auto own = tradeConfidence(m_trades, settings).interval(ResampledFigure::MeanNet);
        const QJsonObject other = m_other[u"bootstrap"_s].toObject();
        QVERIFY(own);
        QVERIFY(isSame(own->estimate, other[u"estimate"_s].toDouble()));
        QVERIFY(isSame(own->low, other[u"low"_s].toDouble()));
        QVERIFY(isSame(own->high, other[u"high"_s].toDouble()));
    }
};

QTEST_GUILESS_MAIN(TestIndependentPerformance)
#include "tst_independentperformance.moc"
