#pragma once

#include "strategyevaluation.h"

#include <QWidget>

#include <array>

class QLabel;
class QSlider;
class QToolButton;

namespace tapeline {

class Theme;

/// Sliders for another price of the underlying, a later day and another volatility.
class WhatIfBar : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfBar(const Theme &theme, QWidget *parent = nullptr);

    const WhatIf &whatIf() const { return m_whatIf; }
    /// Does not emit changed().
    void setWhatIf(const WhatIf &whatIf);
    /// How far the days go: calendar days to the first end. now: what day 0 is.
    void setDays(double days, Timestamp now);
    /// 0 while it is not known.
    void setSpot(double spot);

signals:
    void changed(const tapeline::WhatIf &whatIf);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Axis : quint8 { Spot, Days, Volatility };
    static constexpr int axisCount = Volatility + 1;

    void take();
    void showTexts();
    void retranslate();
    void restyle();

    const Theme &m_theme;
    std::array<QLabel *, axisCount> m_names {};
    std::array<QSlider *, axisCount> m_sliders {};
    std::array<QLabel *, axisCount> m_texts {};
    QToolButton *m_reset;
    WhatIf m_whatIf;
    double m_days = 0;
    Timestamp m_now {};
    double m_spot = 0;
};

} // namespace tapeline
