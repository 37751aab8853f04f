#pragma once

#include "barsource.h"
#include "capabilities.h"
#include "requestbook.h"
#include "sourceorder.h"

#include <memory>
#include <vector>

namespace tapeline {

/// Who is asked for bars, and who when that one refuses or is down.
class ProviderManager
{
public:
    struct Provider
    {
        std::shared_ptr<const BarSource> source;
        RequestBook *requests = nullptr; ///< the way to its host
        QString origin; ///< whose bars they are, in the cache
        bool chosen = false; ///< the source of the desk; else a stand-in, and to be said so

        friend bool operator==(const Provider &, const Provider &) = default;
    };

    /// The desk's own source, in place of any before. Known by its source's id in the order.
    void setChosen(std::shared_ptr<const BarSource> source, RequestBook &requests,
                   const QString &origin);
    /// One more that may be asked, when the order names it.
    void add(std::shared_ptr<const BarSource> source, RequestBook &requests);
    /// A recording, or the embedded market: nobody stands in for them.
    void forgetOthers();
    void setOrder(const SourceOrder &order) { m_order = order; }
    const SourceOrder &order() const { return m_order; }

    /// In the order they are to be asked. The chosen one is left out where its plan refuses this
    /// kind of bar and another one has some.
    std::vector<Provider> candidates(const BarQuery &query, const Capabilities &capabilities,
                                     Timestamp now) const;
    /// It may still be asked.
    bool has(const Provider &provider) const;

    /// Whether another source may be asked after this failure: the first refuses or is down, but
    /// does not say that there is nothing.
    static bool mayStandIn(Error::Code failure);

private:
    std::vector<Provider> m_providers; ///< the chosen one first
    SourceOrder m_order;
};

} // namespace tapeline
