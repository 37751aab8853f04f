#include "heatimage.h"

#include "colormix.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// Of a start, in columns since the epoch.
qint64 indexOf(const BookColumn &column, Duration length)
{
    return column.start.time_since_epoch() / length;
}

} // namespace

void HeatImage::setColors(const QColor &none, const QColor &half, const QColor &full)
{
    for (int shade = 0; shade < shades; ++shade) {
        const double share = double(shade) / (shades - 1);
        const QColor color
            = share < 0.5 ? mixed(none, half, 2 * share) : mixed(half, full, 2 * share - 1);
        m_shades[std::size_t(shade)] = color.rgb();
    }
    forget();
}

void HeatImage::setFullSize(double size)
{
    if (std::exchange(m_fullSize, std::max(size, 1e-9)) != size)
        forget();
}

void HeatImage::setWindow(const Window &window)
{
    if (std::exchange(m_window, window) == window)
        return;
    const QSize size(std::max(1, window.columns), std::max(1, window.rows));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    forget();
}

void HeatImage::forget()
{
    m_isEmpty = true;
}

int HeatImage::placeOf(qint64 column) const
{
    const qint64 rest = column % m_image.width();
    return int(rest < 0 ? rest + m_image.width() : rest);
}

/// Small sizes can be told from nothing, and usual ones from walls.
QRgb HeatImage::shadeOf(double size) const
{
    const double share = std::pow(std::min(1.0, size / m_fullSize), 0.6);
    return m_shades[std::size_t(share * (shades - 1))];
}

void HeatImage::advance(const BookModel &book, qint64 column)
{
    if (book.columnLength() <= Duration::zero() || book.columns().empty())
        return forget();
    const qint64 oldest = column - m_image.width() + 1;
    const bool isAnew
        = m_isEmpty || m_history != book.history() || column < m_newest || oldest > m_newest;
    // The last one was still forming when it was painted
    const qint64 from = isAnew ? oldest : m_newest;
    m_history = book.history();
    m_oldest = isAnew ? oldest : std::max(m_oldest, oldest);
    m_newest = column;
    m_isEmpty = false;

    const auto &columns = book.columns();
    const Duration length = book.columnLength();
    auto next = std::ranges::upper_bound(
        columns, from, {}, [length](const BookColumn &own) { return indexOf(own, length); });
    const BookColumn *state = next == columns.begin() ? nullptr : &*std::prev(next);
    for (qint64 at = from; at <= column;) {
        const qint64 until
            = next == columns.end() ? column + 1 : std::min(indexOf(*next, length), column + 1);
        const bool isCut = next != columns.end() && next->afterGap; // how long it held is not known
        const qint64 held = isCut && state ? indexOf(*state, length) + 1 : until;
        fill(book, state, at, std::min(held, until));
        fill(book, nullptr, std::max(at, held), until);
        at = until;
        if (next != columns.end())
            state = &*next++;
    }
}

/// The same state in the columns from from to before to; nothing known where it is null.
void HeatImage::fill(const BookModel &book, const BookColumn *state, qint64 from, qint64 to)
{
    if (from >= to)
        return;
    m_sizes.assign(std::size_t(m_image.height()), 0);
    if (state) {
        const qint64 lowest = m_window.topRow - m_image.height() + 1;
        const auto first = std::ranges::lower_bound(
            state->rows, lowest, {}, [&](const RestingRow &row) { return book.grouped(row.row); });
        for (auto row = first; row != state->rows.end(); ++row) {
            const qint64 place = m_window.topRow - book.grouped(row->row);
            if (place < 0)
                break;
            m_sizes[std::size_t(place)] += row->bid.toDouble() + row->ask.toDouble();
        }
    }
    m_column.resize(m_sizes.size());
    std::ranges::transform(m_sizes, m_column.begin(),
                           [this](double size) { return shadeOf(size); });
    const qsizetype stride = m_image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *pixels = reinterpret_cast<QRgb *>(m_image.bits());
    for (qint64 column = from; column < to; ++column) {
        QRgb *at = pixels + placeOf(column);
        for (std::size_t row = 0; row < m_column.size(); ++row)
            at[qsizetype(row) * stride] = m_column[row];
    }
}

void HeatImage::draw(QPainter &painter, const QRect &target, qint64 first, qint64 last) const
{
    if (m_isEmpty || last < first)
        return;
    const double width = double(target.width()) / double(last - first + 1);
    qint64 from = std::max(first, m_oldest);
    const qint64 to = std::min(last, m_newest);
    while (from <= to) { // at most two pieces: the ring's end and its beginning
        const int place = placeOf(from);
        const qint64 count = std::min(to - from + 1, qint64(m_image.width() - place));
        const QRectF piece(target.x() + double(from - first) * width, target.y(),
                           double(count) * width, target.height());
        painter.drawImage(piece, m_image, QRectF(place, 0, double(count), m_image.height()));
        from += count;
    }
}

QColor HeatImage::colorAt(qint64 row, qint64 column) const
{
    const qint64 place = m_window.topRow - row;
    if (m_isEmpty || place < 0 || place >= m_image.height() || column < m_oldest
        || column > m_newest)
        return {};
    return m_image.pixelColor(placeOf(column), int(place));
}

} // namespace tapeline
