#pragma once

#include "optionflowtotals.h"
#include "palette.h"

#include <QWidget>

namespace tapeline {

class Theme;

/// What the shown prints of options come to: prints, premium, calls and puts bought and sold, and
/// what was paid for a rise less what was paid for a fall. In as many lines as it takes.
class OptionFlowTotalsBar : public QWidget
{
    Q_OBJECT

public:
    explicit OptionFlowTotalsBar(const Theme &theme, QWidget *parent = nullptr);

    /// skipped: prints that were left out because more came than could be carried.
    void setTotals(const OptionFlowTotals &totals, quint64 skipped);
    /// All of it in full, as it is read aloud.
    QString fullText() const { return accessibleDescription(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Figure
    {
        QString caption;
        QString value;
        ColorRole role = ColorRole::Text;
    };

    QList<Figure> figures() const;
    void describe();
    int lineHeight() const;
    /// Calls place(figure, corner) of each as they stand in this width; returns their lines.
    template<typename Place> int arrange(int width, Place place) const;

    const Theme &m_theme;
    OptionFlowTotals m_totals;
    quint64 m_skipped = 0;
};

} // namespace tapeline
