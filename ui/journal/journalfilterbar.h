#pragma once

#include "journaloptions.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace tapeline {

class JournalChips;
class JournalFilterForm;
class JournalSelection;
class Theme;

/// Which trades all pages of the journal are about: accounts, words, a form for the rest, filters
/// saved under a name, and the parts of the filter as chips.
class JournalFilterBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pauseMs = 250; ///< of typing, before words are looked for

    /// Both must outlive the bar.
    JournalFilterBar(JournalSelection &selection, const Theme &theme, QWidget *parent = nullptr);

    void setOptions(const JournalOptions &options);
    /// The market that is open: its accounts are looked at until the user chooses others.
    void setMarket(const QString &market);
    /// The user chose accounts.
    bool isAccountChosen() const { return m_isAccountChosen; }
    void setAccountChosen(bool chosen) { m_isAccountChosen = chosen; }

signals:
    /// The user saved or removed a filter.
    void optionsChosen(const tapeline::JournalOptions &options);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &name);
    void fillAccounts();
    void takeAccount();
    void takeWords();
    void showFilter();
    void showTrades();
    void openForm();
    void openSaved();
    void askName();
    void saveFilter();
    void retranslate();
    void restyle();

    JournalSelection &m_selection;
    const Theme &m_theme;
    JournalOptions m_options;
    bool m_isAccountChosen = false;
    QWidget *m_bar;
    QComboBox *m_account;
    QLineEdit *m_words;
    QToolButton *m_filter;
    QToolButton *m_saved;
    QLineEdit *m_name; ///< of a filter that is to be saved
    QToolButton *m_save;
    JournalChips *m_chips;
    JournalFilterForm *m_form = nullptr; ///< until it was opened
    QTimer m_pause;
};

} // namespace tapeline
