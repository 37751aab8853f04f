#pragma once

#include "traderecord.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

namespace tapeline {

class JournalSelection;
class JournalTradesModel;
class Theme;
class TradeSums;
class TradeTable;

/// The trades that are looked at as a list, with what they come to below it.
class TradesPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    TradesPage(JournalSelection &selection, const Theme &theme, QWidget *parent = nullptr);

    TradeTable *table() const { return m_table; }
    const TradeSums &sums() const { return *m_sums; }
    /// The chosen one.
    std::optional<TradeKey> current() const;
    /// Chooses it and brings it into view, where it is shown.
    void choose(const TradeKey &key);
    /// The one so many rows below it, as the list is sorted now; nothing where there is none.
    std::optional<TradeKey> neighbour(const TradeKey &key, int rows) const;
    void setNow(Timestamp now);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    void tradeOpened(const tapeline::TradeKey &key);
    /// Rated by a key on its row.
    void ratingChosen(const tapeline::TradeKey &key, int rating);
    void chartRequested(const tapeline::TradeKey &key);
    void replayRequested(const tapeline::TradeKey &key);
    void symbolTyped(const QString &text);
    void currentChanged();
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTrades();
    void openMenu(const QModelIndex &source, const QPoint &globalPosition);
    void retranslate();

    JournalSelection &m_selection;
    JournalTradesModel *m_model;
    TradeTable *m_table;
    TradeSums *m_sums;
};

} // namespace tapeline
