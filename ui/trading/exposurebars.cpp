#include "exposurebars.h"

#include "theme.h"
#include "tradetext.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ExposureBars::ExposureBars(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"exposureBars"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &ExposureBars::restyle);
}

QString ExposureBars::nameOf(const Exposure &exposure) const
{
    if (!exposure.name.isEmpty())
        return exposure.name;
    return exposure.assetClass ? tradetext::assetClass(*exposure.assetClass) : tr("Other");
}

void ExposureBars::setExposure(const std::vector<Exposure> &symbols,
                               const std::vector<Exposure> &classes, const Exposure &total)
{
    std::vector<Row> rows;
    const std::size_t named = std::min(symbols.size(), mostRows);
    for (std::size_t at = 0; at < named; ++at)
        rows.push_back({ nameOf(symbols[at]), symbols[at] });
    if (symbols.size() > named)
        rows.push_back({ tr("%n more", nullptr, int(symbols.size() - named)),
                         portfolio::sum(std::span(symbols).subspan(named)) });
    if (!rows.empty())
        rows.push_back({ tr("By asset class"), {}, true });
    for (const Exposure &own : classes)
        rows.push_back({ nameOf(own), own });
    if (!classes.empty())
        rows.push_back({ tr("All"), total });
    const bool isHigher = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    setAccessibleName(tr("Exposure by symbol"));
    setAccessibleDescription(this->rows().join(u'\n').replace(u'\t', u' '));
    if (isHigher)
        updateGeometry();
    update();
}

QStringList ExposureBars::rows() const
{
    QStringList lines;
    for (const Row &row : m_rows)
        if (!row.isHeading)
            lines += u"%1\t%2\t%3"_s.arg(row.name, tradetext::money(row.exposure.gross()),
                                         tradetext::profit(row.exposure.net()));
    return lines;
}

int ExposureBars::rowHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Small)).height() + m_theme.scaled(6);
}

QSize ExposureBars::sizeHint() const
{
    return { m_theme.scaled(320), rowHeight() * (int(m_rows.size()) + 1) };
}

QSize ExposureBars::minimumSizeHint() const
{
    return { m_theme.scaled(240), sizeHint().height() };
}

void ExposureBars::restyle()
{
    updateGeometry();
    update();
}

void ExposureBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(FontRole::Small));
    QRect room(0, 0, width(), rowHeight());
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     m_rows.empty() ? tr("Exposure: no open positions") : tr("Exposure by symbol"));
    if (m_rows.empty())
        return;
    const int figures = m_theme.scaled(92);
    painter.drawText(room.adjusted(width() - 2 * figures, 0, -figures, 0),
                     Qt::AlignRight | Qt::AlignVCenter, tr("Gross"));
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, tr("Net"));
    Money most;
    for (const Row &row : m_rows)
        most = std::max({ most, row.exposure.longs, -row.exposure.shorts });
    for (const Row &row : m_rows) {
        room.translate(0, rowHeight());
        paintRow(painter, room, row, most);
    }
}

void ExposureBars::paintRow(QPainter &painter, const QRect &room, const Row &row, Money most) const
{
    painter.setPen(m_theme.color(row.isHeading ? ColorRole::MutedText : ColorRole::Text));
    const int names = m_theme.scaled(74);
    const int figures = m_theme.scaled(92);
    if (row.isHeading) {
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, row.name);
        return;
    }
    const QRect name(room.left(), room.top(), names, room.height());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight, names));
    const QRect net(room.right() + 1 - figures, room.top(), figures, room.height());
    painter.drawText(net.translated(-figures, 0), Qt::AlignRight | Qt::AlignVCenter,
                     tradetext::money(row.exposure.gross()));
    painter.drawText(net, Qt::AlignRight | Qt::AlignVCenter, tradetext::profit(row.exposure.net()));
    const QRect bars(name.right() + m_theme.scaled(6), room.top() + m_theme.scaled(4),
                     net.left() - figures - name.right() - m_theme.scaled(10),
                     room.height() - m_theme.scaled(8));
    if (bars.width() < m_theme.scaled(20))
        return;
    const int middle = bars.center().x();
    const double scale = most.isZero() ? 0 : bars.width() / 2 / most.toDouble();
    const auto bar = [&](Money value, ColorRole role) {
        const int length = int(value.toDouble() * scale);
        painter.fillRect(
            QRect(middle + std::min(length, 0), bars.top(), std::abs(length), bars.height()),
            m_theme.color(role));
    };
    bar(row.exposure.longs, ColorRole::Up);
    bar(row.exposure.shorts, ColorRole::Down);
    painter.fillRect(QRect(middle, bars.top(), 1, bars.height()), m_theme.color(ColorRole::Border));
}

} // namespace tapeline
