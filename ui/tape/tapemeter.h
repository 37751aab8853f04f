#pragma once

#include "tapeunit.h"
#include "tapepace.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace tapeline {

class TapeModel;
class Theme;

/// How fast the tape runs, as a thin bar against its average of the last minutes and in numbers.
class TapeMeter : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the meter.
    TapeMeter(TapeModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// How many times faster than this computer's the market's clock runs; 0 while it stands.
    void setClockSpeed(double speed);
    /// What the sizes count.
    void setUnit(const TapeUnit &unit) { m_unit = unit; }
    /// Shows the rates at a time of the market's clock.
    void showAt(Timestamp time);

    /// Of the bar, from 0 to 1; a half at the average.
    double fill() const { return m_ratio / (1 + m_ratio); }
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Timestamp marketNow() const;
    void noteProgress();
    void retranslate();
    void describe(Timestamp time);

    TapeModel &m_model;
    const Theme &m_theme;
    QTimer m_timer;
    QElapsedTimer m_sinceNewest;
    Timestamp m_newest {};
    double m_clockSpeed = 1;
    double m_ratio = 0; // times the average
    QString m_text;
    TapeUnit m_unit;
};

} // namespace tapeline
