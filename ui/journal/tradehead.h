#pragma once

#include "traderecord.h"

#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace tapeline {

class ElidedLabel;
class FigureTile;
class Journal;
class Theme;

/// The head of the page of a trade: what it was, what came of it, and what can be done with it.
class TradeHead : public QWidget
{
    Q_OBJECT

public:
    enum Figure {
        Net,
        Gross,
        Fees,
        Multiple,
        Risk,
        Entry,
        Exit,
        Held,
        Adverse,
        Favourable,
        Efficiency,
        Slippage,
        FigureCount
    };

    /// Both must outlive it.
    TradeHead(const Journal &journal, const Theme &theme, QWidget *parent = nullptr);

    void showTrade(const TradeRecord &trade, Timestamp now);
    /// Why it cannot be replayed; empty where it can.
    void setReplayTrouble(const QString &why);
    void setNeighbours(bool hasPrevious, bool hasNext);
    QString text(Figure figure) const;
    QString title() const;

signals:
    void backRequested();
    void stepRequested(int rows);
    void chartRequested();
    void replayRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, void (TradeHead::*told)());
    void retranslate();
    void restyle();

    const Journal &m_journal;
    const Theme &m_theme;
    QToolButton *m_back;
    ElidedLabel *m_title;
    ElidedLabel *m_where;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_chart;
    QToolButton *m_replay;
    QString m_replayTrouble;
    std::array<FigureTile *, FigureCount> m_tiles {};
};

} // namespace tapeline
