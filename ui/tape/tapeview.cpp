#include "tapeview.h"

#include "tapemodel.h"
#include "theme.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>

#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int frameMs = 16;

}

TapeView::TapeView(TapeModel &model, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_theme(theme)
    , m_painter(theme)
    , m_headings(new QStandardItemModel(0, tapeColumnCount, this))
    , m_header(new QHeaderView(Qt::Horizontal, this))
    , m_backToLive(new QPushButton(this))
    , m_selection(model)
{
    setObjectName(u"tapeView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    makeHeader();
    makeButton();

    m_repaint.setSingleShot(true);
    m_repaint.setInterval(frameMs);
    connect(&m_repaint, &QTimer::timeout, this, &TapeView::refresh);
    connect(&model, &TapeModel::changed, this, [this] {
        if (!m_repaint.isActive())
            m_repaint.start();
    });
    connect(&model, &TapeModel::rulesChanged, this, [this] { viewport()->update(); });
    connect(&theme, &Theme::changed, this, &TapeView::restyle);
    retranslate();
    restyle();
}

void TapeView::makeHeader()
{
    m_header->setObjectName(u"tapeHeader"_s);
    m_header->setModel(m_headings);
    m_header->setSectionsMovable(true);
    m_header->setSectionsClickable(false);
    m_header->setHighlightSections(false);
    m_header->setStretchLastSection(true);
    m_header->setFocusPolicy(Qt::NoFocus);
    m_header->viewport()->installEventFilter(this);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        viewport()->update();
        if (m_headerHeld) // else it hides and stretches by itself
            chooseColumns();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, &TapeView::chooseColumns);
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int section) { m_header->resizeSection(section, defaultWidth(section)); });
}

bool TapeView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_header->viewport()) {
        if (event->type() == QEvent::MouseButtonPress
            || event->type() == QEvent::MouseButtonDblClick)
            m_headerHeld = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_headerHeld = false;
    }
    return QAbstractScrollArea::eventFilter(watched, event);
}

/// From now on the columns are as the user left them.
void TapeView::chooseColumns()
{
    m_columnsChosen = true;
    viewport()->update();
    emit optionsChanged();
}

void TapeView::makeButton()
{
    m_backToLive->setObjectName(u"backToLive"_s);
    m_backToLive->setFocusPolicy(Qt::NoFocus); // Space and Home do the same
    m_backToLive->setCursor(Qt::PointingHandCursor);
    m_backToLive->setDefault(true); // in the accent
    m_backToLive->hide();
    connect(m_backToLive, &QPushButton::clicked, this, [this] { setPaused(false); });
}

// --- options ---------------------------------------------------------------------------------

void TapeView::setEmphasis(const TapeEmphasis &rule)
{
    if (rule == m_model.emphasis())
        return;
    m_model.setEmphasis(rule);
    emit optionsChanged();
}

void TapeView::setGrouping(bool on)
{
    if (on == m_model.isGrouping())
        return;
    m_model.setGrouping(on);
    m_painter.setGrouping(on);
    setDefaultColumns();
    layOut();
    emit optionsChanged();
}

void TapeView::setSymbol(const QString &symbol)
{
    m_text.setSymbol(symbol);
    const int section = static_cast<int>(TapeColumn::Price);
    m_header->resizeSection(section, defaultWidth(section));
    layOut();
    viewport()->update();
}

void TapeView::setMilliseconds(bool shown)
{
    if (shown == m_milliseconds)
        return;
    m_milliseconds = shown;
    m_text.setMilliseconds(shown);
    const int section = static_cast<int>(TapeColumn::Time);
    m_header->resizeSection(section, defaultWidth(section));
    layOut();
    viewport()->update();
    emit optionsChanged();
}

QByteArray TapeView::columnState() const
{
    return m_columnsChosen ? m_header->saveState() : QByteArray();
}

void TapeView::restoreColumnState(const QByteArray &state)
{
    if (!state.isEmpty() && m_header->restoreState(state))
        m_columnsChosen = true;
    layOut();
}

// --- what is shown ---------------------------------------------------------------------------

void TapeView::restyle()
{
    m_ratio = devicePixelRatioF();
    m_painter.restyle(m_ratio);
    setFont(m_theme.font());
    m_header->setFont(m_theme.font(FontRole::Small));
    setDefaultColumns();
    layOut();
    m_top.reset();
    refresh();
}

void TapeView::retranslate()
{
    setAccessibleName(tr("Time and sales"));
    m_text.setLocale(QLocale()); // follows the language, the widget's own does not
    //: Column of the tape: time of day in New York (Eastern Time)
    const QStringList names { tr("Time ET"), tr("Price"), tr("Size"), tr("Venue"),
                              //: Column of the tape: trade conditions
                              tr("Cond") };
    for (int column = 0; column < tapeColumnCount; ++column) {
        const bool number
            = TapeColumn(column) == TapeColumn::Price || TapeColumn(column) == TapeColumn::Size;
        const auto alignment = (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        m_headings->setHeaderData(column, Qt::Horizontal, names[column]);
        m_headings->setHeaderData(column, Qt::Horizontal, int(alignment), Qt::TextAlignmentRole);
    }
    updateButton();
    viewport()->update();
}

void TapeView::setDefaultColumns()
{
    if (m_columnsChosen)
        return;
    m_header->setMinimumSectionSize(m_theme.scaled(24));
    for (int column = 0; column < tapeColumnCount; ++column)
        m_header->resizeSection(column, defaultWidth(column));
}

void TapeView::setPrintsExpected(bool expected)
{
    if (std::exchange(m_printsExpected, expected) != expected)
        viewport()->update();
}

/// Room for the usual cell and for the heading.
int TapeView::defaultWidth(int column) const
{
    const QString heading = m_headings->headerData(column, Qt::Horizontal).toString();
    // The style keeps room for a sort arrow besides the padding, whether or not there is one
    const int forHeading = m_header->fontMetrics().horizontalAdvance(heading) + m_theme.scaled(26);
    return std::max(m_painter.defaultWidth(TapeColumn(column), m_text), forHeading);
}

/// Conditions, then venues hide where there is no room, as long as the user chose no widths.
void TapeView::fitColumns()
{
    if (m_columnsChosen)
        return;
    int total = 0;
    for (int column = 0; column < tapeColumnCount; ++column) {
        const int width = defaultWidth(column);
        total += width;
        m_header->resizeSection(column, width); // with the headings of the language now shown
        if (TapeColumn(column) >= TapeColumn::Venue)
            m_header->setSectionHidden(column, total > viewport()->width());
    }
}

void TapeView::layOut()
{
    const int height = m_header->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    fitColumns();
    const QRect below = viewport()->geometry();
    m_header->setGeometry(below.x(), below.y() - height, below.width(), height);
    verticalScrollBar()->setPageStep(visibleRows());
    updateButton();
}

int TapeView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_painter.rowHeight());
}

QRect TapeView::rowRect(int row) const
{
    const int height = m_painter.rowHeight();
    return { 0, (row - verticalScrollBar()->value()) * height, viewport()->width(), height };
}

int TapeView::rowAt(const QPoint &position) const
{
    const int row = verticalScrollBar()->value() + position.y() / m_painter.rowHeight();
    return position.y() >= 0 && row < m_model.rowCount() ? row : -1;
}

TapeColumns TapeView::columnRects() const
{
    TapeColumns columns;
    for (int column = 0; column < tapeColumnCount; ++column)
        columns[std::size_t(column)]
            = QRect(m_header->sectionViewportPosition(column), 0, m_header->sectionSize(column), 0);
    return columns;
}

void TapeView::refresh()
{
    m_repaint.stop();
    verticalScrollBar()->setRange(0, std::max(0, m_model.rowCount() - visibleRows()));
    if (!m_model.isPaused()) {
        verticalScrollBar()->setValue(0);
        dropSelection();
    }
    updateButton();
    moveRows();
}

/// Rows that stay on screen are moved there; what is left is painted.
void TapeView::moveRows()
{
    const int first = verticalScrollBar()->value();
    const int rows = m_model.rowCount();
    std::optional<TapeRows::Key> top;
    if (first < rows)
        top = m_model.key(first);
    const auto before = std::exchange(m_top, top);
    const bool same = std::exchange(m_revision, m_model.revision()) == m_model.revision();
    const bool filled = rows - first > visibleRows();
    const int where = before ? m_model.rowOf(*before) : -1;
    const int shift = where - first;
    if (!same || where < 0 || !filled || std::abs(shift) > visibleRows())
        viewport()->update();
    else if (shift != 0)
        viewport()->scroll(0, shift * m_painter.rowHeight());
}

void TapeView::updateButton()
{
    m_backToLive->setVisible(m_model.isPaused());
    if (!m_model.isPaused())
        return;
    constexpr quint64 most = std::numeric_limits<int>::max();
    const int held = static_cast<int>(std::min(m_model.held(), most));
    m_backToLive->setText(held == 0 ? tr("Paused · back to live")
                                    : tr("%n new print(s) · back to live", nullptr, held));
    m_backToLive->adjustSize();
    const QRect below = viewport()->geometry();
    m_backToLive->move(below.x() + (below.width() - m_backToLive->width()) / 2,
                       below.y() + m_theme.scaled(6));
}

TapeRowLook TapeView::lookOf(int row, const TapeSelection::Range &selected) const
{
    const TapeSweep *sweep = m_model.sweep(row);
    const bool isSweep = m_model.isSweep(row);
    return { m_model.print(row),   isSweep ? sweep : nullptr, sweep && !isSweep,
             m_model.isLarge(row), selected.contains(row),    row == m_selection.current() };
}

void TapeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (painter.device()->devicePixelRatioF() != m_ratio) {
        m_ratio = painter.device()->devicePixelRatioF();
        m_painter.restyle(m_ratio);
    }
    const QRect exposed = event->rect();
    const TapeColumns columns = columnRects();
    const TapeSelection::Range selected = m_selection.range();
    int row = verticalScrollBar()->value() + exposed.top() / m_painter.rowHeight();
    for (; row < m_model.rowCount(); ++row) {
        const QRect line = rowRect(row);
        if (line.top() > exposed.bottom())
            return;
        m_painter.paintRow(painter, line, lookOf(row, selected), columns, m_text);
    }
    const QRect rest(0, rowRect(row).top(), viewport()->width(), viewport()->height());
    painter.fillRect(rest, m_painter.background());
    if (m_model.rowCount() == 0)
        paintEmpty(painter);
}

void TapeView::paintEmpty(QPainter &painter) const
{
    const QString text = m_model.keptCount() > 0 ? tr("The filter hides every print")
        : m_printsExpected                       ? tr("Waiting for the first print")
                                                 : tr("No prints on this plan");
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, text);
}

void TapeView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    m_top.reset();
    refresh();
}

void TapeView::scrollContentsBy(int, int)
{
    if (verticalScrollBar()->value() > 0)
        m_model.setPaused(true);
    moveRows();
}

void TapeView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
}

void TapeView::setPaused(bool paused)
{
    m_model.setPaused(paused);
    if (!paused)
        dropSelection();
    m_top.reset(); // the highlight may go
    refresh();
}

} // namespace tapeline
