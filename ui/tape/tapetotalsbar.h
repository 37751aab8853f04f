#pragma once

#include "tapeunit.h"
#include "palette.h"
#include "tapetotals.h"

#include <QWidget>

namespace tapeline {

class Theme;

/// What the chosen rows come to, or without any all that are shown: prints, shares, dollars,
/// average price, bought, sold, and the difference. One line, or two in a narrow panel.
class TapeTotalsBar : public QWidget
{
    Q_OBJECT

public:
    explicit TapeTotalsBar(const Theme &theme, QWidget *parent = nullptr);

    /// What the sizes count.
    void setUnit(const TapeUnit &unit) { m_unit = unit; }
    void setTotals(const TapeTotals &totals, bool areChosen);
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
    enum class Mark : quint8 { None, Up, Down };
    struct Figure
    {
        QString caption; ///< may be empty
        QString value;
        ColorRole role = ColorRole::Text;
        Mark mark = Mark::None; ///< in place of the caption, as the prints have it
        bool begins = false; ///< the second line, where there are two
    };

    QList<Figure> figures() const;
    void describe();
    double notional() const;
    int markRoom() const;
    int widthOf(const Figure &figure, const QFontMetrics &metrics) const;
    void paintFigure(QPainter &painter, QPoint at, const Figure &figure) const;
    void paintMark(QPainter &painter, QPoint at, const Figure &figure) const;
    int lines(int width) const;
    int lineHeight() const;

    const Theme &m_theme;
    TapeTotals m_totals;
    bool m_chosen = false;
    TapeUnit m_unit;
};

} // namespace tapeline
