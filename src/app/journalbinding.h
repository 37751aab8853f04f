#pragma once

#include "clocks.h"
#include "fileprompt.h"
#include "journal.h"
#include "journalkeeper.h"
#include "journalqueue.h"
#include "restorebinding.h"
#include "tradebarsport.h"

#include <QObject>

#include <memory>

namespace tapeline {

class BackupDialog;
class DeskReplay;
class DeskSession;
class ExportDialog;
class ImportDialog;
class JournalPanel;
class MainWindow;
class MarketDispatcher;
class Panel;
class PanelRegistry;
class Settings;
class TradeDesk;
class TradePictures;
struct PanelContext;

/// Connects the journal of trades with the engine: what is asked goes to the journal's thread, what
/// comes of it and what trades come about go to the views. Owns the window's journal, and the
/// dialogs that take in and give out.
class JournalBinding : public QObject, private JournalPort, private TradeBarsPort
{
    Q_OBJECT

public:
    /// What it connects; all of it outlives the binding.
    struct Parts
    {
        DeskSession &session;
        MarketDispatcher &dispatcher;
        TradeDesk &trading;
        Settings &settings;
        QString file; ///< journal.db
    };

    explicit JournalBinding(const Parts &parts, QObject *parent = nullptr);
    ~JournalBinding() override;

    Journal &journal() { return m_journal; }
    void registerPanels(PanelRegistry &panels);
    /// The window is there: dialogs, commands and pictures work from now on, until it goes.
    void addTo(MainWindow &window, DeskReplay &replay);

private:
    void edit(const NoteEdit &edit, QObject *context, const Answer<void> &answer) override;
    void keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png) override;
    void load(const TradeKey &trade, QObject *context, const Answer<TradeDetail> &answer) override;
    void loadAttachment(qint64 number, QObject *context, const Answer<QByteArray> &answer) override;
    void search(const QString &words, QObject *context,
                const Answer<std::vector<NoteSubject>> &answer) override;
    void loadEquity(const QString &account, QObject *context,
                    const Answer<std::vector<EquityPoint>> &answer) override;
    void importFills(const QString &name, const std::vector<ImportedFill> &fills, bool isTrial,
                     QObject *context, const Answer<ImportOutcome> &answer) override;
    void backUp(const QString &file, QObject *context, const Answer<void> &answer) override;
    void loadBars(const QString &symbol, Timeframe timeframe, Timestamp from, Timestamp to,
                  QObject *context, const BarsAnswer &answer) override;

    void takeUpdates();
    void apply(const JournalUpdate &update);
    Panel *makePanel(const PanelContext &context);
    void addDashboards(JournalPanel &panel, const PanelContext &context);
    void replay(const TradeKey &key);
    QString whyNoReplay(const TradeRecord &trade) const;
    void openImport();
    void openExport(JournalPanel *panel);
    void openBackup();

    const Parts m_parts;
    SystemWallClock m_wall;
    JournalQueue m_queue;
    JournalKeeper m_keeper;
    Journal m_journal { *this };
    RestoreBinding m_restore;
    FilePrompt m_files;
    std::unique_ptr<TradePictures> m_pictures; ///< with the window
    MainWindow *m_window = nullptr;
    DeskReplay *m_replay = nullptr;
    ImportDialog *m_import = nullptr; ///< until it was wanted; the window's, as the others
    ExportDialog *m_export = nullptr;
    BackupDialog *m_backup = nullptr;
};

} // namespace tapeline
