#pragma once

#include "fillnumbers.h"
#include "filltimes.h"
#include "result.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace tapeline {

/// What a column of a file of fills may hold.
enum class FillField : quint8 {
    At, ///< date and time
    Date,
    Time, ///< of day
    Symbol,
    Side,
    Quantity, ///< with a sign where no column says the side
    Price,
    Fee, ///< several are summed
    Multiplier,
    Kind, ///< of what was traded
    Currency,
    Execution, ///< the broker's id of the fill
    Order, ///< the broker's id of its order
    Underlying,
    Expiry,
    Strike,
    Right, ///< call or put
};

inline constexpr int fillFieldCount = int(FillField::Right) + 1;

/// How the columns of a file become fills.
struct FillMapping
{
    /// The column of each: its name in the header, without regard to case, or "#3" for the third.
    std::vector<std::pair<FillField, QString>> columns {};
    DateOrder dates = DateOrder::ByFile;
    DecimalSign decimal = DecimalSign::ByFile;
    QString zone = QStringLiteral("America/New_York"); ///< of times without one; or "local"
    bool areFeesNegative = false; ///< what is paid is below zero in the file
    bool isPriceOfContract = false; ///< and not of a unit: it is divided by the multiplier

    /// The first column of a field; empty when it has none.
    QString column(FillField field) const;
    bool has(FillField field) const { return !column(field).isEmpty(); }
    void set(FillField field, const QString &column);

    /// As people write it for the command line and settings keep it: "at=Trade Date;symbol=Ticker;
    /// qty=Size;price=Price;fee=Comm;fee=Tax;dates=day-first;decimal=comma;zone=UTC". Reads back.
    QString text() const;
    /// InvalidArgument with the reason for people.
    static Result<FillMapping> parse(const QString &text);
    /// The same, where what the text does not speak of stays as it is.
    Result<FillMapping> changed(const QString &text) const;
    /// "symbol", as text() writes it.
    static QString key(FillField field);
    /// What is missing before a fill can be read of it, as keys; empty when nothing is.
    QStringList missing() const;

    friend bool operator==(const FillMapping &, const FillMapping &) = default;
};

} // namespace tapeline
