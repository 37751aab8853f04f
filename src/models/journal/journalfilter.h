#pragma once

#include "tradebreakdown.h"
#include "tradenotes.h"
#include "traderesult.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>

namespace tapeline {

/// Which trades are looked at. A trade's day is that of its end in New York, while it is open that
/// of its opening. What is empty, none or Any lets all pass.
struct JournalFilter
{
    Q_GADGET

public:
    enum class Period : quint8 { All, Today, Week, Month, Quarter, Year, Range };
    Q_ENUM(Period)
    enum class Outcome : quint8 { Any, Winner, Loser, Even };
    Q_ENUM(Outcome)
    enum class State : quint8 { Any, Closed, Open };
    Q_ENUM(State)
    /// What the user wrote.
    enum class Notes : quint8 { Any, Written, None };
    Q_ENUM(Notes)
    /// Parts that can be taken away one by one, in the order they are named in.
    enum class Part : quint8 {
        Words,
        Period,
        Symbol,
        AssetClass,
        Direction,
        State,
        Outcome,
        Setup,
        Tag,
        Mistake,
        Rating,
        Multiple,
        Notes,
        Bucket
    };
    Q_ENUM(Part)

    /// An hour, a range of prices: a group of a breakdown that is not by words. For people it is
    /// worded by breakdowntext::group(breakdown, TradeGroup { .bucket = number }).
    struct Bucket
    {
        TradeBreakdown breakdown = TradeBreakdown::Hour;
        int number = 0;

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    QString market {}; ///< "simulated", "live", "replay", "import": how accounts' names begin
    QString account {}; ///< as journal.db names it
    QString words {}; ///< that are looked for in what was written
    Period period = Period::All;
    QDate from {}; ///< of a Range, both days in it
    QDate to {};
    QString symbol {}; ///< a trade's own, or one it was in; in any case
    std::optional<AssetClass> assetClass {};
    std::optional<TradeDirection> direction {};
    State state = State::Any;
    Outcome outcome = Outcome::Any; ///< of closed trades, by their net
    QString setup {}; ///< this one, in any case, like tag and mistake
    QString tag {};
    QString mistake {};
    int rating = 0; ///< at least; 0: all
    std::optional<double> least {}; ///< result in units of the planned risk
    std::optional<double> most {};
    Notes notes = Notes::Any;
    std::optional<Bucket> bucket {}; ///< of closed trades

    /// Without market and account, which are a choice of their own.
    std::vector<Part> parts() const;
    JournalFilter without(Part part) const;
    bool isEmpty() const { return parts().empty(); }
    /// The days meant, both in it; a null one where there is no bound. Weeks begin on Monday.
    std::pair<QDate, QDate> days(QDate today) const;
    bool asksForNotes() const
    {
        return !setup.isEmpty() || !tag.isEmpty() || !mistake.isEmpty() || rating > 0
            || notes != Notes::Any;
    }

    /// Without market and account: a saved filter holds for all of them.
    QJsonObject toJson() const;
    /// What is not known, or makes no sense, is left out.
    static JournalFilter fromJson(const QJsonObject &json);

    friend bool operator==(const JournalFilter &, const JournalFilter &) = default;
};

/// How the name of an account of the journal begins: "simulated".
QString accountMarket(const QString &account);

} // namespace tapeline
