#include "chaintable.h"

#include "theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tapeline {

// Mouse and keys of ChainTable.

QString ChainTable::currentContract() const
{
    const ChainContract *contract = contractOf(m_currentRow, m_currentRight);
    return contract ? contract->symbol : QString();
}

void ChainTable::setCurrent(int row, OptionRight right)
{
    if (std::size_t(row) >= m_sheet.rows().size())
        return;
    m_currentRow = row;
    m_currentRight = right;
    m_currentStrike = m_sheet.rows()[std::size_t(row)].strike;
    viewport()->update();
    emit currentChanged(currentContract());
}

/// On screen, too.
void ChainTable::moveTo(int row, OptionRight right)
{
    const int count = int(m_sheet.rows().size());
    if (count == 0)
        return;
    row = std::clamp(row, 0, count - 1);
    setCurrent(row, right);
    if (row < firstRow())
        verticalScrollBar()->setValue(row);
    else if (row >= firstRow() + rowsThatFit())
        verticalScrollBar()->setValue(row - rowsThatFit() + 1);
}

bool ChainTable::handleKey(int key)
{
    const int row = m_currentRow < 0 ? m_sheet.moneyRow() : m_currentRow;
    switch (key) {
    case Qt::Key_Up:
        moveTo(row - 1, m_currentRight);
        return true;
    case Qt::Key_Down:
        moveTo(m_currentRow < 0 ? row : row + 1, m_currentRight);
        return true;
    case Qt::Key_PageUp:
        moveTo(row - rowsThatFit(), m_currentRight);
        return true;
    case Qt::Key_PageDown:
        moveTo(row + rowsThatFit(), m_currentRight);
        return true;
    case Qt::Key_Home:
        moveTo(m_sheet.moneyRow(), m_currentRight);
        centre();
        return true;
    case Qt::Key_Left:
        moveTo(row, OptionRight::Call);
        return true;
    case Qt::Key_Right:
        moveTo(row, OptionRight::Put);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (const QString contract = currentContract(); !contract.isEmpty())
            emit priceClicked(contract, key == Qt::Key_Plus ? ChainColumn::Ask : ChainColumn::Bid);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QString contract = currentContract(); !contract.isEmpty())
            emit contractOpened(contract);
        return true;
    default:
        return false;
    }
}

void ChainTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (isPlain && handleKey(event->key()))
        return;
    const QString text = event->text();
    if (isPlain && text.size() == 1 && text[0].isLetterOrNumber()) {
        emit symbolTyped(text);
        return;
    }
    event->ignore();
}

void ChainTable::mousePressEvent(QMouseEvent *event)
{
    const Cell cell = cellAt(event->position().toPoint());
    if (cell.row >= 0)
        setCurrent(cell.row, cell.right.value_or(m_currentRight));
    m_pressed = event->button() == Qt::LeftButton ? std::optional(cell) : std::nullopt;
}

/// Let go on the cell that was pressed: a slip of the hand adds no leg.
void ChainTable::mouseReleaseEvent(QMouseEvent *event)
{
    const Cell cell = cellAt(event->position().toPoint());
    const bool isClick = event->button() == Qt::LeftButton && m_pressed == cell;
    m_pressed.reset();
    const bool isPrice = cell.column == ChainColumn::Bid || cell.column == ChainColumn::Ask;
    if (!isClick || !isPrice)
        return;
    if (const ChainContract *contract = contractOf(cell.row, *cell.right))
        emit priceClicked(contract->symbol, *cell.column);
}

void ChainTable::mouseMoveEvent(QMouseEvent *event)
{
    const Cell cell = cellAt(event->position().toPoint());
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    viewport()->update();
}

void ChainTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Cell cell = cellAt(event->position().toPoint());
    const bool isPrice = cell.column == ChainColumn::Bid || cell.column == ChainColumn::Ask;
    if (event->button() != Qt::LeftButton || cell.row < 0 || !cell.right || isPrice)
        return mousePressEvent(event); // a second leg of it
    if (const ChainContract *contract = contractOf(cell.row, *cell.right))
        emit contractOpened(contract->symbol);
}

void ChainTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QPoint position = viewport()->mapFromGlobal(at);
        if (position.y() < m_headerHeight) {
            emit headerMenuRequested(at);
            return;
        }
        const Cell cell = cellAt(position);
        if (cell.row >= 0 && cell.right)
            setCurrent(cell.row, *cell.right);
    } else if (m_currentRow >= 0) {
        const QRect place(viewport()->width() / 2, rowTop(m_currentRow), 1, m_rowHeight);
        at = viewport()->mapToGlobal(place.bottomLeft());
    }
    if (const QString contract = currentContract(); !contract.isEmpty())
        emit menuRequested(contract, at);
}

void ChainTable::resizeEvent(QResizeEvent *)
{
    layOut();
}

void ChainTable::scrollContentsBy(int, int)
{
    viewport()->update();
    emit viewChanged();
}

void ChainTable::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ChainTable::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

/// What the figure is, and of which contract.
QString ChainTable::tipOf(const Cell &cell) const
{
    if (cell.row < 0 || !cell.right || !cell.column)
        return {};
    const ChainContract *contract = contractOf(cell.row, *cell.right);
    if (!contract)
        return {};
    QStringList lines { contract->symbol, ChainColumns::explanation(*cell.column) };
    const bool isReckoned
        = *cell.column >= ChainColumn::Volatility && *cell.column <= ChainColumn::Rho;
    if (isReckoned && m_sheet.greeks() == GreeksSource::Own)
        switch (contract->status) {
        case VolatilityStatus::Ok:
            break;
        case VolatilityStatus::LowVega:
            lines << tr("The price hardly depends on volatility: the figure is uncertain.");
            break;
        case VolatilityStatus::BelowIntrinsic:
            lines << tr("The quote is below what exercise pays: no volatility explains it.");
            break;
        case VolatilityStatus::AboveBound:
            lines << tr("The quote is above what any volatility explains.");
            break;
        case VolatilityStatus::NoQuote:
            lines << tr("Without bid and ask there is nothing to reckon from.");
            break;
        case VolatilityStatus::Expired:
            lines << tr("The contract has ended.");
            break;
        case VolatilityStatus::Waiting:
            lines << tr("Not reckoned yet.");
            break;
        }
    return lines.join(u'\n');
}

} // namespace tapeline
