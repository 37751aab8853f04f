#pragma once

#include "ledger.h"

#include <QtTest>

namespace tapeline::test {

inline Money money(const char *text)
{
    return *Money::parse(QString::fromLatin1(text));
}
inline Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}
inline Qty qty(const char *text)
{
    return *Qty::parse(QString::fromLatin1(text));
}

/// 2026-03-04, a Wednesday, 10:00 Eastern.
inline Timestamp tenOClock()
{
    return fromNs(1'772'636'400'000'000'000);
}

/// A ledger that is written by hand, event by event, and keeps them.
class WrittenBooks
{
public:
    explicit WrittenBooks(const AccountSettings &settings = {})
    {
        LedgerEvent config = event(LedgerEventKind::Config);
        config.settings = settings;
        write(config);
        if (!settings.startingCash.isZero())
            deposit(settings.startingCash);
    }

    static AccountSettings byMethod(LotMethod method)
    {
        AccountSettings settings;
        settings.lots = method;
        return settings;
    }

    LedgerEvent event(LedgerEventKind kind, const char *symbol = "") const
    {
        LedgerEvent event;
        event.at = now;
        event.kind = kind;
        event.symbol = QString::fromLatin1(symbol);
        return event;
    }

    /// Takes the event with the next sequence; a failure is kept in `failure`.
    bool write(LedgerEvent event)
    {
        event.sequence = ledger.nextSequence();
        const Result<LedgerEntry> entry = ledger.apply(event);
        if (!entry) {
            failure = entry.error();
            return false;
        }
        events.push_back(event);
        entries.push_back(*entry);
        return true;
    }

    bool deposit(Money amount)
    {
        LedgerEvent deposit = event(LedgerEventKind::Deposit);
        deposit.amount = amount;
        return write(deposit);
    }

    /// Signed quantity.
    bool fill(const char *symbol, const char *signedQty, const char *at, const char *fee = "0",
              qint64 multiplier = 1)
    {
        LedgerEvent fill = event(LedgerEventKind::Fill, symbol);
        fill.qty = qty(signedQty);
        fill.price = price(at);
        fill.fee = money(fee);
        fill.multiplier = multiplier;
        return write(fill);
    }

    bool split(const char *symbol, qint64 numerator, qint64 denominator, const char *newPrice)
    {
        LedgerEvent split = event(LedgerEventKind::Split, symbol);
        split.numerator = numerator;
        split.denominator = denominator;
        split.price = price(newPrice);
        return write(split);
    }

    /// Takes an earlier event back by its reversed entry.
    bool correct(quint64 sequence)
    {
        LedgerEvent correction = event(LedgerEventKind::Correction);
        correction.reference = sequence;
        correction.reversal = reversed(entries.at(sequence - 1));
        return write(correction);
    }

    const Position &position(const char *symbol) const
    {
        static const Position none;
        const Position *found = ledger.state().find(QString::fromLatin1(symbol));
        return found ? *found : none;
    }
    /// Market value less cost at one price.
    Money unrealized(const char *symbol, const char *at) const
    {
        const Position &held = position(symbol);
        return *notional(price(at), held.qty, held.multiplier) - held.cost;
    }
    Money total() const
    {
        Money sum;
        for (const Money balance : ledger.state().balances)
            sum += balance;
        return sum;
    }

    Timestamp now = tenOClock();
    Ledger ledger;
    std::vector<LedgerEvent> events;
    std::vector<LedgerEntry> entries;
    Error failure;
};

} // namespace tapeline::test

namespace QTest {
template<> inline char *toString(const tapeline::Money &value)
{
    return qstrdup(value.toString().toLatin1().constData());
}
template<> inline char *toString(const tapeline::Price &value)
{
    return qstrdup(value.toString().toLatin1().constData());
}
template<> inline char *toString(const tapeline::Qty &value)
{
    return qstrdup(value.toString().toLatin1().constData());
}
} // namespace QTest
