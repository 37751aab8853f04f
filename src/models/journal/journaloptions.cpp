#include "journaloptions.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::JournalOptions)
};

constexpr auto filtersKey = "filters"_L1;
constexpr auto nameKey = "name"_L1;
constexpr auto filterKey = "filter"_L1;
constexpr auto checklistKey = "checklist"_L1;

auto byName(const QString &name)
{
    return [&name](const SavedFilter &saved) {
        return saved.name.compare(name, Qt::CaseInsensitive) == 0;
    };
}

JournalFilter ofAllAccounts(JournalFilter filter)
{
    filter.market.clear();
    filter.account.clear();
    return filter;
}

} // namespace

bool JournalOptions::saveFilter(const QString &name, const JournalFilter &filter)
{
    const QString own = name.simplified();
    if (own.isEmpty() || own.size() > longestName)
        return false;
    removeFilter(own);
    if (filters.size() >= mostFilters)
        return false;
    const auto place = std::ranges::find_if(filters, [&](const SavedFilter &saved) {
        return QString::localeAwareCompare(saved.name.toCaseFolded(), own.toCaseFolded()) > 0;
    });
    filters.insert(place, { own, ofAllAccounts(filter) });
    return true;
}

void JournalOptions::removeFilter(const QString &name)
{
    filters.removeIf(byName(name));
}

const JournalFilter *JournalOptions::filter(const QString &name) const
{
    const auto found = std::ranges::find_if(filters, byName(name));
    return found == filters.end() ? nullptr : &found->filter;
}

QString JournalOptions::nameOf(const JournalFilter &filter) const
{
    const JournalFilter wanted = ofAllAccounts(filter);
    const auto found = std::ranges::find(filters, wanted, &SavedFilter::filter);
    return found == filters.end() ? QString() : found->name;
}

QJsonObject JournalOptions::toJson() const
{
    QJsonArray saved;
    for (const SavedFilter &own : filters)
        saved.append(QJsonObject { { nameKey, own.name }, { filterKey, own.filter.toJson() } });
    return { { filtersKey, saved }, { checklistKey, QJsonArray::fromStringList(checklist) } };
}

JournalOptions JournalOptions::fromJson(const QJsonObject &json)
{
    JournalOptions options;
    const QJsonArray saved = json[filtersKey].toArray();
    for (const QJsonValue &own : saved)
        options.saveFilter(own[nameKey].toString(),
                           JournalFilter::fromJson(own[filterKey].toObject()));
    if (!json.contains(checklistKey)) {
        options.checklist = { Text::tr("Plan written before the open"),
                              Text::tr("News and events of the day read"),
                              Text::tr("Most that may be lost today is set") };
        return options;
    }
    const QJsonArray items = json[checklistKey].toArray();
    for (const QJsonValue &item : items)
        if (const QString text = item.toString().simplified();
            !text.isEmpty() && options.checklist.size() < mostItems)
            options.checklist.append(text);
    return options;
}

} // namespace tapeline
