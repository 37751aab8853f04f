#pragma once

#include "linereader.h"

#include <string>
#include <string_view>
#include <vector>

namespace tapeline {

/// A CSV file with a header line (RFC 4180, one record a line): fields may be quoted, quotes inside
/// are doubled.
class CsvReader
{
public:
    /// As LineReader::open(); Malformed when there is no header line.
    static Result<CsvReader> open(const QString &path);

    /// The place of a column; -1 when the file has none of that name.
    int column(std::string_view name) const;

    /// As the header calls it; empty for -1.
    std::string_view columnName(int column) const;

    /// Reads the next record; blank lines are skipped. False at the end and when status() is an
    /// error: a field too many or too few, an open quote, a file that cannot be read on.
    bool next();
    /// A field of the record read last, without its quotes; empty for column -1. Valid until
    /// next().
    std::string_view field(int column) const;

    qint64 lineNumber() const { return m_lines.lineNumber(); }
    Result<void> status() const { return m_status; }

private:
    explicit CsvReader(LineReader lines)
        : m_lines(std::move(lines))
    {
    }
    bool split(std::string_view line);
    bool fail(const QString &reason);

    LineReader m_lines;
    std::vector<std::string> m_columns;
    std::vector<std::string_view> m_fields;
    std::string m_unquoted; // the record's quoted fields, one after the other
    Result<void> m_status;
};

} // namespace tapeline
