#pragma once

#include "clocks.h"
#include "marketsource.h"
#include "sandboxbranch.h"
#include "sandboxcorporate.h"
#include "sandboxmarket.h"
#include "sandboxoptionsbranch.h"
#include "simulatedclock.h"

#include <QHash>

#include <memory>

namespace tapeline {

/// The sandbox as the gateway wants it: what had happened in the simulated market by now, and
/// nothing after it. Every plan has one key, named after it.
class SandboxSource : public MarketSource
{
public:
    struct Options
    {
        quint64 seed = 1; ///< of all but the stocks, which come made
        bool legacy = false; ///< serves the books of coins
    };

    SandboxSource(std::shared_ptr<const SandboxMarket> market,
                  std::shared_ptr<const SimulatedClock> clock, const Options &options);

    Timestamp now() const override { return m_clock->now(); }
    double speed() const override { return m_clock->speed(); }
    std::optional<KeyGrant> grantOf(const QString &key) const override;

    const MarketCalendar &calendar() const override { return m_market->calendar(); }
    const std::vector<ServedInstrument> &instruments() const override { return m_instruments; }
    int indexOf(QStringView symbol) const override;
    const ServedInstrument &instrument(int id) const override;

    std::vector<Candle> bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override;
    std::optional<ServedDay> day(int instrument, QDate date, Timestamp asOf) const override;
    void events(int instrument, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    void trades(int instrument, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    const OptionsSource *options() const override { return m_options; }
    std::optional<Trade> lastTrade(int instrument, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int instrument, Timestamp asOf) const override;
    std::optional<IndexValue> lastValue(int instrument, Timestamp asOf) const override;
    const std::vector<ServedProduct> &products() const override { return m_products; }
    const BookSource *books() const override { return m_books; }
    const CorporateSource &corporate() const override { return m_corporate; }

private:
    /// A branch and the id of its first instrument.
    struct Place
    {
        std::unique_ptr<SandboxBranch> branch;
        int first = 0;
    };

    void add(std::unique_ptr<SandboxBranch> branch);
    /// Where an id belongs; id - first is the branch's number.
    const Place &placeOf(int instrument) const;
    int nextId() const { return static_cast<int>(m_instruments.size()); }
    std::vector<Candle> dayBars(int instrument, Timestamp from, Timestamp to, Timestamp asOf) const;

    std::shared_ptr<const SandboxMarket> m_market;
    std::shared_ptr<const SimulatedClock> m_clock;
    SandboxCorporate m_corporate;
    std::vector<Place> m_places; ///< by id
    std::vector<ServedInstrument> m_instruments;
    QHash<QString, int> m_index;
    std::vector<ServedProduct> m_products;
    const BookSource *m_books = nullptr; ///< one of the branches
    const SandboxOptionsBranch *m_options; ///< one of the branches, the last by id
};

} // namespace tapeline
