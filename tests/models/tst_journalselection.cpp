#include "fakejournalport.h"
#include "journalsamples.h"
#include "journalselection.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Change = std::function<void(JournalFilter &)>;
using Holds = std::function<bool(const TradeRecord &, const TradeNotes &)>;

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Holds)

class TestJournalSelection : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_port = std::make_unique<test::FakeJournalPort>();
        m_journal = std::make_unique<Journal>(*m_port);
        m_selection = std::make_unique<JournalSelection>(*m_journal);
        m_samples = test::journalSamples();
        m_journal->apply(m_samples.update());
    }
    void cleanup()
    {
        m_selection.reset();
        m_journal.reset();
    }

    void samplesAreTheSameEveryTime()
    {
        const test::JournalSamples again = test::journalSamples();
        QVERIFY(again.trades == m_samples.trades);
        QCOMPARE(int(again.trades.size()), 200);
        QVERIFY(std::is_sorted(again.trades.begin(), again.trades.end(),
                               [](auto &a, auto &b) { return a.openedAt < b.openedAt; }));
        QCOMPARE(tradeDay(again.trades.back()), QDate(2026, 11, 20));
        QVERIFY(again.trades.back().isOpen());
    }

    void onlyWhatIsWantedPasses_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Holds>("holds");
        const auto row = [](const char *name, Change change, Holds holds) {
            QTest::newRow(name) << std::move(change) << std::move(holds);
        };
        row(
            "a market", [](auto &f) { f.market = u"live"_s; },
            [](auto &t, auto &) { return t.key.account == u"live/Main"_s; });
        row(
            "an account", [](auto &f) { f.account = u"import/Broker"_s; },
            [](auto &t, auto &) { return t.key.account == u"import/Broker"_s; });
        row(
            "a symbol in any case", [](auto &f) { f.symbol = u"nvda"_s; },
            [](auto &t, auto &) { return t.symbol == u"NVDA"_s; });
        row(
            "options", [](auto &f) { f.assetClass = AssetClass::Options; },
            [](auto &t, auto &) { return t.assetClass == AssetClass::Options; });
        row(
            "shorts", [](auto &f) { f.direction = TradeDirection::Short; },
            [](auto &t, auto &) { return t.direction == TradeDirection::Short; });
        row(
            "open ones", [](auto &f) { f.state = JournalFilter::State::Open; },
            [](auto &t, auto &) { return t.isOpen(); });
        row(
            "winners are closed and net of fees",
            [](auto &f) { f.outcome = JournalFilter::Outcome::Winner; },
            [](auto &t, auto &) { return !t.isOpen() && t.net() > Money(); });
        row(
            "a setup in any case", [](auto &f) { f.setup = u"vwap RECLAIM"_s; },
            [](auto &, auto &n) { return n.setup == u"VWAP reclaim"_s; });
        row(
            "a tag", [](auto &f) { f.tag = u"news"_s; },
            [](auto &, auto &n) { return n.tags.contains(u"news"_s); });
        row(
            "a mistake", [](auto &f) { f.mistake = u"chased"_s; },
            [](auto &, auto &n) { return n.mistakes.contains(u"Chased"_s); });
        row(
            "a rating at least", [](auto &f) { f.rating = 4; },
            [](auto &, auto &n) { return n.rating >= 4; });
        row(
            "nothing written", [](auto &f) { f.notes = JournalFilter::Notes::None; },
            [](auto &, auto &n) { return n == TradeNotes(); });
        row(
            "a result in R",
            [](auto &f) {
                f.least = 0.5;
                f.most = 1.5;
            },
            [](auto &t, auto &) {
                const auto r = t.multipleOfRisk();
                return !t.isOpen() && r && *r >= 0.5 && *r <= 1.5;
            });
        row(
            "this month, up to the newest trade",
            [](auto &f) { f.period = JournalFilter::Period::Month; },
            [](auto &t, auto &) { return tradeDay(t) >= QDate(2026, 11, 1); });
        row(
            "this week from Monday", [](auto &f) { f.period = JournalFilter::Period::Week; },
            [](auto &t, auto &) { return tradeDay(t) >= QDate(2026, 11, 16); });
        row(
            "a range with both of its days",
            [](auto &f) {
                f.period = JournalFilter::Period::Range;
                f.from = QDate(2026, 10, 5);
                f.to = QDate(2026, 10, 6);
            },
            [](auto &t, auto &) {
                return tradeDay(t) == QDate(2026, 10, 5) || tradeDay(t) == QDate(2026, 10, 6);
            });
    }

    void onlyWhatIsWantedPasses()
    {
        QFETCH(const Change, change);
        QFETCH(const Holds, holds);
        JournalFilter filter;
        change(filter);
        m_selection->setFilter(filter);
        std::vector<TradeKey> expected;
        for (const TradeRecord &trade : m_samples.trades)
            if (holds(trade, m_journal->notes(trade.key)))
                expected.push_back(trade.key);
        QVERIFY(!expected.empty() && expected.size() < m_samples.trades.size());
        QVERIFY(shown() == expected);
    }

    void wordsAreAskedForAndAnswered()
    {
        const TradeKey key = m_samples.trades[7].key;
        m_port->found = { { .trade = key } };
        JournalFilter filter;
        filter.words = u"retest "_s;
        m_selection->setFilter(filter);
        QCOMPARE(m_port->searched, QStringList { u"retest"_s });
        QVERIFY(shown() == std::vector { key });
        m_selection->setFilter(filter.without(JournalFilter::Part::Words));
        QCOMPARE(shown().size(), m_samples.trades.size());
    }

    void aSearchThatFailsSaysSo()
    {
        m_port->refusal = Error { Error::Code::Storage, u"The journal cannot be read."_s };
        JournalFilter filter;
        filter.words = u"retest"_s;
        m_selection->setFilter(filter);
        QCOMPARE(m_selection->trouble(), u"The journal cannot be read."_s);
        QVERIFY(shown().empty());
        m_selection->setFilter({});
        QVERIFY(m_selection->trouble().isEmpty());
    }

    void aRiskOfOnesOwnCounts()
    {
        const auto bare
            = std::find_if(m_samples.trades.begin(), m_samples.trades.end(),
                           [](auto &trade) { return !trade.risk && trade.net() > Money(); });
        QVERIFY(bare != m_samples.trades.end());
        JournalFilter filter;
        filter.least = 0.0;
        m_selection->setFilter(filter);
        const std::size_t before = shown().size();
        m_journal->edit({ .subject = { .trade = bare->key },
                          .kind = NoteEdit::Kind::Risk,
                          .money = Money::whole(50) });
        m_port->deliver(*m_journal);
        QCOMPARE(shown().size(), before + 1);
    }

    void changesOfTheJournalAreFollowed()
    {
        QSignalSpy changed(m_selection.get(), &JournalSelection::changed);
        TradeRecord fresh = m_samples.trades.front();
        fresh.key.number = 999'999;
        JournalUpdate update;
        update.changed = { fresh };
        update.gone = { m_samples.trades[1].key };
        m_journal->apply(update);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown().size(), m_samples.trades.size());
        QVERIFY(m_journal->trade(fresh.key) != nullptr);
    }

    void aFilterIsKeptWhole()
    {
        JournalFilter filter;
        filter.words = u"späte Äpfel"_s;
        filter.period = JournalFilter::Period::Range;
        filter.from = QDate(2026, 1, 2);
        filter.symbol = u"SPY"_s;
        filter.assetClass = AssetClass::Crypto;
        filter.direction = TradeDirection::Structure;
        filter.state = JournalFilter::State::Closed;
        filter.outcome = JournalFilter::Outcome::Even;
        filter.setup = u"a"_s;
        filter.tag = u"b"_s;
        filter.mistake = u"c"_s;
        filter.rating = 3;
        filter.least = -0.25;
        filter.most = 2;
        filter.notes = JournalFilter::Notes::Written;
        filter.bucket = JournalFilter::Bucket { TradeBreakdown::Hour, 10 };
        QCOMPARE(filter.parts().size(), std::size_t(14));
        QVERIFY(JournalFilter::fromJson(filter.toJson()) == filter);
        for (const JournalFilter::Part part : filter.parts())
            QCOMPARE(filter.without(part).parts().size(), std::size_t(13));
        QVERIFY(JournalFilter::fromJson({ { u"period"_s, u"Range"_s },
                                          { u"rating"_s, 99 },
                                          { u"direction"_s, 7 },
                                          { u"bucket"_s, QJsonObject { { u"by"_s, u"tag"_s } } },
                                          { u"least"_s, u"much"_s } })
                == [] {
                       JournalFilter odd;
                       odd.rating = 5;
                       return odd;
                   }());
    }

private:
    std::vector<TradeKey> shown() const
    {
        std::vector<TradeKey> keys;
        for (const TradeRecord *trade : m_selection->trades())
            keys.push_back(trade->key);
        return keys;
    }

    std::unique_ptr<test::FakeJournalPort> m_port;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalSelection> m_selection;
    test::JournalSamples m_samples;
};

QTEST_GUILESS_MAIN(TestJournalSelection)
#include "tst_journalselection.moc"
