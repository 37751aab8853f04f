#include "csvreader.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

Result<CsvReader> CsvReader::open(const QString &path)
{
    Result<LineReader> lines = LineReader::open(path);
    if (!lines)
        return lines.error();
    CsvReader reader(*std::move(lines));
    std::string_view header;
    if (!reader.m_lines.next(header)) {
        const Result<void> status = reader.m_lines.status();
        return status ? Error { Error::Code::Malformed, u"there is no header line"_s }
                      : status.error();
    }
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (header.starts_with(byteOrderMark))
        header.remove_prefix(byteOrderMark.size());
    if (!reader.split(header))
        return reader.m_status.error();
    reader.m_columns.assign(reader.m_fields.begin(), reader.m_fields.end());
    return reader;
}

int CsvReader::column(std::string_view name) const
{
    const auto at = std::ranges::find(m_columns, name);
    return at == m_columns.end() ? -1 : static_cast<int>(at - m_columns.begin());
}

bool CsvReader::next()
{
    std::string_view line;
    do {
        if (!m_status || !m_lines.next(line)) {
            if (m_status)
                m_status = m_lines.status();
            return false;
        }
    } while (line.empty());

    if (!split(line))
        return false;
    if (m_fields.size() != m_columns.size())
        return fail(
            u"%1 fields where the header has %2"_s.arg(m_fields.size()).arg(m_columns.size()));
    return true;
}

std::string_view CsvReader::columnName(int column) const
{
    return column < 0 ? std::string_view() : m_columns[static_cast<std::size_t>(column)];
}

std::string_view CsvReader::field(int column) const
{
    return column < 0 ? std::string_view() : m_fields[static_cast<std::size_t>(column)];
}

bool CsvReader::split(std::string_view line)
{
    m_fields.clear();
    m_unquoted.clear();
    m_unquoted.reserve(line.size()); // views into it stay valid
    for (bool more = true; more;) {
        std::string_view field;
        if (line.starts_with('"')) {
            const std::size_t begin = m_unquoted.size();
            std::size_t at = 1;
            for (; at < line.size(); ++at) {
                if (line[at] == '"' && (at + 1 == line.size() || line[at + 1] != '"'))
                    break;
                at += line[at] == '"' ? 1 : 0; // of a doubled quote the second
                m_unquoted += line[at];
            }
            if (at == line.size())
                return fail(u"a quote is never closed"_s);
            line.remove_prefix(at + 1);
            if (!line.empty() && line.front() != ',')
                return fail(u"text follows a closing quote"_s);
            field = std::string_view(m_unquoted).substr(begin);
        } else {
            field = line.substr(0, line.find(','));
            line.remove_prefix(field.size());
        }
        m_fields.push_back(field);
        more = !line.empty();
        if (more)
            line.remove_prefix(1); // the comma; behind the last one an empty field follows
    }
    return true;
}

bool CsvReader::fail(const QString &reason)
{
    m_status = Error { Error::Code::Malformed, u"line %1: "_s.arg(lineNumber()) + reason };
    return false;
}

} // namespace tapeline
