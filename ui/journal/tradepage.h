#pragma once

#include "traderecord.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace tapeline {

class FilePrompt;
class Journal;
class Theme;
class TradeBarsPort;
class TradeChart;
class TradeFacts;
class TradeHead;
class TradeNotesForm;

/// One trade: what came of it, the chart around it, what is known of it, and what the user says.
class TradePage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page.
    TradePage(Journal &journal, TradeBarsPort &bars, FilePrompt &files, const Theme &theme,
              QWidget *parent = nullptr);

    /// What was half typed about the one before is written first.
    void showTrade(const TradeKey &key);
    const TradeKey &key() const { return m_key; }
    void commit();
    void setNow(Timestamp now) { m_now = now; }
    TradeHead *head() const { return m_head; }
    TradeChart *chart() const { return m_chart; }
    TradeFacts *facts() const { return m_facts; }
    TradeNotesForm *form() const { return m_form; }

signals:
    void backRequested();
    /// So many rows down the list.
    void stepRequested(int rows);
    void chartRequested(const tapeline::TradeKey &key);
    void replayRequested(const tapeline::TradeKey &key);
    void linkRequested(const QUrl &address);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeChange();
    void showRecord();
    void load();
    void restyle();

    Journal &m_journal;
    const Theme &m_theme;
    TradeKey m_key;
    TradeRecord m_shown; ///< the record of m_key as it was shown last
    Timestamp m_now {};
    TradeHead *m_head;
    TradeChart *m_chart;
    TradeFacts *m_facts;
    TradeNotesForm *m_form;
    QSplitter *m_across;
};

} // namespace tapeline
