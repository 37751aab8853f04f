#pragma once

#include "chainfilter.h"

#include <QFrame>

class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace tapeline {

class Theme;

/// What a contract must have to be shown in a chain, as a form that pops up; what is set there
/// holds at once.
class ChainFilterForm : public QFrame
{
    Q_OBJECT

public:
    explicit ChainFilterForm(const Theme &theme, QWidget *parent = nullptr);

    void setFilter(const ChainFilter &filter);
    /// Below a widget, as far as the screen lets it.
    void openAt(const QWidget &button);

signals:
    void filterChosen(const tapeline::ChainFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    QDoubleSpinBox *addBox(const QString &name, double most, double step, int decimals);
    void retranslate();
    void restyle();
    void readForm();
    void showFilter();

    const Theme &m_theme;
    ChainFilter m_filter;
    bool m_showing = false; ///< the form is being filled: nothing was chosen
    QFormLayout *m_form;
    QDoubleSpinBox *m_leastDelta;
    QDoubleSpinBox *m_mostDelta;
    QDoubleSpinBox *m_mostAway;
    QDoubleSpinBox *m_leastVolume;
    QDoubleSpinBox *m_leastInterest;
    QDoubleSpinBox *m_mostSpread;
    QPushButton *m_clear;
};

} // namespace tapeline
