#pragma once

#include "plotlegend.h"

#include <QChartView>

namespace tapeline {

class PlotAxis;
class Theme;

/// A quiet plot of the journal, drawn by Qt Charts in the desk's look, with a reading of the item
/// that the pointer or the arrow keys are at. What it shows is its subclass's.
class JournalPlot : public QChartView
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    JournalPlot(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// A sentence in place of the plot; empty: the plot.
    void setMessage(const QString &sentence);
    const QString &message() const { return m_message; }
    /// What the upright axis shows, with its unit.
    void setTitle(const QString &title);
    /// What the plot as a whole says, for who does not see it.
    void setSummary(const QString &sentence);

    /// The item that is read; -1: none.
    int current() const { return m_current; }
    void setCurrent(int item);
    /// The current item in words, a line each.
    QStringList reading() const;

    virtual int itemCount() const = 0;
    /// Where an item stands in the view.
    virtual QPointF itemPosition(int item) const = 0;
    virtual QStringList itemReading(int item) const = 0;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    /// Clicked, or Enter was pressed on it.
    void itemChosen(int item);

protected:
    const Theme &theme() const { return m_theme; }
    PlotAxis &xAxis() const { return *m_x; }
    PlotAxis &yAxis() const { return *m_y; }
    /// Adds a series to the chart and to both axes.
    void addSeries(QAbstractSeries *series);
    /// Where the data is, in the view.
    QRectF area() const;
    QPointF positionOf(double x, double y) const;
    /// To be called when there is something else to show.
    void refresh();
    /// To be called when axes and margins are others.
    void redress();

    /// The item at a place; by default the nearest one along the x axis. -1: none.
    virtual int itemAt(const QPointF &place) const;
    /// The item that an arrow key leads to; -1: the key is none of ours.
    virtual int itemBeside(int item, int key) const;
    virtual std::vector<PlotLegendEntry> legend() const { return {}; }
    /// Room for labels left of the data.
    virtual int leftMargin() const;
    virtual bool hasGrid(Qt::Orientation axis) const { return axis == Qt::Vertical; }
    /// Colours of the series; the chart and the axes are done.
    virtual void restyle() = 0;
    /// What stands above the series: marks, what is read.
    virtual void paintAbove(QPainter &) { }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void place();
    void paintSentence(QPainter &painter);

    const Theme &m_theme;
    PlotAxis *m_x;
    PlotAxis *m_y;
    QString m_message;
    QString m_title;
    QString m_summary;
    int m_current = -1;
};

} // namespace tapeline
