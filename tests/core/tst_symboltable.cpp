#include "splitmix64.h"
#include "symboltable.h"

#include <QtTest>

#include <string>
#include <unordered_map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestSymbolTable : public QObject
{
    Q_OBJECT

private slots:
    void idsAreDenseAndStay()
    {
        SymbolTable table;
        QCOMPARE(table.intern("IBM").index(), 0U);
        QCOMPARE(table.intern("BAC").index(), 1U);
        QCOMPARE(table.intern(u"IBM"_s).index(), 0U);
        QCOMPARE(table.size(), 2U);
        QCOMPARE(table.symbol(InstrumentId(1)), u"BAC"_s);
    }

    void caseMatters()
    {
        SymbolTable table;
        QVERIFY(table.intern("BACpL") != table.intern("BACPL"));
    }

    void findAddsNothing()
    {
        SymbolTable table;
        QVERIFY(!table.find("IBM").isValid());
        QCOMPARE(table.size(), 0U);
        table.intern("IBM");
        QCOMPARE(table.find("IBM").index(), 0U);
    }

    void lengthHasALimit()
    {
        SymbolTable table;
        const std::string longest(31, 'A');
        QVERIFY(table.intern(longest).isValid());
        QCOMPARE(table.name(InstrumentId(0)), std::string_view(longest));
        QVERIFY(!table.intern(longest + 'A').isValid());
        QVERIFY(!table.find(longest + 'A').isValid());
        QVERIFY(!table.intern("").isValid());
        QVERIFY(table.name(InstrumentId()).empty());
    }

    /// A symbol within a longer text is found as the same symbol alone, if it is plain text.
    void findsWithinText()
    {
        SymbolTable table;
        SplitMix64 draws(8);
        std::vector<std::string> symbols { "A B", "A\\B", "\x7F", "\xC3\x84", "A" };
        for (std::size_t length = 1; length <= 31; ++length) {
            for (int i = 0; i < 40; ++i) {
                std::string symbol;
                while (symbol.size() < length)
                    symbol += static_cast<char>('A' + draws.below(3));
                symbols.push_back(symbol);
            }
        }
        for (const std::string &symbol : symbols) {
            const std::string text = "\"sym\":\"" + symbol + "\",";
            const std::string_view within = std::string_view(text).substr(7, symbol.size());
            QCOMPARE(table.findWithin(within), table.find(symbol));
            const InstrumentId id = table.intern(symbol);
            const bool isPlain = symbol.find_first_not_of("ABC") == symbol.npos;
            QCOMPARE(table.findWithin(within), isPlain ? id : InstrumentId());
        }
        const std::string endless = "\"sym\":\"" + std::string(32, 'A');
        QVERIFY(!table.findWithin(std::string_view(endless).substr(7)).isValid());
    }

    void truncateForgetsTheLast()
    {
        SymbolTable table;
        for (int i = 0; i < 3'000; ++i)
            table.intern("S" + std::to_string(i));
        table.truncate(5'000);
        QCOMPARE(table.size(), 3'000U);
        table.truncate(1'000);
        QCOMPARE(table.size(), 1'000U);
        QCOMPARE(table.find("S999").index(), 999U);
        QVERIFY(!table.find("S1000").isValid());
        QCOMPARE(table.intern("S2000").index(), 1'000U);
    }

    void agreesWithAMapThroughGrowth()
    {
        SymbolTable table;
        std::unordered_map<std::string, quint32> reference;
        SplitMix64 draws(5);
        for (int i = 0; i < 100'000; ++i) {
            const std::string symbol = "O:S" + std::to_string(draws.below(20'000)) + "C00150000";
            const auto [known, isNew] = reference.try_emplace(symbol, quint32(reference.size()));
            QCOMPARE(table.intern(symbol).index(), known->second);
        }
        QCOMPARE(table.size(), reference.size());
        for (const auto &[symbol, index] : reference) {
            QCOMPARE(table.find(symbol).index(), index);
            QCOMPARE(table.name(InstrumentId(index)), std::string_view(symbol));
        }
    }
};

QTEST_GUILESS_MAIN(TestSymbolTable)
#include "tst_symboltable.moc"
