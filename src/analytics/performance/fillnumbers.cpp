#include "fillnumbers.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr std::size_t longestNumber = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Beside the sign that is not the decimal one, what groups thousands.
constexpr std::array<std::string_view, 5> groupMarks {
    "'", " ", "\u00A0", "\u202F", "\u2019",
};

bool take(std::string_view &text, std::string_view mark)
{
    if (!text.starts_with(mark))
        return false;
    text.remove_prefix(mark.size());
    return true;
}

/// Signs, currency and brackets around a number; false when what is there is no such thing.
bool peel(std::string_view &text, bool &isNegative)
{
    if (text.starts_with('(') && text.ends_with(')')) {
        text = text.substr(1, text.size() - 2);
        isNegative = true;
    }
    int signs = isNegative ? 1 : 0;
    int currencies = 0;
    for (bool more = true; more && !text.empty();) {
        if (take(text, "-") || take(text, "\u2212")) {
            isNegative = true;
            ++signs;
        } else if (take(text, "+")) {
            ++signs;
        } else if (take(text, "$") || take(text, "@") || take(text, "\u20AC")
                   || take(text, "\u00A3")) {
            ++currencies;
        } else {
            more = take(text, " ");
        }
    }
    if (text.ends_with(" USD") || text.ends_with("USD"))
        text.remove_suffix(3);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return signs <= 1 && currencies <= 1;
}

/// The length of a mark between groups at the beginning of the text; 0: there is none.
std::size_t groupMark(std::string_view text, char otherSign)
{
    if (text.starts_with(otherSign))
        return 1;
    for (const std::string_view mark : groupMarks) {
        if (text.starts_with(mark))
            return mark.size();
    }
    return 0;
}

} // namespace

void DecimalSurvey::add(std::string_view text)
{
    const std::size_t point = text.rfind('.');
    const std::size_t comma = text.rfind(',');
    constexpr std::size_t none = std::string_view::npos;
    if (point == none && comma == none)
        return;
    if (point != none && comma != none) {
        ++(point > comma ? m_points : m_commas);
        return;
    }
    const char sign = point != none ? '.' : ',';
    const std::size_t at = point != none ? point : comma;
    std::size_t behind = 0;
    while (at + 1 + behind < text.size() && isDigit(text[at + 1 + behind]))
        ++behind;
    std::size_t before = 0;
    while (before < at && isDigit(text[at - 1 - before]))
        ++before;
    // Several are groups; one with three digits behind may be a group, unless 0 or four stand
    // before
    if (std::ranges::count(text, sign) > 1) {
        ++(sign == '.' ? m_commas : m_points);
        return;
    }
    const bool isZeroBefore = before == 1 && text[at - 1] == '0';
    if (behind != 3 || before == 0 || before > 3 || isZeroBefore)
        ++(sign == '.' ? m_points : m_commas);
    else
        ++m_open;
}

namespace fillnumbers {

bool isNothing(std::string_view text)
{
    constexpr std::array<std::string_view, 9> words { "",    "-",   "--",     "~",   "N/A",
                                                      "n/a", "NaN", "\u2014", "null" };
    return std::ranges::find(words, text) != words.end();
}

std::optional<std::string> plain(std::string_view text, DecimalSign sign)
{
    bool isNegative = false;
    if (text.size() > longestNumber || !peel(text, isNegative))
        return std::nullopt;
    const char decimal = sign == DecimalSign::Comma ? ',' : '.';
    const char other = sign == DecimalSign::Comma ? '.' : ',';

    std::string number = isNegative ? "-" : "";
    std::size_t digits = 0; // since the last mark
    std::size_t groups = 0;
    std::size_t wholeDigits = 0;
    while (!text.empty() && text.front() != decimal && text.front() != 'e' && text.front() != 'E') {
        if (isDigit(text.front())) {
            number += text.front();
            text.remove_prefix(1);
            ++digits;
            ++wholeDigits;
            continue;
        }
        const std::size_t mark = groupMark(text, other);
        const bool isPlace = groups == 0 ? digits >= 1 && digits <= 3 : digits == 3;
        if (mark == 0 || !isPlace)
            return std::nullopt;
        text.remove_prefix(mark);
        ++groups;
        digits = 0;
    }
    if (groups > 0 && digits != 3)
        return std::nullopt;
    std::size_t fractionDigits = 0;
    if (!text.empty() && text.front() == decimal) {
        text.remove_prefix(1);
        if (wholeDigits == 0)
            number += '0'; // ".5"
        number += '.';
        for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), ++fractionDigits)
            number += text.front();
        if (fractionDigits == 0)
            number += '0'; // "5."
    }
    if (wholeDigits + fractionDigits == 0)
        return std::nullopt;
    if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
        std::string_view exponent = text.substr(1);
        if (exponent.starts_with('-') || exponent.starts_with('+'))
            exponent.remove_prefix(1);
        if (exponent.empty() || exponent.size() > 3 || !std::ranges::all_of(exponent, isDigit))
            return std::nullopt;
        number += text;
        text = {};
    }
    if (!text.empty())
        return std::nullopt;
    return number;
}

} // namespace fillnumbers
} // namespace tapeline
