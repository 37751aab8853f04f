#pragma once

#include "result.h"
#include "tradenotes.h"

#include <span>

namespace tapeline {

/// What the user writes, as journal.db keeps it and as it adds up.
namespace notetext {

/// Of a kind in the table "note": "text", "setup", ... "detach".
QString kindName(NoteEdit::Kind kind);

/// Tags, mistakes and names of files without blanks around them; words once, empty ones left out.
NoteEdit tidied(NoteEdit edit);
/// InvalidArgument with a sentence when a tidied edit cannot be: its kind is not of its subject,
/// its number is out of range, it is too long. Whether an attachment is there it does not know.
Result<void> check(const NoteEdit &edit);

/// The text it is kept as; bytes are kept elsewhere.
QString valueOf(const NoteEdit &edit);
/// The inverse; Malformed for anything else.
Result<NoteEdit> fromValue(const NoteSubject &subject, const QString &kind, const QString &value);

/// Takes another edit on: the newest of a kind counts. Edits of the other kind of subject are none
/// of theirs.
void apply(TradeNotes &notes, const NoteEdit &edit);
void apply(DayNotes &notes, const NoteEdit &edit);

/// What is searched.
QString words(const TradeNotes &notes);
QString words(const DayNotes &notes);

} // namespace notetext
} // namespace tapeline
