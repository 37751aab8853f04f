#pragma once

#include "tapefilter.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace tapeline {

class Theme;

/// All parts of a filter as a form that pops up; what is set there holds at once.
class TapeFilterForm : public QFrame
{
    Q_OBJECT

public:
    explicit TapeFilterForm(const Theme &theme, QWidget *parent = nullptr);

    void setFilter(const TapeFilter &filter);
    const TapeFilter &filter() const { return m_filter; }
    /// Below a widget, as far as the screen lets it.
    void openAt(const QWidget &button);

signals:
    void filterChosen(const tapeline::TapeFilter &filter);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void make();
    QWidget *makeSizes();
    QWidget *makeSides();
    QWidget *makeLists();
    QListWidget *makeList(const QString &name, const std::set<quint16> &ids);
    void retranslate();
    void retranslateLists();
    void restyle();
    void readForm();
    void showFilter();

    const Theme &m_theme;
    TapeFilter m_filter;
    bool m_showing = false; // the form is being filled: nothing was chosen

    QLabel *m_sizeLabel;
    QSpinBox *m_smallest;
    QSpinBox *m_largest;
    QLabel *m_to;
    QLabel *m_sidesLabel;
    QCheckBox *m_buys;
    QCheckBox *m_sells;
    QCheckBox *m_others;
    QLabel *m_offExchangeLabel;
    QComboBox *m_offExchange;
    QLabel *m_oddLotsLabel;
    QComboBox *m_oddLots;
    QLabel *m_venuesLabel;
    QListWidget *m_venues;
    QComboBox *m_conditionUse;
    QListWidget *m_conditions;
    QPushButton *m_clear;
    QPushButton *m_close;
};

} // namespace tapeline
