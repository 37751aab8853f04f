#include "jsonline.h"

#include <array>
#include <charconv>

namespace tapeline {

JsonLine &JsonLine::addInteger(std::string_view name, qint64 value)
{
    key(name);
    m_text += std::to_string(value);
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, bool value)
{
    key(name);
    m_text += value ? "true" : "false";
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, Price value)
{
    key(name);
    value.appendTo(m_text);
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, Qty value)
{
    key(name);
    value.appendTo(m_text);
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, std::string_view text)
{
    key(name);
    quote(text);
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, std::span<const quint16> values)
{
    key(name);
    m_text += '[';
    for (const quint16 value : values)
        m_text.append(m_text.back() == '[' ? "" : ",").append(std::to_string(value));
    m_text += ']';
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, const JsonLine &object)
{
    key(name);
    m_text += object.text();
    return *this;
}

JsonLine &JsonLine::add(std::string_view name, std::span<const JsonLine> objects)
{
    key(name);
    m_text += '[';
    for (const JsonLine &object : objects)
        m_text.append(m_text.back() == '[' ? "" : ",").append(object.text());
    m_text += ']';
    return *this;
}

JsonLine &JsonLine::addNumber(std::string_view name, double value)
{
    std::array<char, 32> text {};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return addJson(name, { text.data(), static_cast<std::size_t>(end - text.data()) });
}

JsonLine &JsonLine::addJson(std::string_view name, std::string_view json)
{
    key(name);
    m_text += json;
    return *this;
}

JsonLine &JsonLine::addNull(std::string_view name)
{
    key(name);
    m_text += "null";
    return *this;
}

void JsonLine::key(std::string_view name)
{
    if (m_text.size() > 1)
        m_text += ',';
    quote(name);
    m_text += ':';
}

void JsonLine::quote(std::string_view text)
{
    constexpr std::string_view hexDigits = "0123456789abcdef";
    m_text += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (byte < 0x20) {
            m_text += "\\u00";
            m_text += hexDigits[byte >> 4];
            m_text += hexDigits[byte & 0xF];
        } else {
            m_text += c;
        }
    }
    m_text += '"';
}

} // namespace tapeline
