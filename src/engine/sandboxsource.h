#pragma once

#include "clocks.h"
#include "marketsource.h"
#include "sandboxcrypto.h"
#include "sandboxmarket.h"
#include "simulatedclock.h"

#include <memory>

namespace tapeline {

/// The sandbox as the gateway wants it: what had happened in the simulated market by now, and
/// nothing after it. Every plan has one key, named after it.
class SandboxSource : public MarketSource
{
public:
    SandboxSource(std::shared_ptr<const SandboxMarket> market,
                  std::shared_ptr<const SimulatedClock> clock, const SandboxCrypto &crypto);

    Timestamp now() const override { return m_clock->now(); }
    double speed() const override { return m_clock->speed(); }
    std::optional<KeyGrant> grantOf(const QString &key) const override;

    const MarketCalendar &calendar() const override { return m_market->calendar(); }
    const std::vector<ServedInstrument> &instruments() const override { return m_instruments; }
    int indexOf(QStringView symbol) const override { return m_market->indexOf(symbol); }

    std::vector<Candle> bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override;
    std::optional<ServedDay> day(int instrument, QDate date, Timestamp asOf) const override;
    void events(int instrument, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    std::optional<Trade> lastTrade(int instrument, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int instrument, Timestamp asOf) const override;
    const CryptoSource *crypto() const override { return &m_crypto; }

private:
    std::vector<Candle> dayBars(int instrument, Timestamp from, Timestamp to, Timestamp asOf) const;

    std::shared_ptr<const SandboxMarket> m_market;
    std::shared_ptr<const SimulatedClock> m_clock;
    SandboxCrypto m_crypto;
    std::vector<ServedInstrument> m_instruments;
};

} // namespace tapeline
