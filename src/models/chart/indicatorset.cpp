#include "indicatorset.h"

#include "indicatorlist.h"

#include <QLoggingCategory>

#include <algorithm>
#include <set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcIndicators, "tapeline.indicators")

constexpr auto idKey = "id"_L1;
constexpr qsizetype barsBetweenLooks = 1'024; // at the clock
constexpr std::chrono::nanoseconds usualSlice = std::chrono::milliseconds(3);

} // namespace

struct IndicatorSet::Item
{
    Id id;
    IndicatorChoice choice;
    const IndicatorInfo *info;
    std::unique_ptr<IndicatorValues> values; ///< null without bars
};

IndicatorSet::IndicatorSet(QObject *parent)
    : QObject(parent)
    , m_slice(usualSlice)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &IndicatorSet::work);
}

IndicatorSet::~IndicatorSet() = default;

void IndicatorSet::setBars(const ChartSeries *bars)
{
    if (m_bars)
        m_bars->disconnect(this);
    m_bars = bars;
    if (bars) {
        connect(bars, &ChartSeries::changed, this, &IndicatorSet::follow);
        connect(bars, &QObject::destroyed, this, [this] {
            m_bars = nullptr;
            computeAll();
        });
    }
    computeAll();
}

void IndicatorSet::setCalendar(const MarketCalendar &calendar)
{
    m_calendar = calendar;
    computeAll();
}

// --- values
// --------------------------------------------------------------------------------------------------

void IndicatorSet::compute(Item &item) const
{
    item.values = m_bars ? std::make_unique<IndicatorValues>(item.choice.spec, *m_bars, m_calendar)
                         : nullptr;
}

void IndicatorSet::computeAll()
{
    for (const auto &item : m_items)
        compute(*item);
    takeValues();
}

/// Values were thrown away: as many as fit in a slice are there at once.
void IndicatorSet::takeValues()
{
    emit valuesChanged(false);
    work();
}

void IndicatorSet::follow(const ChartSeries::Change &change)
{
    auto effect = IndicatorValues::Effect::None;
    for (const auto &item : m_items)
        effect = std::max(effect, item->values->follow(change));
    if (effect != IndicatorValues::Effect::None)
        emit valuesChanged(effect == IndicatorValues::Effect::Tail);
    if (isComputing() && !m_timer.isActive())
        work();
}

bool IndicatorSet::isComputing() const
{
    return std::ranges::any_of(
        m_items, [](const auto &item) { return item->values && item->values->isComputing(); });
}

void IndicatorSet::work()
{
    QElapsedTimer clock;
    clock.start();
    bool isNew = false;
    for (const auto &item : m_items) {
        while (item->values && item->values->isComputing()) {
            isNew = item->values->work(barsBetweenLooks) || isNew;
            if (std::chrono::nanoseconds(clock.nsecsElapsed()) >= m_slice) {
                if (isComputing())
                    m_timer.start();
                if (isNew)
                    emit valuesChanged(false);
                return;
            }
        }
    }
    if (isNew)
        emit valuesChanged(false);
}

// --- what there is
// ------------------------------------------------------------------------------------------

const IndicatorSet::Item *IndicatorSet::find(Id id) const
{
    const auto found = std::ranges::find(m_items, id, [](const auto &item) { return item->id; });
    return found == m_items.end() ? nullptr : found->get();
}

IndicatorSet::Item *IndicatorSet::find(Id id)
{
    return const_cast<Item *>(std::as_const(*this).find(id));
}

std::vector<IndicatorSet::Id> IndicatorSet::ids() const
{
    std::vector<Id> ids;
    for (const auto &item : m_items)
        ids.push_back(item->id);
    return ids;
}

const IndicatorChoice &IndicatorSet::choice(Id id) const
{
    return find(id)->choice;
}

const IndicatorInfo &IndicatorSet::info(Id id) const
{
    return *find(id)->info;
}

const std::vector<double> &IndicatorSet::parameters(Id id) const
{
    return find(id)->choice.spec.parameters;
}

const ValueSeries &IndicatorSet::values(Id id, std::size_t output) const
{
    static const ValueSeries none;
    const Item &item = *find(id);
    return item.values ? item.values->output(output) : none;
}

int IndicatorSet::shift(Id id, std::size_t output) const
{
    const Item &item = *find(id);
    return item.info->shift ? item.info->shift(item.choice.spec.parameters, output) : 0;
}

double IndicatorSet::valueAt(Id id, std::size_t output, Key key) const
{
    const Item *item = find(id);
    if (!item || output >= item->info->outputs.size())
        return noValue;
    const ValueSeries &series = values(id, output);
    const Key from = key - shift(id, output);
    return from >= series.firstKey() && from <= series.lastKey() ? series.at(from) : noValue;
}

// --- choosing
// ------------------------------------------------------------------------------------------------

Result<IndicatorSet::Id> IndicatorSet::add(IndicatorChoice choice)
{
    const auto parameters = indicatorParameters(choice.spec);
    if (!parameters)
        return parameters.error();
    choice.spec.parameters = *parameters;
    if (choice.pane < IndicatorChoice::pricePane)
        choice.pane = freePane();
    choice.tint = freeTint(choice);
    const IndicatorInfo *info = findIndicator(choice.spec.id);
    auto item = std::make_unique<Item>(Item { ++m_lastId, std::move(choice), info, {} });
    compute(*item);
    m_items.push_back(std::move(item));
    const Id id = m_lastId;
    emit choicesChanged();
    takeValues();
    return id;
}

Result<void> IndicatorSet::change(Id id, IndicatorChoice choice)
{
    Item *item = find(id);
    const auto parameters = indicatorParameters(choice.spec);
    if (!item || choice.spec.id != item->choice.spec.id)
        return Error { Error::Code::NotFound, u"no such indicator on the chart"_s };
    if (!parameters)
        return parameters.error();
    if (choice.pane < IndicatorChoice::pricePane)
        choice.pane = freePane();
    choice.spec.parameters = *parameters;
    if (choice == item->choice)
        return {};
    const bool sameValues = choice.spec == item->choice.spec;
    item->choice = std::move(choice);
    if (!sameValues)
        compute(*item);
    emit choicesChanged();
    if (!sameValues)
        takeValues();
    return {};
}

void IndicatorSet::remove(Id id)
{
    if (std::erase_if(m_items, [id](const auto &item) { return item->id == id; }) > 0)
        emit choicesChanged();
}

void IndicatorSet::move(Id id, qsizetype place)
{
    const auto from = std::ranges::find(m_items, id, [](const auto &item) { return item->id; });
    if (from == m_items.end())
        return;
    auto item = std::move(*from);
    m_items.erase(from);
    m_items.insert(m_items.begin() + std::clamp<qsizetype>(place, 0, size()), std::move(item));
    emit choicesChanged();
}

void IndicatorSet::clear()
{
    if (m_items.empty())
        return;
    m_items.clear();
    emit choicesChanged();
}

int IndicatorSet::freePane() const
{
    int highest = 0;
    for (const auto &item : m_items)
        highest = std::max(highest, item->choice.pane);
    return highest + 1;
}

/// The first that none of the pane's indicators begins with.
int IndicatorSet::freeTint(const IndicatorChoice &choice) const
{
    const IndicatorInfo &info = *findIndicator(choice.spec.id);
    std::set<int> taken;
    for (const auto &item : m_items)
        if (item->choice.pane == choice.pane && !item->info->outputs.empty())
            taken.insert(item->choice.tint + item->info->outputs.front().tint);
    int tint = choice.tint;
    while (!info.outputs.empty() && taken.contains(tint + info.outputs.front().tint))
        ++tint;
    return tint;
}

// --- JSON
// ----------------------------------------------------------------------------------------------------

QJsonArray IndicatorSet::toJson() const
{
    QJsonArray array;
    for (const auto &item : m_items) {
        QJsonObject object = item->choice.toJson();
        object.insert(idKey, item->id);
        array.append(object);
    }
    return array;
}

void IndicatorSet::fromJson(const QJsonArray &json)
{
    m_items.clear();
    std::set<Id> taken;
    for (const QJsonValue &value : json) {
        auto choice = IndicatorChoice::fromJson(value.toObject());
        if (!choice) {
            qCWarning(lcIndicators) << "left out an indicator:" << choice.error().detail;
            continue;
        }
        Id id = value.toObject().value(idKey).toInt();
        if (id <= 0 || !taken.insert(id).second)
            id = -1; // gets one when all are known
        const IndicatorInfo *info = findIndicator(choice->spec.id);
        m_items.push_back(std::make_unique<Item>(Item { id, std::move(*choice), info, {} }));
        m_lastId = std::max(m_lastId, id);
    }
    for (const auto &item : m_items) {
        if (item->id < 0)
            item->id = ++m_lastId;
        compute(*item);
    }
    emit choicesChanged();
    takeValues();
}

} // namespace tapeline
