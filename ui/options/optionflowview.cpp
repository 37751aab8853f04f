#include "optionflowview.h"

#include "optionflowmodel.h"
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
/// Columns that hide where there is no room, the first one first.
constexpr std::array lastWanted { OptionFlowColumn::Venue, OptionFlowColumn::Spot,
                                  OptionFlowColumn::OpenInterest, OptionFlowColumn::Kind };

} // namespace

OptionFlowView::OptionFlowView(OptionFlowModel &model, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_theme(theme)
    , m_painter(theme)
    , m_headings(new QStandardItemModel(0, optionFlowColumnCount, this))
    , m_header(new QHeaderView(Qt::Horizontal, this))
    , m_backToLive(new QPushButton(this))
{
    setObjectName(u"optionFlowView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    makeHeader();
    makeButton();

    m_repaint.setSingleShot(true);
    m_repaint.setInterval(frameMs);
    connect(&m_repaint, &QTimer::timeout, this, &OptionFlowView::refresh);
    connect(&model, &OptionFlowModel::changed, this, [this] {
        if (!m_repaint.isActive())
            m_repaint.start();
    });
    connect(&theme, &Theme::changed, this, &OptionFlowView::restyle);
    retranslate();
    restyle();
}

void OptionFlowView::makeHeader()
{
    m_header->setObjectName(u"tapeHeader"_s); // looks as that of time & sales
    m_header->setModel(m_headings);
    m_header->setSectionsMovable(true);
    m_header->setSectionsClickable(false);
    m_header->setHighlightSections(false);
    m_header->setStretchLastSection(true);
    m_header->setFocusPolicy(Qt::NoFocus);
    m_header->viewport()->installEventFilter(this);
    const auto choose = [this] {
        m_columnsChosen = true;
        viewport()->update();
        emit columnsChanged();
    };
    connect(m_header, &QHeaderView::sectionResized, this, [this, choose] {
        viewport()->update();
        if (m_headerHeld) // else it hides and stretches by itself
            choose();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, choose);
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int section) { m_header->resizeSection(section, defaultWidth(section)); });
}

void OptionFlowView::makeButton()
{
    m_backToLive->setObjectName(u"backToLive"_s);
    m_backToLive->setFocusPolicy(Qt::NoFocus); // Space and Home do the same
    m_backToLive->setCursor(Qt::PointingHandCursor);
    m_backToLive->setDefault(true); // in the accent
    m_backToLive->hide();
    connect(m_backToLive, &QPushButton::clicked, this, [this] { setPaused(false); });
}

void OptionFlowView::setEmptyText(const QString &text)
{
    if (std::exchange(m_empty, text) != text)
        viewport()->update();
}

// --- columns ---------------------------------------------------------------------------------

QByteArray OptionFlowView::columnState() const
{
    return m_columnsChosen ? m_header->saveState() : QByteArray();
}

void OptionFlowView::restoreColumnState(const QByteArray &state)
{
    if (!state.isEmpty() && m_header->restoreState(state))
        m_columnsChosen = true;
    layOut();
}

void OptionFlowView::restyle()
{
    m_ratio = devicePixelRatioF();
    m_painter.restyle(m_ratio);
    setFont(m_theme.font());
    m_header->setFont(m_theme.font(FontRole::Small));
    m_header->setMinimumSectionSize(m_theme.scaled(24));
    layOut();
    m_top.reset();
    refresh();
}

void OptionFlowView::retranslate()
{
    setAccessibleName(tr("Options flow"));
    m_text.setLocale(QLocale()); // follows the language, the widget's own does not
    for (int column = 0; column < optionFlowColumnCount; ++column) {
        const bool number = OptionFlowPainter::isNumber(OptionFlowColumn(column));
        const auto alignment = (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        m_headings->setHeaderData(column, Qt::Horizontal,
                                  OptionFlowText::title(OptionFlowColumn(column)));
        m_headings->setHeaderData(column, Qt::Horizontal, int(alignment), Qt::TextAlignmentRole);
    }
    layOut();
    updateButton();
    viewport()->update();
}

/// Room for the usual cell and for the heading.
int OptionFlowView::defaultWidth(int column) const
{
    const QString heading = m_headings->headerData(column, Qt::Horizontal).toString();
    // The style keeps room for a sort arrow besides the padding, whether or not there is one
    const int forHeading = m_header->fontMetrics().horizontalAdvance(heading) + m_theme.scaled(26);
    return std::max(m_painter.defaultWidth(OptionFlowColumn(column)), forHeading);
}

/// As long as the user chose no widths.
void OptionFlowView::fitColumns()
{
    if (m_columnsChosen)
        return;
    int total = 0;
    for (int column = 0; column < optionFlowColumnCount; ++column) {
        m_header->resizeSection(column, defaultWidth(column));
        m_header->setSectionHidden(column, false);
        total += defaultWidth(column);
    }
    for (const OptionFlowColumn column : lastWanted) {
        if (total <= viewport()->width())
            return;
        m_header->setSectionHidden(int(column), true);
        total -= defaultWidth(int(column));
    }
}

void OptionFlowView::layOut()
{
    const int height = m_header->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    fitColumns();
    const QRect below = viewport()->geometry();
    m_header->setGeometry(below.x(), below.y() - height, below.width(), height);
    verticalScrollBar()->setPageStep(visibleRows());
    updateButton();
}

OptionFlowColumns OptionFlowView::columnRects() const
{
    OptionFlowColumns columns;
    for (int column = 0; column < optionFlowColumnCount; ++column)
        columns[std::size_t(column)]
            = QRect(m_header->sectionViewportPosition(column), 0, m_header->sectionSize(column), 0);
    return columns;
}

// --- rows ------------------------------------------------------------------------------------

int OptionFlowView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_painter.rowHeight());
}

QRect OptionFlowView::rowRect(int row) const
{
    const int height = m_painter.rowHeight();
    return { 0, (row - verticalScrollBar()->value()) * height, viewport()->width(), height };
}

int OptionFlowView::rowAt(const QPoint &position) const
{
    const int row = verticalScrollBar()->value() + position.y() / m_painter.rowHeight();
    return position.y() >= 0 && row < m_model.rowCount() ? row : -1;
}

void OptionFlowView::refresh()
{
    m_repaint.stop();
    verticalScrollBar()->setRange(0, std::max(0, m_model.rowCount() - visibleRows()));
    if (!m_model.isPaused()) {
        verticalScrollBar()->setValue(0);
        dropCurrent();
    }
    updateButton();
    moveRows();
}

/// Rows that stay on screen are moved there; what is left is painted.
void OptionFlowView::moveRows()
{
    const int first = verticalScrollBar()->value();
    const int rows = m_model.rowCount();
    std::optional<quint64> top;
    if (first < rows)
        top = m_model.serial(first);
    const std::optional<quint64> before = std::exchange(m_top, top);
    const bool same = std::exchange(m_revision, m_model.revision()) == m_model.revision();
    const bool filled = rows - first > visibleRows();
    const int where = before ? m_model.rowOf(*before) : -1;
    const int shift = where - first;
    if (!same || where < 0 || !filled || std::abs(shift) > visibleRows())
        viewport()->update();
    else if (shift != 0)
        viewport()->scroll(0, shift * m_painter.rowHeight());
}

void OptionFlowView::updateButton()
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

void OptionFlowView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (painter.device()->devicePixelRatioF() != m_ratio) {
        m_ratio = painter.device()->devicePixelRatioF();
        m_painter.restyle(m_ratio);
    }
    const QRect exposed = event->rect();
    const OptionFlowColumns columns = columnRects();
    const int current = currentRow();
    int row = verticalScrollBar()->value() + exposed.top() / m_painter.rowHeight();
    for (; row < m_model.rowCount(); ++row) {
        const QRect line = rowRect(row);
        if (line.top() > exposed.bottom())
            return;
        m_painter.paintRow(painter, line,
                           { m_model.row(row), row == current, m_model.isGapBelow(row) }, columns,
                           m_text);
    }
    const QRect rest(0, rowRect(row).top(), viewport()->width(), viewport()->height());
    painter.fillRect(rest, m_painter.background());
    if (m_model.rowCount() == 0)
        paintEmpty(painter);
}

void OptionFlowView::paintEmpty(QPainter &painter) const
{
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const int edge = m_theme.scaled(16);
    painter.drawText(viewport()->rect().adjusted(edge, 0, -edge, 0),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     m_model.keptCount() > 0 ? tr("The filter hides every print") : m_empty);
}

void OptionFlowView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    m_top.reset();
    refresh();
}

void OptionFlowView::scrollContentsBy(int, int)
{
    if (verticalScrollBar()->value() > 0)
        m_model.setPaused(true);
    moveRows();
}

void OptionFlowView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
}

} // namespace tapeline
