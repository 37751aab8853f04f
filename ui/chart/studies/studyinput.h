#pragma once

#include "chartguest.h"
#include "chartscene.h"
#include "studylegend.h"

#include <QCoreApplication>

namespace tapeline {

class ChartOverlay;
class ChartStudies;

/// What the mouse does to a chart's indicators: the buttons of their legends, the edges of panes,
/// and the menus of lines. Paints nothing: the canvas and the overlay do.
class StudyInput : public ChartGuest
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::StudyInput)

public:
    StudyInput(ChartStudies &studies, const ChartScene &scene, ChartOverlay &overlay,
               QWidget *chart);

    QWidget *layer() override { return m_layer; }
    void viewDrawn() override { }
    void paintForPicture(QPainter &) override { }
    bool hasGrab() const override { return m_dragged.has_value(); }
    bool takePress(const QMouseEvent &event) override;
    bool takeMove(const QMouseEvent &event) override;
    bool takeRelease(const QMouseEvent &event) override;
    bool takeDoubleClick(const QMouseEvent &event) override;
    bool takeKey(const QKeyEvent &) override { return false; }
    void pointerLeft() override;
    std::optional<Qt::CursorShape> cursorAt(QPoint position) const override;
    QString toolTipAt(QPoint position) const override;
    std::optional<QList<QAction *>> menuAt(std::optional<QPoint> position) override;

private:
    void setPointer(std::optional<QPoint> position);
    std::optional<int> paneWithTopAt(QPoint position) const;
    QAction *add(const QString &text, std::function<void()> act);
    void addIndicator(IndicatorSet::Id id);
    void addPane(int pane);

    ChartStudies &m_studies;
    const ChartScene &m_scene;
    ChartOverlay &m_overlay;
    QWidget *m_layer; ///< nothing is on it
    std::optional<StudyHit> m_pressed;
    std::optional<int> m_dragged; ///< the pane whose upper edge is
    QObject m_menuOwner; ///< of the actions, until it is asked again
    QList<QAction *> m_actions;
};

} // namespace tapeline
