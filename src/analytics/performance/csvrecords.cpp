#include "csvrecords.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr int sampledRecords = 50;
/// A quoted field longer than this was never closed: nobody writes so much into a cell.
constexpr std::size_t longestField = 64 * 1'024;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

CsvRecords::CsvRecords(std::string_view text, char delimiter)
    : m_text(text)
    , m_delimiter(delimiter)
{
}

bool CsvRecords::next()
{
    m_followsBlank = false;
    while (readRecord()) {
        const bool isEmpty
            = std::ranges::all_of(m_fields, [](std::string_view field) { return field.empty(); });
        if (!isEmpty || m_isBroken)
            return true;
        m_followsBlank = true;
    }
    return false;
}

bool CsvRecords::readRecord()
{
    m_fields.clear();
    m_parts.clear();
    m_isBroken = false;
    if (m_at >= m_text.size())
        return false;
    m_line = m_nextLine;
    const std::size_t begin = m_at;
    m_unquoted.clear();
    for (bool more = true; more;) {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (!readQuoted()) {
                m_at = begin;
                m_nextLine = m_line;
                readBroken();
                return true;
            }
        } else {
            readPlain();
        }
        more = m_at < m_text.size() && m_text[m_at] == m_delimiter;
        if (more)
            ++m_at; // behind the last one an empty field follows
    }
    endLine();
    return true;
}

/// The record without regard to quotes, so that one that is not closed harms one line alone.
void CsvRecords::readBroken()
{
    m_parts.clear();
    m_isBroken = true;
    for (bool more = true; more;) {
        readPlain();
        more = m_at < m_text.size() && m_text[m_at] == m_delimiter;
        if (more)
            ++m_at;
    }
    endLine();
}

bool CsvRecords::readQuoted()
{
    const std::size_t first = ++m_at;
    bool hasDoubled = false;
    for (;; ++m_at) {
        if (m_at >= m_text.size() || m_at - first > longestField)
            return false;
        const char c = m_text[m_at];
        if (c == '"') {
            if (m_at + 1 == m_text.size() || m_text[m_at + 1] != '"')
                break;
            hasDoubled = true;
            ++m_at;
        } else if (c == '\n' || (c == '\r' && !m_text.substr(m_at + 1).starts_with('\n'))) {
            ++m_nextLine;
        }
    }
    const std::string_view field = m_text.substr(first, m_at - first);
    ++m_at;
    while (m_at < m_text.size() && isBlank(m_text[m_at]) && m_text[m_at] != m_delimiter)
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] != m_delimiter && !isLineEnd(m_text[m_at]))
        return false;
    if (!hasDoubled) {
        m_parts.push_back({ first, field.size(), false });
        return true;
    }
    const std::size_t begin = m_unquoted.size();
    for (std::size_t at = 0; at < field.size(); ++at) {
        m_unquoted += field[at];
        at += field[at] == '"' ? 1 : 0; // of a doubled quote the first
    }
    m_parts.push_back({ begin, m_unquoted.size() - begin, true });
    return true;
}

void CsvRecords::readPlain()
{
    const std::size_t first = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_delimiter && !isLineEnd(m_text[m_at]))
        ++m_at;
    m_parts.push_back({ first, m_at - first, false });
}

void CsvRecords::makeFields()
{
    for (const Part &part : m_parts) {
        const std::string_view source = part.isUnquoted ? std::string_view(m_unquoted) : m_text;
        m_fields.push_back(trimmed(source.substr(part.begin, part.size)));
    }
}

void CsvRecords::endLine()
{
    makeFields();
    if (m_at >= m_text.size())
        return;
    const bool isPair = m_text.substr(m_at).starts_with("\r\n");
    m_at += isPair ? 2 : 1;
    ++m_nextLine;
}

char CsvRecords::detectDelimiter(std::string_view text)
{
    constexpr std::array candidates { ',', ';', '\t', '|' };
    char best = ',';
    std::size_t bestFields = 0;
    for (const char candidate : candidates) {
        CsvRecords records(text, candidate);
        std::size_t fields = 0;
        for (int count = 0; count < sampledRecords && records.next(); ++count)
            fields += records.isBroken() ? 0 : records.fields().size() - 1;
        if (fields > bestFields) {
            bestFields = fields;
            best = candidate;
        }
    }
    return best;
}

} // namespace tapeline
