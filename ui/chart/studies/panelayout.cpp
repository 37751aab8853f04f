#include "panelayout.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto panesKey = "panes"_L1;
constexpr auto idKey = "id"_L1;
constexpr auto shareKey = "share"_L1;
constexpr auto maximisedKey = "maximised"_L1;
constexpr auto volumeKey = "volume"_L1;

int usualHeight(int id, int height, bool withFlow)
{
    switch (id) {
    case ChartPane::flow:
        return std::clamp(height * 24 / 100, 1, 340);
    case ChartPane::volume:
        return std::clamp(height * (withFlow ? 13 : 18) / 100, 1, 220);
    default:
        return std::clamp(height * 17 / 100, 1, 240);
    }
}

} // namespace

PaneLayout::Pane *PaneLayout::find(int id)
{
    const auto found = std::ranges::find(m_panes, id, &Pane::id);
    return found == m_panes.end() ? nullptr : &*found;
}

void PaneLayout::setStudies(const std::vector<int> &ids)
{
    m_studies = ids;
    std::erase_if(m_panes, [&ids](const Pane &pane) {
        return pane.id > 0 && !std::ranges::count(ids, pane.id);
    });
    for (const int id : ids)
        if (!find(id))
            m_panes.push_back({ id, {} });
    if (m_maximised && *m_maximised > 0 && !std::ranges::count(ids, *m_maximised))
        m_maximised.reset();
}

bool PaneLayout::isThere(int id, bool withFlow, bool withVolume) const
{
    if (m_maximised && *m_maximised != id && (*m_maximised != ChartPane::flow || withFlow)
        && (*m_maximised != ChartPane::volume || withVolume))
        return false;
    if (id == ChartPane::flow)
        return withFlow;
    return id == ChartPane::volume ? withVolume && m_volumeShown
                                   : std::ranges::count(m_studies, id) > 0;
}

/// Of these panes; the prices keep their share.
std::vector<int> PaneLayout::heights(const std::vector<Pane> &panes, int height,
                                     bool withFlow) const
{
    if (m_maximised && panes.size() == 1 && panes.front().id == *m_maximised)
        return { std::max(1, height * 4 / 5) };
    std::vector<int> heights;
    bool isUsual = true;
    for (const Pane &pane : panes) {
        heights.push_back(pane.share ? std::max(1, qRound(*pane.share * height))
                                     : usualHeight(pane.id, height, withFlow));
        isUsual = isUsual && !pane.share;
    }
    const int all = std::accumulate(heights.begin(), heights.end(), 0);
    const int most = isUsual ? height * 6 / 10 : height - std::max(leastPrices, height / 6);
    if (all > most)
        for (int &each : heights)
            each = std::max(1, int(qint64(each) * std::max(1, most) / all));
    return heights;
}

ChartPanes PaneLayout::divide(QSize size, QSize axes, bool withFlow, bool withVolume) const
{
    const int width = std::max(1, size.width() - axes.width());
    const int height = std::max(2, size.height() - axes.height());
    std::vector<Pane> shown;
    for (const Pane &pane : m_panes)
        if (isThere(pane.id, withFlow, withVolume))
            shown.push_back(pane);
    const std::vector<int> heights = this->heights(shown, height, withFlow);
    const bool hasVolume = std::ranges::count(shown, int(ChartPane::volume), &Pane::id) > 0;
    int y = height - (hasVolume ? 0 : 1) - std::accumulate(heights.begin(), heights.end(), 0);
    ChartPanes panes;
    panes.price = QRect(0, 0, width, std::max(1, y));
    panes.flow = QRect(0, panes.price.bottom() + 1, width, 0);
    panes.volume = QRect(0, height - 1, width, 1);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const QRect rect(0, y, width, heights[i]);
        y += heights[i];
        panes.lower.push_back({ shown[i].id, rect });
        if (shown[i].id == ChartPane::flow)
            panes.flow = rect;
        if (shown[i].id == ChartPane::volume)
            panes.volume = rect;
    }
    panes.priceAxis = QRect(width, 0, axes.width(), height);
    panes.timeAxis = QRect(0, height, width, axes.height());
    return panes;
}

/// All keep the heights they have.
void PaneLayout::freeze(const ChartPanes &panes)
{
    for (const ChartPane &pane : panes.lower)
        if (Pane *entry = find(pane.id))
            entry->share = double(pane.rect.height()) / panes.priceAxis.height();
}

void PaneLayout::dragTop(const ChartPanes &panes, int id, int y)
{
    const auto below = std::ranges::find(panes.lower, id, &ChartPane::id);
    if (below == panes.lower.end() || m_maximised)
        return;
    const bool underPrices = below == panes.lower.begin();
    const QRect above = underPrices ? panes.price : std::prev(below)->rect;
    const int top = above.top()
        + (underPrices ? std::max(leastPrices, panes.priceAxis.height() / 6) : leastHeight);
    const int bottom = below->rect.bottom() + 1 - leastHeight;
    if (top > bottom)
        return;
    y = std::clamp(y, top, bottom);
    freeze(panes);
    const double whole = panes.priceAxis.height();
    find(id)->share = (below->rect.bottom() + 1 - y) / whole;
    if (!underPrices)
        find(std::prev(below)->id)->share = (y - above.top()) / whole;
}

void PaneLayout::restoreTop(const ChartPanes &panes, int id)
{
    const auto below = std::ranges::find(panes.lower, id, &ChartPane::id);
    if (below == panes.lower.end())
        return;
    find(id)->share.reset();
    if (below != panes.lower.begin())
        find(std::prev(below)->id)->share.reset();
}

void PaneLayout::move(const ChartPanes &panes, int id, int places)
{
    std::vector<int> order;
    for (const ChartPane &pane : panes.lower)
        order.push_back(pane.id);
    const auto from = std::ranges::find(order, id) - order.begin();
    const auto to = from + places;
    if (from == std::ssize(order) || to < 0 || to >= std::ssize(order))
        return;
    std::swap(*find(id), *find(order[std::size_t(to)]));
}

// --- JSON
// ----------------------------------------------------------------------------------------------------

QJsonObject PaneLayout::toJson() const
{
    QJsonArray panes;
    for (const Pane &pane : m_panes) {
        QJsonObject object { { idKey, pane.id } };
        if (pane.share)
            object.insert(shareKey, *pane.share);
        panes.append(object);
    }
    QJsonObject json { { panesKey, panes }, { volumeKey, m_volumeShown } };
    if (m_maximised)
        json.insert(maximisedKey, *m_maximised);
    return json;
}

PaneLayout PaneLayout::fromJson(const QJsonObject &json)
{
    PaneLayout layout;
    layout.m_panes.clear();
    for (const QJsonValue &value : json.value(panesKey).toArray()) {
        const int id = value.toObject().value(idKey).toInt(ChartPane::prices);
        const double share = value.toObject().value(shareKey).toDouble();
        if (id < ChartPane::volume || id == ChartPane::prices || layout.find(id))
            continue;
        layout.m_panes.push_back(
            { id, share > 0 && share < 1 ? std::optional(share) : std::nullopt });
    }
    for (const int id : { ChartPane::flow, ChartPane::volume })
        if (!layout.find(id))
            layout.m_panes.push_back({ id, {} });
    layout.m_volumeShown = json.value(volumeKey).toBool(true);
    if (json.contains(maximisedKey))
        layout.m_maximised = json.value(maximisedKey).toInt();
    return layout;
}

} // namespace tapeline
