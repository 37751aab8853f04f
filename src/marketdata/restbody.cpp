#include "restbody.h"

#include "resterror.h"

#include <QDateTime>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool saysSuccess(const QString &status)
{
    return status.isEmpty() || status == "OK"_L1 || status == "DELAYED"_L1
        || status == "success"_L1;
}

bool saysEmpty(JsonValue root)
{
    for (const std::string_view name : { "resultsCount", "queryCount", "count" }) {
        if (root[name].isPresent())
            return FeedNumbers::integerOr<qint64>(root[name]) == 0;
    }
    return root["request_id"].isPresent();
}

Error malformed(const QString &reason)
{
    return { Error::Code::Malformed, reason };
}

} // namespace

Result<void> RestBody::read(QByteArrayView body)
{
    m_numbers.clear();
    const std::string_view text(body.data(), static_cast<std::size_t>(body.size()));
    if (const Result<void> parsed = m_json.parse(text); !parsed)
        return parsed;
    if (!saysSuccess(jsonread::text(root()["status"])))
        return Error { Error::Code::Rejected, resterror::sentenceOf(root()) };
    return {};
}

Result<JsonValue> RestBody::rows(std::string_view name) const
{
    const JsonValue rows = name.empty() ? root() : root()[name];
    if (rows.isArray()
        || (!name.empty() && root().isObject() && !rows.isPresent() && saysEmpty(root())))
        return rows;
    if (name.empty())
        return malformed(u"the answer is not a list"_s);
    return malformed(u"the answer has no list called "_s
                     + QString::fromUtf8(name.data(), qsizetype(name.size())));
}

Result<JsonValue> RestBody::object(std::string_view name) const
{
    const JsonValue object = root()[name];
    if (object.isObject())
        return object;
    return malformed(u"the answer has no object called "_s
                     + QString::fromUtf8(name.data(), qsizetype(name.size())));
}

Result<void> RestBody::finish(RestPage &page, std::size_t readRows) const
{
    if (page.invalid > 0 && readRows == 0)
        return malformed(u"no row of the answer has the fields it needs"_s);
    page.nextUrl = jsonread::text(root()["next_url"]);
    page.delayed = jsonread::text(root()["status"]) == "DELAYED"_L1;
    page.rounded = m_numbers.rounded();
    return {};
}

namespace jsonread {

QString text(JsonValue value)
{
    const std::string_view bytes = value.text();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QStringList texts(JsonValue array)
{
    QStringList out;
    if (array.isArray()) {
        for (const JsonValue value : array)
            out += text(value);
    }
    return out;
}

QDate date(JsonValue value)
{
    return QDate::fromString(text(value).left(10), Qt::ISODate);
}

Timestamp instant(JsonValue value)
{
    const QDateTime time = QDateTime::fromString(text(value), Qt::ISODateWithMs);
    return time.isValid() ? fromMs(time.toMSecsSinceEpoch()) : Timestamp();
}

JsonValue firstOf(JsonValue object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const JsonValue value = object[name];
        if (value.isPresent())
            return value;
    }
    return {};
}

} // namespace jsonread
} // namespace tapeline
