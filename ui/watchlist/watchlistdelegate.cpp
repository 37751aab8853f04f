#include "watchlistdelegate.h"

#include "settings.h"
#include "sparkpicture.h"
#include "theme.h"
#include "watchlistmodel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostSparks = 1'000;

}

WatchlistDelegate::WatchlistDelegate(const WatchlistModel &model, const Theme &theme,
                                     const Settings &settings, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_settings(settings)
{
    connect(&theme, &Theme::changed, this, &WatchlistDelegate::restyle);
    restyle();
}

void WatchlistDelegate::restyle()
{
    m_text.setFont(m_theme.font(FontRole::Text), 1);
    m_strong.setFont(m_theme.font(FontRole::Strong), 1);
    m_small.setFont(m_theme.font(FontRole::Small), 1);
    m_edge = m_theme.scaled(6);
    m_sparks.clear();
}

int WatchlistDelegate::rowHeight() const
{
    return m_text.height() + m_theme.scaled(8);
}

int WatchlistDelegate::defaultWidth(int column) const
{
    const auto room = [this](const GlyphCache &font, const QString &sample) {
        return static_cast<int>(std::ceil(font.width(sample))) + 2 * m_edge;
    };
    switch (column) {
    case WatchlistModel::Symbol:
        return room(m_strong, u"GOOGL"_s);
    case WatchlistModel::Spark:
        return m_theme.scaled(64);
    case WatchlistModel::Change:
        return room(m_text, u"+00.00"_s);
    case WatchlistModel::ChangePercent:
        return room(m_text, u"+00.00%"_s);
    case WatchlistModel::Sizes:
        return room(m_text, u"00,000 × 00,000"_s);
    case WatchlistModel::Volume:
        return room(m_text, u"000,000,000"_s);
    default:
        return room(m_text, u"0000.00"_s);
    }
}

QColor WatchlistDelegate::directionColor(int row) const
{
    const int direction = m_model.direction(row);
    return m_theme.color(direction > 0       ? ColorRole::Up
                             : direction < 0 ? ColorRole::Down
                                             : ColorRole::MutedText);
}

QColor WatchlistDelegate::textColor(int row, int column) const
{
    if (m_model.snapshot(row).badge.stale)
        return m_theme.color(ColorRole::MutedText);
    switch (column) {
    case WatchlistModel::Change:
    case WatchlistModel::ChangePercent:
        return directionColor(row);
    case WatchlistModel::Bid:
    case WatchlistModel::Ask:
    case WatchlistModel::Sizes:
    case WatchlistModel::Volume:
        return m_theme.color(ColorRole::MutedText);
    default:
        return m_theme.color(ColorRole::Text);
    }
}

void WatchlistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    for (GlyphCache *glyphs : { &m_text, &m_strong, &m_small })
        glyphs->setFont(glyphs->font(), ratio);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Hover));
    if (index.column() == WatchlistModel::Symbol)
        paintSymbol(*painter, option.rect, index.row());
    else if (index.column() == WatchlistModel::Spark)
        paintSpark(*painter, option.rect, index.row());
    else
        paintFigure(*painter, option.rect, index.row(), index.column());
}

void WatchlistDelegate::paintSymbol(QPainter &painter, const QRect &cell, int row) const
{
    QRect room = cell.adjusted(m_edge, 0, -m_edge, 0);
    if (m_model.snapshot(row).halted) {
        //: Mark behind a symbol: trading is halted; as short as possible
        const QString mark = tr("halt");
        m_small.draw(painter, room, Qt::AlignRight, mark, m_theme.color(ColorRole::Warning));
        room.setRight(room.right() - static_cast<int>(std::ceil(m_small.width(mark))) - m_edge / 2);
    }
    m_strong.drawElided(painter, room, Qt::AlignLeft, m_model.text(row, WatchlistModel::Symbol),
                        textColor(row, WatchlistModel::Symbol));
}

void WatchlistDelegate::paintFigure(QPainter &painter, const QRect &cell, int row, int column) const
{
    const QRect room = cell.adjusted(m_edge, 0, -m_edge, 0);
    const QString &text = m_model.text(row, column);
    const QColor color = textColor(row, column);
    const bool flashes = column == WatchlistModel::Last || column == WatchlistModel::Bid
        || column == WatchlistModel::Ask;
    const auto flash = flashes && m_settings.flashOnChange() ? m_model.flash(row, column)
                                                             : WatchlistModel::Flash();
    const bool shines = flash.direction != 0 && flash.ageMs >= 0 && flash.ageMs < flashMs;
    if (!shines || m_text.width(text) > room.width()) {
        m_text.drawElided(painter, room, Qt::AlignRight, text, color);
        return;
    }
    const bool up = flash.direction > 0;
    const QStringView before = QStringView(text).first(flash.firstChanged);
    const QStringView changed = QStringView(text).sliced(flash.firstChanged);
    const qreal changedWidth = m_text.width(changed);
    QColor tint = m_theme.color(up ? ColorRole::UpTint : ColorRole::DownTint);
    tint.setAlphaF(1.0F - static_cast<float>(flash.ageMs) / static_cast<float>(flashMs));
    const qreal right = room.x() + room.width();
    painter.fillRect(
        QRectF(right - changedWidth - 2, cell.y() + 2, changedWidth + 4, cell.height() - 4), tint);
    const QColor strong = m_theme.color(up ? ColorRole::Up : ColorRole::Down);
    const qreal middle
        = m_text.drawRun(painter, right - changedWidth - m_text.width(before), room, before, color);
    m_text.drawRun(painter, middle, room, changed, flash.ageMs < flashMs / 2 ? strong : color);
}

void WatchlistDelegate::paintSpark(QPainter &painter, const QRect &cell, int row) const
{
    const SparkLine &line = m_model.spark(row);
    if (line.values().size() < 2)
        return;
    const QRect box = cell.adjusted(m_edge, m_theme.scaled(4), -m_edge, -m_theme.scaled(4));
    if (box.isEmpty())
        return;
    const QColor color = m_model.snapshot(row).badge.stale ? m_theme.color(ColorRole::MutedText)
                                                           : directionColor(row);
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (m_sparks.size() > mostSparks)
        m_sparks.clear();
    SparkPicture &kept = m_sparks[m_model.snapshot(row).symbol];
    if (kept.revision != line.revision() || kept.size != box.size() || kept.ratio != ratio
        || kept.color != color.rgba())
        kept = { line.revision(), box.size(), ratio, color.rgba(),
                 sparkPicture(line.values(), box.size(), color, ratio) };
    painter.drawImage(box.topLeft(), kept.picture);
}

} // namespace tapeline
