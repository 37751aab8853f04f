#pragma once

#include "journal.h"
#include "journalexport.h"
#include "performancereport.h"

#include <QSaveFile>

#include <functional>
#include <memory>

namespace tapeline {

/// What of the journal goes into which file.
struct ExportRequest
{
    enum class Format : quint8 { Trades, Executions, Everything, Page, Print };

    Format format = Format::Trades;
    QString account {}; ///< as journal.db names it; empty: all
    QDate from {}; ///< null: no bound; days in New York, both in it
    QDate to {};
    QString file {};
};

/// Writes the journal to a file without holding the window up: details come one by one through the
/// journal's port. The file appears when it is whole.
class JournalExporter : public QObject
{
    Q_OBJECT

public:
    /// Turns a report into a printed file.
    using Printer
        = std::function<Result<void>(const PerformanceReport &report, const QString &file)>;

    /// The journal must outlive it. printer: for Format::Print.
    JournalExporter(Journal &journal, Printer printer, QObject *parent = nullptr);

    /// Does nothing while one is under way.
    void start(const ExportRequest &request);
    /// No file comes of it, and nothing is told.
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(qsizetype done, qsizetype all);
    /// trades: that are in it.
    void finished(qsizetype trades);
    /// No file came of it: a plain reason, without a full stop.
    void failed(const QString &why);

private:
    bool isAsked(const TradeRecord &trade) const;
    void writePlain();
    void loadNext();
    void take(quint64 run, const Result<TradeDetail> &detail);
    void finishText();
    void writeReport(std::span<const EquityPoint> equity);
    QString reportAccount() const;
    void end(const Result<void> &done);

    Journal &m_journal;
    Printer m_printer;
    ExportRequest m_request;
    std::vector<TradeKey> m_keys; ///< that are asked for, in the order of their opening
    std::size_t m_asked = 0; ///< of them from the port
    std::size_t m_taken = 0;
    std::unique_ptr<JournalExport> m_text;
    std::unique_ptr<QSaveFile> m_file;
    quint64 m_run = 0; ///< answers of earlier runs are not for this one
    bool m_isRunning = false;
};

} // namespace tapeline
