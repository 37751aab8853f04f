#pragma once

#include "plotlegend.h"

#include <QPainter>
#include <QWidget>

#include <functional>
#include <vector>

namespace tapeline {

class Theme;

/// A quiet plot with a frame of round marks, a legend and a reading of the item that the pointer or
/// the arrow keys are at. What it shows is its subclass's.
class AnalysisPlot : public QWidget
{
    Q_OBJECT

public:
    /// theme must outlive it.
    AnalysisPlot(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// A sentence in place of the plot; empty: the plot.
    void setMessage(const QString &sentence);
    QString message() const { return m_message; }
    /// What is assumed or how to read it, below the plot.
    void setNote(const QString &sentence);
    QString note() const { return m_note; }

    /// The item that is read; -1: none.
    int current() const { return m_current; }
    void setCurrent(int item);
    /// The current item in words, a line each: what is painted beside it and what is spoken.
    QStringList reading() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    /// What one direction shows.
    struct Axis
    {
        double low = 0;
        double high = 1;
        QString title; ///< with its unit
        std::function<QString(double)> text; ///< of a mark
        int decimals = 0; ///< no mark is finer
    };
    using LegendEntry = PlotLegendEntry;

    const Theme &theme() const { return m_theme; }
    /// To be called when there is something else to show.
    void refresh();

    virtual void paintContent(QPainter &painter) = 0;
    virtual int itemCount() const = 0;
    virtual QPointF itemPosition(int item) const = 0;
    virtual QStringList itemReading(int item) const = 0;
    virtual std::vector<LegendEntry> legend() const { return {}; }
    /// Space for marks left of the content.
    virtual int leftMargin() const;
    virtual bool hasAxes() const { return true; }
    /// The item at a place; by default the nearest one along the x axis.
    virtual int itemAt(const QPointF &place) const;
    /// The item that an arrow key leads to.
    virtual int itemBeside(int item, int key) const;

    void setAxes(const Axis &x, const Axis &y);
    const Axis &xAxis() const { return m_x; }
    const Axis &yAxis() const { return m_y; }
    QRectF area() const;
    double xOf(double value) const;
    double yOf(double value) const;
    QPointF at(double x, double y) const { return { xOf(x), yOf(y) }; }
    /// An upright line with words at its top.
    void paintMark(QPainter &painter, double x, const QString &text, const QColor &color, int line);

    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintSentence(QPainter &painter);
    void paintFrame(QPainter &painter);
    void paintNote(QPainter &painter);
    QRect noteRect() const;

    const Theme &m_theme;
    Axis m_x;
    Axis m_y;
    QString m_message;
    QString m_note;
    int m_current = -1;
};

} // namespace tapeline
