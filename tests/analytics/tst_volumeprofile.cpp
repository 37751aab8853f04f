#include "sessionprofiles.h"
#include "volumeprofile.h"

#include "easterntime.h"
#include "flowprints.h"
#include "flowtape.h"
#include "footprint.h"

#include <QJsonArray>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::flowPrint;
using enum FlowSide;

const QDate day(2025, 7, 16);
const Timestamp ten = easterntime::at(day, 10h);

VolumeProfile profileOf(std::span<const FlowPrint> prints)
{
    VolumeProfile profile;
    for (const FlowPrint &print : prints)
        profile.add(print);
    return profile;
}

bool sameVolumes(const VolumeProfile &a, const VolumeProfile &b)
{
    return std::ranges::equal(a.rows().rows(), b.rows().rows(),
                              [](const FlowRow &x, const FlowRow &y) {
                                  return x.row == y.row && x.buy == y.buy && x.sell == y.sell;
                              });
}

} // namespace

class TestVolumeProfile : public QObject
{
    Q_OBJECT

private slots:
    void d09_levelsAsPrices()
    {
        VolumeProfile profile(PriceGrid(Price::whole(1)));
        int price = 101;
        for (const int volume : { 5, 10, 20, 40, 70, 150, 90, 80, 50, 25, 14 })
            profile.add(ten, Price::whole(price++), Qty::whole(volume));
        QCOMPARE(profile.volume(), Qty::whole(554));
        const ProfileLevels levels = *profile.levels();
        QCOMPARE(levels.poc, Price::whole(106));
        QCOMPARE(levels.val, Price::whole(105));
        QCOMPARE(levels.vah, Price::whole(108));
        QCOMPARE(levels.valTop, Price::whole(106));
        QCOMPARE(levels.vahTop, Price::whole(109));
        QCOMPARE(profile.levels({ ValueAreaMethod::Pairs })->val, Price::whole(104));
        QVERIFY(!VolumeProfile().levels());
    }

    void weights()
    {
        VolumeProfile profile;
        profile.add(flowPrint(Buy, 100, 1000, ten));
        profile.add(flowPrint(Sell, 90, 1000, ten + 1s));
        profile.add(flowPrint(Sell, 50, 1001, ten + 2s));
        profile.add(flowPrint(Sell, 10, 1002, ten + 60s));
        using enum ProfileWeight;
        QCOMPARE(profile.levels({}, Volume)->poc, *Price::parse(u"10"));
        QCOMPARE(profile.levels({}, Delta)->poc, *Price::parse(u"10.01"));
        QCOMPARE(profile.levels({}, Time)->area.poc, 1001);
        QCOMPARE(profile.rows().find(1000)->time, Duration(2s));
        QCOMPARE(profile.rows().find(1001)->time, Duration(58s));
        QVERIFY(!profile.rows().find(1003));
    }

    void sumsOfPartsAreTheWhole()
    {
        for (quint64 seed = 1; seed <= 30; ++seed) {
            const std::vector<FlowPrint> prints = test::randomFlow(seed, 1'000, ten);
            const VolumeProfile whole = profileOf(prints);
            SplitMix64 random(seed);
            const std::size_t cut = random.below(prints.size());
            const VolumeProfile first = profileOf(std::span(prints).first(cut));
            const VolumeProfile second = profileOf(std::span(prints).subspan(cut));
            VolumeProfile sum;
            QVERIFY(sum.add(second.rows()) && sum.add(first.rows()));
            QVERIFY(sameVolumes(sum, whole));
            QCOMPARE(sum.volume(), whole.volume());
            QCOMPARE(sum.levels()->area, whole.levels()->area);
            sum.remove(second.rows());
            QVERIFY(sameVolumes(sum, first));
            QCOMPARE(sum.volume(), first.volume());
        }
    }

    void footprintBarsAddUpToTheProfile()
    {
        const std::vector<FlowPrint> prints = test::randomFlow(5, 3'000, ten);
        Footprint footprint({ Timeframe(1, TimeUnit::Minute), AssetClass::Stocks, PriceGrid() });
        for (const FlowPrint &print : prints)
            footprint.add(print);
        VolumeProfile sum;
        for (const FootprintBar &bar : footprint.bars())
            QVERIFY(sum.add(bar.cells));
        QVERIFY(sameVolumes(sum, profileOf(prints)));
    }

    void whatDoesNotFitIsRefused()
    {
        VolumeProfile profile;
        QVERIFY(profile.add(ten, Price::whole(1), Qty::fromUnits(splitLimit / 4)));
        QVERIFY(!profile.add(ten, Price::whole(1), Qty::fromUnits(1)));
        QVERIFY(!profile.add(VolumeProfile(profile).rows()));
        QVERIFY(!profile.add(ten, Price::whole(1), Qty::fromUnits(-1)));
        QCOMPARE(profile.levels()->area.total, splitLimit);
    }

    void developingLevels()
    {
        SessionProfiles profiles({ PriceGrid(), AssetClass::Stocks, Timeframe() });
        const std::vector<FlowPrint> prints = test::randomFlow(9, 1'200, ten);
        Timestamp newest = Timestamp::min();
        std::vector<DevelopingLevels> expected; // from scratch at every first trade of a minute
        for (std::size_t i = 0; i < prints.size(); ++i) {
            const Timestamp minute = Timeframe().windowStart(prints[i].time);
            if (i > 0 && minute > newest) {
                const auto levels = *profileOf(std::span(prints).first(i)).levels();
                expected.push_back({ newest, levels.poc, levels.val, levels.vah });
            }
            newest = std::max(newest, minute);
            QVERIFY(profiles.add(prints[i]));
        }
        QCOMPARE(profiles.sessions().size(), 1U);
        QVERIFY(expected.size() > 50);
        QCOMPARE(profiles.sessions()[0].developing, expected);
        const ProfileLevels last = *profileOf(prints).levels();
        QCOMPARE(*profiles.forming(), (DevelopingLevels { newest, last.poc, last.val, last.vah }));
    }

    void nakedPointsOfControl()
    {
        SessionProfiles profiles({ PriceGrid(), AssetClass::Stocks, Timeframe() });
        const auto add = [&](int days, std::initializer_list<qint64> cents) {
            for (const qint64 price : cents)
                profiles.add(flowPrint(Buy, 100, price, easterntime::at(day.addDays(days), 10h)));
        };
        QVERIFY(profiles.nakedPocs().empty());
        add(0, { 1000, 1000, 1005 });
        add(1, { 1010, 1010, 1008 });
        QCOMPARE(profiles.nakedPocs().size(), 1U); // the forming session has none yet
        add(2, { 1020, 1012, 1020 });
        QCOMPARE(profiles.nakedPocs(),
                 (std::vector<NakedPoc> {
                     { easterntime::at(day), *Price::parse(u"10") },
                     { easterntime::at(day.addDays(1)), *Price::parse(u"10.10") } }));
        add(2, { 1009 }); // through 10.10
        QCOMPARE(profiles.nakedPocs().size(), 1U);
        const VolumeProfile both = *profiles.composite(0, 2);
        QCOMPARE(both.volume(), Qty::whole(600));
        QCOMPARE(both.rows().rows().size(), 4U);
        QCOMPARE(profiles.composite(0, 3)->volume(), Qty::whole(1000));
    }

    void lateTradesChangeTheirDay()
    {
        SessionProfiles profiles({ PriceGrid(), AssetClass::Stocks, Timeframe() });
        profiles.add(flowPrint(Buy, 100, 1000, ten));
        profiles.add(flowPrint(Buy, 100, 1000, ten + 24h));
        profiles.add(flowPrint(Buy, 7, 1000, ten));
        profiles.add(flowPrint(Buy, 9, 1000, ten - 24h));
        QCOMPARE(profiles.sessions().size(), 3U);
        QCOMPARE(profiles.sessions()[0].profile.volume(), Qty::whole(9));
        QCOMPARE(profiles.sessions()[1].profile.volume(), Qty::whole(107));
    }

    void recordedDays_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : { "IBM_2013-10-08", "BAC_2013-10-07", "SPY_2013-10-07" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void recordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, name);
        const QJsonObject expected = test::oracles()[u"equity_ticks"][name].toObject();
        const QJsonObject rows = expected[u"volume_profile_rth"].toObject();
        test::FlowTape tape;
        QVERIFY(tape.read(name));
        VolumeProfile profile;
        tape.play(
            false, true, [](const Quote &) {},
            [&](const Trade &trade) { profile.add(trade.time, trade.price, trade.size); });
        // Prints between two cents share a row here, and have levels of their own in the oracle
        QVERIFY(double(profile.rows().rows().size()) <= rows[u"levels"].toDouble());
        QCOMPARE(profile.levels()->poc, *Price::parse(rows[u"point_of_control"].toString()));
        QCOMPARE(profile.volume().toDouble(), expected[u"rth_volume"].toDouble());

        VolumeProfile fine(PriceGrid(Price::fromUnits(1)));
        tape.play(
            false, true, [](const Quote &) {},
            [&](const Trade &trade) { fine.add(trade.time, trade.price, trade.size); });
        QCOMPARE(double(fine.rows().rows().size()), rows[u"levels"].toDouble());
        for (const QJsonValue &top : rows[u"top5"].toArray()) {
            const Price price = *Price::parse(top[0].toString());
            QCOMPARE(fine.rows().find(price.units())->volume().toDouble(), top[1].toDouble());
        }
    }
};

QTEST_GUILESS_MAIN(TestVolumeProfile)
#include "tst_volumeprofile.moc"
