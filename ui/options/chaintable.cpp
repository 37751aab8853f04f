#include "chaintable.h"

#include "theme.h"
#include "valuemarks.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int repaintMs = 100; // as fast as figures can be read

constexpr std::array bothRights { OptionRight::Call, OptionRight::Put };

bool isPrice(ChainColumn column)
{
    return column == ChainColumn::Bid || column == ChainColumn::Ask;
}

} // namespace

ChainTable::ChainTable(ChainSheet &sheet, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_sheet(sheet)
    , m_theme(theme)
    , m_columns(usualColumns())
{
    setObjectName(u"chainTable"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Option chain"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(repaintMs);
    connect(&m_repaint, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(&sheet, &ChainSheet::rowsChanged, this, &ChainTable::onRows);
    connect(&sheet, &ChainSheet::valuesChanged, this, [this] {
        if (!m_repaint.isActive())
            m_repaint.start();
    });
    connect(&theme, &Theme::changed, this, &ChainTable::restyle);
    restyle();
}

std::vector<ChainColumn> ChainTable::usualColumns()
{
    using enum ChainColumn;
    return { Ask, Bid, Volatility, Delta, Volume, OpenInterest, Last, Change, Theta, Gamma, Vega };
}

void ChainTable::setColumns(const std::vector<ChainColumn> &columns)
{
    m_columns = columns;
    layOut();
}

std::vector<ChainColumn> ChainTable::shownColumns() const
{
    return { m_columns.begin(), m_columns.begin() + std::ptrdiff_t(m_widths.size()) };
}

void ChainTable::setEmptyText(const QString &text)
{
    m_empty = text;
    viewport()->update();
}

void ChainTable::restyle()
{
    m_text.setFont(m_theme.font(FontRole::Text), devicePixelRatioF());
    m_strong.setFont(m_theme.font(FontRole::Strong), devicePixelRatioF());
    m_small.setFont(m_theme.font(FontRole::Small), devicePixelRatioF());
    m_edge = m_theme.scaled(6);
    m_rowHeight = m_text.height() + m_theme.scaled(6);
    m_headerHeight = m_small.height() + m_theme.scaled(8);
    layOut();
}

/// Of the rows there are, with its edges.
int ChainTable::widestOf(ChainColumn column) const
{
    const ChainMoment moment = m_sheet.moment();
    qreal widest = 0;
    for (const ChainStrike &row : m_sheet.rows())
        for (const ChainContract *contract : { row.call, row.put })
            if (contract)
                widest = std::max(widest, m_text.width(textOf(*contract, column, moment)));
    return int(std::ceil(widest)) + 2 * m_edge;
}

/// As many columns as fit; what is left over widens them all.
void ChainTable::layOut()
{
    const auto room = [this](const GlyphCache &font, const QString &sample) {
        return int(std::ceil(font.width(sample))) + 2 * m_edge;
    };
    m_strikeWidth = room(m_strong, u"12,345.50"_s) + m_edge;
    const int side = (viewport()->width() - m_strikeWidth) / 2;
    m_widths.clear();
    int used = 0;
    for (const ChainColumn column : m_columns) {
        const int width
            = std::max({ room(m_text, ChainColumns::usual(column)),
                         room(m_small, ChainColumns::title(column)), widestOf(column) });
        if (used + width > side)
            break;
        m_widths.push_back(width);
        used += width;
    }
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        m_widths[i] += (side - used) / int(m_widths.size());
    const int rows = int(m_sheet.rows().size());
    verticalScrollBar()->setPageStep(std::max(1, rowsThatFit()));
    verticalScrollBar()->setRange(0, std::max(0, rows - rowsThatFit()));
    viewport()->update();
    emit viewChanged();
}

void ChainTable::onRows()
{
    const std::vector<ChainStrike> &rows = m_sheet.rows();
    const auto same = std::ranges::find(rows, m_currentStrike, &ChainStrike::strike);
    m_currentRow = same == rows.end() ? -1 : int(same - rows.begin());
    layOut();
    if (!rows.empty() && m_centred != m_sheet.expiry()) {
        m_centred = m_sheet.expiry();
        centre();
    }
}

void ChainTable::centre()
{
    verticalScrollBar()->setValue(m_sheet.moneyRow() - rowsThatFit() / 2);
}

int ChainTable::rowsThatFit() const
{
    return (viewport()->height() - m_headerHeight) / std::max(1, m_rowHeight);
}

int ChainTable::firstRow() const
{
    return verticalScrollBar()->value();
}

int ChainTable::rowTop(int row) const
{
    return m_headerHeight + (row - firstRow()) * m_rowHeight;
}

const ChainContract *ChainTable::contractOf(int row, OptionRight right) const
{
    if (row < 0 || std::size_t(row) >= m_sheet.rows().size())
        return nullptr;
    const ChainStrike &strike = m_sheet.rows()[std::size_t(row)];
    return right == OptionRight::Call ? strike.call : strike.put;
}

QRect ChainTable::cellRect(int row, OptionRight right, ChainColumn column) const
{
    const auto place = std::ranges::find(m_columns, column) - m_columns.begin();
    if (std::size_t(place) >= m_widths.size())
        return {};
    const int middle = viewport()->width() / 2;
    int outer = m_strikeWidth / 2;
    for (std::size_t i = 0; i < std::size_t(place); ++i)
        outer += m_widths[i];
    const int width = m_widths[std::size_t(place)];
    const int left = right == OptionRight::Call ? middle - outer - width : middle + outer;
    return { left, rowTop(row), width, m_rowHeight };
}

ChainTable::Cell ChainTable::cellAt(const QPoint &position) const
{
    Cell cell;
    if (position.y() < m_headerHeight)
        return cell;
    const int row = firstRow() + (position.y() - m_headerHeight) / m_rowHeight;
    if (std::size_t(row) >= m_sheet.rows().size())
        return cell;
    cell.row = row;
    const int middle = viewport()->width() / 2;
    if (std::abs(position.x() - middle) <= m_strikeWidth / 2)
        return cell;
    cell.right = position.x() < middle ? OptionRight::Call : OptionRight::Put;
    for (const ChainColumn column : shownColumns())
        if (cellRect(row, *cell.right, column).contains(position))
            cell.column = column;
    return cell;
}

QStringList ChainTable::contractsInView() const
{
    const int count = int(m_sheet.rows().size());
    const int first = firstRow();
    const int last = std::min(count, first + rowsThatFit() + 1);
    const int middle = std::clamp(m_sheet.moneyRow(), first, std::max(first, last - 1));
    QStringList contracts;
    for (int away = 0; away < last - first; ++away)
        for (const int row : { middle + away, middle - away - 1 })
            for (const OptionRight right : bothRights)
                if (const ChainContract *contract = contractOf(row, right);
                    contract && row >= first && row < last)
                    contracts.push_back(contract->symbol);
    return contracts;
}

// --- what is painted
// ------------------------------------------------------------------------------------------------

QString ChainTable::textOf(const ChainContract &contract, ChainColumn column,
                           const ChainMoment &moment) const
{
    const std::optional<double> value = ChainColumns::value(column, contract, moment);
    if (!value)
        return {};
    const double shown = ChainColumns::isShare(column) ? *value * 100 : *value;
    const int decimals = ChainColumns::decimals(column);
    if (column == ChainColumn::Change || column == ChainColumn::VolatilityGap)
        return changeText(shown, decimals, m_locale);
    return m_locale.toString(shown, 'f', decimals);
}

QString ChainTable::cellText(int row, OptionRight right, ChainColumn column) const
{
    const ChainContract *contract = contractOf(row, right);
    return contract ? textOf(*contract, column, m_sheet.moment()) : QString();
}

/// Colour tells a direction; the sign tells it, too.
QColor ChainTable::colorOf(const ChainContract &contract, ChainColumn column, double value) const
{
    if (column == ChainColumn::Change && value != 0)
        return m_theme.color(value > 0 ? ColorRole::Up : ColorRole::Down);
    const bool isUncertain = contract.status == VolatilityStatus::LowVega
        && m_sheet.greeks() == GreeksSource::Own && column >= ChainColumn::Volatility
        && column <= ChainColumn::Rho;
    // Of the other source, where the chosen one has none
    const bool isBorrowed = column >= ChainColumn::Volatility && column <= ChainColumn::Vega
        && !(m_sheet.greeks() == GreeksSource::Own ? contract.own : contract.service);
    const bool isQuiet = isUncertain || isBorrowed || !contract.hasQuote();
    return m_theme.color(isQuiet ? ColorRole::MutedText : ColorRole::Text);
}

void ChainTable::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Panel));
    const int count = int(m_sheet.rows().size());
    if (count == 0) {
        paintEmpty(painter);
        return;
    }
    const ChainMoment moment = m_sheet.moment();
    for (int row = firstRow(); row < count && rowTop(row) < viewport()->height(); ++row)
        paintRow(painter, row, moment);
    paintMoney(painter);
    paintHeader(painter);
}

void ChainTable::paintHeader(QPainter &painter)
{
    const QRect header(0, 0, viewport()->width(), m_headerHeight);
    painter.fillRect(header, m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(0, m_headerHeight - 1, header.width(), 1),
                     m_theme.color(ColorRole::Rule));
    const QColor muted = m_theme.color(ColorRole::MutedText);
    for (const OptionRight right : bothRights)
        for (const ChainColumn column : shownColumns()) {
            QRect cell = cellRect(0, right, column);
            cell.setTop(0);
            cell.setHeight(m_headerHeight);
            m_small.draw(painter, cell.adjusted(m_edge, 0, -m_edge, 0), Qt::AlignRight,
                         ChainColumns::title(column), muted);
        }
    const QRect strike((header.width() - m_strikeWidth) / 2, 0, m_strikeWidth, m_headerHeight);
    m_small.draw(painter, strike, Qt::AlignHCenter, tr("Strike"), muted);
    const QRect edges = header.adjusted(m_edge, 0, -m_edge, 0);
    const int outer
        = m_widths.empty() ? 0 : cellRect(0, OptionRight::Call, shownColumns().back()).left();
    if (outer > int(m_small.width(tr("Calls"))) + 2 * m_edge) {
        m_small.draw(painter, edges, Qt::AlignLeft, tr("Calls"), muted);
        m_small.draw(painter, edges, Qt::AlignRight, tr("Puts"), muted);
    }
}

void ChainTable::paintRow(QPainter &painter, int row, const ChainMoment &moment)
{
    const ChainStrike &strike = m_sheet.rows()[std::size_t(row)];
    for (const OptionRight right : bothRights)
        paintSide(painter, row, right, moment);
    const QRect middle((viewport()->width() - m_strikeWidth) / 2, rowTop(row), m_strikeWidth,
                       m_rowHeight);
    painter.fillRect(middle, m_theme.color(ColorRole::Raised));
    const double price = strike.strike.toDouble();
    const bool isWhole = std::abs(price - std::round(price)) < 1e-9;
    m_strong.draw(painter, middle, Qt::AlignHCenter, m_locale.toString(price, 'f', isWhole ? 0 : 2),
                  m_theme.color(ColorRole::Text));
    painter.fillRect(QRect(0, rowTop(row) + m_rowHeight - 1, viewport()->width(), 1),
                     m_theme.color(ColorRole::Rule));
}

void ChainTable::paintSide(QPainter &painter, int row, OptionRight right, const ChainMoment &moment)
{
    const bool isCall = right == OptionRight::Call;
    const int half = (viewport()->width() - m_strikeWidth) / 2;
    const QRect side(isCall ? 0 : viewport()->width() - half, rowTop(row), half, m_rowHeight);
    const double strike = m_sheet.rows()[std::size_t(row)].strike.toDouble();
    const bool isInTheMoney
        = moment.spot > 0 && (isCall ? strike < moment.spot : strike > moment.spot);
    if (isInTheMoney)
        painter.fillRect(side, m_theme.color(isCall ? ColorRole::UpTint : ColorRole::DownTint));
    const bool isCurrent = row == m_currentRow && right == m_currentRight;
    if (isCurrent)
        painter.fillRect(side, m_theme.color(ColorRole::Selection));
    const ChainContract *contract = contractOf(row, right);
    if (!contract)
        return;
    for (const ChainColumn column : shownColumns()) {
        const QRect cell = cellRect(row, right, column);
        const std::optional<double> value = ChainColumns::value(column, *contract, moment);
        if (!value)
            continue;
        if (column == ChainColumn::Volume && m_sheet.mostVolume() > 0)
            paintBar(painter, cell, right, *value / m_sheet.mostVolume());
        if (column == ChainColumn::OpenInterest && m_sheet.mostInterest() > 0)
            paintBar(painter, cell, right, *value / m_sheet.mostInterest());
        const bool isHovered = isPrice(column) && m_hovered == Cell { row, right, column };
        if (isHovered)
            painter.fillRect(cell.adjusted(1, 1, -1, -1), m_theme.color(ColorRole::Hover));
        m_text.draw(painter, cell.adjusted(m_edge, 0, -m_edge, 0), Qt::AlignRight,
                    textOf(*contract, column, moment),
                    isCurrent ? m_theme.color(ColorRole::SelectionText)
                              : colorOf(*contract, column, *value));
    }
    if (isCurrent && hasFocus()) {
        painter.setPen(m_theme.color(ColorRole::Accent));
        painter.drawRect(side.adjusted(0, 0, -1, -2));
    }
}

/// From the strike outwards.
void ChainTable::paintBar(QPainter &painter, const QRect &cell, OptionRight right,
                          double share) const
{
    const int length = int(std::lround(std::clamp(share, 0.0, 1.0) * (cell.width() - 2)));
    const int height = std::max(2, m_rowHeight / 6);
    const QRect bar(right == OptionRight::Call ? cell.right() - length : cell.left() + 1,
                    cell.bottom() - height, length, height);
    painter.fillRect(bar, m_theme.color(ColorRole::Accent));
}

/// A line between the strikes that the price of the underlying lies between.
void ChainTable::paintMoney(QPainter &painter) const
{
    if (m_sheet.moment().spot <= 0)
        return;
    const int y = rowTop(m_sheet.moneyRow()) - 1;
    if (y < m_headerHeight || y > viewport()->height())
        return;
    painter.fillRect(QRect(0, y, viewport()->width(), 1), m_theme.color(ColorRole::Accent));
}

void ChainTable::paintEmpty(QPainter &painter) const
{
    painter.setFont(m_theme.font(FontRole::Text));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const int edge = m_theme.scaled(24);
    painter.drawText(viewport()->rect().adjusted(edge, edge, -edge, -edge),
                     Qt::AlignCenter | Qt::TextWordWrap, m_empty);
}

bool ChainTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipOf(cellAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered.row >= 0) {
        m_hovered = {};
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ChainTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_locale = QLocale();
        setAccessibleName(tr("Option chain"));
        layOut();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace tapeline
