#pragma once

#include "alertbook.h"
#include "alertchoices.h"
#include "alertpicture.h"
#include "chartguest.h"

#include <QObject>

namespace tapeline {

class GuestLayer;
struct Drawing;
class PriceChart;

/// Alerts on a chart: the levels of those on its symbol as lines that are dragged to other prices,
/// signs where they fired, and the ways to make one.
class ChartAlerts : public QObject, public ChartGuest
{
    Q_OBJECT

public:
    /// The book must outlive it; it lives as long as the chart, whose series must be set.
    ChartAlerts(AlertBook &book, PriceChart &chart);

    const AlertPicture &picture() const { return m_picture; }
    bool isMoving() const { return m_moved.has_value(); }

    /// More of what the chart has besides prices: asked whenever an alert is made.
    using FillChoices = std::function<void(AlertChoices &choices)>;
    void addChoices(FillChoices fill) { m_fill.push_back(std::move(fill)); }
    /// Asks for a new alert at the crosshair's price; without one at the last price.
    void ask();
    /// Does so; for buttons.
    QAction *askAction() const { return m_askAction; }
    /// The language is another one.
    void retranslate();
    /// Asks for one that begins as this; symbol and bars are the chart's.
    void ask(ChartAlert alert);
    /// For the menu of a drawing; none where its lines have no prices. They belong to this, which
    /// deletes them when it is asked again.
    QList<QAction *> actionsOn(const Drawing &drawing);
    /// Asks what an alert is to be.
    void edit(const QString &id);

    QWidget *layer() override;
    void viewDrawn() override;
    void paintForPicture(QPainter &painter) override;
    bool hasGrab() const override { return m_moved.has_value(); }
    bool takePress(const QMouseEvent &event) override;
    bool takeMove(const QMouseEvent &event) override;
    bool takeRelease(const QMouseEvent &event) override;
    bool takeDoubleClick(const QMouseEvent &event) override;
    bool takeKey(const QKeyEvent &event) override;
    void pointerLeft() override;
    std::optional<Qt::CursorShape> cursorAt(QPoint position) const override;
    QString toolTipAt(QPoint position) const override;
    std::optional<QList<QAction *>> menuAt(std::optional<QPoint> position) override;
    bool ownsMenuAt(QPoint position) const override { return hitAt(position).has_value(); }

private:
    struct Hit
    {
        AlertLine line;
        bool isEnd = false; ///< the button that deletes it

        friend bool operator==(const Hit &, const Hit &) = default;
    };
    struct Press
    {
        Hit hit;
        QPoint from;
        bool isDrag = false;
    };

    void follow();
    void layOut();
    std::vector<const AlertFiring *> firings() const;
    std::optional<Hit> hitAt(QPoint position) const;
    double priceAt(int y) const;
    void drop();
    bool giveUp();
    AlertChoices choices() const;
    QAction *add(const QString &name, const QString &text, std::function<void()> act);
    void addLineActions(const QString &id);
    void addNewActions(std::optional<QPoint> position);

    AlertBook &m_book;
    PriceChart &m_chart;
    GuestLayer *m_layer;
    std::vector<FillChoices> m_fill;
    std::vector<AlertLine> m_lines;
    AlertPicture m_picture;
    std::optional<Hit> m_hovered;
    std::optional<Press> m_press;
    std::optional<double> m_moved; ///< where the pressed line is now
    QAction *m_askAction;
    QList<QAction *> m_drawingActions;
    QList<QAction *> m_actions; ///< of the menu
};

} // namespace tapeline
