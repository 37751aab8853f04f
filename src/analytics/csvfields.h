#pragma once

#include "csvreader.h"
#include "timestamp.h"
#include "tradeconditions.h"

#include <charconv>
#include <concepts>

namespace tapeline {

/// No record of a file is later: 2200-01-01, which leaves room for what is reckoned from it.
inline constexpr Timestamp latestRecordTime { std::chrono::seconds(7'258'118'400) };

/// The fields of a CSV record as the values that tick files hold. The first field that cannot be
/// read ends the file: status() names its line and column.
class CsvFields
{
public:
    explicit CsvFields(CsvReader csv)
        : m_csv(std::move(csv))
    {
    }

    int column(std::string_view name) const { return m_csv.column(name); }
    bool next() { return m_status && m_csv.next(); }
    Result<void> status() const { return m_status ? m_csv.status() : m_status; }
    qint64 lineNumber() const { return m_csv.lineNumber(); }
    std::string_view text(int column) const { return m_csv.field(column); }

    /// An empty field leaves the value as it is.
    template<std::integral Integer> bool readInteger(int column, Integer &value)
    {
        const std::string_view text = m_csv.field(column);
        return text.empty() || parse(text, value) || fail(column);
    }
    /// A whole number that was read before; 0 when it is none.
    qint64 integer(int column) const
    {
        qint64 value = 0;
        return parse(m_csv.field(column), value) ? value : 0;
    }
    /// Price or Qty, rounded as feeds are.
    template<typename Decimal> bool readDecimal(int column, Decimal &value)
    {
        const Result<Decimal> number = Decimal::parseFeed(m_csv.field(column));
        if (!number)
            return fail(column);
        value = *number;
        return true;
    }
    /// The same, where an empty field is a value that is not there.
    template<typename Decimal> bool readOptionalDecimal(int column, Decimal &value)
    {
        return m_csv.field(column).empty() || readDecimal(column, value);
    }
    /// In any unit; an empty field is the epoch.
    bool readTime(int column, Timestamp &time);
    bool readNeededTime(int column, Timestamp &time);
    /// Ids with commas between.
    bool readConditions(int column, TradeConditions &conditions);
    bool fail(int column);

private:
    template<typename Integer> static bool parse(std::string_view text, Integer &value)
    {
        const char *end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, value);
        return error == std::errc() && stop == end;
    }

    CsvReader m_csv;
    Result<void> m_status;
};

} // namespace tapeline
