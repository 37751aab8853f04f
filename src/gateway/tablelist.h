#pragma once

#include "endpointcall.h"

#include <QStringList>

#include <functional>
#include <span>
#include <variant>

namespace tapeline {

/// Lists whose filters, sorts and pages follow from a table of their columns: the reader of filter
/// suffixes, of both generations of `sort`, and of cursors, once for all of them (massive-api.md
/// 2).
namespace tablelist {

/// Text that is JSON already, for what is no plain value.
struct Json
{
    std::string text;
    friend bool operator==(const Json &, const Json &) = default;
};

/// A value of a row; nothing leaves the field out.
using Cell = std::variant<std::monostate, QString, qint64, double, Price, QDate, Timestamp, bool,
                          QStringList, Json>;
using Row = std::vector<Cell>; ///< one for each column of its table

/// What a column holds, and so how a filter's value reads.
enum class Kind : quint8 { Text, Number, Date, Instant, Flag, Texts, Json };
/// Which filters there are: the bare name; with .gt .gte .lt .lte; also .any_of; of lists the name,
/// .any_of and .all_of.
enum class Filters : quint8 { None, Equal, EqualAny, Range, RangeAny, Elements };

struct Column
{
    std::string_view name;
    Kind kind = Kind::Text;
    Filters filters = Filters::None;
    bool sorts = false;
    int decimals = 6; ///< of doubles
    std::string_view parameter {}; ///< where the filter is called otherwise than the field
    bool isShown = true; ///< else it is there to be filtered by
};

enum class Generation : quint8 {
    Classic, ///< sort=field&order=asc
    New ///< sort=field.asc,field.desc
};

struct Table
{
    std::span<const Column> columns;
    Generation generation = Generation::New;
    int defaultLimit = 100;
    int maxLimit = 5'000;
    std::string_view sort {}; ///< the default, "execution_date.desc"
    std::string_view symbol {}; ///< column of the symbol; empty where rows belong to none
    std::string_view date {}; ///< column of the day or instant a row belongs to
    bool hasCount = false;
    /// Each row belongs to several symbols, and the source finds those of one or of all itself.
    bool isShared = false;
};

/// Rows of one instrument (-1: of none, or of all where the table is shared) whose date lies in
/// [from, to], appended in any order.
using Source = std::function<void(int instrument, QDate from, QDate to, std::vector<Row> &rows)>;

/// Answers the request: reads only as many instruments or months as its page wants.
HttpReply answer(const EndpointCall &call, const Table &table, const Source &source);

} // namespace tablelist
} // namespace tapeline
