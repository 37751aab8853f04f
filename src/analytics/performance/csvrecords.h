#pragma once

#include <QtGlobal>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tapeline {

/// The records of a text with separated values, whatever program wrote it (RFC 4180 and what is
/// usual beside it): any separator, records of any number of fields, line ends \n, \r\n or \r, and
/// quoted fields over several lines. A reader of known files is CsvReader.
class CsvRecords
{
public:
    /// The text, in UTF-8, outlives the reader.
    CsvRecords(std::string_view text, char delimiter);

    /// Reads the next record that is not empty; false at the end.
    bool next();

    /// Of the record read last, without quotes and without blanks around; valid until next().
    std::span<const std::string_view> fields() const { return m_fields; }
    /// Whether a quote was never closed, or text follows a closed one. Such a record is one line.
    bool isBroken() const { return m_isBroken; }
    /// The line on which the record read last begins, from 1.
    qint64 line() const { return m_line; }
    /// Whether empty lines stand before the record read last.
    bool followsBlank() const { return m_followsBlank; }
    /// Bytes of the text that were read.
    std::size_t position() const { return m_at; }

    /// Which of , ; tab and | separates the fields: the one that the first records agree on.
    static char detectDelimiter(std::string_view text);

private:
    /// A field as a place: views are made once nothing moves any more.
    struct Part
    {
        std::size_t begin;
        std::size_t size;
        bool isUnquoted; ///< of m_unquoted, else of the text
    };

    bool readRecord();
    void readBroken();
    bool readQuoted();
    void readPlain();
    void endLine();
    void makeFields();

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
    qint64 m_nextLine = 1;
    qint64 m_line = 0;
    bool m_isBroken = false;
    bool m_followsBlank = false;
    std::vector<Part> m_parts;
    std::vector<std::string_view> m_fields;
    std::string m_unquoted; ///< fields with doubled quotes, one after the other
};

} // namespace tapeline
