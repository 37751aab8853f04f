#pragma once

#include "formedtrades.h"
#include "journalkeeper.h"
#include "journalwriter.h"
#include "keptevents.h"

#include <QTemporaryDir>

namespace tapeline::test {

/// A journal.db that an account writes to, as the market thread would.
class KeptJournal
{
public:
    KeptJournal()
    {
        if (!m_writer.open(path()))
            qFatal("no journal");
    }

    QString path() const { return m_folder.filePath(QStringLiteral("journal.db")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// What a desk's account has done since the last call; on the disk.
    void keep(const PaperDesk &desk, const QString &account = QStringLiteral("simulated/Paper"))
    {
        std::vector<JournalLine> lines;
        auto &[orders, books] = m_kept[account];
        for (; orders < desk.events.size(); ++orders) {
            const OrderEvent &event = desk.events[orders];
            lines.push_back({ account, keptevents::orderStream, event.sequence, event.at,
                              QByteArray::fromStdString(orderEventText(event)) });
        }
        for (; books < desk.books.size(); ++books) {
            const LedgerEvent &event = desk.books[books];
            lines.push_back({ account, keptevents::bookStream, event.sequence, event.at,
                              QByteArray::fromStdString(ledgerEventText(event)) });
        }
        write(std::move(lines));
    }
    void write(std::vector<JournalLine> &&lines)
    {
        m_writer.write(std::move(lines));
        m_writer.flush();
    }
    void addContext(const ContextLine &line,
                    const QString &account = QStringLiteral("simulated/Paper"))
    {
        write({ { account, keptevents::contextStream, ++m_context[account], tenOClock(),
                  QByteArray::fromStdString(contextLineText(line)) } });
    }

private:
    QTemporaryDir m_folder;
    JournalWriter m_writer;
    std::map<QString, std::pair<std::size_t, std::size_t>> m_kept;
    std::map<QString, quint64> m_context;
};

/// A window's side of a keeper: what it was told so far.
class ToldJournal
{
public:
    explicit ToldJournal(const QString &path) { keeper.open(path); }

    /// Waits until this holds; what is new is taken in between.
    template<typename Condition> bool waitUntil(Condition condition)
    {
        return QTest::qWaitFor(
            [&] {
                take();
                return condition();
            },
            20'000);
    }
    bool waitUntilFormed()
    {
        return waitUntil([this] { return isOpen && !isCatchingUp; });
    }
    void take()
    {
        for (const JournalUpdate &update : queue.take()) {
            if (update.trades) {
                isOpen = true;
                trades.clear();
                for (const TradeRecord &trade : *update.trades)
                    trades[trade.key] = trade;
                notes = *update.notes;
                days = *update.days;
                atOnce = update.trades->size();
                changes = 0;
            }
            for (const TradeRecord &trade : update.changed) {
                trades[trade.key] = trade;
                ++changes;
            }
            for (const TradeKey &key : update.gone)
                trades.erase(key);
            for (const auto &[key, noted] : update.noted)
                notes[key] = noted;
            for (const auto &[subject, day] : update.dayNoted)
                days[subject] = day;
            trouble = update.trouble.value_or(trouble);
            isCatchingUp = update.isCatchingUp.value_or(isCatchingUp);
        }
    }

    /// The answer to what was asked; waits for it.
    template<typename Value, typename Ask> Result<Value> ask(Ask question)
    {
        std::optional<Result<Value>> answer;
        question(&m_context, [&](const Result<Value> &told) { answer = told; });
        if (!waitUntil([&] { return answer.has_value(); }))
            return Error { Error::Code::Cancelled, QStringLiteral("no answer") };
        return *answer;
    }
    Result<void> edit(const NoteEdit &edit)
    {
        return ask<void>([&](QObject *context, const JournalKeeper::Answer<void> &answer) {
            keeper.edit(edit, context, answer);
        });
    }

    bool isOpen = false;
    std::size_t atOnce = 0; ///< trades that came with the opening
    int changes = 0; ///< trades that came after it
    std::map<TradeKey, TradeRecord> trades;
    std::map<TradeKey, TradeNotes> notes;
    std::map<NoteSubject, DayNotes> days;
    QString trouble;
    bool isCatchingUp = false;
    JournalQueue queue { [] {} };
    SystemWallClock wall;
    JournalKeeper keeper { queue, wall };

private:
    QObject m_context;
};

} // namespace tapeline::test
