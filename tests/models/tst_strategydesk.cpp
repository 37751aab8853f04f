#include "strategydesk.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString call = u"O:SPY261218C00750000"_s;
const QString put = u"O:SPY261218P00700000"_s;

QString contractAt(int strike)
{
    return u"O:SPY261218C00%1000"_s.replace(u"%1"_s, QString::number(strike));
}

} // namespace

class StrategyDeskTest : public QObject
{
    Q_OBJECT

private slots:
    void clicksAddUp()
    {
        StrategyDesk desk;
        QSignalSpy changed(&desk, &StrategyDesk::draftChanged);
        QSignalSpy wanted(&desk, &StrategyDesk::wanted);
        desk.addLeg(call, Side::Buy);
        desk.addLeg(put, Side::Sell);
        desk.addLeg(call, Side::Buy);
        desk.addLeg(u"SPY"_s, Side::Buy);
        const StrategyDraft draft = desk.draft(u"SPY"_s);
        QCOMPARE(draft.legs.size(), std::size_t(3));
        QCOMPARE(draft.legs[0], (DraftLeg { call, Side::Buy, Qty::whole(2) }));
        QCOMPARE(draft.legs[1], (DraftLeg { put, Side::Sell, Qty::whole(1) }));
        QCOMPARE(draft.legs[2], (DraftLeg { u"SPY"_s, Side::Buy, Qty::whole(100) }));
        QCOMPARE(changed.size(), 4);
        QCOMPARE(wanted.size(), 4);
        QCOMPARE(wanted[0][0].toString(), u"SPY"_s);
    }

    void otherSideTakesAway()
    {
        StrategyDesk desk;
        desk.addLeg(call, Side::Buy);
        desk.addLeg(call, Side::Buy);
        desk.addLeg(call, Side::Sell);
        QCOMPARE(desk.draft(u"SPY"_s).legs.front().qty, Qty::whole(1));
        desk.addLeg(call, Side::Sell);
        QVERIFY(desk.draft(u"SPY"_s).isEmpty());
    }

    void ninthLegIsRefused()
    {
        StrategyDesk desk;
        QSignalSpy full(&desk, &StrategyDesk::full);
        for (int i = 0; i < 9; ++i)
            desk.addLeg(contractAt(700 + i), Side::Buy);
        QCOMPARE(desk.draft(u"SPY"_s).legs.size(), StrategyDraft::mostLegs);
        QCOMPARE(full.size(), 1);
    }

    void everyUnderlyingHasItsOwn()
    {
        StrategyDesk desk;
        desk.addLeg(call, Side::Buy);
        desk.addLeg(u"O:SPXW261218C05000000"_s, Side::Sell);
        desk.addLeg(u"?"_s, Side::Sell);
        QCOMPARE(desk.draft(u"SPY"_s).legs.size(), std::size_t(1));
        QCOMPARE(desk.draft(u"I:SPX"_s).legs.size(), std::size_t(1));
        QVERIFY(desk.draft(u"QQQ"_s).isEmpty());
    }

    void heldLegsStandApart()
    {
        StrategyDesk desk;
        StrategyDraft position;
        position.underlying = u"SPY"_s;
        position.legs = { { call, Side::Buy, Qty::whole(3), true, Price::whole(4) } };
        desk.load(position);
        desk.addLeg(call, Side::Sell); // closes one of them: an order, not less of the position
        const StrategyDraft draft = desk.draft(u"SPY"_s);
        QCOMPARE(draft.legs.size(), std::size_t(2));
        QCOMPARE(draft.legs[0].qty, Qty::whole(3));
        QVERIFY(!draft.legs[1].isHeld);
        QCOMPARE(strategydrafts::reversed(draft).legs[0].side, Side::Buy);
        QCOMPARE(strategydrafts::reversed(draft).legs[1].side, Side::Buy);
    }

    void whatIsClearedHasNoTag()
    {
        StrategyDesk desk;
        StrategyDraft roll;
        roll.underlying = u"SPY"_s;
        roll.legs = { { call, Side::Buy } };
        roll.tag = u"Covered call"_s;
        desk.load(roll);
        QCOMPARE(desk.draft(u"SPY"_s).tag, roll.tag);
        desk.addLeg(call, Side::Sell);
        QVERIFY(desk.draft(u"SPY"_s).isEmpty());
        QVERIFY(!desk.draft(u"SPY"_s).tag);
    }

    void ownPriceIsForItsLegs()
    {
        StrategyDesk desk;
        StrategyDraft own;
        own.underlying = u"SPY"_s;
        own.legs = { { call, Side::Buy, Qty::whole(1), true, Price::whole(4) },
                     { put, Side::Sell, Qty::whole(1) } };
        own.price = PackagePrice::Own;
        own.ownPrice = *Price::parse(u"-1.85");
        for (const Side side : { Side::Buy, Side::Sell }) { // the leg goes, there is more of it
            desk.setDraft(own);
            desk.addLeg(put, side);
            QCOMPARE(desk.draft(u"SPY"_s).price, PackagePrice::Mid);
        }
        using strategydrafts::repriced;
        StrategyDraft other = own;
        other.legs[1].side = Side::Buy;
        QCOMPARE(repriced(other, own).price, PackagePrice::Mid);
        other = own;
        other.legs[1].symbol = contractAt(710);
        QCOMPARE(repriced(other, own).price, PackagePrice::Mid);
        other.price = PackagePrice::Natural;
        QCOMPARE(repriced(other, own), other);
        other = own;
        other.packages = 4;
        other.legs[1].price = Price::whole(2);
        QCOMPARE(repriced(other, own), other);
        other.legs.erase(other.legs.begin()); // what is held is not sent
        QCOMPARE(repriced(other, own), other);
    }

    void draftsAreKept()
    {
        StrategyDraft draft;
        draft.underlying = u"SPY"_s;
        draft.legs = { { call, Side::Sell, Qty::whole(2) },
                       { u"SPY"_s, Side::Buy, *Qty::parse(u"12.5"), true, Price::whole(500) } };
        draft.packages = 7;
        draft.price = PackagePrice::Own;
        draft.ownPrice = *Price::parse(u"-1.85");
        draft.tif = TimeInForce::Gtc;
        draft.tag = QString(); // none, whatever its legs are called
        QCOMPARE(strategydrafts::fromJson(strategydrafts::toJson(draft)), draft);
        draft.tag = u"Iron condor"_s;
        QCOMPARE(strategydrafts::fromJson(strategydrafts::toJson(draft)), draft);
        const StrategyDraft broken = strategydrafts::fromJson(
            { { u"legs"_s, QJsonArray { QJsonObject { { u"qty"_s, u"-1"_s } } } },
              { u"packages"_s, -5 },
              { u"price"_s, 99 } });
        QVERIFY(broken.isEmpty());
        QCOMPARE(broken.packages, 1);
        QCOMPARE(broken.price, PackagePrice::Market);
    }
};

QTEST_GUILESS_MAIN(StrategyDeskTest)
#include "tst_strategydesk.moc"
