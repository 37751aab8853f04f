#pragma once

#include "journal.h"
#include "tradebarsport.h"

namespace tapeline::test {

/// A journal in memory behind the models of a view: edits come back as updates when deliver() is
/// called, as they would from the journal's thread.
class FakeJournalPort : public JournalPort, public TradeBarsPort
{
public:
    /// What was asked for, oldest first.
    std::vector<NoteEdit> edits;
    std::vector<TradeKey> loaded;
    QStringList searched;
    std::vector<std::vector<ImportedFill>> imported; ///< not the trials
    QStringList backups;
    /// What is answered.
    std::map<TradeKey, TradeDetail> details;
    std::map<qint64, QByteArray> attachments;
    std::vector<NoteSubject> found;
    std::vector<EquityPoint> equity;
    std::vector<Candle> bars;
    ImportOutcome outcome;
    std::optional<Error> refusal; ///< of everything

    void edit(const NoteEdit &edit, QObject *, const Answer<void> &answer) override
    {
        if (refusal)
            return answer(*refusal);
        edits.push_back(edit);
        answer({});
    }
    void keepPicture(const TradeKey &, bool, const QByteArray &) override { }
    void load(const TradeKey &trade, QObject *, const Answer<TradeDetail> &answer) override
    {
        loaded.push_back(trade);
        reply(answer, details[trade]);
    }
    void loadAttachment(qint64 number, QObject *, const Answer<QByteArray> &answer) override
    {
        reply(answer, attachments[number]);
    }
    void search(const QString &words, QObject *,
                const Answer<std::vector<NoteSubject>> &answer) override
    {
        searched.append(words);
        reply(answer, found);
    }
    void loadEquity(const QString &, QObject *,
                    const Answer<std::vector<EquityPoint>> &answer) override
    {
        reply(answer, equity);
    }
    void importFills(const QString &, const std::vector<ImportedFill> &fills, bool isTrial,
                     QObject *, const Answer<ImportOutcome> &answer) override
    {
        if (!isTrial && !refusal)
            imported.push_back(fills);
        reply(answer, outcome);
    }
    void backUp(const QString &file, QObject *, const Answer<void> &answer) override
    {
        backups.append(file);
        if (refusal)
            return answer(*refusal);
        answer({});
    }
    void loadBars(const QString &, Timeframe, Timestamp, Timestamp, QObject *,
                  const BarsAnswer &answer) override
    {
        reply(answer, bars);
    }

    /// Applies to the journal what the edits so far come to.
    void deliver(Journal &journal)
    {
        for (const NoteEdit &edit : std::exchange(edits, {}))
            journal.apply(edit.subject.isDay() ? dayUpdate(journal, edit)
                                               : tradeUpdate(journal, edit));
    }

private:
    template<typename Value, typename Ask> void reply(const Ask &answer, const Value &value)
    {
        if (refusal)
            answer(*refusal);
        else
            answer(value);
    }

    static JournalUpdate tradeUpdate(const Journal &journal, const NoteEdit &edit)
    {
        TradeNotes notes = journal.notes(edit.subject.trade);
        switch (edit.kind) {
        case NoteEdit::Kind::Text:
            notes.text = edit.text;
            break;
        case NoteEdit::Kind::Setup:
            notes.setup = edit.text;
            break;
        case NoteEdit::Kind::Tags:
            notes.tags = edit.words;
            break;
        case NoteEdit::Kind::Mistakes:
            notes.mistakes = edit.words;
            break;
        case NoteEdit::Kind::Rating:
            notes.rating = int(edit.number);
            break;
        case NoteEdit::Kind::Risk:
            notes.risk = edit.money;
            break;
        case NoteEdit::Kind::Attach:
            ++notes.attachments;
            break;
        case NoteEdit::Kind::Detach:
            --notes.attachments;
            break;
        default:
            break;
        }
        JournalUpdate update;
        update.noted.emplace_back(edit.subject.trade, notes);
        return update;
    }

    static JournalUpdate dayUpdate(const Journal &journal, const NoteEdit &edit)
    {
        DayNotes notes = journal.day(edit.subject);
        if (edit.kind == NoteEdit::Kind::Plan)
            notes.plan = edit.text;
        if (edit.kind == NoteEdit::Kind::Review)
            notes.review = edit.text;
        if (edit.kind == NoteEdit::Kind::Checklist)
            notes.checklist = edit.items;
        JournalUpdate update;
        update.dayNoted.emplace_back(edit.subject, notes);
        return update;
    }
};

} // namespace tapeline::test
