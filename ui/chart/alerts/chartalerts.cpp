#include "chartalerts.h"

#include "alertdialog.h"
#include "drawingprices.h"
#include "guestlayer.h"
#include "instrument.h"
#include "pricechart.h"
#include "tradelines.h"
#include "wholepixels.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lineReach = 3; // pixels to either side of a line
constexpr int dragReach = 3; // a press that moves less is a click

/// "Crossing up, once".
QString lineText(const ChartAlert &alert)
{
    //: A line of an alert on a chart: what it waits for, and how often it fires
    return ChartAlerts::tr("%1, %2").arg(alerttext::condition(alert.condition),
                                         alerttext::when(alert.when).toLower());
}

} // namespace

ChartAlerts::ChartAlerts(AlertBook &book, PriceChart &chart)
    : QObject(&chart)
    , m_book(book)
    , m_chart(chart)
    , m_layer(new GuestLayer(
          [this](QPainter &painter, const QRegion &) {
              paintAlerts(painter, m_picture, m_chart.scene(), m_layer->font());
          },
          &chart))
    , m_askAction(new QAction(this))
{
    m_askAction->setObjectName(u"chartAlert"_s);
    connect(m_askAction, &QAction::triggered, this, [this] { ask(); });
    connect(&book, &AlertBook::changed, this, &ChartAlerts::follow);
    connect(&book, &AlertBook::logChanged, this, &ChartAlerts::layOut);
    connect(chart.series(), &ChartSeries::changed, this, [this](const ChartSeries::Change &change) {
        if (change.reset)
            follow();
    });
    chart.addGuest(*this);
    retranslate();
}

void ChartAlerts::retranslate()
{
    m_askAction->setText(tr("Alert"));
    m_askAction->setToolTip(tr("New alert at the crosshair's price, or the last (Alt+A)"));
    follow();
}

QWidget *ChartAlerts::layer()
{
    return m_layer;
}

// --- what there is
// ---------------------------------------------------------------------------------------------------

/// Levels on the prices of the chart's symbol, whatever its bars.
void ChartAlerts::follow()
{
    m_lines.clear();
    for (const ChartAlert &alert : m_book.alerts()) {
        const bool isLevel = alert.watched.kind == AlertValue::Kind::Price && !alert.isMoving()
            && alert.against.kind == AlertValue::Kind::Level;
        if (!isLevel || !alert.isActive() || alert.source != m_book.source()
            || alert.symbol != m_chart.series()->symbol())
            continue;
        m_lines.push_back({ alert.id, false, alert.against.level, lineText(alert) });
        if (alert.isRoom())
            m_lines.push_back({ alert.id, true, alert.otherLevel, lineText(alert) });
    }
    const auto isGone = [this](const Hit &hit) {
        return std::ranges::none_of(
            m_lines, [&hit](const AlertLine &line) { return line.isSame(hit.line); });
    };
    if (m_press && isGone(m_press->hit)) { // fired or ended meanwhile
        m_press.reset();
        m_moved.reset();
    }
    if (m_hovered && isGone(*m_hovered))
        m_hovered.reset();
    layOut();
}

std::vector<const AlertFiring *> ChartAlerts::firings() const
{
    std::vector<const AlertFiring *> all;
    for (const AlertFiring &firing : m_book.log())
        if (firing.alert.symbol == m_chart.series()->symbol()
            && firing.alert.source == m_book.source())
            all.push_back(&firing);
    return all;
}

void ChartAlerts::layOut()
{
    const ChartScene &scene = m_chart.scene();
    AlertPicture picture;
    if (scene.hasBars()) {
        std::vector<AlertLine> lines = m_lines;
        const AlertLine *active = m_press ? &m_press->hit.line
            : m_hovered                   ? &m_hovered->line
                                          : nullptr;
        if (m_moved)
            for (AlertLine &line : lines)
                if (line.isSame(m_press->hit.line))
                    line.price = *m_moved;
        picture.lines = placeAlerts(lines, active, scene, QFontMetrics(m_layer->font()));
        picture.marks = placeFirings(firings(), scene);
    }
    if (picture == m_picture)
        return;
    const QRegion changed = m_picture.region(scene) | picture.region(scene);
    m_picture = std::move(picture);
    m_layer->setVisible(!m_picture.isEmpty());
    m_layer->update(wholePixels(*m_layer, changed));
}

void ChartAlerts::viewDrawn()
{
    layOut();
    if (!m_layer->isHidden())
        m_layer->update();
}

void ChartAlerts::paintForPicture(QPainter &painter)
{
    paintAlerts(painter, m_picture, m_chart.scene(), m_layer->font());
}

// --- the mouse
// ---------------------------------------------------------------------------------------------------

std::optional<ChartAlerts::Hit> ChartAlerts::hitAt(QPoint position) const
{
    for (auto placed = m_picture.lines.rbegin(); placed != m_picture.lines.rend(); ++placed) {
        if (placed->endButton.contains(position))
            return Hit { placed->line, true };
        if (placed->label.contains(position) || placed->tag.contains(position))
            return Hit { placed->line };
    }
    if (!m_chart.panes().price.contains(position))
        return std::nullopt;
    const PlacedAlert *nearest = nullptr;
    for (const PlacedAlert &placed : m_picture.lines) {
        const int away = std::abs(placed.y - position.y());
        if (away <= lineReach && (!nearest || away < std::abs(nearest->y - position.y())))
            nearest = &placed;
    }
    return nearest ? std::optional(Hit { nearest->line }) : std::nullopt;
}

/// On a tick, within the pane.
double ChartAlerts::priceAt(int y) const
{
    const QRect &pane = m_chart.panes().price;
    const int inside = std::clamp(y, pane.top(), pane.bottom()) - pane.top();
    const Price price = Price::fromDouble(m_chart.scene().view.priceAt(inside));
    const Result<Instrument> instrument = instrumentFromSymbol(m_chart.series()->symbol());
    return (instrument ? onTick(price, *instrument) : price).toDouble();
}

bool ChartAlerts::takePress(const QMouseEvent &event)
{
    if (event.button() == Qt::RightButton && m_moved)
        return giveUp();
    if (event.button() != Qt::LeftButton)
        return m_press.has_value();
    const std::optional<Hit> hit = hitAt(event.position().toPoint());
    if (!hit)
        return false;
    m_press = Press { *hit, event.position().toPoint() };
    layOut();
    return true;
}

bool ChartAlerts::takeMove(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    if (m_press && !event.buttons().testFlag(Qt::LeftButton))
        giveUp(); // it was let go where the chart did not hear of it
    if (m_press) {
        m_press->isDrag = m_press->isDrag
            || (!m_press->hit.isEnd && (position - m_press->from).manhattanLength() >= dragReach);
        if (m_press->isDrag) {
            m_moved = priceAt(position.y());
            layOut();
        }
        return true;
    }
    const std::optional<Hit> hit = hitAt(position);
    if (hit != std::exchange(m_hovered, hit))
        layOut();
    return hit && hit->isEnd;
}

bool ChartAlerts::takeRelease(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return m_press.has_value();
    if (!m_press)
        return false;
    const QPoint position = event.position().toPoint();
    if (m_press->isDrag && m_chart.rect().contains(position)) {
        drop();
    } else if (m_press->hit.isEnd && hitAt(position) == m_press->hit) {
        const QString id = m_press->hit.line.id;
        giveUp();
        m_book.remove(id);
    } else {
        giveUp();
    }
    return true;
}

/// The line stays where it is now.
void ChartAlerts::drop()
{
    const AlertLine line = m_press->hit.line;
    const std::optional<double> to = std::exchange(m_moved, std::nullopt);
    m_press.reset();
    const ChartAlert *alert = m_book.find(line.id);
    if (alert && to) {
        ChartAlert moved = *alert;
        (line.isOther ? moved.otherLevel : moved.against.level) = *to;
        // Refused where a range would have no room: it goes back
        (void)m_book.change(std::move(moved));
    }
    layOut();
}

/// A line in hand goes back; false when there is none.
bool ChartAlerts::giveUp()
{
    m_press.reset();
    const bool moved = std::exchange(m_moved, std::nullopt).has_value();
    layOut();
    return moved;
}

bool ChartAlerts::takeDoubleClick(const QMouseEvent &event)
{
    const std::optional<Hit> hit = hitAt(event.position().toPoint());
    if (!hit || hit->isEnd || event.button() != Qt::LeftButton)
        return false;
    giveUp();
    edit(hit->line.id);
    return true;
}

bool ChartAlerts::takeKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Escape && m_press && giveUp();
}

void ChartAlerts::pointerLeft()
{
    if (std::exchange(m_hovered, std::nullopt))
        layOut();
}

std::optional<Qt::CursorShape> ChartAlerts::cursorAt(QPoint position) const
{
    if (m_moved)
        return Qt::SizeVerCursor;
    const std::optional<Hit> hit = hitAt(position);
    if (!hit)
        return std::nullopt;
    return hit->isEnd ? Qt::PointingHandCursor : Qt::SizeVerCursor;
}

QString ChartAlerts::toolTipAt(QPoint position) const
{
    if (const std::optional<Hit> hit = hitAt(position)) {
        const ChartAlert *alert = m_book.find(hit->line.id);
        if (hit->isEnd || !alert)
            return tr("Delete the alert");
        const QString why = m_book.watching(alert->id).why;
        QStringList lines { alerttext::sentence(*alert, QLocale()), alert->note, why };
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    for (const FiredMark &mark : m_picture.marks) {
        if (!mark.place().contains(position))
            continue;
        QStringList lines;
        for (const AlertFiring &firing : m_book.log())
            if (std::ranges::find(mark.firings, firing.number) != mark.firings.end())
                lines.append(alerttext::fired(firing, QLocale(), choices().drawingName));
        return lines.join(u'\n');
    }
    return {};
}

// --- menus and dialogs
// ---------------------------------------------------------------------------------------------------

AlertChoices ChartAlerts::choices() const
{
    AlertChoices choices { .symbol = m_chart.series()->symbol(),
                           .timeframe = m_chart.series()->timeframe() };
    for (const FillChoices &fill : m_fill)
        fill(choices);
    return choices;
}

void ChartAlerts::ask()
{
    const ChartScene &scene = m_chart.scene();
    ChartAlert alert;
    double level = 0;
    if (scene.crosshair && scene.crosshair->y
        && scene.panes.price.contains(scene.panes.price.left(), *scene.crosshair->y))
        level = priceAt(*scene.crosshair->y);
    else if (scene.hasBars())
        level = m_chart.series()->closeBefore(m_chart.series()->lastKey() + 1);
    alert.against = AlertValue::atLevel(level);
    ask(std::move(alert));
}

void ChartAlerts::ask(ChartAlert alert)
{
    const AlertChoices own = choices();
    if (own.symbol.isEmpty())
        return;
    alert.id.clear();
    alert.symbol = own.symbol;
    alert.timeframe = own.timeframe;
    alert.logScale = m_chart.isLogScale();
    (new AlertDialog(m_book, own, alert, m_chart.window()))->open();
}

/// A price enters a shape, and crosses a line.
QList<QAction *> ChartAlerts::actionsOn(const Drawing &drawing)
{
    qDeleteAll(std::exchange(m_drawingActions, {}));
    if (!hasDrawingPrices(drawing.tool))
        return {};
    const bool isRoom
        = drawing.tool == DrawingTool::Rectangle || drawing.tool == DrawingTool::Channel;
    ChartAlert alert;
    alert.condition = isRoom ? AlertCondition::Entering : AlertCondition::Crossing;
    alert.against = AlertValue::ofDrawing(drawing.id);
    auto *action
        = new QAction(isRoom ? tr("Alert on this shape…") : tr("Alert on this line…"), this);
    action->setObjectName(u"alertOnDrawing"_s);
    connect(action, &QAction::triggered, this, [this, alert] { ask(alert); });
    m_drawingActions.append(action);
    return m_drawingActions;
}

void ChartAlerts::edit(const QString &id)
{
    if (const ChartAlert *alert = m_book.find(id))
        (new AlertDialog(m_book, choices(), *alert, m_chart.window()))->open();
}

QAction *ChartAlerts::add(const QString &name, const QString &text, std::function<void()> act)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, std::move(act));
    m_actions.append(action);
    return action;
}

void ChartAlerts::addLineActions(const QString &id)
{
    add(u"alertEdit"_s, tr("Edit the alert…"), [this, id] { edit(id); });
    add(u"alertPause"_s, tr("Pause the alert"), [this, id] { (void)m_book.setActive(id, false); });
    add(u"alertDelete"_s, tr("Delete the alert"), [this, id] { m_book.remove(id); });
}

void ChartAlerts::addNewActions(std::optional<QPoint> position)
{
    if (position && m_chart.panes().price.contains(*position)) {
        const double price = priceAt(position->y());
        ChartAlert alert;
        alert.against = AlertValue::atLevel(price);
        add(u"alertAtPrice"_s,
            //: Menu of a chart, at a price
            tr("Alert at %1…").arg(alerttext::level(price, QLocale())),
            [this, alert] { ask(alert); });
    } else {
        add(u"alertAtPrice"_s, tr("New alert…"), [this] { ask(); });
    }
    for (const AlertValue &indicator : choices().indicators) {
        ChartAlert alert;
        alert.watched = AlertValue();
        alert.against = indicator;
        add(u"alertOnIndicator"_s,
            //: Menu of a chart; %1 is an indicator: "Alert on EMA 20…"
            tr("Alert on %1…")
                .arg(alerttext::indicator(indicator.indicator, indicator.output, QLocale())),
            [this, alert] { ask(alert); });
    }
}

std::optional<QList<QAction *>> ChartAlerts::menuAt(std::optional<QPoint> position)
{
    if (m_press)
        return std::nullopt;
    qDeleteAll(std::exchange(m_actions, {}));
    if (m_chart.series()->symbol().isEmpty())
        return m_actions;
    const std::optional<Hit> hit = position ? hitAt(*position) : std::nullopt;
    if (hit)
        addLineActions(hit->line.id);
    else
        addNewActions(position);
    auto *rest = new QAction(this);
    rest->setSeparator(true);
    m_actions.append(rest);
    return m_actions;
}

} // namespace tapeline
