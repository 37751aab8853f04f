#include "journalexporter.h"

#include "clocks.h"
#include "reporthtml.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t mostUnderWay = 16;

JournalExport::Format textFormat(ExportRequest::Format format)
{
    if (format == ExportRequest::Format::Executions)
        return JournalExport::Format::Executions;
    return format == ExportRequest::Format::Everything ? JournalExport::Format::Everything
                                                       : JournalExport::Format::Trades;
}

} // namespace

JournalExporter::JournalExporter(Journal &journal, Printer printer, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_printer(std::move(printer))
{
}

void JournalExporter::start(const ExportRequest &request)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_request = request;
    m_asked = m_taken = 0;
    m_keys.clear();
    for (const TradeRecord &trade : m_journal.trades())
        if (isAsked(trade))
            m_keys.push_back(trade.key);
    if (request.format == ExportRequest::Format::Page
        || request.format == ExportRequest::Format::Print) {
        const QString account = reportAccount();
        if (account.isEmpty())
            return writeReport({});
        return m_journal.port().loadEquity(
            account, this, [this, run = m_run](const Result<std::vector<EquityPoint>> &points) {
                if (run != m_run)
                    return;
                const std::vector<EquityPoint> none;
                writeReport(equityWithin(points ? *points : none, m_request.from, m_request.to));
            });
    }
    m_file = std::make_unique<QSaveFile>(request.file);
    m_text = std::make_unique<JournalExport>(textFormat(request.format));
    if (!m_file->open(QIODevice::WriteOnly))
        return end(Error { Error::Code::Storage, m_file->errorString() });
    m_file->write(m_text->begin());
    if (!JournalExport::needsDetails(textFormat(request.format)))
        return writePlain();
    loadNext();
}

void JournalExporter::cancel()
{
    ++m_run;
    m_isRunning = false;
    m_file.reset(); // what was written of it goes
}

bool JournalExporter::isAsked(const TradeRecord &trade) const
{
    const QDate day = tradeDay(trade);
    return (m_request.account.isEmpty() || trade.key.account == m_request.account)
        && (!m_request.from.isValid() || day >= m_request.from)
        && (!m_request.to.isValid() || day <= m_request.to);
}

void JournalExporter::writePlain()
{
    for (const TradeKey &key : m_keys)
        m_file->write(m_text->trade({ m_journal.trade(key), &m_journal.notes(key) }));
    finishText();
}

/// Some are asked for at once, so that neither side waits for the other.
void JournalExporter::loadNext()
{
    if (m_taken == m_keys.size())
        return finishText();
    while (m_isRunning && m_asked < m_keys.size() && m_asked - m_taken < mostUnderWay) {
        const TradeKey key = m_keys[m_asked++];
        m_journal.port().load(key, this, [this, run = m_run](const Result<TradeDetail> &detail) {
            take(run, detail);
        });
    }
}

void JournalExporter::take(quint64 run, const Result<TradeDetail> &detail)
{
    if (run != m_run)
        return;
    if (!detail)
        return end(detail.error());
    const TradeKey &key = m_keys[m_taken++];
    const TradeRecord *trade = m_journal.trade(key);
    if (trade) // else it has become part of another one meanwhile
        m_file->write(m_text->trade({ trade, &m_journal.notes(key), &*detail }));
    emit progressed(qsizetype(m_taken), qsizetype(m_keys.size()));
    if (run == m_run)
        loadNext();
}

void JournalExporter::finishText()
{
    std::vector<ExportedDay> days;
    for (const auto &[subject, notes] : m_journal.days()) {
        const QString &account = subject.trade.account;
        if ((m_request.account.isEmpty() || account.isEmpty() || account == m_request.account)
            && (!m_request.from.isValid() || subject.day >= m_request.from)
            && (!m_request.to.isValid() || subject.day <= m_request.to))
            days.push_back({ subject, notes });
    }
    m_file->write(m_text->end(days));
    // A write that failed is remembered until here
    end(m_file->commit() ? Result<void>()
                         : Result<void>(Error { Error::Code::Storage, m_file->errorString() }));
}

void JournalExporter::writeReport(std::span<const EquityPoint> equity)
{
    std::vector<const TradeRecord *> records;
    for (const TradeKey &key : m_keys)
        if (const TradeRecord *trade = m_journal.trade(key))
            records.push_back(trade);
    const std::vector<StudiedTrade> trades = studiedTrades(
        std::span<const TradeRecord *const>(records),
        [this](const TradeKey &key) -> const TradeNotes & { return m_journal.notes(key); });
    ReportSubject subject;
    subject.trades = trades;
    subject.equity = equity;
    subject.account = reportAccount();
    subject.from = m_request.from;
    subject.to = m_request.to;
    subject.writtenAt = SystemWallClock().utc();
    const PerformanceReport report = performanceReport(subject);
    if (m_request.format == ExportRequest::Format::Print)
        return end(m_printer(report, m_request.file));
    QSaveFile page(m_request.file);
    const bool isWritten
        = page.open(QIODevice::WriteOnly) && page.write(reportHtml(report)) >= 0 && page.commit();
    end(isWritten ? Result<void>()
                  : Result<void>(Error { Error::Code::Storage, page.errorString() }));
}

/// The one that all of them belong to; empty where there are several.
QString JournalExporter::reportAccount() const
{
    if (!m_request.account.isEmpty())
        return m_request.account;
    const QStringList accounts = m_journal.accounts();
    return accounts.size() == 1 ? accounts.first() : QString();
}

void JournalExporter::end(const Result<void> &done)
{
    ++m_run;
    m_isRunning = false;
    m_file.reset();
    if (done)
        emit finished(qsizetype(m_keys.size()));
    else
        emit failed(done.error().detail);
}

} // namespace tapeline
