#pragma once

#include "splitmix64.h"
#include "wideinteger.h"
#include "writtenbooks.h"

namespace tapeline::test {

/// Draws valid events for a ledger from a seed: trades of four stocks, a coin, options on two of
/// the stocks and a future, with everything else that can happen to an account between them.
class RandomBooks
{
public:
    explicit RandomBooks(quint64 seed)
        : m_draws(mixKeys(seed, 0xB00C5))
    {
    }

    /// Of an account's life; kinds that depend on the lots (corrections) only when wanted.
    LedgerEvent next(const Ledger &ledger, bool corrections = true)
    {
        m_now += std::chrono::minutes(1 + below(600));
        LedgerEvent event;
        event.at = m_now;
        event.sequence = ledger.nextSequence();
        const quint64 kind = below(100);
        if (kind < 70)
            fill(event);
        else if (kind < 74)
            money(event);
        else if (kind < 80)
            split(event, ledger);
        else if (kind < 84)
            dividend(event, ledger);
        else if (kind < 88)
            interest(event);
        else if (kind < 94)
            endContract(event, ledger);
        else if (kind < 97 || !corrections)
            huge(event);
        else
            correct(event);
        return event;
    }

    /// Remembers an entry, so that it can be taken back.
    void keep(const LedgerEntry &entry) { m_entries.push_back(entry); }

    quint64 below(quint64 bound) { return m_draws.below(bound); }

    static bool isOption(const QString &symbol) { return symbol.startsWith(QLatin1String("O:")); }

private:
    struct Traded
    {
        const char *symbol;
        qint64 multiplier;
    };

    static const Traded &traded(quint64 index)
    {
        static constexpr std::array<Traded, 8> all { { { "A", 1 },
                                                       { "BB", 1 },
                                                       { "CCC", 1 },
                                                       { "BRK.B", 1 },
                                                       { "X:BTCUSD", 1 },
                                                       { "O:A260619C00100000", 100 },
                                                       { "O:BB260619P00050000", 100 },
                                                       { "ESZ6", 50 } } };
        return all[index];
    }

    QString heldSymbol(const Ledger &ledger)
    {
        const auto &positions = ledger.state().positions;
        if (positions.empty())
            return QStringLiteral("A");
        return std::next(positions.begin(), qint64(below(positions.size())))->first;
    }

    void fill(LedgerEvent &event)
    {
        const Traded &what = traded(below(8));
        event.kind = LedgerEventKind::Fill;
        event.symbol = QString::fromLatin1(what.symbol);
        event.multiplier = what.multiplier;
        const bool fractional = event.symbol.startsWith(u'X') || below(10) == 0;
        const qint64 units = fractional ? qint64(1 + below(300'000'000))
                                        : Qty::whole(qint64(1 + below(300))).units();
        event.qty = Qty::fromUnits(below(2) ? units : -units);
        event.price = Price::fromUnits(below(4) == 0 ? qint64(below(2'000'000'000'000))
                                                     : qint64(1 + below(20'000)) * 100'000'000);
        event.fee = Money::fromUnits(below(3) == 0 ? 0 : qint64(below(3'000'000)) - 200'000);
        event.strategy = QString::number(below(3));
    }

    void money(LedgerEvent &event)
    {
        using enum LedgerEventKind;
        static constexpr std::array kinds { Deposit, Withdrawal, Fee };
        event.kind = kinds[below(3)];
        event.amount = Money::fromUnits(1 + qint64(below(5'000'000'000)));
        event.symbol = event.kind == Fee && below(2) ? QStringLiteral("A") : QString();
    }

    void split(LedgerEvent &event, const Ledger &ledger)
    {
        event.kind = LedgerEventKind::Split;
        event.symbol = heldSymbol(ledger);
        event.numerator = 1 + qint64(below(10));
        event.denominator = 1 + qint64(below(10));
        event.price = Price::fromUnits(qint64(1 + below(20'000)) * 100'000'000);
        if (isOption(event.symbol))
            event.deliverable = Qty::whole(qint64(1 + below(300)));
    }

    void dividend(LedgerEvent &event, const Ledger &ledger)
    {
        if (!ledger.state().dividends.empty() && below(2)) {
            event.kind = LedgerEventKind::DividendPay;
            event.reference = ledger.state().dividends.front().sequence;
            return;
        }
        event.kind = LedgerEventKind::Dividend;
        event.symbol = heldSymbol(ledger);
        event.price = Price::fromUnits(qint64(below(30'000'000'000)));
    }

    void interest(LedgerEvent &event)
    {
        event.kind = below(4) ? LedgerEventKind::Interest : LedgerEventKind::InterestPay;
        if (event.kind == LedgerEventKind::Interest)
            event.amount = Money::fromUnits(qint64(below(20'000'000)) - 10'000'000);
    }

    void endContract(LedgerEvent &event, const Ledger &ledger)
    {
        event.symbol = heldSymbol(ledger);
        const Position *position = ledger.state().find(event.symbol);
        if (!position || !isOption(event.symbol) || position->qty.units() % Qty::unitsPerOne != 0)
            return fill(event);
        const bool isCall = event.symbol.contains(u'C');
        event.qty = position->qty;
        event.multiplier = position->multiplier;
        if (below(2)) {
            event.kind = LedgerEventKind::Expiry;
            event.price = Price::fromUnits(qint64(below(20'000)) * 100'000'000);
            return;
        }
        event.kind
            = position->qty > Qty() ? LedgerEventKind::Exercise : LedgerEventKind::Assignment;
        event.target = isCall ? QStringLiteral("A") : QStringLiteral("BB");
        event.price = Price::whole(isCall ? 100 : 50);
        const qint64 units = multiplyDivide(position->qty.units(), 100, 1).value_or(0);
        event.deliverable = Qty::fromUnits(isCall ? units : -units);
    }

    /// What may or may not fit: if not, nothing must change.
    void huge(LedgerEvent &event)
    {
        fill(event);
        event.qty = Qty::whole(qint64(below(90'000'000'000)) - 45'000'000'000);
        event.price = Price::fromUnits(qint64(below(1'000'000'000)) * 1'000'000'000);
    }

    void correct(LedgerEvent &event)
    {
        if (m_entries.empty())
            return fill(event);
        const LedgerEntry &entry = m_entries[below(m_entries.size())];
        event.kind = LedgerEventKind::Correction;
        event.reference = entry.sequence;
        event.reversal = reversed(entry);
    }

    SplitMix64 m_draws;
    Timestamp m_now = tenOClock();
    std::vector<LedgerEntry> m_entries;
};

} // namespace tapeline::test
