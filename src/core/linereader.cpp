#include "linereader.h"

namespace tapeline {

namespace {

constexpr std::size_t readSize = 256 * 1024;

std::string_view withoutCarriageReturn(std::string_view line)
{
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

} // namespace

Result<LineReader> LineReader::open(const QString &path)
{
    Result<std::unique_ptr<ByteSource>> source = ByteSource::open(path);
    if (!source)
        return source.error();
    return LineReader(*std::move(source));
}

bool LineReader::next(std::string_view &line)
{
    for (;;) {
        const std::size_t end = m_buffer.find('\n', m_scanned);
        if (end != std::string::npos) {
            line = withoutCarriageReturn(std::string_view(m_buffer).substr(m_begin, end - m_begin));
            m_begin = m_scanned = end + 1;
            ++m_lineNumber;
            return true;
        }
        m_scanned = m_buffer.size();
        if (m_atEnd)
            break;
        fill();
    }
    // What a broken file leaves of a line is not one
    if (m_begin == m_buffer.size() || !m_status)
        return false;
    line = withoutCarriageReturn(std::string_view(m_buffer).substr(m_begin));
    m_begin = m_buffer.size();
    ++m_lineNumber;
    return true;
}

void LineReader::fill()
{
    m_buffer.erase(0, m_begin);
    m_scanned -= m_begin;
    m_begin = 0;

    const std::size_t kept = m_buffer.size();
    m_buffer.resize(kept + readSize);
    const Result<qint64> count = m_source->read(m_buffer.data() + kept, readSize);
    m_buffer.resize(kept + static_cast<std::size_t>(count.value_or(0)));
    if (!count)
        m_status = count.error();
    m_atEnd = !count || *count == 0;
}

} // namespace tapeline
