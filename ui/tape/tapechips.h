#pragma once

#include "tapefilter.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tapeline {

class FlowLayout;
class Theme;

/// The parts of a filter, each a button that takes it away, and how much of the tape passes: so
/// that nothing is hidden unnoticed. Not there without a filter.
class TapeChips : public QWidget
{
    Q_OBJECT

public:
    explicit TapeChips(const Theme &theme, QWidget *parent = nullptr);

    void setFilter(const TapeFilter &filter);
    /// How many prints are shown, of how many.
    void setShare(qint64 shown, qint64 all);

signals:
    void filterChosen(const tapeline::TapeFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addChip(const QString &text, const TapeFilter &without);
    void restyle();
    void showShare();

    const Theme &m_theme;
    FlowLayout *m_flow;
    QLabel *m_share;
    QList<QToolButton *> m_chips;
    TapeFilter m_filter;
    qint64 m_shown = 0;
    qint64 m_all = 0;
};

} // namespace tapeline
