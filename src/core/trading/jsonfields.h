#pragma once

#include "money.h"
#include "result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <string>
#include <string_view>

namespace tapeline {

/// Writes one JSON object in one line, fields in the order of the calls, decimals as text.
class JsonFields
{
public:
    JsonFields &text(std::string_view name, std::string_view value);
    JsonFields &text(std::string_view name, const QString &value);
    JsonFields &integer(std::string_view name, qint64 value);
    JsonFields &flag(std::string_view name, bool value);
    /// Already JSON.
    JsonFields &raw(std::string_view name, std::string_view json);
    template<typename Decimal> JsonFields &decimal(std::string_view name, Decimal value)
    {
        std::string digits;
        value.appendTo(digits);
        return text(name, digits);
    }

    std::string take() { return std::move(m_text) + '}'; }

private:
    void key(std::string_view name);

    std::string m_text = "{";
};

/// "[a,b]" of what is JSON already.
std::string jsonArray(const std::vector<std::string> &items);

/// Reads the fields of an object; the first wrong one is remembered, absent ones leave the target
/// as it is.
class JsonReading
{
public:
    explicit JsonReading(const QJsonObject &object)
        : m_object(object)
    {
    }

    void text(QLatin1StringView name, QString &target);
    void integer(QLatin1StringView name, qint64 &target);
    void flag(QLatin1StringView name, bool &target);
    template<typename Decimal> void decimal(QLatin1StringView name, Decimal &target)
    {
        if (!m_object.contains(name))
            return;
        const auto value = Decimal::parse(m_object.value(name).toString());
        if (value)
            target = *value;
        else
            fail(name, m_object.value(name).isDouble() ? "a decimal is written as text" : "");
    }
    /// parse: std::string_view -> std::optional<Value>.
    template<typename Value, typename Parse>
    void word(QLatin1StringView name, Value &target, Parse parse)
    {
        if (!m_object.contains(name))
            return;
        const std::string text = m_object.value(name).toString().toStdString();
        if (const auto value = parse(text))
            target = *value;
        else
            fail(name);
    }

    void fail(QLatin1StringView name, const char *why = "");
    bool failed() const { return !m_wrong.isEmpty(); }
    Error error() const;

private:
    const QJsonObject &m_object;
    QString m_wrong;
};

} // namespace tapeline
