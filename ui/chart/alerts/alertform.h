#pragma once

#include "alertchoices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace tapeline {

/// The fields of an alert. Only those that the chosen condition uses are shown.
class AlertForm : public QWidget
{
    Q_OBJECT

public:
    /// Shows an alert; what it names is among the choices, whatever they hold.
    AlertForm(const AlertChoices &choices, const ChartAlert &alert, Timestamp now,
              QWidget *parent = nullptr);

    /// As the fields say; InvalidArgument, in a sentence, while something is wrong with them.
    Result<ChartAlert> alert() const;
    QString symbol() const { return m_alert.symbol; }
    /// The first field that is likely to be changed.
    void focusLevel();

signals:
    void changed();

private:
    void addFields(Timestamp now);
    QLineEdit *addNumber(QFormLayout *form, const QString &name, const QString &label);
    void fillSubjects();
    void fillTargets();
    void fillTimeframes();
    void showAlert();
    void showUsed();
    QString nameOf(const AlertValue &value) const;
    bool readNumber(const QLineEdit *field, double &number, QString &why) const;
    void readTarget(ChartAlert &alert, QString &why) const;

    const AlertChoices m_choices;
    const ChartAlert m_alert; ///< as it was
    std::vector<AlertValue> m_subjects; ///< in the order of the box
    std::vector<AlertValue> m_targets;
    std::vector<Timeframe> m_timeframes;
    QFormLayout *m_rows;
    QComboBox *m_subject;
    QComboBox *m_condition;
    QComboBox *m_target;
    QLineEdit *m_level = nullptr;
    QLineEdit *m_other = nullptr;
    QLineEdit *m_percent = nullptr;
    QLineEdit *m_bars = nullptr;
    QComboBox *m_when;
    QComboBox *m_timeframe;
    QCheckBox *m_expires;
    QDateTimeEdit *m_expiry;
    QLineEdit *m_note;
    QCheckBox *m_sound;
};

} // namespace tapeline
