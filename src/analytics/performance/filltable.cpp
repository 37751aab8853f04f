#include "filltable.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What stands above a table of its own is shorter.
constexpr int searchedRecords = 5'000;
constexpr std::size_t fewestColumns = 2;

QString textOf(std::string_view field)
{
    return QString::fromUtf8(field.data(), qsizetype(field.size())).remove(QChar(0x200B));
}

QStringList textsOf(std::span<const std::string_view> fields)
{
    QStringList texts;
    for (const std::string_view field : fields)
        texts.append(textOf(field));
    return texts;
}

std::size_t filledFields(std::span<const std::string_view> fields)
{
    return std::size_t(
        std::ranges::count_if(fields, [](std::string_view field) { return !field.empty(); }));
}

bool isSigned(const FillPreset &preset, const QStringList &header)
{
    if (preset.signature.isEmpty())
        return preset.mapping(header).missing().isEmpty();
    return std::ranges::all_of(
        preset.signature, [&header](const QString &name) { return fillColumn(header, name) >= 0; });
}

bool fitsPrefix(const FillPreset &preset, std::span<const std::string_view> fields,
                std::string_view kind)
{
    return fields.size() > fewestColumns && fields[1] == kind
        && preset.titles.contains(textOf(fields[0]));
}

} // namespace

FillTableReader::FillTableReader(std::string_view text, char delimiter, const FillPreset *preset)
    : m_records(text, delimiter)
    , m_preset(preset)
{
    if (preset && !preset->signature.isEmpty())
        m_mark = preset->signature.first().toStdString();
}

bool FillTableReader::next()
{
    while (m_records.next()) {
        if (isHeader())
            takeHeader();
        else if (isData())
            return true;
        else
            ++m_otherLines;
    }
    return false;
}

std::string_view FillTableReader::field(int column) const
{
    const auto fields = m_records.fields();
    return column >= 0 && std::size_t(column) < fields.size() ? fields[std::size_t(column)]
                                                              : std::string_view();
}

bool FillTableReader::isHeader() const
{
    const auto fields = m_records.fields();
    if (m_records.isBroken() || fields.size() < fewestColumns)
        return false;
    if (!m_preset)
        return m_headerNumber == 0 && filledFields(fields) >= fewestColumns;
    if (m_preset->table == FillTable::Prefixed)
        return fitsPrefix(*m_preset, fields, "Header");
    // Lines of data are told quickly
    if (m_isInside && std::ranges::find(fields, m_mark) == fields.end())
        return false;
    return isSigned(*m_preset, textsOf(fields));
}

bool FillTableReader::isData()
{
    const auto fields = m_records.fields();
    if (m_preset && m_preset->table == FillTable::Prefixed)
        return m_headerNumber > 0 && fitsPrefix(*m_preset, fields, "Data");
    if (!m_isInside)
        return false;
    const bool isAlone = filledFields(fields) < fewestColumns && !m_records.isBroken();
    if (m_preset && m_preset->table == FillTable::Titled)
        m_isInside = !m_records.followsBlank() && !isAlone;
    else if (isEnd())
        m_isInside = false;
    return m_isInside && !isAlone;
}

/// Its marks are symbols as well: a line of data has all fields.
bool FillTableReader::isEnd() const
{
    const auto fields = m_records.fields();
    return m_preset && fields.size() < std::size_t(m_header.size())
        && m_preset->endMarks.contains(textOf(fields.front()));
}

void FillTableReader::takeHeader()
{
    m_header = textsOf(m_records.fields());
    ++m_headerNumber;
    m_isInside = true;
}

const FillPreset *FillTableReader::recognise(std::string_view text, char delimiter,
                                             const QString &key)
{
    CsvRecords records(text, delimiter);
    const std::span<const FillPreset> presets = fillPresets();
    std::size_t best = presets.size();
    // Those that come first know more; what is recognised below may be more than what is above
    for (int count = 0; count < searchedRecords && records.next(); ++count) {
        if (records.fields().size() < fewestColumns)
            continue;
        const QStringList fields = textsOf(records.fields());
        for (std::size_t at = 0; at < best; ++at) {
            const FillPreset &preset = presets[at];
            const bool isAsked = key.isEmpty() || preset.key == key;
            const bool fits = preset.table == FillTable::Prefixed
                ? fitsPrefix(preset, records.fields(), "Header")
                : isSigned(preset, fields);
            if (isAsked && fits)
                best = at;
        }
        if (best == 0)
            break;
    }
    return best < presets.size() ? &presets[best] : nullptr;
}

} // namespace tapeline
