#pragma once

#include "journalfilter.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace tapeline {

class DashboardSection;
class JournalSelection;
class Theme;
class TradeStudy;

/// What the closed trades of a selection come to: figures, curves, distributions, breakdowns,
/// excursions, what-if and comparisons, a section each.
class DashboardPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    DashboardPage(JournalSelection &selection, const Theme &theme, QWidget *parent = nullptr);

    TradeStudy &study() { return *m_study; }
    /// By its name: "overview", "distribution", "breakdown", "excursions", "whatIf", "comparison".
    void showSection(const QString &name);
    QString section() const;

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    /// The page of this trade is wanted.
    void tradeChosen(const tapeline::TradeKey &key);
    /// Only these trades are to be looked at.
    void filterWanted(const tapeline::JournalFilter &filter);
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addSection(DashboardSection *section);
    QWidget *makeNothing();
    void showState();
    void retranslate();
    void restyle();

    JournalSelection &m_selection;
    const Theme &m_theme;
    TradeStudy *m_study;
    QListWidget *m_list;
    QStackedWidget *m_pages; ///< the sections, or what is said without trades
    QStackedWidget *m_sections;
    QLabel *m_nothing;
    QPushButton *m_clear; ///< the filter
    std::vector<DashboardSection *> m_all;
};

} // namespace tapeline
