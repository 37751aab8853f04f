#pragma once

#include "fillpreset.h"
#include "importedfill.h"
#include "textencoding.h"

#include <functional>

namespace tapeline {

/// Why a line is not taken in.
enum class FillFault : quint8 {
    Broken, ///< a quote is never closed
    TooShort, ///< fewer fields than the columns need
    TooLong, ///< more fields than the header
    BadTime,
    Future,
    TooEarly,
    BadSymbol,
    BadSide,
    BadQuantity,
    ZeroQuantity,
    SideAgainstSign,
    BadPrice,
    LowPrice, ///< not above 0
    BadFee,
    BadMultiplier,
    NoMultiplier, ///< what a contract is, is not known
    TooLarge,
    OtherCurrency,
    Cancelled,
    NothingHeld, ///< expired, but the file did not open it
    OtherContent, ///< an id of another fill of the file
};

/// What is wrong with a field of a line.
struct FillFileProblem
{
    qint64 line = 0; ///< from 1
    FillFault fault = FillFault::Broken;
    QString column {}; ///< of the header; empty where the whole line is meant
    QString value {}; ///< what was read

    friend bool operator==(const FillFileProblem &, const FillFileProblem &) = default;
};

/// One of the first lines, for people to compare.
struct FillPreviewLine
{
    qint64 line = 0;
    QStringList fields {}; ///< as they are written
    std::optional<ImportedFill> fill {}; ///< nothing when it is refused or no fill
    std::vector<FillFileProblem> problems {};
};

/// A file of fills that was opened, before its lines are read.
struct OpenedFillFile
{
    PlainText text;
    char delimiter = ',';
    const FillPreset *preset = nullptr; ///< null: not recognised
    QStringList header {};
    FillMapping mapping {}; ///< the preset's, or what the generic one finds
};

/// All that a file of fills holds.
struct FillFile
{
    std::vector<ImportedFill> fills {}; ///< oldest first
    std::vector<FillFileProblem> problems {}; ///< by their lines, at most keptProblems
    qint64 badLines = 0;
    qint64 otherLines = 0; ///< that are no fills: deposits, cancelled orders, other sections
    qint64 repeated = 0; ///< the same execution a second time, left out
    qint64 alike = 0; ///< without an id and like another: kept, they may be parts of one order
    qint64 undated = 0; ///< without a time of day
    qint64 charged = 0; ///< with a fee that was paid
    qint64 credited = 0; ///< with one that was received
    qint64 feesLeftOver = 0; ///< of trades that the file does not list
    QStringList unknownSymbols {}; ///< kept as they are written; at most keptSymbols are named
    DateSurvey::Verdict dates = DateSurvey::Verdict::Clear; ///< Clear once it was chosen
    DateOrder usedDates = DateOrder::MonthFirst;
    bool isDecimalOpen = false; ///< no number tells; false once it was chosen
    DecimalSign usedDecimal = DecimalSign::Point;
    std::vector<FillPreviewLine> preview {};
    bool isCancelled = false;

    static constexpr std::size_t keptProblems = 10'000;
    static constexpr qsizetype keptSymbols = 1'000;
    static constexpr std::size_t previewLines = 100;

    /// Whether it can be taken in: there are fills, no question is open, and no line is bad, unless
    /// those are left out.
    bool isReady(bool skipsBad) const
    {
        return !isCancelled && !fills.empty() && dates == DateSurvey::Verdict::Clear
            && !isDecimalOpen && (badLines == 0 || skipsBad);
    }
};

namespace fillfile {

inline constexpr qint64 largestFile = 200'000'000; ///< bytes
inline constexpr qint64 mostLines = 2'000'000;

/// Is told how much is done, 0 to 1; false stops.
using Progress = std::function<bool(double done)>;

/// Reads a file, plain, .gz or .zst, up to largestFile; NotFound, Storage, or Overflow when it is
/// larger.
Result<QByteArray> load(const QString &path);

/// Encoding, separator, form and columns. Malformed when it is no text or has no line with a
/// header; detail is a sentence for people. preset: "ibkr", refused when the file has no table of
/// it; empty: found by the header.
Result<OpenedFillFile> open(const QByteArray &bytes, const QString &preset = {});

/// The same of a text that is decoded already: as another form.
Result<OpenedFillFile> arrange(const PlainText &text, const QString &preset = {});

/// Reads all lines. Nothing is thrown away silently: a line is a fill, bad, or no fill at all.
/// now: no fill is later. Overflow beyond mostLines.
Result<FillFile> read(const OpenedFillFile &file, const FillMapping &mapping, Timestamp now,
                      const Progress &progress = {});

} // namespace fillfile
} // namespace tapeline
