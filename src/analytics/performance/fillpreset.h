#pragma once

#include "fillmapping.h"

#include <optional>
#include <span>
#include <string_view>

namespace tapeline {

/// Where in a file the lines of fills stand.
enum class FillTable : quint8 {
    Plain, ///< below the header, to the end of the file
    Titled, ///< below a title and a header, to the next empty line
    Prefixed, ///< lines whose first field is the title; the second says "Header" or "Data"
};

/// What a broker's export looks like: which table, which columns, which lines.
struct FillPreset
{
    struct Column
    {
        FillField field;
        QStringList names; ///< the first of them that the header has
    };
    /// Only lines with one of these values are fills, the others are left alone. Of several values
    /// those count that come first and are in the file: executions, where they are listed, else
    /// orders.
    struct LineRule
    {
        QString column;
        QStringList values;
        bool isOnlyFirst = false; ///< one kind of line, not several at once
    };

    QString key; ///< "ibkr": of the broker, several forms may share it
    QString broker; ///< "Interactive Brokers"
    QString form; ///< "Activity statement"
    FillTable table = FillTable::Plain;
    QStringList titles {}; ///< of its table
    QStringList signature {}; ///< columns that all must be in the header
    std::vector<Column> columns {};
    FillMapping formats {}; ///< everything but the columns
    std::vector<LineRule> lines {};
    /// A shorter line whose first field is one of these ends the table.
    QStringList endMarks {};
    /// A field of this column begins an order; lines without one are further legs of it, and of its
    /// time.
    QString packageColumn {};
    /// A line with one of these values and no side takes what is held out at a price of 0: an
    /// option that expired.
    LineRule removal {};
    /// Where the price is 0 it stands in this text, behind "@".
    QString priceText {};
    /// A line without a quantity, or with 0, is an order that was not filled.
    bool skipsUnfilled = false;

    /// Its columns by the names that a header has.
    FillMapping mapping(const QStringList &header) const;
};

/// In the order of their being tried; the last is the generic one.
std::span<const FillPreset> fillPresets();
/// The keys, once each: "ibkr", "thinkorswim", "tastytrade", "webull", "generic".
QStringList fillPresetKeys();
/// The place of a name in a header, or of "#3"; -1: there is none.
int fillColumn(const QStringList &header, const QString &name);

} // namespace tapeline
