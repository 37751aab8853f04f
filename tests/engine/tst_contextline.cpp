#include "contextline.h"
#include "easterntime.h"
#include "momenttext.h"

#include <QtTest>

#include <limits>
#include <string>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

MarketMoment everythingKnown()
{
    MarketMoment moment;
    moment.at = easterntime::at({ 2026, 3, 10 }, 10h + 30min);
    moment.part = SessionPart::Regular;
    moment.recency = Recency::Delayed;
    moment.bid = *Price::parse(u"49.99");
    moment.ask = *Price::parse(u"50.0000000001");
    moment.last = *Price::parse(u"-3");
    moment.cvd = -1234.5;
    moment.cvdSlope = 1.0 / 3;
    moment.vwap = 50.00123456789012345;
    moment.relativeVolume = 0.1;
    moment.atr = 1e-9;
    return moment;
}

/// ' for ", ~ for an escaped one: raw strings with them are too much for moc.
std::string json(QByteArray text)
{
    return text.replace('\'', '"').replace('~', "\\\"").toStdString();
}

ContextLine decision(const QString &order, const MarketMoment &moment = everythingKnown())
{
    return {
        .kind = ContextLine::Kind::Decision, .order = order, .symbol = u"NVDA"_s, .moment = moment
    };
}

} // namespace

class TestContextLine : public QObject
{
    Q_OBJECT

private slots:
    void momentsComeBack()
    {
        const MarketMoment known = everythingKnown();
        const Result<MarketMoment> read = marketMomentFromText(marketMomentText(known));
        QVERIFY(read);
        QCOMPARE(*read, known);
        QCOMPARE(read->spread(), std::optional(*Price::parse(u"0.0100000001")));
        const Result<MarketMoment> empty = marketMomentFromText(marketMomentText({}));
        QVERIFY(empty);
        QCOMPARE(*empty, MarketMoment());
    }

    /// What others read is fixed.
    void theWordingStays()
    {
        MarketMoment moment;
        moment.at = fromNs(7);
        moment.part = SessionPart::PreMarket;
        moment.recency = Recency::RealTime;
        moment.bid = Price::whole(5);
        moment.cvd = 2.5;
        const std::string text
            = json("{'at':7,'part':'pre_market','recency':'real_time','bid':'5','cvd':2.5}");
        QCOMPARE(marketMomentText(moment), text);
        QCOMPARE(contextLineText({ .kind = ContextLine::Kind::Exit, .trade = 9, .moment = moment }),
                 json("{'kind':'exit','trade':9,'moment':") + text + '}');
        QCOMPARE(contextLineText(decision(u"a \"b\""_s, moment)),
                 json("{'kind':'decision','order':'a ~b~','symbol':'NVDA','moment':") + text + '}');
        const ContextLine reached { .kind = ContextLine::Kind::Excursion,
                                    .trade = 9,
                                    .worst = Money::whole(-120),
                                    .best = *Money::parse(u"350.5"),
                                    .isRough = true };
        QCOMPARE(contextLineText(reached),
                 json("{'kind':'excursion','trade':9,'worst':'-120','best':'350.5',"
                      "'rough':true}"));
    }

    void linesComeBack()
    {
        const MarketMoment moment = everythingKnown();
        using Kind = ContextLine::Kind;
        for (const ContextLine &line :
             { decision(u"ü"_s), ContextLine { .kind = Kind::Entry, .trade = 3, .moment = moment },
               ContextLine { .kind = Kind::Exit, .trade = 4, .moment = moment },
               ContextLine { .kind = Kind::Excursion, .trade = 5, .worst = Money::whole(-1) } }) {
            const Result<ContextLine> read = contextLineFromText(contextLineText(line));
            QVERIFY(read);
            QCOMPARE(*read, line);
        }
    }

    void whatIsNoNumberIsNotKnown()
    {
        MarketMoment moment;
        moment.vwap = std::numeric_limits<double>::quiet_NaN();
        moment.atr = std::numeric_limits<double>::infinity();
        const Result<MarketMoment> read = marketMomentFromText(marketMomentText(moment));
        QVERIFY(read);
        QCOMPARE(*read, MarketMoment());
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<std::string>("text");
        const std::string moment = marketMomentText({});
        const std::string begun = moment.substr(0, moment.size() - 1);
        const std::string entry = json("{'kind':'entry','trade':1,'moment':");

        QTest::newRow("nothing") << std::string();
        QTest::newRow("half a line") << json("{'kind':'entry','trade':1,");
        QTest::newRow("no kind") << json("{'trade':1,'moment':") + moment + '}';
        QTest::newRow("another kind")
            << json("{'kind':'trigger','trade':1,'moment':") + moment + '}';
        QTest::newRow("no trade") << json("{'kind':'entry','moment':") + moment + '}';
        QTest::newRow("no moment") << json("{'kind':'entry','trade':1}");
        QTest::newRow("half a moment") << entry + "{}}";
        QTest::newRow("a price as a number") << entry + begun + json(",'bid':5}}");
        QTest::newRow("a number as text") << entry + begun + json(",'cvd':'5'}}");
        QTest::newRow("another part")
            << entry + json("{'at':1,'part':'night','recency':'real_time'}}");
        QTest::newRow("no best") << json(
            "{'kind':'excursion','trade':1,'worst':'0','rough':false}");
    }

    void othersAreRefused()
    {
        QFETCH(const std::string, text);
        const Result<ContextLine> read = contextLineFromText(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestContextLine)
#include "tst_contextline.moc"
