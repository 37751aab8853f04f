#pragma once

#include "corporatesource.h"
#include "sandboxmarket.h"

#include <memory>

namespace tapeline {

/// The sandbox's companies as the gateway wants them: what was known at an instant. Dividends and
/// splits are known once declared, reports some weeks ahead, their results when they are published.
class SandboxCorporate : public CorporateSource
{
public:
    explicit SandboxCorporate(std::shared_ptr<const SandboxMarket> market);

    std::vector<ServedSplit> splits(int instrument, Timestamp asOf) const override;
    std::vector<ServedDividend> dividends(int instrument, Timestamp asOf) const override;
    std::vector<ServedReport> reports(int instrument, QDate from, QDate to,
                                      Timestamp asOf) const override;
    std::vector<ServedNews> news(int instrument, QDate from, QDate to,
                                 Timestamp asOf) const override;
    std::vector<ServedShortInterest> shortInterest(int instrument, QDate from, QDate to,
                                                   Timestamp asOf) const override;
    std::vector<ServedShortVolume> shortVolume(int instrument, QDate from, QDate to,
                                               Timestamp asOf) const override;
    std::optional<ServedFloat> floatOf(int instrument, Timestamp asOf) const override;
    std::vector<ServedYields> yields(QDate from, QDate to, Timestamp asOf) const override;
    std::vector<int> related(int instrument) const override;

private:
    /// Ids of other classes come after those of the stocks, and have no companies.
    bool isCompany(int instrument) const;

    std::shared_ptr<const SandboxMarket> m_market;
};

} // namespace tapeline
