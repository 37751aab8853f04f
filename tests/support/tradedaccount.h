#pragma once

#include "ledgermath.h"
#include "paperaccount.h"
#include "writtenbooks.h"

namespace tapeline::test {

/// A paper account with a market that says what the test wants.
class TradedAccount
{
public:
    explicit TradedAccount(const AccountSettings &settings = {}, Timestamp at = tenOClock())
        : now(at)
    {
        if (!account.open(settings, now))
            qFatal("settings refused");
    }

    static AccountSettings inMode(MarginMode mode, Money cash = Money::whole(100'000))
    {
        AccountSettings settings;
        settings.margin = mode;
        settings.startingCash = cash;
        return settings;
    }

    void quote(const char *symbol, const char *bid, const char *ask)
    {
        Quote &quote = prices[QString::fromLatin1(symbol)].quote;
        quote.time = now;
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = qty("1000");
    }
    /// Bid and ask at once.
    void quote(const char *symbol, const char *both) { quote(symbol, both, both); }

    /// A fill; signed quantity.
    void fill(const char *symbol, const char *signedQty, const char *at, const char *fee = "0",
              const char *strategy = "")
    {
        const Qty amount = qty(signedQty);
        account.execute({ ++executed, now, QStringLiteral("o%1").arg(executed),
                          QString::fromLatin1(symbol), amount > Qty() ? Side::Buy : Side::Sell,
                          ledgermath::magnitude(amount), price(at), money(fee),
                          QString::fromLatin1(strategy) });
    }

    static OrderTicket order(const char *symbol, const char *signedQty, const char *limit = "")
    {
        static int ids = 0;
        const Qty amount = qty(signedQty);
        OrderTicket ticket;
        ticket.id = QStringLiteral("t%1").arg(++ids);
        ticket.symbol = QString::fromLatin1(symbol);
        ticket.side = amount > Qty() ? Side::Buy : Side::Sell;
        ticket.qty = ledgermath::magnitude(amount);
        if (*limit) {
            ticket.type = OrderType::Limit;
            ticket.limit = price(limit);
        }
        return ticket;
    }

    /// Two legs, the first bought, the second sold, for a net debit.
    static OrderTicket spread(const char *bought, const char *sold, const char *packages,
                              const char *debit)
    {
        OrderTicket ticket = order("", packages, debit);
        ticket.legs = { { QString::fromLatin1(bought), Side::Buy, 1 },
                        { QString::fromLatin1(sold), Side::Sell, 1 } };
        return ticket;
    }

    std::vector<Reason> check(const OrderTicket &ticket)
    {
        return account.check(ticket, instrumentsOf(ticket), {}, now);
    }
    /// The first reason against it.
    ReasonCode refusal(const OrderTicket &ticket)
    {
        const std::vector<Reason> reasons = check(ticket);
        return reasons.empty() ? ReasonCode::None : reasons.front().code;
    }
    /// Checked and, when nothing is against it, held.
    bool accept(const OrderTicket &ticket)
    {
        if (!check(ticket).empty())
            return false;
        account.hold(ticket, ticket.qty, {});
        return true;
    }

    static std::vector<Instrument> instrumentsOf(const OrderTicket &ticket)
    {
        std::vector<Instrument> instruments;
        for (const OrderLeg &leg : ticket.legs)
            instruments.push_back(*instrumentFromSymbol(leg.symbol));
        if (instruments.empty())
            instruments.push_back(*instrumentFromSymbol(ticket.symbol));
        return instruments;
    }

    /// What has ended ends at the prices in the market.
    void expire(QDate day)
    {
        account.expire(
            day,
            [this](const Instrument &contract, QDate) {
                return std::optional(anyPrice(prices.prices(underlyingOf(contract))));
            },
            now);
    }

    AccountFigures figures() const { return account.figures(now); }
    /// The identity of C.3, exact to the unit.
    bool isIdentical() const
    {
        const Ledger &ledger = account.ledger();
        return figures().equity
            == ledger.deposits() + ledger.realized() + figures().unrealized - ledger.fees()
            + ledger.dividends() + ledger.interest();
    }

    Timestamp now;
    MarkBook prices;
    MarketCalendar calendar;
    PaperAccount account { prices, calendar };
    quint64 executed = 0;
};

} // namespace tapeline::test

namespace QTest {
template<> inline char *toString(const tapeline::ReasonCode &value)
{
    const std::string_view text = tapeline::reasonText(value);
    return qstrdup(std::string(text.empty() ? "none" : text).c_str());
}
} // namespace QTest
