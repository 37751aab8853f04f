#pragma once

#include "price.h"
#include "qty.h"

#include <QtGlobal>

#include <concepts>
#include <span>
#include <string>
#include <string_view>

namespace tapeline {

/// One JSON object, written field by field in one line; decimals exactly as they are held.
class JsonLine
{
public:
    JsonLine &add(std::string_view name, std::integral auto value)
    {
        return addInteger(name, static_cast<qint64>(value));
    }
    JsonLine &add(std::string_view name, bool value);
    JsonLine &add(std::string_view name, Price value);
    JsonLine &add(std::string_view name, Qty value);
    JsonLine &add(std::string_view name, std::string_view text);
    JsonLine &add(std::string_view name, const char *text)
    {
        return add(name, std::string_view(text));
    }
    JsonLine &add(std::string_view name, std::span<const quint16> values);
    JsonLine &add(std::string_view name, const JsonLine &object);
    JsonLine &add(std::string_view name, std::span<const JsonLine> objects);
    /// A decimal as text, so that no reader rounds it.
    template<typename Decimal> JsonLine &addText(std::string_view name, Decimal value)
    {
        std::string text;
        value.appendTo(text);
        return add(name, std::string_view(text));
    }
    JsonLine &addText(std::string_view name, const QString &text)
    {
        return add(name, std::string_view(text.toStdString()));
    }
    JsonLine &addNull(std::string_view name);
    /// Any other decimal that writes itself, exactly.
    template<typename Decimal>
    requires requires(const Decimal &value, std::string &out) { value.appendTo(out); }
    JsonLine &add(std::string_view name, Decimal value)
    {
        std::string text;
        value.appendTo(text);
        return addJson(name, text);
    }
    /// A finite number in the shortest form that reads back as the same.
    JsonLine &addNumber(std::string_view name, double value);
    /// What is JSON already.
    JsonLine &addJson(std::string_view name, std::string_view json);

    /// The object as text.
    std::string text() const { return m_text + '}'; }

private:
    JsonLine &addInteger(std::string_view name, qint64 value);
    void key(std::string_view name);
    void quote(std::string_view text);

    std::string m_text = "{";
};

} // namespace tapeline
