#include "fillfile.h"

#include "bytesource.h"
#include "cashfees.h"
#include "fillline.h"
#include "fillsequence.h"
#include "filltable.h"

#include <QSet>

#include <algorithm>

namespace tapeline::fillfile {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 readSize = 1 << 20;
constexpr qint64 linesBetweenProgress = 4'096;
constexpr double surveyShare = 0.3; // of the work
constexpr qint64 linesOfCharges = 5'000; // that are looked at for their signs
constexpr qint64 mostlyNegative = 9; // charges to one rebate

using Line = FillLineReader::Line;

Error malformed(const QString &sentence)
{
    return { Error::Code::Malformed, sentence };
}

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.data(), std::size_t(bytes.size()) };
}

bool isNegative(std::string_view number)
{
    const auto own = fillnumbers::plain(number, DecimalSign::Point);
    const auto plain = own ? own : fillnumbers::plain(number, DecimalSign::Comma);
    return plain && plain->starts_with('-') && plain->find_first_of("123456789") < plain->size();
}

bool isPositive(std::string_view number)
{
    return number.find_first_of("123456789") < number.size() && !isNegative(number);
}

/// Whether nearly all fees at its beginning are below zero: some brokers write so what was paid.
bool areChargesNegative(const OpenedFillFile &file)
{
    FillTableReader rows(viewOf(file.text.utf8), file.delimiter, file.preset);
    qint64 negative = 0;
    qint64 positive = 0;
    for (qint64 line = 0; line < linesOfCharges && rows.next(); ++line)
        for (const auto &[field, column] : file.mapping.columns) {
            if (field != FillField::Fee || rows.record().isBroken())
                continue;
            const std::string_view fee = rows.field(fillColumn(rows.header(), column));
            negative += isNegative(fee) ? 1 : 0;
            positive += isPositive(fee) ? 1 : 0;
        }
    return negative > mostlyNegative * positive;
}

/// The two passes over one file.
class Reading
{
public:
    Reading(const OpenedFillFile &file, const FillMapping &mapping, Timestamp now,
            const fillfile::Progress &progress)
        : m_file(file)
        , m_mapping(mapping)
        , m_now(now)
        , m_progress(progress)
    {
    }

    Result<FillFile> run();

private:
    void survey();
    void decide(const DateSurvey &dates, const DecimalSurvey &decimals);
    Result<void> readLines();
    void take(FillLineReader &reader, FillLineReader::Outcome outcome, const Line &line);
    void noteUnknown(const QString &symbol);
    bool goesOn(qint64 lines, std::size_t position, double share, double before);
    FillTableReader table() const
    {
        return FillTableReader(viewOf(m_file.text.utf8), m_file.delimiter, m_file.preset);
    }

    const OpenedFillFile &m_file;
    FillMapping m_mapping;
    Timestamp m_now;
    const fillfile::Progress &m_progress;
    FillFile m_result;
    QStringList m_unwanted;
    QSet<QString> m_unknown;
    std::vector<Line> m_lines;
    bool m_hasHead = false; ///< the last line may be followed by further legs
};

Result<FillFile> Reading::run()
{
    if (!m_mapping.missing().isEmpty())
        return Error { Error::Code::InvalidArgument,
                       u"no column is chosen for: %1"_s.arg(m_mapping.missing().join(u", "_s)) };
    if (!FillClock::zone(m_mapping.zone).isValid())
        return Error { Error::Code::InvalidArgument,
                       u"\"%1\" is no time zone"_s.arg(m_mapping.zone) };
    survey();
    if (const Result<void> done = readLines(); !done)
        return done.error();
    if (m_result.isCancelled)
        return std::move(m_result);
    FillSequence(m_lines, m_result).arrange();
    m_result.fills.reserve(m_lines.size());
    for (Line &line : m_lines) {
        m_result.undated += line.hasTime ? 0 : 1;
        m_result.charged += line.fill.fee > Money() ? 1 : 0;
        m_result.credited += line.fill.fee < Money() ? 1 : 0;
        if (!line.isKnown)
            noteUnknown(line.fill.symbol);
        m_result.fills.push_back(std::move(line.fill));
    }
    if (m_file.preset && m_file.preset->table == FillTable::Titled)
        m_result.feesLeftOver
            = cashfees::add(viewOf(m_file.text.utf8), m_file.delimiter, m_mapping, m_result.fills);
    std::ranges::stable_sort(m_result.problems, {}, &FillFileProblem::line);
    return std::move(m_result);
}

void Reading::noteUnknown(const QString &symbol)
{
    if (m_result.unknownSymbols.size() < FillFile::keptSymbols && !m_unknown.contains(symbol)) {
        m_unknown.insert(symbol);
        m_result.unknownSymbols.append(symbol);
    }
}

/// What all lines together say of the file's notation.
void Reading::survey()
{
    FillTableReader rows = table();
    FillLineReader reader(m_mapping, m_file.preset, m_now);
    const FillField date = m_mapping.has(FillField::At) ? FillField::At : FillField::Date;
    DateSurvey dates;
    DecimalSurvey decimals;
    QSet<QString> kinds;
    for (qint64 lines = 0; rows.next() && lines < mostLines; ++lines) {
        if (rows.record().isBroken())
            continue;
        dates.add(reader.text(rows, date));
        for (const FillField field : { FillField::Price, FillField::Quantity, FillField::Fee })
            decimals.add(reader.text(rows, field));
        if (const QString kind = reader.kindOf(rows); !kind.isEmpty())
            kinds.insert(kind.toLower());
        if (!goesOn(lines, rows.record().position(), surveyShare, 0))
            return;
    }
    decide(dates, decimals);
    if (!m_file.preset)
        return;
    for (const FillPreset::LineRule &rule : m_file.preset->lines) {
        bool isFound = false;
        for (const QString &value : rule.values) {
            if (rule.isOnlyFirst && isFound)
                m_unwanted.append(value);
            isFound = isFound || kinds.contains(value.toLower());
        }
    }
}

void Reading::decide(const DateSurvey &dates, const DecimalSurvey &decimals)
{
    if (m_mapping.dates == DateOrder::ByFile) {
        m_result.dates = dates.verdict();
        m_mapping.dates = dates.order();
    }
    if (m_mapping.decimal == DecimalSign::ByFile) {
        // Who separates fields by commas writes a point into numbers
        m_result.isDecimalOpen = decimals.isOpen() && m_file.delimiter != ',';
        m_mapping.decimal = decimals.sign();
    }
    m_result.usedDates = m_mapping.dates;
    m_result.usedDecimal = m_mapping.decimal;
}

Result<void> Reading::readLines()
{
    if (m_result.isCancelled)
        return {};
    FillTableReader rows = table();
    FillLineReader reader(m_mapping, m_file.preset, m_now);
    reader.setUnwanted(m_unwanted);
    Line line;
    qint64 lines = 0;
    for (; rows.next(); ++lines) {
        if (lines >= mostLines)
            return Error { Error::Code::Overflow,
                           u"the file has more than %1 lines"_s.arg(mostLines) };
        const FillLineReader::Outcome outcome = reader.read(rows, line);
        take(reader, outcome, line);
        if (m_result.preview.size() < FillFile::previewLines
            && outcome != FillLineReader::Outcome::Other) {
            FillPreviewLine preview { line.number, {}, {}, reader.problems() };
            for (int column = 0; column < int(rows.header().size()); ++column) {
                const std::string_view field = rows.field(column);
                preview.fields.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
            }
            if (outcome == FillLineReader::Outcome::Fill)
                preview.fill = line.fill;
            m_result.preview.push_back(std::move(preview));
        }
        if (!goesOn(lines, rows.record().position(), 1 - surveyShare, surveyShare))
            return {};
    }
    m_result.otherLines += rows.otherLines();
    return {};
}

void Reading::take(FillLineReader &reader, FillLineReader::Outcome outcome, const Line &line)
{
    switch (outcome) {
    case FillLineReader::Outcome::Other:
        ++m_result.otherLines;
        m_hasHead = false;
        return;
    case FillLineReader::Outcome::Bad:
        ++m_result.badLines;
        m_hasHead = m_hasHead && reader.isFurtherLeg();
        for (const FillFileProblem &problem : reader.problems()) {
            if (m_result.problems.size() < FillFile::keptProblems)
                m_result.problems.push_back(problem);
        }
        return;
    case FillLineReader::Outcome::Fill:
        break;
    }
    m_lines.push_back(line);
    if (!reader.isFurtherLeg()) {
        m_hasHead = true;
        return;
    }
    // Legs are one trade with what they stand below
    if (m_lines.back().fill.order.isEmpty())
        m_lines.back().fill.order = reader.package();
    if (m_hasHead && m_lines.size() > 1 && m_lines[m_lines.size() - 2].fill.order.isEmpty())
        m_lines[m_lines.size() - 2].fill.order = reader.package();
}

bool Reading::goesOn(qint64 lines, std::size_t position, double share, double before)
{
    if (!m_progress || lines % linesBetweenProgress != 0)
        return true;
    const double done = double(position) / double(qMax(m_file.text.utf8.size(), qsizetype(1)));
    m_result.isCancelled = !m_progress(before + share * done);
    return !m_result.isCancelled;
}

} // namespace

Result<QByteArray> load(const QString &path)
{
    const Result<std::unique_ptr<ByteSource>> source = ByteSource::open(path);
    if (!source)
        return source.error();
    QByteArray bytes;
    for (;;) {
        const qsizetype known = bytes.size();
        bytes.resize(known + readSize);
        const Result<qint64> count = (*source)->read(bytes.data() + known, readSize);
        if (!count)
            return count.error();
        bytes.resize(known + qsizetype(*count));
        if (*count == 0)
            return bytes;
        if (bytes.size() > largestFile)
            return Error { Error::Code::Overflow,
                           u"the file is larger than %1 MB"_s.arg(largestFile / 1'000'000) };
    }
}

Result<OpenedFillFile> open(const QByteArray &bytes, const QString &preset)
{
    if (bytes.size() > largestFile)
        return Error { Error::Code::Overflow,
                       u"the file is larger than %1 MB"_s.arg(largestFile / 1'000'000) };
    const Result<PlainText> text = textencoding::decode(bytes);
    if (!text)
        return text.error();
    return arrange(*text, preset);
}

Result<OpenedFillFile> arrange(const PlainText &text, const QString &preset)
{
    if (text.utf8.trimmed().isEmpty())
        return malformed(u"the file is empty"_s);
    OpenedFillFile file;
    file.text = text;
    const std::string_view view = viewOf(file.text.utf8);
    file.delimiter = CsvRecords::detectDelimiter(view);
    file.preset = FillTableReader::recognise(view, file.delimiter, preset);
    if (!file.preset && !preset.isEmpty())
        return malformed(u"the file has no table of this form"_s);
    FillTableReader rows(view, file.delimiter, file.preset);
    const bool hasLines = rows.next();
    file.header = rows.header();
    if (file.header.isEmpty())
        return malformed(u"no line of the file has columns"_s);
    if (!hasLines)
        return malformed(u"the file has a header and no lines below it"_s);
    const FillPreset &form = file.preset ? *file.preset : fillPresets().back();
    file.mapping = form.mapping(file.header);
    if (&form == &fillPresets().back())
        file.mapping.areFeesNegative = areChargesNegative(file);
    return file;
}

Result<FillFile> read(const OpenedFillFile &file, const FillMapping &mapping, Timestamp now,
                      const Progress &progress)
{
    return Reading(file, mapping, now, progress).run();
}

} // namespace tapeline::fillfile
