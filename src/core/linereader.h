#pragma once

#include "bytesource.h"

#include <memory>
#include <string>
#include <string_view>

namespace tapeline {

/// A text file line by line, plain, .gz or .zst alike; "-" is standard input. Lines may be of any
/// length.
class LineReader
{
public:
    /// NotFound or Storage when the file cannot be opened.
    static Result<LineReader> open(const QString &path);

    /// The next line without its end (\n or \r\n), valid until the next call. False at the end of
    /// the file and when it cannot be read on: see status(). A last line without an end is a line.
    bool next(std::string_view &line);

    /// Of the line read last, from 1.
    qint64 lineNumber() const { return m_lineNumber; }
    /// Whether reading stopped before the end of the file, and why.
    Result<void> status() const { return m_status; }

private:
    explicit LineReader(std::unique_ptr<ByteSource> source)
        : m_source(std::move(source))
    {
    }
    void fill();

    std::unique_ptr<ByteSource> m_source;
    std::string m_buffer;
    std::size_t m_begin = 0; // of what was not handed out yet
    std::size_t m_scanned = 0; // no line end before here
    qint64 m_lineNumber = 0;
    bool m_atEnd = false;
    Result<void> m_status;
};

} // namespace tapeline
