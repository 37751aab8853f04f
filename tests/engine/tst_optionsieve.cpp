#include "drivenoptions.h"

#include "optionsieve.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray padded(const QByteArray &text)
{
    QByteArray bytes = text;
    bytes.reserve(bytes.size() + 64);
    return bytes;
}

/// Trades, quotes, bars and statuses of a few contracts, sometimes cut off.
QByteArray randomFrame(SplitMix64 &draws, quint64 &sequence)
{
    static const QStringList roots { u"SPY"_s, u"QQQ"_s, u"NVDA"_s };
    QByteArrayList objects;
    for (quint64 i = draws.below(8); i > 0; --i) {
        const QString symbol
            = DrivenOptions::contract(roots[qsizetype(draws.below(3))], 600 + int(draws.below(6)));
        const Timestamp time = DrivenMarket::at(10h + std::chrono::milliseconds(++sequence));
        switch (draws.below(8)) {
        case 0:
            objects << DrivenOptions::optionStatus("success", "subscribed to: T.*");
            break;
        case 1:
            objects << "{\"ev\":\"AM\",\"sym\":\"" + symbol.toLatin1()
                    + "\",\"v\":1,\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"s\":60000,\"e\":120000}";
            break;
        case 2:
        case 3:
            objects << DrivenOptions::optionQuote(symbol, time, "1.1", "1.2");
            break;
        default:
            objects << DrivenOptions::optionTrade(symbol, time, sequence, "1.2",
                                                  1 + int(draws.below(20)));
        }
    }
    QByteArray frame = '[' + objects.join(',') + ']';
    if (draws.below(20) == 0)
        frame.chop(1 + qsizetype(draws.below(quint64(frame.size()))));
    return padded(frame);
}

} // namespace

class TestOptionSieve : public QObject
{
    Q_OBJECT

private slots:
    /// What the hub is given is what it would have been given, less what it does not know; what the
    /// flow is given are the trades of what it wants.
    void letsThroughWhatIsKnown()
    {
        for (quint64 seed = 1; seed <= 40; ++seed) {
            SplitMix64 draws(seed);
            SymbolTable hub;
            SymbolTable all;
            StreamDecoder plain(all, AssetClass::Options);
            OptionSieve sieve;
            OptionFlowFeed flow(sieve.symbols());
            flow.setUnderlyings({ u"QQQ"_s });
            quint64 sequence = 0;
            std::size_t wanted = 0;
            std::size_t taken = 0;
            qint64 dropped = 0;
            for (int i = 0; i < 60; ++i) {
                if (draws.below(10) == 0) // somebody begins to look at a contract
                    hub.intern(DrivenOptions::contract(u"SPY"_s, 600 + int(draws.below(6))));
                const QByteArray frame = randomFrame(draws, sequence);
                EventBatch expected;
                EventBatch sieved;
                const Result<void> read = plain.decode(frame, expected);
                QCOMPARE(bool(sieve.decode(frame, hub, flow, sieved)), bool(read));
                std::vector<MarketEvent> known;
                for (MarketEvent event : expected.events) {
                    InstrumentId &id = std::visit(
                        [](auto &value) -> InstrumentId & { return value.instrument; }, event);
                    const std::string_view name = all.name(id);
                    wanted += std::holds_alternative<Trade>(event) && name.starts_with("O:QQQ");
                    id = hub.find(name);
                    if (id.isValid())
                        known.push_back(event);
                    else
                        ++dropped;
                }
                QVERIFY(sieved.events == known);
                QVERIFY(sieved.statuses == expected.statuses);
                taken += flow.take().size();
            }
            QCOMPARE(taken, wanted);
            QCOMPARE(sieve.takeDropped(), dropped);
        }
    }

    /// More contracts than are remembered: those that came before are known again.
    void forgetsAndLearnsAgain()
    {
        SymbolTable hub;
        const QString watched = DrivenOptions::contract(u"SPY"_s, 600);
        hub.intern(watched);
        OptionSieve sieve;
        OptionFlowFeed flow(sieve.symbols());
        flow.setUnderlyings({ u"SPY"_s });
        EventBatch out;
        quint64 sequence = 0;
        const auto see = [&](const QString &symbol) {
            out.clear();
            return bool(sieve.decode(
                padded('['
                       + DrivenOptions::optionTrade(symbol, DrivenMarket::at(10h), ++sequence, "1")
                       + ']'),
                hub, flow, out));
        };
        QVERIFY(see(watched));
        QCOMPARE(out.events.size(), 1U);
        int contracts = 0;
        for (int day = 0; sieve.symbols().size() <= OptionSieve::mostSymbols; ++day) {
            QByteArrayList trades;
            for (int strike = 1; strike <= 5'000; ++strike)
                trades << "{\"ev\":\"T\",\"sym\":\"O:QQQ26" + QByteArray::number(1000 + day) + "C"
                        + QByteArray::number(strike).rightJustified(8, '0')
                        + "\",\"p\":1,\"s\":1,\"t\":1786629600200,\"q\":1}";
            out.clear();
            QVERIFY(sieve.decode(padded('[' + trades.join(',') + ']'), hub, flow, out));
            contracts += 5'000;
        }
        QVERIFY(contracts >= 300'000);
        QCOMPARE(flow.contracts(), 1U); // nothing is kept of the others
        QVERIFY(see(watched));
        QCOMPARE(out.events.size(), 1U);
        QVERIFY(sieve.symbols().size() < 10); // the table began anew
        QCOMPARE(flow.take().size(), 2U);
        QCOMPARE(flow.contracts(), 1U);
    }

    /// What begins to be wanted later was foreign before.
    void underlyingsChange()
    {
        OptionSieve sieve;
        OptionFlowFeed flow(sieve.symbols());
        SymbolTable hub;
        EventBatch out;
        quint64 sequence = 0;
        const auto printsOf = [&](const QStringList &roots) {
            for (const QString &root : roots)
                if (!sieve.decode(
                        padded('['
                               + DrivenOptions::optionTrade(DrivenOptions::contract(root),
                                                            DrivenMarket::at(10h), ++sequence, "1")
                               + ']'),
                        hub, flow, out))
                    return QStringList { u"?"_s };
            QStringList seen;
            for (const OptionFlowPrint &print : flow.take())
                seen << print.contract->terms.underlying;
            return seen;
        };
        const QStringList both { u"SPY"_s, u"QQQ"_s };
        QCOMPARE(printsOf(both), QStringList());
        flow.setUnderlyings({ u"SPY"_s });
        QCOMPARE(printsOf(both), QStringList { u"SPY"_s });
        flow.setUnderlyings({ u"QQQ"_s });
        QCOMPARE(printsOf(both), QStringList { u"QQQ"_s });
        flow.setUnderlyings({ u"SPY"_s, u"QQQ"_s });
        QCOMPARE(printsOf(both), both);
        flow.setUnderlyings({});
        QCOMPARE(printsOf(both), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestOptionSieve)

#include "tst_optionsieve.moc"
