#pragma once

#include "journalfilter.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tapeline {

class FlowLayout;
class Theme;

/// The parts of a filter, each a button that takes it away, and how many of all trades pass: so
/// that nothing is left out unnoticed. Not there without a filter.
class JournalChips : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    explicit JournalChips(const Theme &theme, QWidget *parent = nullptr);

    void setFilter(const JournalFilter &filter);
    /// How many trades are shown, of how many; trouble: why the words could not be looked for.
    void setShare(qsizetype shown, qsizetype all, const QString &trouble);

signals:
    void filterChosen(const tapeline::JournalFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addChip(const QString &text, const JournalFilter &chosen);
    void rebuild();
    void restyle();
    void showShare();

    const Theme &m_theme;
    FlowLayout *m_flow;
    QLabel *m_share;
    QList<QToolButton *> m_chips;
    JournalFilter m_filter;
    qsizetype m_shown = 0;
    qsizetype m_all = 0;
    QString m_trouble;
};

} // namespace tapeline
