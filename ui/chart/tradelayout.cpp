#include "tradelayout.h"

#include "barremainder.h"
#include "tradetext.h"
#include "valuemarks.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::TradeLabels)
};

constexpr int sideGap = 16; // between labels and the axis, for brackets
constexpr int partPadding = 6;
constexpr int labelGap = 2;
constexpr int bracketFoot = 5;
constexpr double widestShare = 0.72; // of the pane, for a label

using Tone = TradeLabelPart::Tone;
using Part = TradeLineId::Part;

/// Makes the picture of one moment.
class Placing
{
public:
    Placing(const TradeLook &look, const ChartScene &scene, const TradeTextSize &text,
            int roomAbove)
        : m_look(look)
        , m_scene(scene)
        , m_text(text)
        , m_area(scene.panes.price.adjusted(0, std::min(roomAbove, scene.panes.price.height() / 2),
                                            0, 0))
        , m_labelHeight(text.height + 4)
    {
    }

    TradePicture picture(const std::vector<TradeLine> &lines)
    {
        for (const TradeLine &line : lines)
            if (isInView(line.price))
                place(line);
        markActive();
        spread();
        addBrackets();
        addZones(lines);
        return std::move(m_picture);
    }

private:
    int yOf(Price price) const { return qRound(m_scene.priceY(price.toDouble())); }

    bool isInView(Price price) const
    {
        const int y = yOf(price);
        return y >= m_scene.panes.price.top() && y <= m_scene.panes.price.bottom();
    }

    void place(const TradeLine &line)
    {
        PlacedTradeLine placed { .line = line, .y = yOf(line.price) };
        placed.price = priceText(line.price.toDouble(), decimals(), m_text.locale);
        placed.isSelected = m_look.selected == line.id;
        placed.parts = parts(placed);
        layOut(placed);
        m_picture.lines.push_back(std::move(placed));
    }

    int decimals() const { return m_scene.series ? m_scene.series->priceDecimals() : 2; }

    // --- what a label says

    std::vector<TradeLabelPart> parts(const PlacedTradeLine &placed) const
    {
        const TradeLine &line = placed.line;
        if (line.isPosition())
            return { { signedQty(line.qty), Tone::Size },
                     { tradetext::profit(line.profit, m_text.locale), toneOf(line.profit) } };
        std::vector<TradeLabelPart> all { { tradetext::side(line.side) + u' '
                                                + tradetext::qty(line.qty, m_text.locale),
                                            Tone::Size },
                                          { nameOf(placed), Tone::Plain } };
        if (const QString away = distance(line); !away.isEmpty())
            all.push_back({ away, Tone::Dim });
        if (line.rewardToRisk)
            //: Reward of a trade in proportion to its risk: "2.5 : 1"
            all.push_back(
                { Words::tr("%1 : 1").arg(m_text.locale.toString(*line.rewardToRisk, 'f', 1)),
                  Tone::Plain });
        if (const auto gain = gainOf(line, m_look.instrument))
            all.push_back({ tradetext::profit(*gain, m_text.locale), toneOf(*gain) });
        return all;
    }

    static Tone toneOf(Money amount)
    {
        return amount < Money() ? Tone::Loss : amount > Money() ? Tone::Gain : Tone::Plain;
    }

    QString signedQty(Qty qty) const
    {
        const QString text = tradetext::qty(qty, m_text.locale);
        return qty > Qty() ? m_text.locale.positiveSign() + text : text;
    }

    QString nameOf(const PlacedTradeLine &placed) const
    {
        const TradeLine &line = placed.line;
        const bool second = line.id.part == Part::Limit && line.type != OrderType::Limit;
        const QString name = tradetext::type(second ? OrderType::Limit : line.type);
        return placed.isSelected && m_look.isDragged
            ? name + u' ' + tradetext::price(line.price, m_text.locale)
            : name;
    }

    /// From the market to the line.
    QString distance(const TradeLine &line) const
    {
        if (!m_look.market || *m_look.market <= Price())
            return {};
        const double away = (line.price - *m_look.market).toDouble();
        return changeText(away, decimals(), m_text.locale) + u"  "
            + percentText(away / m_look.market->toDouble(), m_text.locale);
    }

    // --- where it lies

    int widthOf(const TradeLabelPart &part) const
    {
        return m_text.width(part.text) + 2 * partPadding;
    }

    int widthOf(const PlacedTradeLine &placed) const
    {
        const int buttons = placed.line.isPosition() ? 2 : 1;
        return std::accumulate(
            placed.parts.begin(), placed.parts.end(), buttons * m_labelHeight,
            [this](int sum, const TradeLabelPart &part) { return sum + widthOf(part); });
    }

    /// Leaves out what matters least until the label fits.
    void shorten(PlacedTradeLine &placed, int room) const
    {
        for (const Tone least : { Tone::Dim, Tone::Plain, Tone::Gain, Tone::Loss, Tone::Size }) {
            while (widthOf(placed) > room) {
                const auto last
                    = std::find_if(placed.parts.rbegin(), placed.parts.rend(),
                                   [&](const TradeLabelPart &part) { return part.tone == least; });
                if (last == placed.parts.rend())
                    break;
                placed.parts.erase(std::next(last).base());
            }
        }
    }

    void layOut(PlacedTradeLine &placed) const
    {
        const QRect &axis = m_scene.panes.priceAxis;
        placed.tag = QRect(axis.left() + 1, 0, axis.width() - 1, m_labelHeight);
        shorten(placed, qRound(m_area.width() * widestShare));
        const int width = widthOf(placed);
        const int right = m_area.right() - sideGap;
        if (placed.parts.empty() || right - width < m_area.left())
            return;
        placed.label = QRect(right - width + 1, 0, width, m_labelHeight);
        int x = placed.label.left();
        for (TradeLabelPart &part : placed.parts) {
            part.place = QRect(x, 0, widthOf(part), m_labelHeight);
            x += part.place.width();
        }
        if (placed.line.isPosition()) {
            placed.reverseButton = QRect(x, 0, m_labelHeight, m_labelHeight);
            x += m_labelHeight;
        }
        placed.endButton = QRect(x, 0, m_labelHeight, m_labelHeight);
    }

    void moveTo(PlacedTradeLine &placed, int top) const
    {
        for (QRect *rect : { &placed.label, &placed.reverseButton, &placed.endButton })
            if (!rect->isNull())
                rect->moveTop(top);
        for (TradeLabelPart &part : placed.parts)
            part.place.moveTop(top);
    }

    void removeLabel(PlacedTradeLine &placed) const
    {
        placed.label = placed.reverseButton = placed.endButton = placed.tag = QRect();
        placed.parts.clear();
    }

    /// Where not all labels fit, those nearest to what someone looks at have one.
    void spread()
    {
        std::vector<PlacedTradeLine *> all;
        for (PlacedTradeLine &placed : m_picture.lines)
            all.push_back(&placed);
        const int pitch = m_labelHeight + labelGap;
        const auto room = std::size_t(std::max(0, (m_area.height() + labelGap) / pitch));
        if (all.size() > room) {
            std::ranges::stable_sort(
                all, {}, [this](const PlacedTradeLine *placed) { return remoteness(*placed); });
            for (std::size_t i = room; i < all.size(); ++i)
                removeLabel(*all[i]);
            all.resize(room);
        }
        std::ranges::stable_sort(all, {}, &PlacedTradeLine::y);
        std::vector<WishedTop> wanted;
        for (const PlacedTradeLine *placed : all)
            wanted.push_back({ placed->y - m_labelHeight / 2 });
        const std::vector<int> tops
            = spreadOut(wanted, pitch, m_area.top(), m_area.bottom() + labelGap);
        for (std::size_t i = 0; i < all.size(); ++i)
            moveTo(*all[i], tops[i]);
        spreadTags(all, wanted);
    }

    /// As the labels, but around the tag of the last price, which stays where it is.
    void spreadTags(const std::vector<PlacedTradeLine *> &all, std::vector<WishedTop> wanted)
    {
        for (const int top : lastPriceTops())
            wanted.push_back({ top, 1'000 });
        const QRect &axis = m_scene.panes.priceAxis;
        const std::vector<int> tops
            = spreadOut(wanted, m_labelHeight + 1, axis.top(), axis.bottom() + 1);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i]->tag.moveTop(tops[i]);
    }

    /// With the time left to the bar's close it is as high as two.
    std::vector<int> lastPriceTops() const
    {
        const OhlcRun &newest = m_scene.series->run(m_scene.series->lastKey());
        if (newest.isEmpty())
            return {};
        const int top = qRound(m_scene.priceY(newest.close)) - m_labelHeight / 2;
        if (m_scene.marketTime == Timestamp() || !hasBarRemainder(m_scene.series->timeframe()))
            return { top };
        return { top, top + m_labelHeight };
    }

    int remoteness(const PlacedTradeLine &placed) const
    {
        if (placed.isSelected)
            return -2;
        if (placed.line.isPosition())
            return -1;
        return m_look.market ? std::abs(placed.y - yOf(*m_look.market)) : 0;
    }

    // --- what belongs together

    const TradeLine *activeLine() const
    {
        const std::optional<TradeLineId> &id
            = m_look.isDragged || !m_look.hovered ? m_look.selected : m_look.hovered;
        for (const PlacedTradeLine &placed : m_picture.lines)
            if (id == placed.line.id)
                return &placed.line;
        return nullptr;
    }

    void markActive()
    {
        m_active = activeLine() ? std::optional(*activeLine()) : std::nullopt;
        for (PlacedTradeLine &placed : m_picture.lines)
            placed.isActive = placed.isSelected || (m_active && m_active->id == placed.line.id);
    }

    void addBrackets()
    {
        std::map<QString, std::vector<int>> groups;
        for (const PlacedTradeLine &placed : m_picture.lines) {
            const TradeLine &line = placed.line;
            const bool pair = line.type == OrderType::StopLimit;
            if (const QString name = !line.group.isEmpty() ? line.group
                    : pair                                 ? line.id.order
                                                           : QString();
                !name.isEmpty())
                groups[name].push_back(placed.y);
        }
        int x = m_area.right() - 4;
        for (auto &[name, feet] : groups) {
            if (feet.size() < 2)
                continue;
            const auto [top, bottom] = std::ranges::minmax(feet);
            const bool active = m_active && (m_active->group == name || m_active->id.order == name);
            m_picture.brackets.push_back({ QRect(x, top, 1, bottom - top + 1), feet, active });
            x = x <= m_area.right() - sideGap + bracketFoot ? m_area.right() - 4 : x - 4;
        }
    }

    /// Of the exits that go with the line someone is at.
    void addZones(const std::vector<TradeLine> &lines)
    {
        if (!m_active)
            return;
        for (const TradeLine &line : lines) {
            const bool ofPosition = m_active->isPosition() && !line.awaitsEntry;
            const bool goes = ofPosition || m_active->belongsWith(line);
            const auto gain = gainOf(line, m_look.instrument);
            if (!goes || !gain || line.id.part == Part::Position)
                continue;
            const auto [top, bottom] = std::minmax({ yOf(line.price), yOf(*line.origin) });
            const QRect &pane = m_scene.panes.price;
            const int left = pane.left() + pane.width() * 2 / 5;
            const QRect zone(QPoint(left, top), QPoint(pane.right(), bottom));
            m_picture.zones.push_back({ zone & pane, *gain > Money() });
        }
    }

    const TradeLook &m_look;
    const ChartScene &m_scene;
    const TradeTextSize &m_text;
    QRect m_area; // for labels
    int m_labelHeight;
    std::optional<TradeLine> m_active;
    TradePicture m_picture;
};

/// Things that touch, and where they begin.
struct Cluster
{
    qint64 sum = 0; // of the wishes, each less what lies before it in the cluster, by weight
    qint64 weight = 0;
    int count = 0;

    int begin(int height, int top, int bottom) const
    {
        const auto mean = qRound(double(sum) / double(weight));
        return std::clamp(mean, top, std::max(top, bottom - count * height + 1));
    }
    void take(const Cluster &next, int height)
    {
        sum += next.sum - next.weight * count * height;
        weight += next.weight;
        count += next.count;
    }
};

} // namespace

TradePicture placeTradeLines(const std::vector<TradeLine> &lines, const TradeLook &look,
                             const ChartScene &scene, const TradeTextSize &text, int roomAbove)
{
    return Placing(look, scene, text, roomAbove).picture(lines);
}

std::vector<int> spreadOut(const std::vector<WishedTop> &wanted, int height, int top, int bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t index) { return wanted[index].top; });
    std::vector<Cluster> clusters;
    for (const std::size_t index : order) {
        const auto [wish, weight] = wanted[index];
        clusters.push_back({ qint64(wish) * weight, weight, 1 });
        while (clusters.size() > 1) {
            const Cluster last = clusters.back();
            Cluster &before = clusters[clusters.size() - 2];
            if (before.begin(height, top, bottom) + before.count * height
                <= last.begin(height, top, bottom))
                break;
            before.take(last, height);
            clusters.pop_back();
        }
    }
    std::vector<int> tops(wanted.size());
    std::size_t next = 0;
    for (const Cluster &cluster : clusters)
        for (int i = 0; i < cluster.count; ++i)
            tops[order[next++]] = cluster.begin(height, top, bottom) + i * height;
    return tops;
}

} // namespace tapeline
