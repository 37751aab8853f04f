#include "downloaddraft.h"
#include "easterntime.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2024, 6, 28);

DownloadDraft draft(const QString &symbols)
{
    return { symbols, Timeframe(1, TimeUnit::Minute), QDate(2024, 1, 2), today, true };
}

} // namespace

class TestDownloadDraft : public QObject
{
    Q_OBJECT

private slots:
    void symbolsAreReadHoweverTheyAreSetApart()
    {
        QCOMPARE(downloaddrafts::symbolsFrom(u" aapl, MSFT;btc-usd\nAAPL  spy"_s),
                 (QStringList { u"AAPL"_s, u"MSFT"_s, u"X:BTCUSD"_s, u"SPY"_s }));
        QVERIFY(downloaddrafts::symbolsFrom(u" ,; "_s).isEmpty());
    }

    void anOrderCoversBothDays()
    {
        const CheckedDownload checked = check(draft(u"aapl"_s));
        QVERIFY2(checked.order, qPrintable(checked.complaint));
        const DownloadOrder &order = *checked.order;
        QCOMPARE(order.symbols, QStringList { u"AAPL"_s });
        QVERIFY(order.adjusted);
        QCOMPARE(order.id, 0U);
        // A day of stocks begins at midnight in New York, one of crypto at midnight in UTC
        QVERIFY(order.range.contains(easterntime::at(QDate(2024, 1, 2))));
        QVERIFY(order.range.contains(
            Timestamp(std::chrono::sys_days(std::chrono::January / 2 / 2024))));
        QVERIFY(!order.range.contains(easterntime::at(QDate(2024, 1, 1))));
        QVERIFY(order.range.contains(easterntime::at(today, 20h - 1ns)));
        QVERIFY(!order.range.contains(easterntime::at(today.addDays(1))));
    }

    void daysToComeAreLeftOut()
    {
        DownloadDraft late = draft(u"AAPL"_s);
        late.to = today.addYears(3);
        QCOMPARE(check(late).order->range.to, easterntime::at(today.addDays(1)));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<DownloadDraft>("wrong");
        QTest::addColumn<QString>("says");
        QTest::newRow("no symbol") << draft(u" , "_s) << u"at least one symbol"_s;
        QTest::newRow("not a symbol") << draft(u"AAPL 12!"_s) << u"“12!” is not a symbol"_s;
        QStringList many;
        for (int i = 0; i <= DownloadDraft::mostSymbols; ++i)
            many << u"A%1"_s.arg(i);
        QTest::newRow("too many") << draft(many.join(u' ')) << u"up to 1000"_s;
        DownloadDraft turned = draft(u"AAPL"_s);
        std::swap(turned.from, turned.to);
        QTest::newRow("turned round") << turned << u"after the last"_s;
        DownloadDraft future = draft(u"AAPL"_s);
        future.from = future.to = today.addDays(1);
        QTest::newRow("future") << future << u"in the future"_s;
        DownloadDraft dayless = draft(u"AAPL"_s);
        dayless.from = {};
        QTest::newRow("no day") << dayless << u"Two days"_s;
        DownloadDraft seconds = draft(u"AAPL"_s);
        seconds.timeframe = Timeframe(1, TimeUnit::Second);
        QTest::newRow("not in the plan") << seconds << u"Stocks Starter"_s;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const DownloadDraft, wrong);
        QFETCH(const QString, says);
        const CheckedDownload checked = check(wrong);
        QVERIFY(!checked.order);
        QVERIFY2(checked.complaint.contains(says), qPrintable(checked.complaint));
    }

private:
    static CheckedDownload check(const DownloadDraft &draft)
    {
        return downloaddrafts::check(draft, today, Capabilities());
    }
};

QTEST_GUILESS_MAIN(TestDownloadDraft)
#include "tst_downloaddraft.moc"
