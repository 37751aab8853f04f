#pragma once

#include "optionmarket.h"
#include "optionssource.h"
#include "sandboxbranch.h"

namespace tapeline {

/// The sandbox's option contracts as the gateway wants them. Their numbers are
/// sandboxoption::pack(): there is no list of them.
class SandboxOptionsBranch : public SandboxBranch, public OptionsSource
{
public:
    /// firstId: what numbers are added to, to give ids.
    SandboxOptionsBranch(std::shared_ptr<const SandboxMarket> market,
                         std::shared_ptr<const IndexTape> indices, int firstId);

    /// The number of a contract that is or was listed by a date, or -1.
    int numberOf(QStringView symbol, QDate date) const;
    /// Valid until the next call.
    const ServedInstrument &instrument(int number) const;

    std::vector<ServedInstrument> instruments() const override { return {}; }
    std::vector<Candle> bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override;
    std::optional<ServedDay> day(int number, QDate date, Timestamp asOf) const override;
    void events(int number, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    void trades(int number, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    std::optional<Trade> lastTrade(int number, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int number, Timestamp asOf) const override;

    const std::vector<ServedChain> &chains() const override { return m_chains; }
    void forEach(const ContractSpan &span,
                 const std::function<bool(const ServedContract &)> &visit) const override;
    std::optional<ServedContract> contract(int id) const override;
    qint64 openInterest(int id, QDate date) const override;
    std::optional<ServedGreeks> greeks(int id, Timestamp asOf) const override;
    std::vector<int> tradedIn(Timestamp from, Timestamp to) const override;

private:
    InstrumentId idOf(int number) const
    {
        return InstrumentId(static_cast<quint32>(m_firstId + number));
    }
    /// The contracts of one root; false when visit wanted no more.
    bool forEachOfRoot(int root, const ContractSpan &span,
                       const std::function<bool(const ServedContract &)> &visit) const;

    std::shared_ptr<const SandboxMarket> m_market;
    OptionMarket m_options;
    int m_firstId;
    std::vector<ServedChain> m_chains;
    mutable int m_lastNumber = -1; ///< whose instrument m_lastInstrument is
    mutable ServedInstrument m_lastInstrument;
};

} // namespace tapeline
