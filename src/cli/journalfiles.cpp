#include "journalfiles.h"

#include "clocks.h"
#include "journalexport.h"
#include "jsonline.h"
#include "reporthtml.h"

#include <QFile>
#include <QSaveFile>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where an export goes: a file that appears once it is whole, or standard output.
class Output
{
public:
    Result<void> open(const QString &path)
    {
        if (path == "-"_L1)
            return m_standard.open(stdout, QIODevice::WriteOnly) ? Result<void>()
                                                                 : failed(m_standard);
        m_file.setFileName(path);
        m_isFile = true;
        return m_file.open(QIODevice::WriteOnly) ? Result<void>() : failed(m_file);
    }
    Result<void> write(const QByteArray &text)
    {
        QFileDevice &device = m_isFile ? static_cast<QFileDevice &>(m_file) : m_standard;
        m_bytes += text.size();
        return device.write(text) == text.size() ? Result<void>() : failed(device);
    }
    Result<void> finish()
    {
        if (m_isFile)
            return m_file.commit() ? Result<void>() : failed(m_file);
        return m_standard.flush() ? Result<void>() : failed(m_standard);
    }
    bool isFile() const { return m_isFile; }
    qint64 bytes() const { return m_bytes; }

private:
    static Error failed(const QFileDevice &device)
    {
        return { Error::Code::Storage, device.errorString() };
    }

    QSaveFile m_file;
    QFile m_standard;
    bool m_isFile = false;
    qint64 m_bytes = 0;
};

JournalExport::Format textFormat(JournalRequest::Format format)
{
    if (format == JournalRequest::Format::Executions)
        return JournalExport::Format::Executions;
    return format == JournalRequest::Format::Everything ? JournalExport::Format::Everything
                                                        : JournalExport::Format::Trades;
}

/// What is not in a journal that was read whole: histories and attachments.
class Histories
{
public:
    /// A file of an earlier version has none.
    void open(const QString &file)
    {
        m_isOpen = m_archive.open(file, TradeArchive::Access::ReadOnly).has_value();
    }
    /// Of a trade about which something was written.
    Result<void> add(TradeDetail &detail) const
    {
        if (!m_isOpen)
            return {};
        Result<std::vector<NoteRevision>> revisions = m_archive.revisions({ detail.key });
        if (!revisions)
            return revisions.error();
        detail.revisions = *std::move(revisions);
        Result<std::vector<TradeAttachment>> attachments = m_archive.attachments(detail.key);
        if (!attachments)
            return attachments.error();
        detail.attachments = *std::move(attachments);
        return {};
    }
    Result<void> add(ExportedDay &day) const
    {
        if (!m_isOpen)
            return {};
        Result<std::vector<NoteRevision>> revisions = m_archive.revisions(day.subject);
        if (!revisions)
            return revisions.error();
        day.revisions = *std::move(revisions);
        return {};
    }

private:
    TradeArchive m_archive;
    bool m_isOpen = false;
};

Result<std::vector<ExportedDay>> daysOf(const JournalChoice &choice, const JournalRequest &request,
                                        const Histories &histories)
{
    std::vector<ExportedDay> days;
    for (const auto &[subject, notes] : choice.journal().days) {
        const QString &account = subject.trade.account;
        const bool isAsked = (!request.from.isValid() || subject.day >= request.from)
            && (!request.to.isValid() || subject.day <= request.to)
            && (request.account.isEmpty() || account.isEmpty() || account == choice.account());
        if (!isAsked)
            continue;
        ExportedDay &day = days.emplace_back(ExportedDay { subject, notes });
        if (const Result<void> added = histories.add(day); !added)
            return added.error();
    }
    return days;
}

Result<void> writeTrades(const JournalChoice &choice, const JournalRequest &request, Output &output)
{
    JournalExport text(textFormat(request.format));
    Histories histories;
    const bool isEverything = request.format == JournalRequest::Format::Everything;
    if (isEverything)
        histories.open(request.file());
    Result<void> done = output.write(text.begin());
    for (const TradeRecord *trade : choice.trades()) {
        if (!done)
            return done;
        TradeDetail detail;
        detail.key = trade->key;
        const auto executions = choice.journal().executions.find(trade->key);
        if (executions != choice.journal().executions.end())
            detail.executions = executions->second;
        const TradeNotes &notes = choice.notes(trade->key);
        if (choice.journal().notes.contains(trade->key))
            if (const Result<void> added = histories.add(detail); !added)
                return added.error();
        done = output.write(text.trade({ trade, &notes, &detail }));
    }
    if (!done)
        return done;
    const Result<std::vector<ExportedDay>> days = isEverything
        ? daysOf(choice, request, histories)
        : Result<std::vector<ExportedDay>>(std::vector<ExportedDay>());
    return days ? output.write(text.end(*days)) : Result<void>(days.error());
}

Result<void> writeReport(const JournalChoice &choice, const JournalRequest &request, Output &output)
{
    const std::vector<StudiedTrade> trades = choice.studied();
    ReportSubject subject;
    subject.trades = trades;
    subject.equity = choice.equity();
    subject.account = choice.account();
    subject.from = request.from;
    subject.to = request.to;
    subject.writtenAt = SystemWallClock().utc();
    subject.areAllOfPeriod = request.isOfPeriod();
    return output.write(
        reportHtml(performanceReport(subject, QLocale(QLocale::English, QLocale::UnitedStates))));
}

} // namespace

ExitCode runJournalExport(const JournalRequest &request, Console &console)
{
    const bool isReport = request.format == JournalRequest::Format::Report;
    const bool needsExecutions
        = !isReport && JournalExport::needsDetails(textFormat(request.format));
    const Result<JournalChoice> choice = loadChoice(request, needsExecutions);
    if (!choice)
        return console.fail(u"The journal cannot be read: %1."_s.arg(choice.error().detail));
    Output output;
    Result<void> done = output.open(request.output);
    if (done)
        done = isReport ? writeReport(*choice, request, output)
                        : writeTrades(*choice, request, output);
    if (done)
        done = output.finish();
    if (!done)
        return console.fail(u"The journal cannot be written out: %1."_s.arg(done.error().detail));
    if (!output.isFile())
        return ExitCode::Success;
    const auto count = qint64(choice->trades().size());
    if (request.json)
        console.print(JsonLine()
                          .addText("file", request.output)
                          .add("trades", count)
                          .add("bytes", output.bytes())
                          .text());
    else
        console.say(u"%1 trades were written to %2."_s.arg(count).arg(request.output));
    return ExitCode::Success;
}

} // namespace tapeline
