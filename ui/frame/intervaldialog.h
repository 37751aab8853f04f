#pragma once

#include "timeframe.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tapeline {

/// Where the width of a chart's bars is typed: "5", "1h", "500T". Says what that means while it is
/// typed; Enter takes it, Escape leaves the chart as it is.
class IntervalDialog : public QDialog
{
    Q_OBJECT

public:
    /// typed: what it begins with, such as a digit typed on a chart.
    explicit IntervalDialog(const QString &typed, QWidget *parent = nullptr);

    std::optional<Timeframe> interval() const;
    void setVisible(bool visible) override;

signals:
    void chosen(tapeline::Timeframe timeframe);

private:
    void updateMeaning();

    QLineEdit *m_field;
    QLabel *m_meaning;
    QPushButton *m_take;
};

} // namespace tapeline
