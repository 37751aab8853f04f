#pragma once

#include "chainsheet.h"
#include "glyphcache.h"

#include <QLocale>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace tapeline {

class Theme;

/// The expirations of a chain as tabs: the day, how long it is until then, the volatility at the
/// money and how far the underlying is expected to move. Wheel, arrows and clicks choose.
class ExpiryBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    ExpiryBar(ChainSheet &sheet, const Theme &theme, QWidget *parent = nullptr);

    /// Ascending; as old as a second.
    const std::vector<ExpirySummary> &summaries() const { return m_summaries; }
    /// Where a tab is; empty for one that is not on screen.
    QRect tabRect(int index) const;
    /// The two lines of a tab, as they are painted.
    QStringList tabTexts(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The figures of all tabs are others.
    void refreshed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void restyle();
    void refresh();
    int current() const;
    int tabAt(const QPoint &position) const;
    void choose(int index);
    void showCurrent();
    void scrollTo(int offset);
    void paintTab(QPainter &painter, int index) const;
    QString tipOf(int index) const;

    ChainSheet &m_sheet;
    const Theme &m_theme;
    mutable GlyphCache m_text;
    mutable GlyphCache m_small;
    QLocale m_locale;
    std::vector<ExpirySummary> m_summaries;
    int m_tabWidth = 0;
    int m_offset = 0; ///< scrolled by so many pixels
    QTimer m_refresh;
};

} // namespace tapeline
