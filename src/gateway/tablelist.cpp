#include "tablelist.h"

#include "easterntime.h"
#include "listpages.h"
#include "listquery.h"

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace tapeline::tablelist {

namespace {

using Test = Condition::Test;

/// A page's place is the group it begins in and the rows of that group that are done.
constexpr std::size_t rowsOfGroup = std::size_t(1) << 24;
constexpr int yearsAhead = 1; ///< as far as anything is announced

/// Gathers one page, a group at a time: instruments where the list is by symbol, months where it is
/// by date, else all at once. Groups are in the list's order, so their rows follow one another.
class PageReader
{
public:
    PageReader(const EndpointCall &call, const Table &table, const Query &query,
               const Source &source)
        : m_call(call)
        , m_table(table)
        , m_query(query)
        , m_source(source)
    {
        findInstruments();
        findDates();
        const std::string_view leading = m_table.columns[m_query.sort.front().column].name;
        m_ascending = m_query.sort.front().ascending;
        if (!m_table.symbol.empty() && !m_table.isShared && leading == m_table.symbol)
            m_grouping = Grouping::Instruments;
        else if (leading == m_table.date)
            m_grouping = Grouping::Months;
        if (m_grouping == Grouping::Instruments && !m_ascending)
            std::reverse(m_instruments.begin(), m_instruments.end());
    }

    /// The page's rows; *next is set when there are more.
    std::vector<Row> read(std::optional<std::size_t> *next)
    {
        std::vector<Row> page;
        std::size_t done = m_query.place % rowsOfGroup;
        for (std::size_t group = m_query.place / rowsOfGroup; group < groupCount(); ++group) {
            std::vector<Row> rows = readGroup(group);
            for (std::size_t row = std::min(done, rows.size()); row < rows.size(); ++row) {
                if (page.size() == m_query.limit) {
                    *next = group * rowsOfGroup + row;
                    return page;
                }
                page.push_back(std::move(rows[row]));
            }
            done = 0;
        }
        return page;
    }

private:
    enum class Grouping : quint8 { None, Instruments, Months };

    std::optional<std::size_t> columnOf(std::string_view name) const
    {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (!name.empty() && m_table.columns[i].name == name)
                return i;
        return std::nullopt;
    }

    /// Those that the filters of the symbol let through, by symbol.
    void findInstruments()
    {
        const auto column = columnOf(m_table.symbol);
        if (!column) {
            m_instruments = { -1 };
            return;
        }
        if (m_table.isShared) {
            findShared(*column);
            return;
        }
        const std::vector<ServedInstrument> &all = m_call.source.instruments();
        Row probe(m_table.columns.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool fits = std::all_of(m_query.conditions.begin(), m_query.conditions.end(),
                                          [&](const Condition &condition) {
                                              if (condition.column != *column)
                                                  return true;
                                              probe[*column] = all[i].symbol;
                                              Query one;
                                              one.conditions = { condition };
                                              return matches(one, probe);
                                          });
            if (fits && all[i].market == QLatin1String("stocks"))
                m_instruments.push_back(static_cast<int>(i));
        }
        std::sort(m_instruments.begin(), m_instruments.end(), [&](int a, int b) {
            return all[static_cast<std::size_t>(a)].symbol
                < all[static_cast<std::size_t>(b)].symbol;
        });
    }
    /// One that is asked for by name, else all.
    void findShared(std::size_t column)
    {
        m_instruments = { -1 };
        for (const Condition &condition : m_query.conditions)
            if (condition.column == column && condition.test == Test::Equal) {
                const int index
                    = m_call.source.indexOf(std::get<QString>(condition.values.front()));
                m_instruments = index < 0 ? std::vector<int> {} : std::vector { index };
            }
    }

    /// Days that can hold what the filters of the date let through.
    void findDates()
    {
        m_from = QDate(2003, 1, 1);
        m_to = easterntime::date(m_call.source.now()).addYears(yearsAhead);
        const auto column = columnOf(m_table.date);
        for (const Condition &condition : m_query.conditions) {
            if (!column || condition.column != *column || condition.values.size() != 1)
                continue;
            const Cell &value = condition.values.front();
            const bool isDay = std::holds_alternative<QDate>(value);
            const QDate day
                = isDay ? std::get<QDate>(value) : easterntime::date(std::get<Timestamp>(value));
            const bool bounds = condition.test == Test::Equal;
            if (bounds || condition.test == Test::Greater || condition.test == Test::AtLeast)
                m_from = std::max(m_from, day);
            if (bounds || condition.test == Test::Less || condition.test == Test::AtMost)
                m_to = std::min(m_to, day);
        }
    }

    static int monthOf(QDate date) { return date.year() * 12 + date.month() - 1; }

    std::size_t groupCount() const
    {
        if (m_from > m_to || m_instruments.empty())
            return 0;
        switch (m_grouping) {
        case Grouping::None:
            return 1;
        case Grouping::Instruments:
            return m_instruments.size();
        case Grouping::Months:
            return static_cast<std::size_t>(monthOf(m_to) - monthOf(m_from) + 1);
        }
        return 0;
    }

    std::vector<Row> readGroup(std::size_t group) const
    {
        std::vector<Row> all;
        if (m_grouping == Grouping::Instruments) {
            m_source(m_instruments[group], m_from, m_to, all);
        } else {
            QDate from = m_from;
            QDate to = m_to;
            if (m_grouping == Grouping::Months) {
                const int offset = static_cast<int>(group);
                const int month = m_ascending ? monthOf(m_from) + offset : monthOf(m_to) - offset;
                const QDate first(month / 12, month % 12 + 1, 1);
                from = std::max(from, first);
                to = std::min(to, first.addMonths(1).addDays(-1));
            }
            for (const int instrument : m_instruments)
                m_source(instrument, from, to, all);
        }
        std::erase_if(all, [&](const Row &row) { return !matches(m_query, row); });
        std::stable_sort(all.begin(), all.end(), [&](const Row &a, const Row &b) {
            for (const SortKey &key : m_query.sort)
                if (const int order = compare(a[key.column], b[key.column]))
                    return key.ascending ? order < 0 : order > 0;
            return false;
        });
        return all;
    }

    const EndpointCall &m_call;
    const Table &m_table;
    const Query &m_query;
    const Source &m_source;
    std::vector<int> m_instruments;
    QDate m_from;
    QDate m_to;
    Grouping m_grouping = Grouping::None;
    bool m_ascending = true;
};

QString instantText(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODate);
}

void write(JsonWriter &json, const Column &column, const Cell &cell)
{
    std::visit(
        [&](const auto &value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, QString>)
                json.text(column.name, value);
            else if constexpr (std::is_same_v<Value, qint64>)
                json.integer(column.name, value);
            else if constexpr (std::is_same_v<Value, double>)
                json.real(column.name, value, column.decimals);
            else if constexpr (std::is_same_v<Value, Price>)
                json.price(column.name, value);
            else if constexpr (std::is_same_v<Value, QDate>)
                json.text(column.name, value.toString(Qt::ISODate));
            else if constexpr (std::is_same_v<Value, Timestamp>)
                json.text(column.name, instantText(value));
            else if constexpr (std::is_same_v<Value, bool>)
                json.flag(column.name, value);
            else if constexpr (std::is_same_v<Value, Json>)
                json.raw(column.name, value.text);
            else if constexpr (std::is_same_v<Value, QStringList>) {
                json.beginArray(column.name);
                for (const QString &element : value)
                    json.text({}, element);
                json.endArray();
            }
        },
        cell);
}

} // namespace

HttpReply answer(const EndpointCall &call, const Table &table, const Source &source)
{
    Query query;
    if (auto refused = read(call, table, query))
        return *refused;
    std::optional<std::size_t> next;
    const std::vector<Row> rows = PageReader(call, table, query, source).read(&next);

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginArray("results");
    for (const Row &row : rows) {
        json.beginObject();
        for (std::size_t i = 0; i < row.size(); ++i)
            if (table.columns[i].isShown)
                write(json, table.columns[i], row[i]);
        json.endObject();
    }
    json.endArray();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    if (table.hasCount)
        json.integer("count", static_cast<qint64>(rows.size()));
    if (next) {
        const std::vector<std::string_view> keys(query.keys.begin(), query.keys.end());
        json.text("next_url", listpages::nextAddress(call, query.filters, keys, *next));
    }
    json.endObject();
    return reply;
}

} // namespace tapeline::tablelist
