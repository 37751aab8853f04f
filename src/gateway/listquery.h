#pragma once

#include "tablelist.h"

#include <optional>

namespace tapeline::tablelist {

/// One filter of a request, read.
struct Condition
{
    enum class Test : quint8 { Equal, Greater, AtLeast, Less, AtMost, AnyOf, AllOf };

    std::size_t column = 0;
    Test test = Test::Equal;
    std::vector<Cell> values; ///< one, but for the last two
};

struct SortKey
{
    std::size_t column = 0;
    bool ascending = true;
};

/// A list request: its parameters as asked, or as the cursor carries them.
struct Query
{
    std::vector<Condition> conditions;
    std::vector<SortKey> sort;
    std::size_t limit = 0;
    std::size_t place = 0; ///< where its page begins; 0 is the beginning
    QueryParameters filters; ///< for the next page's cursor
    std::vector<std::string> keys; ///< of the parameters the table knows
};

/// Fills the query; the refusal when a parameter is wrong.
std::optional<HttpReply> read(const EndpointCall &call, const Table &table, Query &query);

bool matches(const Query &query, const Row &row);
/// -1, 0 or 1; cells of different kinds by their kind, absent ones first.
int compare(const Cell &a, const Cell &b);

} // namespace tapeline::tablelist
