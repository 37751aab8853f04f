#include "heatimage.h"

#include "colormix.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

void HeatImage::setColors(const QColor &unknown, const QColor &none, const QColor &half,
                          const QColor &full)
{
    m_unknown = unknown.rgb();
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
    // The last one was still forming when it was painted, and held until something was new
    const qint64 from = isAnew ? oldest : std::max(oldest, std::min(m_newest, m_lastState));
    m_history = book.history();
    m_oldest = isAnew ? oldest : std::max(m_oldest, oldest);
    m_newest = column;
    m_isEmpty = false;

    const auto &columns = book.columns();
    m_lastState = book.columnOf(columns.back().start);
    const auto indexOf = [&book](const BookColumn &own) { return book.columnOf(own.start); };
    auto state
        = std::size_t(std::ranges::upper_bound(columns, from, {}, indexOf) - columns.begin());
    shade(book, nullptr);
    fill(from, state < columns.size() ? std::min(indexOf(columns[state]), column + 1) : column + 1);
    if (state > 0)
        --state;
    for (; state < columns.size() && indexOf(columns[state]) <= column; ++state) {
        const qint64 begin = std::max(indexOf(columns[state]), from);
        const qint64 end = std::min(book.heldUntil(state), column + 1);
        shade(book, &columns[state]);
        fill(begin, end);
        const qint64 next = state + 1 < columns.size() ? indexOf(columns[state + 1]) : column + 1;
        shade(book, nullptr);
        fill(std::max(begin, end), std::min(next, column + 1));
    }
}

/// The colours of a state, for the rows there are. Beyond the levels that were told nothing is
/// known.
void HeatImage::shade(const BookModel &book, const BookColumn *state)
{
    m_sizes.assign(std::size_t(m_image.height()), -1);
    if (state && !state->rows.empty()) {
        const auto placeOf
            = [&](const RestingRow &row) { return m_window.topRow - book.grouped(row.row); };
        const qint64 last = m_image.height() - 1;
        const qint64 top = std::clamp<qint64>(placeOf(state->rows.back()), 0, last + 1);
        const qint64 bottom = std::clamp<qint64>(placeOf(state->rows.front()), -1, last);
        for (qint64 place = top; place <= bottom; ++place)
            m_sizes[std::size_t(place)] = 0;
        const qint64 lowest = m_window.topRow - last;
        const auto first = std::ranges::lower_bound(
            state->rows, lowest, {}, [&](const RestingRow &row) { return book.grouped(row.row); });
        for (auto row = first; row != state->rows.end() && placeOf(*row) >= 0; ++row)
            m_sizes[std::size_t(placeOf(*row))] += row->bid.toDouble() + row->ask.toDouble();
    }
    m_column.resize(m_sizes.size());
    std::ranges::transform(m_sizes, m_column.begin(),
                           [this](double size) { return size < 0 ? m_unknown : shadeOf(size); });
}

/// The shaded column in the columns from from to before to.
void HeatImage::fill(qint64 from, qint64 to)
{
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
