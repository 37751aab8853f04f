#include "jsonfields.h"

#include <QJsonDocument>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

void appendQuoted(std::string &out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace

void JsonFields::key(std::string_view name)
{
    if (m_text.size() > 1)
        m_text += ',';
    appendQuoted(m_text, name);
    m_text += ':';
}

JsonFields &JsonFields::text(std::string_view name, std::string_view value)
{
    key(name);
    appendQuoted(m_text, value);
    return *this;
}

JsonFields &JsonFields::text(std::string_view name, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return text(name, std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

JsonFields &JsonFields::integer(std::string_view name, qint64 value)
{
    key(name);
    m_text += std::to_string(value);
    return *this;
}

JsonFields &JsonFields::flag(std::string_view name, bool value)
{
    return raw(name, value ? "true" : "false");
}

JsonFields &JsonFields::raw(std::string_view name, std::string_view json)
{
    key(name);
    m_text += json;
    return *this;
}

std::string jsonArray(const std::vector<std::string> &items)
{
    std::string array = "[";
    for (const std::string &item : items) {
        if (array.size() > 1)
            array += ',';
        array += item;
    }
    return array + ']';
}

void JsonReading::text(QLatin1StringView name, QString &target)
{
    const QJsonValue value = m_object.value(name);
    if (value.isString())
        target = value.toString();
    else if (!value.isUndefined())
        fail(name);
}

void JsonReading::integer(QLatin1StringView name, qint64 &target)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return;
    // Two defaults tell a number that is no integer from one that happens to be the default
    if (value.toInteger(0) != value.toInteger(1))
        fail(name);
    else
        target = value.toInteger();
}

void JsonReading::flag(QLatin1StringView name, bool &target)
{
    const QJsonValue value = m_object.value(name);
    if (value.isBool())
        target = value.toBool();
    else if (!value.isUndefined())
        fail(name);
}

void JsonReading::fail(QLatin1StringView name, const char *why)
{
    if (failed())
        return;
    const QJsonArray value { m_object.value(name) };
    const QByteArray text = QJsonDocument(value).toJson(QJsonDocument::Compact);
    m_wrong = u"\"%1\" cannot be %2"_s.arg(name, QString::fromUtf8(text.mid(1).chopped(1)));
    if (*why)
        m_wrong += u": "_s + QString::fromLatin1(why);
}

Error JsonReading::error() const
{
    return { Error::Code::Malformed, m_wrong };
}

} // namespace tapeline
