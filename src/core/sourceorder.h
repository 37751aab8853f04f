#pragma once

#include "assetclass.h"

#include <QStringList>

#include <map>

namespace tapeline {

/// What more than one source of data has.
enum class SourceData : quint8 { Bars, LastPrice };

/// Who is asked for what, by asset class and kind of data: ids of sources, the first first. Whoever
/// is not named is not asked.
class SourceOrder
{
public:
    /// The chosen service alone.
    SourceOrder() = default;

    const QStringList &of(AssetClass assetClass, SourceData data) const
    {
        const auto own = m_orders.find({ assetClass, data });
        return own == m_orders.end() ? m_default : own->second;
    }
    void set(AssetClass assetClass, SourceData data, const QStringList &ids)
    {
        m_orders[{ assetClass, data }] = ids;
    }
    /// Where nothing else is set.
    void setDefault(const QStringList &ids) { m_default = ids; }

    friend bool operator==(const SourceOrder &, const SourceOrder &) = default;

private:
    QStringList m_default { QStringLiteral("massive") };
    std::map<std::pair<AssetClass, SourceData>, QStringList> m_orders;
};

} // namespace tapeline
