#pragma once

#include "csvrecords.h"
#include "fillpreset.h"

namespace tapeline {

/// The lines of the table of fills in a file, with the header that holds for each.
class FillTableReader
{
public:
    /// Text and preset outlive the reader. Without a preset the first line of two fields and more
    /// is the header.
    FillTableReader(std::string_view text, char delimiter, const FillPreset *preset);

    /// The next line below a header; false at the end.
    bool next();
    /// Of the line read last; another one than before where headerNumber() is another.
    const QStringList &header() const { return m_header; }
    int headerNumber() const { return m_headerNumber; }
    const CsvRecords &record() const { return m_records; }
    /// The field of a column of header(); empty for -1 and where the line is too short.
    std::string_view field(int column) const;
    /// Lines that stand outside the table or are no lines of data.
    qint64 otherLines() const { return m_otherLines; }

    /// The form of a file; null when it is none that is known. Only presets of this key are tried,
    /// unless it is empty.
    static const FillPreset *recognise(std::string_view text, char delimiter, const QString &key);

private:
    bool isHeader() const;
    bool isData();
    bool isEnd() const;
    void takeHeader();

    CsvRecords m_records;
    const FillPreset *m_preset;
    std::string m_mark; ///< a name that is in every header
    QStringList m_header;
    int m_headerNumber = 0;
    bool m_isInside = false;
    qint64 m_otherLines = 0;
};

} // namespace tapeline
