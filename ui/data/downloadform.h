#pragma once

#include "downloaddraft.h"
#include "watchliststore.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace tapeline {

class DataDesk;
class Theme;

/// What history to download: of which symbols, how wide bars, of which days, and what it takes.
class DownloadForm : public QWidget
{
    Q_OBJECT

public:
    /// The lists that are open, when they are asked for.
    using Watchlists = std::function<QList<Watchlist>()>;

    /// Theme and desk must outlive it.
    DownloadForm(const Theme &theme, DataDesk &desk, Watchlists watchlists,
                 QWidget *parent = nullptr);

    /// Ready to be typed into; days that nobody has changed follow the market's.
    void begin();
    QLineEdit *symbols() const { return m_symbols; }
    /// What is said below the fields: what it takes, or what is wrong.
    QString note() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    QWidget *makeSymbols();
    QWidget *makeDays();
    QWidget *makeEnd();
    void connectParts();
    void restyle();
    void fillWatchlists();
    void chooseMonths(int months);
    DownloadDraft draft() const;
    void showNote();
    void say(const QString &text, bool isComplaint);
    void start();
    void retranslate();

    const Theme &m_theme;
    DataDesk &m_desk;
    Watchlists m_watchlists;
    QLabel *m_symbolsLabel;
    QLineEdit *m_symbols;
    QToolButton *m_take;
    QLabel *m_timeframeLabel;
    QComboBox *m_timeframe;
    QLabel *m_daysLabel;
    QDateEdit *m_from;
    QLabel *m_toLabel;
    QDateEdit *m_to;
    QList<QToolButton *> m_spans;
    QCheckBox *m_adjusted;
    QLabel *m_note;
    QPushButton *m_start;
    int m_months = 0; ///< the span that was chosen last, and the day it ended with
    QDate m_spanEnd;
    bool m_tried = false; ///< to start it as it is: what is wrong is said
};

} // namespace tapeline
