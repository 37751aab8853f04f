#pragma once

#include "fillfile.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tapeline {

class Settings;
class Theme;

/// What the columns of a file are taken for and how it writes dates and numbers: by the form of a
/// broker, by one of the user's own, or by hand.
class ImportForm : public QWidget
{
    Q_OBJECT

public:
    /// Settings keep the user's own forms. Both must outlive it.
    ImportForm(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    /// Another file, as its form wants it.
    void setFile(const OpenedFillFile &file);
    FillMapping mapping() const;
    /// "Interactive Brokers": what the fills are kept under.
    QString account() const;
    /// Points at the choice that is open: which of day and month comes first.
    void askForDates(bool isOpen);

signals:
    /// The columns or the notation are others.
    void mappingChanged();
    /// The file is to be read as another form, see fillPresetKeys().
    void presetWanted(const QString &key);
    void accountChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void addColumns(QFormLayout *form);
    void connectParts();
    void fillForms();
    void fillColumns(const QStringList &header);
    void choose(const FillMapping &mapping);
    void chooseForm(int index);
    void save();
    void forget();
    QStringList ownNames() const;
    void restyle();
    void retranslate();
    void retranslateChoices();

    /// A broker's charges often stand in two columns.
    static constexpr int columnChoices = fillFieldCount + 1;
    static FillField fieldAt(int choice);

    const Theme &m_theme;
    Settings &m_settings;
    QLabel *m_formLabel;
    QComboBox *m_form;
    QLabel *m_accountLabel;
    QLineEdit *m_account;
    QLabel *m_notation;
    QLabel *m_zoneLabel;
    QComboBox *m_zone;
    QLabel *m_datesLabel;
    QComboBox *m_dates;
    QLabel *m_decimalLabel;
    QComboBox *m_decimal;
    QCheckBox *m_feesNegative;
    QCheckBox *m_ofContract;
    QLabel *m_columnsTitle;
    std::array<QLabel *, columnChoices> m_columnLabels {};
    std::array<QComboBox *, columnChoices> m_columns {};
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_forget;
    QStringList m_header;
    QString m_preset; ///< key; empty: none
    bool m_isFilling = false; ///< the program chooses, not the user
};

} // namespace tapeline
