#include "jsontext.h"

namespace tapeline::jsontext {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool takeDigits(std::string_view &text)
{
    std::size_t count = 0;
    while (count < text.size() && isDigit(text[count]))
        ++count;
    text.remove_prefix(count);
    return count > 0;
}

bool takeAny(std::string_view &text, std::string_view wanted)
{
    const bool found = !text.empty() && wanted.find(text.front()) != std::string_view::npos;
    if (found)
        text.remove_prefix(1);
    return found;
}

bool isNumber(std::string_view text)
{
    takeAny(text, "-");
    const bool startsWithZero = !text.empty() && text.front() == '0';
    if (startsWithZero)
        text.remove_prefix(1); // no further digit may follow
    else if (!takeDigits(text))
        return false;
    if (takeAny(text, ".") && !takeDigits(text))
        return false;
    if (takeAny(text, "eE")) {
        takeAny(text, "+-");
        if (!takeDigits(text))
            return false;
    }
    return text.empty();
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Four hexadecimal digits, or -1.
int takeCodeUnit(std::string_view &text)
{
    if (text.size() < 4)
        return -1;
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(text[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    text.remove_prefix(4);
    return unit;
}

/// The code point behind "\u", joined from two units where it takes two; -1 when there is none.
int takeCodePoint(std::string_view &text)
{
    const int first = takeCodeUnit(text);
    if (first < 0xD800 || first > 0xDFFF)
        return first;
    if (first > 0xDBFF || !text.starts_with("\\u"))
        return -1;
    text.remove_prefix(2);
    const int second = takeCodeUnit(text);
    if (second < 0xDC00 || second > 0xDFFF)
        return -1;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

void appendUtf8(std::string &out, int codePoint)
{
    const auto continuation = [codePoint](int shift) {
        return static_cast<char>(0x80 | ((codePoint >> shift) & 0x3F));
    };
    if (codePoint < 0x80) {
        out += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        out += { static_cast<char>(0xC0 | (codePoint >> 6)), continuation(0) };
    } else if (codePoint < 0x10000) {
        out += { static_cast<char>(0xE0 | (codePoint >> 12)), continuation(6), continuation(0) };
    } else {
        out += { static_cast<char>(0xF0 | (codePoint >> 18)), continuation(12), continuation(6),
                 continuation(0) };
    }
}

/// What stands for one character behind a backslash; 0 for an unknown letter.
char simpleEscape(char letter)
{
    switch (letter) {
    case '"':
    case '\\':
    case '/':
        return letter;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return 0;
    }
}

bool appendEscape(std::string &out, std::string_view &text)
{
    if (text.empty())
        return false;
    const char letter = text.front();
    text.remove_prefix(1);
    if (letter == 'u') {
        const int codePoint = takeCodePoint(text);
        if (codePoint >= 0)
            appendUtf8(out, codePoint);
        return codePoint >= 0;
    }
    const char plain = simpleEscape(letter);
    out += plain;
    return plain != 0;
}

} // namespace

JsonKind kindOfBareScalar(std::string_view text)
{
    if (isNumber(text))
        return JsonKind::Number;
    if (text == "true" || text == "false")
        return JsonKind::Boolean;
    return text == "null" ? JsonKind::Null : JsonKind::Missing;
}

bool appendUnescaped(std::string &out, std::string_view text)
{
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('\\'), text.size());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            break;
        text.remove_prefix(1);
        if (!appendEscape(out, text))
            return false;
    }
    return true;
}

} // namespace tapeline::jsontext
