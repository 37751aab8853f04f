#include "sparkpicture.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double lineWidth = 1.3; // device-independent pixels, measured upright

/// The values as heights in device pixels, 0 at the top.
class Heights
{
public:
    Heights(const QList<double> &values, int height, double margin)
        : m_values(values)
        , m_span(height - 2 * margin)
        , m_top(margin)
    {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        m_low = *low;
        m_range = *high - *low;
    }
    /// share is of the width, 0 to 1.
    double at(double share) const
    {
        const double position = share * double(m_values.size() - 1);
        const auto left = std::clamp<qsizetype>(qsizetype(position), 0, m_values.size() - 2);
        const double part = position - double(left);
        const double value = m_values[left] + (m_values[left + 1] - m_values[left]) * part;
        return m_top + m_span * (m_range > 0 ? 1 - (value - m_low) / m_range : 0.5);
    }

private:
    const QList<double> &m_values;
    double m_span;
    double m_top;
    double m_low;
    double m_range;
};

QRgb covered(const QColor &color, double share)
{
    return qPremultiply(qRgba(color.red(), color.green(), color.blue(),
                              static_cast<int>(std::clamp(share, 0.0, 1.0) * 255)));
}

} // namespace

QImage sparkPicture(const QList<double> &values, const QSize &size, const QColor &color,
                    qreal devicePixelRatio)
{
    QImage image(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    if (values.size() < 2 || image.isNull())
        return image;
    const double half = lineWidth * devicePixelRatio / 2;
    const Heights heights(values, image.height(), half);
    const double width = image.width();
    for (int x = 0; x < image.width(); ++x) {
        const double edges[]
            = { heights.at(x / width), heights.at((x + 0.5) / width), heights.at((x + 1) / width) };
        const double top = *std::min_element(std::begin(edges), std::end(edges)) - half;
        const double bottom = *std::max_element(std::begin(edges), std::end(edges)) + half;
        const int last = std::min(image.height() - 1, static_cast<int>(std::floor(bottom)));
        for (int y = std::max(0, static_cast<int>(std::floor(top))); y <= last; ++y) {
            const double share = std::min(bottom, y + 1.0) - std::max(top, double(y));
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] = covered(color, share);
        }
    }
    return image;
}

} // namespace tapeline
