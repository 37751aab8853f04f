#pragma once

#include "journalfilter.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tapeline {

class Journal;
class Theme;

/// Which trades are wanted, as a form that pops up; what is set there holds at once.
class JournalFilterForm : public QFrame
{
    Q_OBJECT

public:
    /// Both must outlive the form.
    JournalFilterForm(const Journal &journal, const Theme &theme, QWidget *parent = nullptr);

    void setFilter(const JournalFilter &filter, QDate today);
    /// Below a widget, as far as the screen lets it.
    void openAt(const QWidget &button);

signals:
    void filterChosen(const tapeline::JournalFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addCombo(const QString &name);
    QLineEdit *addField(const QString &name);
    void addRow(QWidget *field);
    QWidget *pair(QWidget *left, QLabel *between, QWidget *right);
    void fill();
    void fillUsed(QComboBox *combo, const QStringList &used, const QString &chosen);
    void readForm();
    void showFilter();
    void showRange();
    void retranslate();
    void restyle();

    const Journal &m_journal;
    const Theme &m_theme;
    JournalFilter m_filter;
    QDate m_today;
    bool m_showing = false; ///< the form is being filled: nothing was chosen
    QFormLayout *m_form;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLabel *m_until;
    QWidget *m_range;
    QLineEdit *m_symbol;
    QComboBox *m_class;
    QComboBox *m_direction;
    QComboBox *m_state;
    QComboBox *m_outcome;
    QLineEdit *m_least;
    QLineEdit *m_most;
    QLabel *m_upTo;
    QWidget *m_multiples;
    QComboBox *m_setup;
    QComboBox *m_tag;
    QComboBox *m_mistake;
    QComboBox *m_rating;
    QComboBox *m_notes;
    QPushButton *m_clear;
};

} // namespace tapeline
