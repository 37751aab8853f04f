#pragma once

#include "price.h"
#include "qty.h"

#include <QString>

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace tapeline {

/// Appends JSON to a string, front to back; the caller keeps begin and end in pairs. Prices and
/// quantities are written as exact decimals, never through a double. An empty key stands for a
/// value inside an array.
class JsonWriter
{
public:
    explicit JsonWriter(std::string &out)
        : m_out(out)
    {
    }

    void beginObject(std::string_view key = {}) { open(key, '{'); }
    void endObject() { close('}'); }
    void beginArray(std::string_view key = {}) { open(key, '['); }
    void endArray() { close(']'); }

    void text(std::string_view key, std::string_view value)
    {
        name(key);
        quote(value);
    }
    void text(std::string_view key, const char *value) { text(key, std::string_view(value)); }
    void text(std::string_view key, const QString &value)
    {
        const QByteArray utf8 = value.toUtf8();
        text(key, std::string_view(utf8.data(), static_cast<std::size_t>(utf8.size())));
    }
    void integer(std::string_view key, qint64 value)
    {
        name(key);
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        m_out += std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
    }
    void flag(std::string_view key, bool value)
    {
        name(key);
        m_out += value ? "true" : "false";
    }
    /// Text that is JSON already.
    void raw(std::string_view key, std::string_view value)
    {
        name(key);
        m_out += value;
    }
    void null(std::string_view key)
    {
        name(key);
        m_out += "null";
    }
    void price(std::string_view key, Price value)
    {
        name(key);
        value.appendTo(m_out);
    }
    void quantity(std::string_view key, Qty value)
    {
        name(key);
        decimaltext::append(m_out, value.units(), Qty::decimals);
    }
    /// Whole shares; what is below one share is cut, as the service does where an exact text stands
    /// beside it.
    void wholeShares(std::string_view key, Qty value)
    {
        integer(key, value.units() / Qty::unitsPerOne);
    }
    /// The exact quantity as text, at least one digit behind the point: "100.0" (the service's
    /// `ds`, `dv`).
    void exactText(std::string_view key, Qty value)
    {
        name(key);
        m_out += '"';
        decimaltext::append(m_out, value.units(), Qty::decimals, 1);
        m_out += '"';
    }
    /// Rounded to a number of fraction digits, trailing zeros cut. What is not finite is written as
    /// 0.
    void real(std::string_view key, double value, int fractionDigits)
    {
        name(key);
        std::array<char, 64> digits;
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(),
                                                std::isfinite(value) ? value : 0.0,
                                                std::chars_format::fixed, fractionDigits);
        std::string_view shown(digits.data(), static_cast<std::size_t>(end - digits.data()));
        if (error != std::errc() || shown.empty())
            shown = "0";
        if (shown.find('.') != shown.npos) {
            shown.remove_suffix(shown.size() - 1 - shown.find_last_not_of('0'));
            if (shown.ends_with('.'))
                shown.remove_suffix(1);
        }
        m_out += shown == "-0" ? std::string_view("0") : shown;
    }

private:
    void open(std::string_view key, char bracket)
    {
        name(key);
        m_out += bracket;
        m_first = true;
    }
    void close(char bracket)
    {
        m_out += bracket;
        m_first = false;
    }
    void name(std::string_view key)
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
        if (key.empty())
            return;
        m_out += '"';
        m_out += key;
        m_out += "\":";
    }
    void quote(std::string_view value)
    {
        m_out += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                m_out += '\\';
                m_out += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                constexpr std::string_view hex = "0123456789abcdef";
                m_out += "\\u00";
                m_out += hex[static_cast<std::size_t>(c) >> 4];
                m_out += hex[static_cast<std::size_t>(c) & 15];
            } else {
                m_out += c;
            }
        }
        m_out += '"';
    }

    std::string &m_out;
    bool m_first = true;
};

} // namespace tapeline
