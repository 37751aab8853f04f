#pragma once

#include "cachecare.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tapeline {

class CachedSymbolsModel;
class DataDesk;
class FigureTile;
class Theme;
class TradeTable;

/// What is kept on the disk: how much of which symbol, clearing of it, and whether to keep
/// anything.
class KeptData : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    KeptData(const Theme &theme, DataDesk &desk, QWidget *parent = nullptr);

    TradeTable *table() const { return m_table; }
    /// What is asked before something is cleared; empty while nothing is.
    QString question() const;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What came of clearing so far.
    struct Outcome
    {
        qint64 freed = 0; ///< bytes on the disk
        int cleared = 0;
        int failed = 0;
        QString reason; ///< of the last that failed
    };

    void assemble();
    QWidget *makeButtons();
    QWidget *makeQuestion();
    void connectParts();
    void showStatistics();
    void showTrouble();
    QString emptyText() const;
    void showButtons();
    void showChoices();
    void showDaysWord();
    QStringList chosen() const;
    void askAboutChosen();
    void ask(const std::vector<CacheClearing> &what);
    void answer(bool yes);
    void sayOutcome();
    void say(const QString &text);
    void retranslate();

    const Theme &m_theme;
    DataDesk &m_desk;
    CachedSymbolsModel *m_model;
    FigureTile *m_symbols;
    FigureTile *m_bars;
    FigureTile *m_size;
    QLabel *m_trouble;
    QLineEdit *m_filter;
    TradeTable *m_table;
    QWidget *m_buttons;
    QPushButton *m_clearChosen;
    QPushButton *m_clearOld;
    QSpinBox *m_days;
    QPushButton *m_clearAll;
    QWidget *m_questionBar;
    QLabel *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    QLabel *m_said;
    QCheckBox *m_keep;
    QLabel *m_limitLabel;
    QSpinBox *m_limit;
    std::vector<CacheClearing> m_asked; ///< while there is a question
    Outcome m_outcome;
};

} // namespace tapeline
