#pragma once

#include "traderecord.h"

#include <QByteArray>
#include <QDate>

namespace tapeline {

/// What something is written about: a trade, or a day of an account.
struct NoteSubject
{
    TradeKey trade; ///< of a day: its account without a number; empty for all accounts
    QDate day {}; ///< valid: a day is meant

    bool isDay() const { return day.isValid(); }
    friend bool operator==(const NoteSubject &, const NoteSubject &) = default;
    friend bool operator<(const NoteSubject &a, const NoteSubject &b)
    {
        return a.day != b.day ? a.day < b.day : a.trade < b.trade;
    }
};

/// What the user says about a trade, as it stands.
struct TradeNotes
{
    QString text {}; ///< Markdown without HTML
    QString setup {};
    QStringList tags {};
    QStringList mistakes {};
    int rating = 0; ///< 1 to 5; 0: none
    std::optional<Money> risk {}; ///< > 0: planned, where no stop tells, or it tells wrongly
    int attachments = 0;

    friend bool operator==(const TradeNotes &, const TradeNotes &) = default;
};

struct ChecklistItem
{
    QString text;
    bool isDone = false;

    friend bool operator==(const ChecklistItem &, const ChecklistItem &) = default;
};

/// What the user says about a day.
struct DayNotes
{
    QString plan {}; ///< Markdown without HTML, before the open
    QString review {}; ///< the same, after the close
    std::vector<ChecklistItem> checklist {};

    friend bool operator==(const DayNotes &, const DayNotes &) = default;
};

/// One change by the user. It is added to what was written before, never put in its place: the
/// newest of a kind counts, all are kept.
struct NoteEdit
{
    enum class Kind : quint8 {
        Text, ///< text
        Setup, ///< text
        Tags, ///< words
        Mistakes, ///< words
        Rating, ///< number 0 to 5
        Risk, ///< money; none takes it back
        Plan, ///< of a day: text
        Review, ///< the same
        Checklist, ///< of a day: items
        Attach, ///< text: file name, bytes: the file, at most 10 MB
        Detach, ///< number: of the attachment; its bytes are kept in the history
    };

    NoteSubject subject;
    Kind kind = Kind::Text;
    QString text {};
    QStringList words {};
    qint64 number = 0;
    std::optional<Money> money {};
    std::vector<ChecklistItem> items {};
    QByteArray bytes {};

    friend bool operator==(const NoteEdit &, const NoteEdit &) = default;
};

/// One line of what was written about a subject.
struct NoteRevision
{
    qint64 number = 0; ///< position in the journal
    Timestamp at {}; ///< of the wall clock
    NoteEdit edit; ///< of an attachment without its bytes
};

struct TradeAttachment
{
    qint64 number = 0; ///< position in the journal
    QString name;
    qint64 size = 0; ///< bytes
    Timestamp at {}; ///< of the wall clock

    friend bool operator==(const TradeAttachment &, const TradeAttachment &) = default;
};

} // namespace tapeline
