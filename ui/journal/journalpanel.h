#pragma once

#include "journalselection.h"
#include "panel.h"

#include <functional>
#include <memory>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace tapeline {

class DaysPage;
class FilePrompt;
class JournalFilterBar;
class TradeBarsPort;
class TradeDesk;
class TradePage;
class TradesPage;

/// The journal: which trades there were, one of them by itself, and the days they were made on. All
/// pages are about the trades of one selection.
class JournalPanel : public Panel
{
    Q_OBJECT

public:
    /// All must outlive the panel. The desk tells which market is open.
    JournalPanel(const PanelContext &context, Journal &journal, TradeBarsPort &bars,
                 TradeDesk &desk, QWidget *parent = nullptr);
    ~JournalPanel() override;

    JournalSelection &selection() { return m_selection; }
    /// What a page remembers in the panel's state; both or neither.
    struct PageState
    {
        std::function<QJsonObject()> save;
        std::function<void(const QJsonObject &)> restore;
    };

    /// A page beside the others, with a tab; takes ownership.
    void addPage(const QString &name, std::function<QString()> title, QWidget *page,
                 PageState state = {});
    /// A button at the right of the tabs.
    QToolButton *addTool(const QString &name, std::function<QString()> title,
                         std::function<void()> act);
    /// "trades", "days" or that of an added page.
    void showPage(const QString &name);
    QString page() const;
    /// The page of one trade.
    void openTrade(const TradeKey &key);
    void closeTrade();
    /// Market time: what "today" is, and how long open trades are held.
    void setMarketTime(Timestamp now);
    /// Why a trade cannot be replayed; empty where it can. Until it is set, none can.
    void setReplayCheck(std::function<QString(const TradeRecord &)> check);

    /// Asks for files in place of the system's dialogs; before a trade is opened.
    void setFilePrompt(FilePrompt &files);

    QString symbolAtHand() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    void replayRequested(const tapeline::TradeKey &key);
    /// The user wants to see this page; its address was shown.
    void linkRequested(const QUrl &address);

protected:
    void retranslate() override;

private:
    struct Tab
    {
        QString name;
        std::function<QString()> title;
        QToolButton *button = nullptr;
        QWidget *page = nullptr; ///< none: a tool
        PageState state;
    };

    void makePages();
    TradePage &tradePage();
    void step(int rows);
    void showMarket();
    void showTrouble();
    void readOptions();
    void restyle();
    const TradeRecord *tradeAtHand() const;
    void showOnChart(const TradeKey &key);

    Journal &m_journal;
    TradeBarsPort &m_bars;
    TradeDesk &m_desk;
    JournalSelection m_selection;
    QWidget *m_head;
    QHBoxLayout *m_tabRow;
    QButtonGroup *m_group;
    QLabel *m_trouble;
    JournalFilterBar *m_filterBar;
    QStackedWidget *m_stack;
    TradesPage *m_trades = nullptr;
    DaysPage *m_days = nullptr;
    TradePage *m_trade = nullptr; ///< until one was opened
    std::vector<Tab> m_tabs;
    std::vector<Tab> m_tools;
    std::function<QString(const TradeRecord &)> m_replayCheck;
    Timestamp m_now {};
    QString m_refusal; ///< of the last edit
    std::unique_ptr<FilePrompt> m_ownFiles;
    FilePrompt *m_files;
};

} // namespace tapeline
