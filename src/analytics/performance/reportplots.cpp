#include "reportplots.h"

#include "easterntime.h"
#include "localdecimal.h"
#include "nicestep.h"
#include "svgcanvas.h"

#include <algorithm>
#include <cmath>

namespace tapeline::reportplots {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal height = 220;
constexpr std::size_t mostColumns = 360;

const QByteArray muted = "#5c6570";
const QByteArray rule = "#dfe3e8";
const QByteArray accent = "#2962b8";
const QByteArray gain = "#2c8a57";
const QByteArray loss = "#b8423a";
const QByteArray lossFill = "#ecc9c6";

/// Where values of two axes lie on the canvas.
struct Frame
{
    QRectF area;
    double left = 0;
    double right = 1;
    double bottom = 0;
    double top = 1;

    qreal x(double value) const
    {
        return area.left() + area.width() * (value - left) / (right - left);
    }
    qreal y(double value) const
    {
        return area.bottom() - area.height() * (value - bottom) / (top - bottom);
    }
};

/// A title, room for the scale at the right, and room for dates below.
Frame frameOf(SvgCanvas &canvas, const QString &title)
{
    canvas.text({ 0, 14 }, title, muted, SvgCanvas::Anchor::Start, 12);
    return { QRectF(0, 26, width - 70, height - 50) };
}

/// Whole steps around what is shown, zero among them.
void fitValues(Frame &frame, double lowest, double highest, double &step)
{
    lowest = std::min(lowest, 0.0);
    highest = std::max(highest, 0.0);
    if (lowest == highest)
        highest = 1;
    step = niceStep((highest - lowest) / 4);
    frame.bottom = std::floor(lowest / step) * step;
    frame.top = std::ceil(highest / step) * step;
}

void drawScale(SvgCanvas &canvas, const Frame &frame, double step, const QLocale &locale)
{
    const int decimals = step < 1 ? 2 : 0;
    for (int i = 0; i <= int(std::lround((frame.top - frame.bottom) / step)); ++i) {
        const double value = frame.bottom + i * step + 0.0;
        const qreal y = frame.y(value);
        canvas.line({ frame.area.left(), y }, { frame.area.right(), y },
                    std::abs(value) < step / 2 ? muted : rule,
                    std::abs(value) < step / 2 ? 1 : 0.7);
        canvas.text({ frame.area.right() + 8, y + 4 }, locale.toString(value, 'f', decimals),
                    muted);
    }
}

void drawDates(SvgCanvas &canvas, const Frame &frame, const QLocale &locale)
{
    constexpr int most = 6;
    for (int i = 0; i < most; ++i) {
        const double at = frame.left + (frame.right - frame.left) * i / (most - 1);
        const QDate day = easterntime::date(fromNs(qint64(at)));
        const auto anchor = i == 0 ? SvgCanvas::Anchor::Start
            : i == most - 1        ? SvgCanvas::Anchor::End
                                   : SvgCanvas::Anchor::Middle;
        canvas.text({ frame.x(at), frame.area.bottom() + 18 },
                    locale.toString(day, QLocale::ShortFormat), muted, anchor);
    }
}

/// First, lowest, highest and last of each column, in the order of time.
std::vector<CurvePoint> thinned(std::span<const CurvePoint> points)
{
    if (points.size() <= 4 * mostColumns)
        return { points.begin(), points.end() };
    const auto isLower = [](const CurvePoint &a, const CurvePoint &b) { return a.value < b.value; };
    std::vector<CurvePoint> kept;
    for (std::size_t column = 0; column < mostColumns; ++column) {
        const std::size_t from = column * points.size() / mostColumns;
        const std::size_t to = (column + 1) * points.size() / mostColumns;
        const auto part = points.subspan(from, to - from);
        auto [low, high] = std::minmax_element(part.begin(), part.end(), isLower);
        kept.push_back(part.front());
        kept.push_back(*std::min(low, high));
        kept.push_back(*std::max(low, high));
        kept.push_back(part.back());
    }
    return kept;
}

/// Towards white the smaller it is.
QByteArray shade(const QByteArray &full, double strength)
{
    QByteArray color = "#";
    for (int i = 0; i < 3; ++i) {
        const int part = full.mid(1 + 2 * i, 2).toInt(nullptr, 16);
        const int mixed = int(std::lround(255 - (255 - part) * (0.25 + 0.75 * strength)));
        color += QByteArray::number(mixed, 16).rightJustified(2, '0');
    }
    return color;
}

struct CalendarCells
{
    static constexpr qreal cell = 11;
    static constexpr qreal gap = 2;
    static constexpr qreal labels = 26;
    static constexpr qreal yearHeight = 7 * (cell + gap) + 20;

    /// The column of the week that holds a day, from the one with the first of January on.
    static int weekOf(QDate day)
    {
        const int first = QDate(day.year(), 1, 1).dayOfWeek();
        return (day.dayOfYear() + first - 2) / 7;
    }
    static QRectF rectOf(QDate day, qreal top)
    {
        return { labels + weekOf(day) * (cell + gap),
                 top + 16 + (day.dayOfWeek() - 1) * (cell + gap), cell, cell };
    }
};

} // namespace

QByteArray curve(const QString &title, std::span<const CurvePoint> points, bool isDrawdown,
                 const QLocale &locale)
{
    SvgCanvas canvas(width, height, title);
    Frame frame = frameOf(canvas, title);
    if (points.empty())
        return canvas.svg();
    const std::vector<CurvePoint> shown = thinned(points);
    double lowest = shown.front().value;
    double highest = lowest;
    for (const CurvePoint &point : shown) {
        lowest = std::min(lowest, point.value);
        highest = std::max(highest, point.value);
    }
    double step = 1;
    fitValues(frame, lowest, highest, step);
    frame.left = double(toNs(shown.front().at));
    frame.right = std::max(double(toNs(shown.back().at)), frame.left + 1);
    drawScale(canvas, frame, step, locale);
    drawDates(canvas, frame, locale);
    std::vector<QPointF> line;
    line.reserve(shown.size() + 2);
    for (const CurvePoint &point : shown)
        line.emplace_back(frame.x(double(toNs(point.at))), frame.y(point.value));
    if (isDrawdown) {
        std::vector<QPointF> area = line;
        area.emplace_back(line.back().x(), frame.y(0));
        area.emplace_back(line.front().x(), frame.y(0));
        canvas.polygon(area, lossFill);
    }
    canvas.polyline(line, isDrawdown ? loss : accent);
    return canvas.svg();
}

QByteArray distribution(const QString &title, const ResultDistribution &bins, const QLocale &locale)
{
    SvgCanvas canvas(width, height, title);
    Frame frame = frameOf(canvas, title);
    if (bins.counts.empty())
        return canvas.svg();
    const std::size_t count = bins.counts.size();
    const auto most = double(*std::max_element(bins.counts.begin(), bins.counts.end()));
    double step = 1;
    fitValues(frame, 0, most, step);
    frame.right = double(count);
    drawScale(canvas, frame, std::max(step, 1.0), locale);
    const int decimals = bins.width < 1 ? 2 : 0;
    const std::size_t every = std::max<std::size_t>(1, (count + 7) / 8);
    for (std::size_t i = 0; i <= count; ++i) {
        if (i < count && bins.counts[i] > 0) {
            const qreal y = frame.y(double(bins.counts[i]));
            canvas.rect({ frame.x(double(i)) + 1, y,
                          frame.x(double(i) + 1) - frame.x(double(i)) - 2, frame.y(0) - y },
                        bins.edge(i) < 0 ? loss : gain,
                        u"%1 – %2: %3"_s.arg(locale.toString(bins.edge(i), 'f', decimals),
                                             locale.toString(bins.edge(i + 1), 'f', decimals),
                                             locale.toString(bins.counts[i])));
        }
        if (i % every == 0)
            canvas.text({ frame.x(double(i)), frame.area.bottom() + 18 },
                        locale.toString(bins.edge(i) + 0.0, 'f', decimals), muted,
                        i == 0 ? SvgCanvas::Anchor::Start : SvgCanvas::Anchor::Middle);
    }
    return canvas.svg();
}

QByteArray calendar(const QString &title, const std::map<QDate, Money> &days, const QLocale &locale)
{
    if (days.empty())
        return SvgCanvas(width, 20, title).svg();
    const int first = days.begin()->first.year();
    const int years = days.rbegin()->first.year() - first + 1;
    SvgCanvas canvas(width, 24 + years * CalendarCells::yearHeight, title);
    canvas.text({ 0, 14 }, title, muted, SvgCanvas::Anchor::Start, 12);
    std::vector<double> sizes;
    for (const auto &[day, net] : days)
        sizes.push_back(std::abs(net.toDouble()));
    std::sort(sizes.begin(), sizes.end());
    const double strong = std::max(sizes[(sizes.size() - 1) * 9 / 10], 1e-6);
    for (int i = 0; i < years; ++i) {
        const qreal top = 24 + i * CalendarCells::yearHeight;
        canvas.text({ 0, top + 10 }, QString::number(first + i), muted);
        for (int month = 1; month <= 12; ++month) {
            const QDate begin(first + i, month, 1);
            canvas.text(
                { CalendarCells::rectOf(begin, top).left() + (month == 1 ? 10 : 0), top + 10 },
                locale.standaloneMonthName(month, QLocale::ShortFormat), muted,
                SvgCanvas::Anchor::Start, 9);
        }
        for (int weekday = 1; weekday <= 7; weekday += 2)
            canvas.text(
                { 0, top + 25 + (weekday - 1) * (CalendarCells::cell + CalendarCells::gap) },
                locale.standaloneDayName(weekday, QLocale::NarrowFormat), muted,
                SvgCanvas::Anchor::Start, 9);
    }
    for (const auto &[day, net] : days) {
        const qreal top = 24 + (day.year() - first) * CalendarCells::yearHeight;
        const QRectF cell = CalendarCells::rectOf(day, top);
        const double strength = std::min(1.0, std::abs(net.toDouble()) / strong);
        const bool isLoss = net < Money();
        canvas.rect(cell, net.isZero() ? rule : shade(isLoss ? loss : gain, strength),
                    u"%1: %2"_s.arg(locale.toString(day, QLocale::ShortFormat),
                                    localdecimal::money(net, locale)));
        if (isLoss) // told by a bar as well as by its colour
            canvas.rect({ cell.left() + 3, cell.center().y() - 0.75, cell.width() - 6, 1.5 },
                        "#ffffff");
    }
    return canvas.svg();
}

} // namespace tapeline::reportplots
