#include "chartlegend.h"

#include "valuemarks.h"

#include <QPainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QPoint origin { 10, 8 };
constexpr int labelGap = 4;
constexpr int pieceGap = 12;
constexpr int oneRowWidth = 700; // of the pane; narrower ones wrap

} // namespace

ChartLegend::ChartLegend(const ChartScene &scene)
    : m_scene(scene)
{
}

void ChartLegend::setStyle(const QFont &font, const QLocale &locale)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    m_glyphs.setFont(font, 1);
    m_strongGlyphs.setFont(strong, 1);
    m_locale = locale;
}

int ChartLegend::heightFor(int paneWidth) const
{
    const int rows = paneWidth >= oneRowWidth ? 1 : paneWidth >= oneRowWidth / 2 ? 2 : 3;
    return origin.y() + rows * (m_glyphs.height() + 2);
}

void ChartLegend::add(const QString &label, const QString &value, Style style)
{
    m_pieces.push_back({ label, Style::Label, true });
    m_pieces.push_back({ value, style, false });
}

/// The bar as it is painted; lines too are told with all four prices.
OhlcRun ChartLegend::shownBar(ChartSeries::Key key) const
{
    const DerivedBars *derived = m_scene.look.derived;
    const bool isDerived = m_scene.look.type == ChartType::HeikinAshi && derived->contains(key);
    return isDerived ? derived->run(key) : m_scene.series->run(key);
}

void ChartLegend::addBar(ChartSeries::Key key)
{
    const ChartSeries &series = *m_scene.series;
    const ChartBar bar = series.bar(key);
    const int decimals = series.priceDecimals();
    if (bar.hasPrices) {
        const OhlcRun shown = shownBar(key);
        const Style side = shown.close >= shown.open ? Style::Up : Style::Down;
        const auto price = [&](double value) { return priceText(value, decimals, m_locale); };
        //: Legend of a chart: opening price, one letter
        add(tr("O", "opening price"), price(shown.open), side);
        add(tr("H", "highest price"), price(shown.high), side);
        add(tr("L", "lowest price"), price(shown.low), side);
        add(tr("C", "closing price"), price(shown.close), side);
        if (const double before = series.closeBefore(key); before > 0) {
            const double change = bar.close - before;
            const Style direction = change >= 0 ? Style::Up : Style::Down;
            m_pieces.push_back({ changeText(change, decimals, m_locale), direction, true });
            m_pieces.push_back(
                { u"("_s + percentText(change / before, m_locale) + u")"_s, direction, false });
        }
    }
    if (series.assetClass() == AssetClass::Forex)
        //: Legend of a chart of currencies, whose volume is not known: how many quotes a bar had
        add(tr("Quotes", "number of quotes in a bar"), volumeText(bar.volume, m_locale),
            Style::Value);
    else if (series.assetClass() != AssetClass::Indices)
        add(tr("Vol", "volume of a bar"), volumeText(bar.volume, m_locale), Style::Value);
    if (bar.vwap > 0)
        add(tr("VWAP", "volume-weighted average price of a bar"),
            priceText(bar.vwap, std::max(decimals, 3), m_locale), Style::Value);
}

int ChartLegend::widthOf(const Piece &piece) const
{
    const GlyphCache &glyphs = piece.style == Style::Strong ? m_strongGlyphs : m_glyphs;
    return qRound(glyphs.width(piece.text));
}

void ChartLegend::layout()
{
    m_pieces.clear();
    m_rect = {};
    if (!m_scene.series || m_scene.series->symbol().isEmpty())
        return;
    const ChartSeries &series = *m_scene.series;
    m_pieces.push_back({ series.symbol(), Style::Strong, false });
    m_pieces.push_back({ series.timeframe().toString(), Style::Label, false });
    if (m_scene.look.type == ChartType::HeikinAshi) // its prices were never traded
        m_pieces.push_back({ chartTypeName(ChartType::HeikinAshi), Style::Label, false });
    if (m_scene.crosshair && series.contains(m_scene.crosshair->key))
        addBar(m_scene.crosshair->key);
    else if (!series.isEmpty())
        addBar(series.lastKey());

    const int limit = m_scene.panes.price.width() - origin.x() - m_scene.legendRoomRight;
    int x = origin.x();
    int y = origin.y();
    int widest = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        Piece &piece = m_pieces[i];
        int needed = widthOf(piece);
        if (piece.breakBefore && i + 1 < m_pieces.size())
            needed += labelGap + widthOf(m_pieces[i + 1]);
        if (piece.breakBefore && x + pieceGap - labelGap + needed > limit) {
            x = origin.x();
            y += m_glyphs.height() + 2;
        } else if (i > 0) {
            x += piece.breakBefore ? pieceGap - labelGap : 0;
        }
        piece.place = QPoint(x, y);
        x += widthOf(piece) + labelGap;
        widest = std::max(widest, x);
    }
    m_rect = QRect(origin.x(), origin.y(), widest - origin.x(), y + m_glyphs.height() - origin.y());
}

QColor ChartLegend::colorOf(Style style) const
{
    switch (style) {
    case Style::Strong:
    case Style::Value:
        return m_scene.colors.text;
    case Style::Label:
        return m_scene.colors.textDim;
    case Style::Up:
        return m_scene.colors.up;
    case Style::Down:
        return m_scene.colors.down;
    }
    Q_UNREACHABLE();
}

void ChartLegend::paint(QPainter &painter)
{
    const double ratio = painter.device()->devicePixelRatioF();
    for (GlyphCache *glyphs : { &m_glyphs, &m_strongGlyphs })
        glyphs->setFont(glyphs->font(), ratio);
    for (const Piece &piece : m_pieces) {
        GlyphCache &glyphs = piece.style == Style::Strong ? m_strongGlyphs : m_glyphs;
        glyphs.drawRun(painter, piece.place.x(), QRect(piece.place, QSize(0, glyphs.height())),
                       piece.text, colorOf(piece.style));
    }
}

QString ChartLegend::plainText() const
{
    QStringList texts;
    for (const Piece &piece : m_pieces)
        texts.append(piece.text);
    return texts.join(u' ');
}

} // namespace tapeline
