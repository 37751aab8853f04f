#pragma once

#include "dataquality.h"
#include "palette.h"

#include <QAbstractButton>

namespace tapeline {

class Theme;

/// The grade of a chart's data: one letter in a small coloured box. A click opens what is behind.
class QualityBadge : public QAbstractButton
{
    Q_OBJECT

public:
    /// theme must outlive the badge.
    QualityBadge(const Theme &theme, QWidget *parent);

    void setQuality(const DataQuality &quality);
    QSize sizeHint() const override;

    /// What a grade is painted in.
    static ColorRole roleOf(QualityGrade grade);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    const Theme &m_theme;
    DataQuality m_quality;
};

} // namespace tapeline
