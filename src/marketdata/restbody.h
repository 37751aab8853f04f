#pragma once

#include "feednumbers.h"
#include "jsontree.h"
#include "restpage.h"
#include "result.h"
#include "timestamp.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace tapeline {

/// One answer of the service taken apart, with what all endpoints share: the two families of
/// envelopes (massive-api.md 1.5, 1.6), empty pages, and texts as Qt has them. For the REST
/// decoders only.
class RestBody
{
public:
    /// Malformed when body is not JSON; Rejected with the service's own words when its status says
    /// that the request failed, whatever the HTTP status was.
    Result<void> read(QByteArrayView body);

    JsonValue root() const { return m_json.root(); }
    FeedNumbers &numbers() { return m_numbers; }

    /// The array under name. Missing is an empty page where the answer says so (a count of 0, or a
    /// request id and nothing else); else Malformed, as is anything but an array. An empty name is
    /// the body itself.
    Result<JsonValue> rows(std::string_view name = "results") const;
    /// The object under name, or Malformed.
    Result<JsonValue> object(std::string_view name = "results") const;

    /// Fills in what every page has, once its rows are read. Malformed when there were rows and
    /// none could be read: the shape is not the one that was asked for.
    Result<void> finish(RestPage &page, std::size_t readRows) const;

private:
    JsonTree m_json;
    FeedNumbers m_numbers;
};

/// The rows of an answer, under the name list, as a page: readRow(row, numbers) gives a row or
/// nothing when it lacks what it needs.
template<typename Page, typename Row, typename ReadRow>
Result<Page> readRows(RestBody &answer, std::vector<Row> Page::*member, ReadRow readRow,
                      std::string_view list = "results")
{
    const Result<JsonValue> values = answer.rows(list);
    if (!values)
        return values.error();

    Page page;
    std::vector<Row> &rows = page.*member;
    rows.reserve(values->size());
    for (const JsonValue value : *values) {
        if (std::optional<Row> row = readRow(value, answer.numbers()))
            rows.push_back(std::move(*row));
        else
            ++page.invalid;
    }
    if (const Result<void> finished = answer.finish(page, rows.size()); !finished)
        return finished.error();
    return page;
}

/// One object in place of a list is a page of one row.
template<typename Page, typename Row, typename ReadRow>
Result<Page> readSingle(RestBody &answer, std::vector<Row> Page::*rows, JsonValue object,
                        ReadRow readRow)
{
    Page page;
    std::optional<Row> row = readRow(object, answer.numbers());
    if (row)
        (page.*rows).push_back(std::move(*row));
    else
        ++page.invalid;
    if (const Result<void> finished = answer.finish(page, (page.*rows).size()); !finished)
        return finished.error();
    return page;
}

/// Reads body into answer and its rows into a page.
template<typename Page, typename Row, typename ReadRow>
Result<Page> readPage(RestBody &answer, QByteArrayView body, std::vector<Row> Page::*member,
                      ReadRow readRow, std::string_view list = "results")
{
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    return readRows(answer, member, readRow, list);
}

/// Texts out of JSON; empty or invalid when they are not there.
namespace jsonread {

QString text(JsonValue value);
QStringList texts(JsonValue array);
/// "2022-05-20", and the day of "2018-03-02T03:30:00Z".
QDate date(JsonValue value);
/// RFC 3339, such as "2020-04-28T03:23:51-04:00"; the epoch when it is none.
Timestamp instant(JsonValue value);
/// The first of the names that object has.
JsonValue firstOf(JsonValue object, std::initializer_list<std::string_view> names);

} // namespace jsonread
} // namespace tapeline
