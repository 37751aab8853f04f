#include "keptvenue.h"
#include "paperdesk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A program's life with an account in journal.db.
class Life
{
public:
    Life(const QString &file, Timestamp from)
        : account(u"Paper"_s, PaperDesk::instant(), m_calendar, m_symbols, &m_journal)
        , m_now(from)
    {
        QVERIFY(m_journal.open(file));
        JournalDatabase kept;
        QVERIFY(kept.open(file, JournalDatabase::Access::ReadOnly));
        const Result<bool> restored = account.restore(kept);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        if (!*restored)
            QVERIFY(account.venue().open({}, m_now));
    }

    void quote(const char *bid, const char *ask, const char *size)
    {
        m_now += 1s;
        Quote quote;
        quote.instrument = m_symbols.intern("IBM");
        quote.time = m_now;
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = qty(size);
        quote.sequence = ++m_sequence;
        account.venue().onQuote(quote);
        account.keep();
    }
    void print(const char *at)
    {
        m_now += 1s;
        Trade trade;
        trade.instrument = m_symbols.intern("IBM");
        trade.time = m_now;
        trade.price = price(at);
        trade.size = qty("100");
        trade.sequence = ++m_sequence;
        trade.exchange = 11;
        account.venue().onTrade(trade);
        account.venue().advanceTo(m_now);
        account.keep();
    }
    void submit(const OrderTicket &ticket)
    {
        account.venue().submit(ticket, m_now);
        account.keep();
    }
    void cancel(const QString &id)
    {
        account.venue().cancel(id, m_now);
        account.keep();
    }
    QString qtyOf(const QString &id) const
    {
        return account.venue().broker().ticket(id)->qty.toString();
    }
    Timestamp end()
    {
        m_journal.flush();
        return m_now;
    }

private:
    const MarketCalendar m_calendar;
    SymbolTable m_symbols;
    JournalWriter m_journal;

public:
    KeptVenue account;

private:
    Timestamp m_now;
    quint64 m_sequence = 0;
};

OrderTicket bracket()
{
    OrderTicket entry = PaperDesk::order("e", "IBM", "100", "100");
    entry.stopLoss = price("99");
    entry.takeProfit = price("101");
    return entry;
}

} // namespace

/// Conformance case 7: the program ends with a bracket whose entry is half filled; what comes back
/// from journal.db is the bracket, in the size of what is held.
class TestCase07 : public QObject
{
    Q_OBJECT

private slots:
    void bracketComesBackInTheRightSize()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"journal.db"_s);
        Timestamp now = PaperDesk().now;
        {
            Life first(file, now);
            first.quote("99.98", "100", "50");
            first.submit(bracket());
            QCOMPARE(first.account.venue().books().position(u"IBM"_s), Qty::whole(50));
            now = first.end();
        }
        {
            Life second(file, now);
            QCOMPARE(second.account.venue().books().position(u"IBM"_s), Qty::whole(50));
            QCOMPARE(second.account.venue().books().ledger().cash(), Money::whole(95'000));
            QCOMPARE(second.account.venue().broker().workingIds().size(), std::size_t(3));
            QCOMPARE(second.qtyOf(u"e"_s), u"100"_s);
            QCOMPARE(second.qtyOf(u"e.stop"_s), u"50"_s);
            QCOMPARE(second.qtyOf(u"e.target"_s), u"50"_s);
            second.quote("99.98", "100", "20");
            QCOMPARE(second.qtyOf(u"e.stop"_s), u"70"_s);
            QCOMPARE(second.qtyOf(u"e.target"_s), u"70"_s);
            now = second.end();
        }
        Life third(file, now);
        third.cancel(u"e"_s);
        third.quote("98.8", "98.9", "500");
        third.print("98.9");
        QCOMPARE(third.account.venue().books().position(u"IBM"_s), Qty());
        QVERIFY(third.account.venue().broker().workingIds().empty());
        QCOMPARE(third.account.venue().books().ledger().realized(), Money::whole(-84));
        QCOMPARE(third.account.venue().account().trades, 1);
    }
};

QTEST_GUILESS_MAIN(TestCase07)
#include "tst_07.moc"
