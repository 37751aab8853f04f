#include "ladderview.h"

#include "bookscale.h"
#include "booktext.h"
#include "roundmeasure.h"
#include "tapetext.h"
#include "theme.h"
#include "valuemarks.h"

#include <QPaintEvent>
#include <QPainter>

#include <cmath>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int frameMs = 16;
constexpr QStringView averageSign = u"\u00d8";

} // namespace

LadderView::LadderView(BookModel &model, BookScale &scale, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scale(scale)
    , m_theme(theme)
{
    setObjectName(u"ladderView"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(frameMs);
    connect(&m_repaint, &QTimer::timeout, this, &LadderView::refresh);
    connect(&model, &BookModel::changed, this, &LadderView::scheduleRefresh);
    connect(&scale, &BookScale::changed, this, [this] {
        m_painted.clear();
        refresh();
    });
    connect(&theme, &Theme::changed, this, &LadderView::restyle);
    setAccessibleName(tr("Price ladder"));
    restyle();
}

void LadderView::setTrading(LadderTrading &trading)
{
    m_trading = &trading;
    setMouseTracking(true);
    connect(&trading, &LadderTrading::changed, this, &LadderView::scheduleRefresh);
    restyle();
}

void LadderView::scheduleRefresh()
{
    if (!m_repaint.isActive())
        m_repaint.start();
}

void LadderView::setTradedShown(bool shown)
{
    m_tradedShown = shown;
    layOut();
}

// --- layout -------------------------------------------------------------------------------------

void LadderView::restyle()
{
    const qreal ratio = devicePixelRatioF();
    m_text.setFont(m_theme.font(FontRole::Text), ratio);
    m_strong.setFont(m_theme.font(FontRole::Strong), ratio);
    m_small.setFont(m_theme.font(FontRole::Small), ratio);
    m_rowHeight = m_text.height() + m_theme.scaled(4);
    m_headerHeight = m_small.height() + m_theme.scaled(8);
    m_edge = m_theme.scaled(6);
    for (int column = 0; column < ladderColumnCount; ++column)
        m_headingWidths[std::size_t(column)]
            = int(std::ceil(m_small.width(heading(LadderColumn(column)))));
    layOut();
    updateGeometry();
    emit widthChanged();
}

int LadderView::widthOf(LadderColumn column) const
{
    if (!m_trading && (isOrderColumn(column) || isCancelColumn(column)))
        return 0;
    if (isCancelColumn(column))
        return m_rowHeight * 3 / 4;
    qreal widest = m_headingWidths[std::size_t(column)];
    if (column == LadderColumn::Price)
        widest = std::max(widest, m_strong.width(priceText(m_scale.topRow())))
            + (m_trading ? m_small.width(averageSign) + m_edge / 2 : 0);
    else if (isOrderColumn(column))
        return int(std::ceil(std::max(widest, m_text.width(u"99,999")))) + m_edge;
    else
        widest = std::max(widest,
                          m_strong.width(isClickColumn(column) ? u"99,999"_s
                                             : m_model.assetClass() == AssetClass::Crypto
                                             ? u"0.0001"_s
                                             : u"99.9K"_s));
    return int(std::ceil(widest)) + 2 * m_edge;
}

int LadderView::leastWidth() const
{
    int width = 0;
    for (const LadderColumn column :
         { LadderColumn::CancelBuy, LadderColumn::OwnBuy, LadderColumn::BidSize,
           LadderColumn::Price, LadderColumn::AskSize, LadderColumn::OwnSell,
           LadderColumn::CancelSell })
        width += widthOf(column);
    return width;
}

int LadderView::fullWidth() const
{
    int width = 0;
    for (int column = 0; column < ladderColumnCount; ++column)
        width += widthOf(LadderColumn(column));
    return m_trading ? width + 2 * letterWidth() : width;
}

/// Beside the quantity of an own order.
int LadderView::letterWidth() const
{
    return int(std::ceil(m_small.width(ladderorders::letter(OrderMark::StopLimit)))) + m_edge / 2;
}

/// Where there is no room for all columns the volume goes first, then what was sold and bought.
/// What is left over makes room for the letters of own orders, then widens what has bars.
void LadderView::layOut()
{
    std::array<int, ladderColumnCount> widths {};
    for (int column = 0; column < ladderColumnCount; ++column)
        widths[std::size_t(column)] = widthOf(LadderColumn(column));
    const auto drop = [&widths](LadderColumn column) { widths[std::size_t(column)] = 0; };
    const auto total = [&widths] { return std::accumulate(widths.begin(), widths.end(), 0); };
    if (!m_tradedShown || total() > width())
        drop(LadderColumn::Volume);
    if (!m_tradedShown || total() > width()) {
        drop(LadderColumn::Sold);
        drop(LadderColumn::Bought);
    }
    int left = std::max(0, width() - total());
    if (m_trading) {
        const int letter = std::min(left / 2, letterWidth());
        widths[std::size_t(LadderColumn::OwnBuy)] += letter;
        widths[std::size_t(LadderColumn::OwnSell)] += letter;
        left -= 2 * letter;
    }
    if (widths[std::size_t(LadderColumn::Volume)] > 0) {
        widths[std::size_t(LadderColumn::Volume)] += left;
    } else {
        widths[std::size_t(LadderColumn::BidSize)] += left / 2;
        widths[std::size_t(LadderColumn::AskSize)] += left - left / 2;
    }
    int x = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        m_columns[column] = QRect(x, 0, widths[column], widths[column] > 0 ? height() : 0);
        x += widths[column];
    }
    m_scale.setSize(height() - m_headerHeight, m_rowHeight);
    m_painted.clear();
    update();
}

QRect LadderView::rowRect(qint64 row) const
{
    return { 0, m_headerHeight + m_scale.yOf(row), width(), m_rowHeight };
}

QRect LadderView::cellRect(LadderColumn column, const QRect &line) const
{
    const QRect &whole = columnRect(column);
    return { whole.x(), line.y(), whole.width(), line.height() };
}

// --- what is shown ------------------------------------------------------------------------------

LadderView::RowLook LadderView::lookOf(qint64 row) const
{
    RowLook look;
    if (const RestingRow *resting = m_model.resting(row)) {
        look.bid = resting->bid;
        look.ask = resting->ask;
    }
    if (const FlowRow *traded = m_model.traded(row)) {
        look.sold = traded->sell;
        look.bought = traded->buy;
    }
    const Quote &best = m_model.best();
    look.isBestBid = best.hasBid() && m_model.rowOf(best.bid) == row;
    look.isBestAsk = best.hasAsk() && m_model.rowOf(best.ask) == row;
    // Of one venue only where the row is nothing but its size
    if (look.isBestBid && look.bid == best.bidSize)
        look.bidVenue = best.bidExchange;
    if (look.isBestAsk && look.ask == best.askSize)
        look.askVenue = best.askExchange;
    look.isBroken = m_model.isBroken();
    if (!m_model.prints().empty() && m_model.rowOf(m_model.prints().back().price) == row) {
        look.isLast = true;
        look.lastSide = qint8(m_model.prints().back().side);
    }
    if (m_trading)
        look.trade = m_trading->look(row);
    return look;
}

/// By what is in view.
LadderView::Measures LadderView::measures() const
{
    double resting = 0;
    for (const RestingRow &row : m_model.resting())
        if (m_scale.contains(row.row))
            resting = std::max({ resting, row.bid.toDouble(), row.ask.toDouble() });
    double traded = 0;
    for (const FlowRow &row : m_model.traded().rows())
        if (m_scale.contains(row.row))
            traded = std::max(traded, row.volume().toDouble());
    return { roundMeasure(resting), roundMeasure(traded) };
}

/// Who is about to click shall hit the price that is aimed at, as long as the market is in view.
bool LadderView::rowsStandStill() const
{
    const std::optional<qint64> middle = m_model.middleRow();
    return m_trading && m_trading->holdsRows() && middle
        && (m_trading->isPressed() || m_scale.contains(*middle));
}

void LadderView::refresh()
{
    m_repaint.stop();
    if (const PriceGrid grid = m_model.grid(); std::exchange(m_grid, grid) != grid) {
        m_scale.reset();
        if (m_trading)
            m_trading->abandon(); // it was on other rows
    }
    if (!rowsStandStill())
        m_scale.follow(m_model.middleRow()); // comes back here when rows move
    if (m_trading)
        m_trading->point(m_mouse ? cellAt(*m_mouse) : std::nullopt);
    m_decimals = priceDecimals(m_model.grid());
    if (columnRect(LadderColumn::Price).width() != widthOf(LadderColumn::Price)) {
        layOut(); // prices have got longer, or shorter
        emit widthChanged();
    }
    if (const QString volume = dayVolumeText(); std::exchange(m_dayVolume, volume) != volume)
        update(0, 0, width(), m_headerHeight);
    if (const QString hint = m_trading ? m_trading->hint() : QString();
        std::exchange(m_hint, hint) != hint)
        update(0, 0, width(), m_headerHeight);
    const Measures now = measures();
    if (std::exchange(m_measures, now) != now)
        m_painted.clear();
    const int rows = m_scale.rowCount();
    if (m_painted.size() != std::size_t(rows)) {
        m_painted.resize(std::size_t(rows));
        for (int at = 0; at < rows; ++at)
            m_painted[std::size_t(at)] = lookOf(m_scale.topRow() - at);
        update();
        return;
    }
    QRect changed;
    for (int at = 0; at < rows; ++at) {
        const RowLook look = lookOf(m_scale.topRow() - at);
        if (std::exchange(m_painted[std::size_t(at)], look) == look)
            continue;
        const QRect line = rowRect(m_scale.topRow() - at);
        if (!changed.isEmpty() && changed.bottom() + 1 != line.top())
            update(std::exchange(changed, {}));
        changed |= line;
    }
    update(changed);
}

/// Nothing below the lowest price there can be.
QString LadderView::priceText(qint64 row) const
{
    if (row <= 0)
        return {};
    return tapeline::priceText(m_model.grid().bottom(row).toDouble(), m_decimals, m_locale);
}

QString LadderView::cellText(LadderColumn column, qint64 row) const
{
    const RowLook look = lookOf(row);
    const auto size
        = [this](Qty qty) { return qty > Qty() ? shortSize(qty.toDouble(), m_locale) : QString(); };
    const auto traded = [this](QuarterQty qty) {
        return qty > QuarterQty() ? shortVolume(qty.toDouble(), m_locale) : QString();
    };
    switch (column) {
    case LadderColumn::Sold:
        return traded(look.sold);
    case LadderColumn::BidSize:
        return size(look.bid);
    case LadderColumn::Price:
        return priceText(row);
    case LadderColumn::AskSize:
        return size(look.ask);
    case LadderColumn::Bought:
        return traded(look.bought);
    case LadderColumn::Volume:
        return traded(look.sold + look.bought);
    case LadderColumn::CancelBuy:
    case LadderColumn::OwnBuy:
    case LadderColumn::OwnSell:
    case LadderColumn::CancelSell:
        return m_trading ? m_trading->cellText(column, row) : QString();
    }
    Q_UNREACHABLE();
}

QString LadderView::heading(LadderColumn column) const
{
    switch (column) {
    case LadderColumn::Sold:
        return tr("Sold");
    case LadderColumn::BidSize:
        return tr("Bid");
    case LadderColumn::Price:
        return tr("Price");
    case LadderColumn::AskSize:
        return tr("Ask");
    case LadderColumn::Bought:
        return tr("Bought");
    case LadderColumn::Volume:
        return tr("Volume");
    case LadderColumn::OwnBuy:
        //: Heading of a narrow column: own buy orders
        return tr("Buys");
    case LadderColumn::OwnSell:
        //: Heading of a narrow column: own sell orders
        return tr("Sells");
    case LadderColumn::CancelBuy:
    case LadderColumn::CancelSell:
        return {};
    }
    Q_UNREACHABLE();
}

// --- painting -----------------------------------------------------------------------------------

void LadderView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (event->rect().top() < m_headerHeight)
        paintHeader(painter);
    const qint64 first = m_scale.rowAt(std::max(0, event->rect().top() - m_headerHeight));
    const qint64 last = m_scale.rowAt(event->rect().bottom() - m_headerHeight);
    painter.setClipRect(rect().adjusted(0, m_headerHeight, 0, 0));
    if (isEmpty())
        return paintEmpty(painter);
    for (qint64 row = first; row >= last; --row)
        if (event->region().intersects(rowRect(row)))
            paintRow(painter, row);
}

void LadderView::paintEmpty(QPainter &painter) const
{
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(rect().adjusted(m_edge, m_headerHeight, -m_edge, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, bookKindName(BookKind::None));
}

void LadderView::paintHeader(QPainter &painter)
{
    const QRect line(0, 0, width(), m_headerHeight);
    painter.fillRect(line, m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(0, m_headerHeight - 1, width(), 1), m_theme.color(ColorRole::Rule));
    if (!m_hint.isEmpty())
        return paintHint(painter, line);
    for (int at = 0; at < ladderColumnCount; ++at) {
        const auto column = LadderColumn(at);
        const QRect cell = cellRect(column, line).adjusted(m_edge, 0, -m_edge, 0);
        const Qt::Alignment side = column == LadderColumn::Price ? Qt::AlignHCenter
            : column > LadderColumn::Price                       ? Qt::AlignLeft
                                                                 : Qt::AlignRight;
        if (cell.width() > 0)
            m_small.drawElided(painter, cell, side | Qt::AlignVCenter, heading(column),
                               m_theme.color(ColorRole::MutedText));
    }
    paintDayVolume(painter, cellRect(LadderColumn::Volume, line));
}

void LadderView::paintHint(QPainter &painter, const QRect &line)
{
    m_small.drawElided(painter, line.adjusted(m_edge, 0, -m_edge, 0),
                       Qt::AlignHCenter | Qt::AlignVCenter, m_hint, m_theme.color(ColorRole::Text));
}

/// At the end of the header, where there is room.
void LadderView::paintDayVolume(QPainter &painter, const QRect &cell)
{
    const QString text = dayVolumeText();
    const int taken = m_headingWidths[std::size_t(LadderColumn::Volume)] + 3 * m_edge;
    if (taken + int(m_small.width(text)) <= cell.width())
        m_small.draw(painter, cell.adjusted(0, 0, -m_edge, 0), Qt::AlignRight | Qt::AlignVCenter,
                     text, m_theme.color(ColorRole::Text));
}

QString LadderView::dayVolumeText() const
{
    const double volume = m_model.tradedVolume().toDouble();
    return volume > 0 ? volumeText(volume, m_locale) : QString();
}

void LadderView::paintRow(QPainter &painter, qint64 row)
{
    const QRect line = rowRect(row);
    const auto at = std::size_t(m_scale.topRow() - row);
    const RowLook look = at < m_painted.size() ? m_painted[at] : lookOf(row);
    painter.fillRect(line, m_theme.color(ColorRole::Panel));
    if (row % 10 == 0)
        painter.fillRect(QRect(line.x(), line.bottom(), line.width(), 1),
                         m_theme.color(ColorRole::Grid));
    paintSizes(painter, line, look);
    paintTraded(painter, line, look);
    paintPrice(painter, line, row, look);
    if (m_trading)
        paintTrading(painter, line, row, look);
}

void LadderView::paintBar(QPainter &painter, const QRect &cell, double share, bool fromRight,
                          const QColor &color) const
{
    const int length = qRound(std::clamp(share, 0.0, 1.0) * cell.width());
    if (length > 0)
        painter.fillRect(QRect(fromRight ? cell.right() - length + 1 : cell.x(), cell.y() + 1,
                               length, cell.height() - 2),
                         color);
}

/// Bars grow outwards from the price.
void LadderView::paintSizes(QPainter &painter, const QRect &line, const RowLook &look)
{
    const auto side = [&](LadderColumn column, Qty size, bool isBest, quint16 venue, ColorRole text,
                          ColorRole tint) {
        const QRect cell = cellRect(column, line);
        const bool isBid = column == LadderColumn::BidSize;
        if (isBest)
            painter.fillRect(cell, m_theme.color(ColorRole::Hover));
        if (size <= Qty())
            return;
        if (!look.isBroken)
            paintBar(painter, cell, size.toDouble() / m_measures.resting, isBid,
                     m_theme.color(tint));
        const QRect inner = cell.adjusted(m_edge, 0, -m_edge, 0);
        const QString shown = shortSize(size.toDouble(), m_locale);
        GlyphCache &glyphs = isBest ? m_strong : m_text;
        glyphs.drawElided(painter, inner,
                          (isBid ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shown,
                          m_theme.color(look.isBroken ? ColorRole::MutedText
                                            : isBest  ? text
                                                      : ColorRole::Text));
        const QString where = venue != 0 ? shortVenue(venue, m_model.assetClass()) : QString();
        if (!where.isEmpty()
            && m_small.width(where) + glyphs.width(shown) + m_edge <= inner.width())
            m_small.draw(painter, inner,
                         (isBid ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, where,
                         m_theme.color(ColorRole::MutedText));
    };
    side(LadderColumn::BidSize, look.bid, look.isBestBid, look.bidVenue, ColorRole::Up,
         ColorRole::UpTint);
    side(LadderColumn::AskSize, look.ask, look.isBestAsk, look.askVenue, ColorRole::Down,
         ColorRole::DownTint);
}

/// The last trade's price stands on the accent, with the side it came from.
void LadderView::paintPrice(QPainter &painter, const QRect &line, qint64 row, const RowLook &look)
{
    const QRect cell = cellRect(LadderColumn::Price, line);
    painter.fillRect(cell, m_theme.color(look.isLast ? ColorRole::Selection : ColorRole::Raised));
    if (look.isLast && look.lastSide != 0)
        painter.fillRect(
            QRect(look.lastSide > 0 ? cell.right() - 1 : cell.x(), cell.y(), 2, cell.height()),
            m_theme.color(look.lastSide > 0 ? ColorRole::Up : ColorRole::Down));
    const bool isBest = look.isBestBid || look.isBestAsk;
    const ColorRole color = look.isLast ? ColorRole::SelectionText
        : isBest                        ? ColorRole::Text
                                        : ColorRole::MutedText;
    (look.isLast || isBest ? m_strong : m_text)
        .draw(painter, cell, Qt::AlignCenter, priceText(row), m_theme.color(color));
}

void LadderView::paintTraded(QPainter &painter, const QRect &line, const RowLook &look)
{
    const QuarterQty volume = look.sold + look.bought;
    if (volume <= QuarterQty())
        return;
    const auto text
        = [&](LadderColumn column, QuarterQty qty, Qt::Alignment side, const QColor &color) {
              const QRect cell = cellRect(column, line).adjusted(m_edge, 0, -m_edge, 0);
              if (cell.width() > 0 && qty > QuarterQty())
                  m_text.drawElided(painter, cell, side | Qt::AlignVCenter,
                                    shortVolume(qty.toDouble(), m_locale), color);
          };
    text(LadderColumn::Sold, look.sold, Qt::AlignRight, m_theme.color(ColorRole::Down));
    text(LadderColumn::Bought, look.bought, Qt::AlignLeft, m_theme.color(ColorRole::Up));
    if (!hasColumn(LadderColumn::Volume))
        return;
    const QRect cell = cellRect(LadderColumn::Volume, line);
    const double share = volume.toDouble() / m_measures.traded;
    const int length = qRound(std::min(1.0, share) * cell.width());
    const int sold = qRound(length * (look.sold.toDouble() / volume.toDouble()));
    const QRect bar(cell.x(), cell.y() + 1, length, cell.height() - 2);
    painter.fillRect(bar.adjusted(0, 0, sold - length, 0), m_theme.color(ColorRole::DownTint));
    painter.fillRect(bar.adjusted(sold, 0, 0, 0), m_theme.color(ColorRole::UpTint));
    text(LadderColumn::Volume, volume, Qt::AlignLeft, m_theme.color(ColorRole::MutedText));
}

} // namespace tapeline
