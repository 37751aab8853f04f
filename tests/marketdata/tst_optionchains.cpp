#include "snapshotdecoder.h"

#include "impliedvolatility.h"
#include "blackscholes.h"
#include "linereader.h"
#include "shared.h"
#include "symbology.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A recorded chain as one page of the service: each line is a row.
QByteArray pageOf(const QString &path)
{
    QByteArray body = R"({"status":"OK","request_id":"x","results":[)";
    Result<LineReader> lines = LineReader::open(path);
    std::string_view line;
    bool isFirst = true;
    while (lines && lines->next(line)) {
        if (!std::exchange(isFirst, false))
            body += ',';
        body += QByteArrayView(line.data(), qsizetype(line.size()));
    }
    return body + "]}";
}

bool isNear(double actual, double expected, double tolerance)
{
    return std::abs(actual - expected) <= tolerance;
}

} // namespace

/// Every row of the recorded chains: decoded, and its figures found again by our own formulas. They
/// were derived from the midpoint with r = 0.5 %, no dividends and calendar days over 365.
class TestOptionChains : public QObject
{
    Q_OBJECT

private slots:
    void everyRow_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("rows");
        QTest::newRow("AAPL") << u"AAPL_2014-06-06"_s << QDate(2014, 6, 6) << 2'352;
        QTest::newRow("GOOG") << u"GOOG_2015-12-24"_s << QDate(2015, 12, 24) << 2'192;
        QTest::newRow("TWX") << u"TWX_2014-06-06"_s << QDate(2014, 6, 6) << 184;
    }
    void everyRow()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const QDate, date);
        QFETCH(const int, rows);
        const auto page = decodeOptionsChain(
            pageOf(test::sharedFile(u"data/options/%1_chain.jsonl.gz"_s.arg(file))));
        QVERIFY(page);
        QCOMPARE(int(page->snapshots.size()), rows);
        QCOMPARE(page->invalid, 0);
        int measured = 0;
        for (const UniversalSnapshot &row : page->snapshots) {
            QVERIFY(row.option);
            const OptionDetails &details = row.option->details;
            const auto contract = symbology::parseOption(row.symbol);
            QVERIFY(contract);
            QCOMPARE(contract->expiration, details.expiration);
            QCOMPARE(contract->strike, details.strike);
            QCOMPARE(contract->call, details.type == ContractType::Call);
            QVERIFY(row.option->openInterest >= 0);
            QVERIFY(row.option->underlyingPrice > Price());
            QCOMPARE(row.option->delta.has_value(), row.option->impliedVolatility.has_value());
            if (!row.option->delta)
                continue;
            ++measured;
            checkFigures(row, date);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(measured > rows / 4);
    }

private:
    static void checkFigures(const UniversalSnapshot &row, QDate date)
    {
        const OptionFigures &figures = *row.option;
        const bool isCall = figures.details.type == ContractType::Call;
        OptionInputs inputs;
        inputs.right = isCall ? OptionRight::Call : OptionRight::Put;
        inputs.spot = figures.underlyingPrice.toDouble();
        inputs.strike = figures.details.strike.toDouble();
        inputs.years = double(date.daysTo(figures.details.expiration)) / 365;
        inputs.rate = 0.005;
        inputs.volatility = *figures.impliedVolatility;
        const auto value = blackscholes::value(inputs);
        QVERIFY(value);
        QVERIFY(isNear(value->delta, *figures.delta, 1e-7));
        QVERIFY(isNear(value->gamma, *figures.gamma, 1e-7));
        QVERIFY(isNear(value->theta / 365, *figures.theta, 1e-6));
        QVERIFY(isNear(value->vega / 100, *figures.vega, 1e-6));
        const double middle = (row.lastQuote->bid.toDouble() + row.lastQuote->ask.toDouble()) / 2;
        const auto implied = impliedvolatility::european(inputs, middle);
        QVERIFY(implied && implied->isFound());
        // What the volatility was rounded to moves the price by vega times that
        if (value->vega > 1e-3)
            QVERIFY(isNear(implied->volatility, *figures.impliedVolatility, 1e-6));
    }
};

QTEST_GUILESS_MAIN(TestOptionChains)
#include "tst_optionchains.moc"
