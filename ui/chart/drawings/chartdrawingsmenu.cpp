// The menu of a ChartDrawings, the clipboard, and the dialog of a drawing.

#include "chartdrawings.h"

#include "drawingdialog.h"
#include "pricechart.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double copyShift = 24; // pixels between a drawing and its copy
constexpr int mostCopies = 50; // beside one another

} // namespace

QAction *ChartDrawings::addAction(const QString &text, const QString &name,
                                  std::function<void()> act)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, std::move(act));
    m_actions.append(action);
    return action;
}

std::optional<QList<QAction *>> ChartDrawings::menuAt(std::optional<QPoint> position)
{
    if (std::exchange(m_barsMenu, false) || m_press)
        return std::nullopt;
    qDeleteAll(std::exchange(m_actions, {}));
    const auto hit = position ? hitAt(*position) : std::nullopt;
    if (hit && !m_selected.contains(hit->id))
        select({ hit->id });
    const QString id = hit                 ? hit->id
        : position || m_selected.isEmpty() ? QString()
                                           : m_selected.front();
    QList<QAction *> others;
    if (const Drawing *drawing = m_book->find(id)) {
        addDrawingActions(*drawing);
        for (const MenuSource &source : m_menuSources)
            others += source(*drawing);
    } else {
        addChartActions();
    }
    if (m_actions.isEmpty())
        return m_actions;
    auto *rest = new QAction(this);
    rest->setSeparator(true);
    m_actions.append(rest);
    return others + m_actions;
}

bool ChartDrawings::ownsMenuAt(QPoint position) const
{
    return hitAt(position).has_value();
}

void ChartDrawings::addDrawingActions(const Drawing &drawing)
{
    const QStringList ids = m_selected;
    const bool isFree = !m_book->isLocked(drawing);
    addAction(tr("Settings…"), u"drawingSettings"_s, [this, id = drawing.id] { openSettings(id); });
    addAction(tr("Duplicate"), u"drawingDuplicate"_s, [this] { duplicateSelected(); });
    addAction(tr("Copy"), u"drawingCopy"_s, [this] { copySelected(); });
    addAction(tr("Cut"), u"drawingCut"_s, [this] { cutSelected(); })->setEnabled(isFree);
    const bool locked = drawing.locked;
    addAction(locked ? tr("Unlock") : tr("Lock"), u"drawingLock"_s,
              [this, ids, locked] { m_book->setLocked(ids, !locked); });
    addAction(tr("Hide"), u"drawingHide"_s, [this, ids] {
        m_book->setHidden(ids, true);
        select({});
    });
    addAction(tr("Bring to front"), u"drawingFront"_s, [this, ids] { m_book->bringToFront(ids); });
    addAction(tr("Send to back"), u"drawingBack"_s, [this, ids] { m_book->sendToBack(ids); });
    addAction(tr("Delete"), u"drawingDelete"_s, [this] { removeSelected(); })->setEnabled(isFree);
}

void ChartDrawings::addChartActions()
{
    if (canPaste())
        addAction(tr("Paste drawing"), u"drawingPaste"_s, [this] { paste(); });
    QStringList hidden;
    for (const Drawing &drawing : m_book->drawings())
        if (drawing.hidden)
            hidden.append(drawing.id);
    if (!hidden.isEmpty())
        addAction(tr("Show %n hidden drawing(s)", nullptr, int(hidden.size())), u"drawingShow"_s,
                  [this, hidden] { m_book->setHidden(hidden, false); });
}

// --- what is done with the chosen ones
// ---------------------------------------------------------------------------

void ChartDrawings::removeSelected()
{
    m_book->remove(unlocked(m_selected));
}

void ChartDrawings::copySelected() const
{
    KeptDrawings copied;
    copied.set.drawings = selectedDrawings();
    if (copied.set.drawings.empty())
        return;
    auto *data = new QMimeData; // the clipboard's
    data->setData(drawing::clipboardType(), drawing::toJson(copied));
    QApplication::clipboard()->setMimeData(data);
}

void ChartDrawings::cutSelected()
{
    copySelected();
    removeSelected();
}

bool ChartDrawings::canPaste() const
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    return data && data->hasFormat(drawing::clipboardType());
}

/// At the same instants and prices; beside what is there already. On a symbol of quite other prices
/// in the middle of what is in view.
void ChartDrawings::paste()
{
    if (!canPaste() || !m_chart.scene().hasBars())
        return;
    const Result<KeptDrawings> copied = drawing::setFromJson(
        QApplication::clipboard()->mimeData()->data(drawing::clipboardType()));
    if (!copied || copied->set.drawings.empty())
        return;
    std::vector<Drawing> drawings = copied->set.drawings;
    bringIntoView(drawings);
    const auto isThere = [this](const Drawing &drawing) {
        return std::ranges::any_of(m_book->drawings(), [&](const Drawing &each) {
            return each.tool == drawing.tool && each.points == drawing.points;
        });
    };
    for (int tries = 0; tries < mostCopies && std::ranges::any_of(drawings, isThere); ++tries)
        for (Drawing &drawing : drawings)
            drawing = shifted(std::move(drawing), { copyShift, copyShift });
    for (Drawing &drawing : drawings) {
        drawing.id.clear();
        drawing.locked = drawing.hidden = false;
    }
    select(m_book->add(std::move(drawings)));
}

/// Prices that are far from those in view are scaled, so that moves keep their percentage.
void ChartDrawings::bringIntoView(std::vector<Drawing> &drawings) const
{
    const ChartViewport &view = m_chart.scene().view;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Drawing &drawing : drawings)
        for (const DrawingPoint &point : drawing.points) {
            low = std::min(low, point.price);
            high = std::max(high, point.price);
        }
    const double range = view.high - view.low;
    const bool isNear = high >= view.low - range && low <= view.high + range;
    if (isNear || low <= 0 || view.low + view.high <= 0)
        return;
    const double factor = (view.low + view.high) / (low + high);
    for (Drawing &drawing : drawings)
        for (DrawingPoint &point : drawing.points)
            point.price = magnet::rounded(point.price * factor, m_chart.series()->priceDecimals());
}

void ChartDrawings::duplicateSelected()
{
    std::vector<Drawing> copies = selectedDrawings();
    if (copies.empty())
        return;
    for (Drawing &drawing : copies) {
        drawing = shifted(std::move(drawing), { copyShift, copyShift });
        drawing.id.clear();
        drawing.locked = false;
    }
    select(m_book->add(std::move(copies)));
}

/// What is chosen there is shown at once, and is one step when it is accepted.
void ChartDrawings::openSettings(const QString &id)
{
    const Drawing *drawing = m_book->find(id);
    if (!drawing)
        return;
    delete m_dialog;
    m_dialog = new DrawingDialog(*drawing, m_desk, m_chart.scene().colors, &m_chart);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<DrawingBook> book = m_book; // the chart may show another symbol by then
    connect(m_dialog, &DrawingDialog::edited, book,
            [book](const Drawing &changed) { book->preview({ changed }); });
    connect(m_dialog, &QDialog::accepted, book,
            [book, dialog = m_dialog.data()] { book->change({ dialog->drawing() }); });
    connect(m_dialog, &QDialog::rejected, book, [book] { book->endPreview(); });
    m_dialog->open();
}

} // namespace tapeline
