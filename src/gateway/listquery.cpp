#include "listquery.h"

#include "easterntime.h"
#include "listpages.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>

namespace tapeline::tablelist {

namespace {

using Test = Condition::Test;

struct Suffix
{
    std::string_view text;
    Test test;
};
constexpr std::array suffixes { Suffix { "", Test::Equal },       Suffix { ".gt", Test::Greater },
                                Suffix { ".gte", Test::AtLeast }, Suffix { ".lt", Test::Less },
                                Suffix { ".lte", Test::AtMost },  Suffix { ".any_of", Test::AnyOf },
                                Suffix { ".all_of", Test::AllOf } };

bool has(Filters filters, Test test)
{
    switch (test) {
    case Test::Equal:
        return filters != Filters::None;
    case Test::Greater:
    case Test::AtLeast:
    case Test::Less:
    case Test::AtMost:
        return filters == Filters::Range || filters == Filters::RangeAny;
    case Test::AnyOf:
        return filters == Filters::EqualAny || filters == Filters::RangeAny
            || filters == Filters::Elements;
    case Test::AllOf:
        return filters == Filters::Elements;
    }
    return false;
}

std::string parameterOf(const Column &column, std::string_view suffix)
{
    return std::string(column.parameter.empty() ? column.name : column.parameter)
        + std::string(suffix);
}

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// A date stands for its first instant, in UTC as the service's instants are.
std::optional<Cell> instant(std::string_view value)
{
    QDateTime time = QDateTime::fromString(text(value), Qt::ISODateWithMs);
    if (const auto day = endpointcall::date(value))
        time = QDateTime(*day, QTime(0, 0), Qt::UTC);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return Cell(fromMs(time.toMSecsSinceEpoch()));
}

std::optional<Cell> cellOf(Kind kind, std::string_view value)
{
    switch (kind) {
    case Kind::Text:
    case Kind::Texts:
    case Kind::Json:
        return Cell(text(value));
    case Kind::Number: {
        double number = 0;
        const auto [end, error]
            = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size())
            return std::nullopt;
        return Cell(number);
    }
    case Kind::Date: {
        const std::optional<QDate> date = endpointcall::date(value);
        return date ? std::optional<Cell>(*date) : std::nullopt;
    }
    case Kind::Instant:
        return instant(value);
    case Kind::Flag:
        if (value != "true" && value != "false")
            return std::nullopt;
        return Cell(value == "true");
    }
    return std::nullopt;
}

HttpReply badValue(const EndpointCall &call, Kind kind, std::string_view parameter)
{
    switch (kind) {
    case Kind::Date:
    case Kind::Instant:
        return httpreply::badTime(call.requestId, parameter);
    case Kind::Flag:
        return httpreply::brokenRule(call.requestId, parameter, "boolean");
    case Kind::Text:
    case Kind::Number:
    case Kind::Texts:
    case Kind::Json:
        break;
    }
    return httpreply::brokenRule(call.requestId, parameter, "number");
}

std::optional<HttpReply> readConditions(const EndpointCall &call, const Table &table, Query &query)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns[i];
        for (const Suffix &suffix : suffixes) {
            if (!has(column.filters, suffix.test))
                continue;
            const std::string parameter = parameterOf(column, suffix.text);
            std::string_view value = query.filters.value(parameter);
            if (value.empty())
                continue;
            Condition condition { i, suffix.test, {} };
            const bool isList = suffix.test == Test::AnyOf || suffix.test == Test::AllOf;
            while (!value.empty()) {
                const std::string_view part = isList ? value.substr(0, value.find(',')) : value;
                value.remove_prefix(std::min(value.size(), part.size() + 1));
                const std::optional<Cell> cell = cellOf(column.kind, part);
                if (!cell)
                    return badValue(call, column.kind, parameter);
                condition.values.push_back(*cell);
            }
            query.conditions.push_back(std::move(condition));
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> sortColumn(const Table &table, std::string_view name)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].sorts && table.columns[i].name == name)
            return i;
    return std::nullopt;
}

/// "field.asc,field.desc"; a bare field ascends. False for what cannot be sorted by.
bool readSort(const Table &table, std::string_view asked, std::vector<SortKey> &sort)
{
    while (!asked.empty()) {
        std::string_view part = asked.substr(0, asked.find(','));
        asked.remove_prefix(std::min(asked.size(), part.size() + 1));
        bool ascending = true;
        if (part.ends_with(".desc") || part.ends_with(".asc")) {
            ascending = part.ends_with(".asc");
            part = part.substr(0, part.rfind('.'));
        }
        const auto column = sortColumn(table, part);
        if (!column)
            return false;
        sort.push_back({ *column, ascending });
    }
    return true;
}

std::optional<HttpReply> readOrder(const EndpointCall &call, const Table &table, Query &query)
{
    const auto wrong = [&](std::string_view parameter) {
        return httpreply::brokenRule(call.requestId, parameter, "oneof");
    };
    const std::string_view asked = query.filters.value("sort");
    if (table.generation == Generation::New)
        return readSort(table, asked.empty() ? table.sort : asked, query.sort)
            ? std::nullopt
            : std::optional(wrong("sort"));

    std::vector<SortKey> usual;
    readSort(table, table.sort, usual);
    const auto column = asked.empty() ? usual.front().column : sortColumn(table, asked);
    if (!column)
        return wrong("sort");
    const auto order
        = endpointcall::ascending(query.filters, "order", asked.empty() && usual.front().ascending);
    if (!order)
        return wrong("order");
    query.sort.push_back({ *column, *order });
    return std::nullopt;
}

bool holds(const Condition &condition, const Cell &cell)
{
    // Of a list one element is enough
    const QStringList *elements = std::get_if<QStringList>(&cell);
    const auto fits = [&](const Cell &value, auto test) {
        return elements ? std::any_of(elements->begin(), elements->end(),
                                      [&](const QString &one) { return test(compare(one, value)); })
                        : test(compare(cell, value));
    };
    const auto equals
        = [&](const Cell &value) { return fits(value, [](int order) { return order == 0; }); };
    const std::vector<Cell> &values = condition.values;
    switch (condition.test) {
    case Test::Equal:
        return equals(values.front());
    case Test::Greater:
        return fits(values.front(), [](int order) { return order > 0; });
    case Test::AtLeast:
        return fits(values.front(), [](int order) { return order >= 0; });
    case Test::Less:
        return fits(values.front(), [](int order) { return order < 0; });
    case Test::AtMost:
        return fits(values.front(), [](int order) { return order <= 0; });
    case Test::AnyOf:
        return std::any_of(values.begin(), values.end(), equals);
    case Test::AllOf:
        return std::all_of(values.begin(), values.end(), equals);
    }
    return false;
}

std::optional<double> numberOf(const Cell &cell)
{
    if (const auto *whole = std::get_if<qint64>(&cell))
        return static_cast<double>(*whole);
    if (const auto *real = std::get_if<double>(&cell))
        return *real;
    if (const auto *price = std::get_if<Price>(&cell))
        return price->toDouble();
    return std::nullopt;
}

template<typename Value> int order(const Value &a, const Value &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

} // namespace

int compare(const Cell &a, const Cell &b)
{
    const std::optional<double> left = numberOf(a);
    const std::optional<double> right = numberOf(b);
    if (left && right)
        return order(*left, *right);
    if (a.index() != b.index())
        return order(a.index(), b.index());
    return std::visit(
        [&](const auto &value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>)
                return 0;
            else if constexpr (std::is_same_v<Value, Json>)
                return order(value.text, std::get<Value>(b).text);
            else
                return order(value, std::get<Value>(b));
        },
        a);
}

bool matches(const Query &query, const Row &row)
{
    return std::all_of(
        query.conditions.begin(), query.conditions.end(), [&](const Condition &condition) {
            const Cell &cell = row[condition.column];
            return !std::holds_alternative<std::monostate>(cell) && holds(condition, cell);
        });
}

std::optional<HttpReply> read(const EndpointCall &call, const Table &table, Query &query)
{
    for (const Column &column : table.columns)
        for (const Suffix &suffix : suffixes)
            if (has(column.filters, suffix.test))
                query.keys.push_back(parameterOf(column, suffix.text));
    for (const char *key : { "sort", "order", "limit" })
        query.keys.emplace_back(key);
    const std::vector<std::string_view> keys(query.keys.begin(), query.keys.end());
    const auto position = listpages::read(call, keys);
    if (!position)
        return endpointcall::unknownCursor(call);
    query.filters = position->filters;
    query.place = position->offset;

    if (auto refused = readConditions(call, table, query))
        return refused;
    if (auto refused = readOrder(call, table, query))
        return refused;
    std::string_view rule;
    const std::optional<int> rows
        = endpointcall::limit(query.filters, table.defaultLimit, table.maxLimit, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.limit = static_cast<std::size_t>(*rows);
    return std::nullopt;
}

} // namespace tapeline::tablelist
