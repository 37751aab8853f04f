#include "montageview.h"

#include "booktext.h"
#include "tapetext.h"
#include "theme.h"
#include "valuemarks.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

MontageView::MontageView(BookModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(u"montageView"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Best quotes by venue"));
    connect(&model, &BookModel::changed, this, &MontageView::sort);
    connect(&theme, &Theme::changed, this, &MontageView::restyle);
    restyle();
}

void MontageView::restyle()
{
    m_text.setFont(m_theme.font(FontRole::Text), devicePixelRatioF());
    m_small.setFont(m_theme.font(FontRole::Small), devicePixelRatioF());
    m_rowHeight = m_text.height() + m_theme.scaled(4);
    m_edge = m_theme.scaled(6);
    updateGeometry();
    update();
}

void MontageView::sort()
{
    const int before = rows();
    m_bids.clear();
    m_asks.clear();
    take(m_model.venues());
    m_counting = { m_bids.size(), m_asks.size() };
    take(m_model.silentVenues());
    setVisible(m_model.kind() == BookKind::VenueQuotes && rows() > 0);
    if (rows() != before)
        updateGeometry();
    update();
}

/// Behind those there are, best first.
void MontageView::take(std::span<const Quote> quotes)
{
    const auto bids = std::ptrdiff_t(m_bids.size());
    const auto asks = std::ptrdiff_t(m_asks.size());
    for (const Quote &quote : quotes) {
        if (quote.hasBid())
            m_bids.push_back(quote);
        if (quote.hasAsk())
            m_asks.push_back(quote);
    }
    std::ranges::stable_sort(m_bids.begin() + bids, m_bids.end(), std::greater(), &Quote::bid);
    std::ranges::stable_sort(m_asks.begin() + asks, m_asks.end(), std::less(), &Quote::ask);
}

int MontageView::rows() const
{
    return std::min(mostRows, int(std::max(m_bids.size(), m_asks.size())));
}

QStringList MontageView::textsOf(const Quote &quote, bool isBid) const
{
    const quint16 venue = isBid ? quote.bidExchange : quote.askExchange;
    return { shortVenue(venue, m_model.assetClass()),
             shortSize((isBid ? quote.bidSize : quote.askSize).toDouble(), m_locale),
             priceText((isBid ? quote.bid : quote.ask).toDouble(),
                       priceDecimals(m_model.fineGrid()), m_locale) };
}

QStringList MontageView::bidTexts(int row) const
{
    return std::size_t(row) < m_bids.size() ? textsOf(m_bids[std::size_t(row)], true)
                                            : QStringList();
}

QStringList MontageView::askTexts(int row) const
{
    return std::size_t(row) < m_asks.size() ? textsOf(m_asks[std::size_t(row)], false)
                                            : QStringList();
}

QSize MontageView::sizeHint() const
{
    return { 240, m_rowHeight * (rows() + 1) + 1 };
}

QSize MontageView::minimumSizeHint() const
{
    return { 120, sizeHint().height() };
}

/// In whole seconds.
QString MontageView::ageOf(const Quote &quote) const
{
    const double age = std::chrono::duration<double>(m_model.time() - quote.time).count();
    return m_locale.toString(std::max(0.0, std::floor(age)), 'f', 0);
}

void MontageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    painter.fillRect(QRect(0, 0, width(), m_rowHeight), m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Rule));
    paintSide(painter, QRect(0, 0, width() / 2, height()), m_bids, true);
    paintSide(painter, QRect(width() / 2, 0, width() - width() / 2, height()), m_asks, false);
}

/// The price is next to the middle, the venue outside.
void MontageView::paintSide(QPainter &painter, const QRect &half, const std::vector<Quote> &quotes,
                            bool isBid)
{
    const Qt::Alignment outer = (isBid ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    const Qt::Alignment inner = (isBid ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    QRect line(half.x() + m_edge, 0, half.width() - 2 * m_edge, m_rowHeight);
    const QColor muted = m_theme.color(ColorRole::MutedText);
    m_small.draw(painter, line, outer, tr("Venue"), muted);
    m_small.draw(painter, line, inner, isBid ? tr("Bid") : tr("Ask"), muted);
    const auto counting = int(isBid ? m_counting.first : m_counting.second);
    int level = 0; // of the price, the best one is 0
    for (int row = 0; row < int(quotes.size()) && row < mostRows; ++row) {
        const Quote &quote = quotes[std::size_t(row)];
        const auto priceOf = [isBid](const Quote &own) { return isBid ? own.bid : own.ask; };
        if (row > 0 && priceOf(quote) != priceOf(quotes[std::size_t(row - 1)]))
            ++level;
        line.translate(0, m_rowHeight);
        const QRect whole(half.x(), line.y(), half.width(), m_rowHeight);
        const bool counts = row < counting;
        if (level == 0 && counts)
            painter.fillRect(whole, m_theme.color(isBid ? ColorRole::UpTint : ColorRole::DownTint));
        else if (counts && level % 2 == 0)
            painter.fillRect(whole, m_theme.color(ColorRole::Raised));
        QStringList texts = textsOf(quote, isBid);
        const QColor text = counts ? m_theme.color(ColorRole::Text) : muted;
        if (!counts)
            //: After a venue: %1 seconds have passed since its quote
            texts[0] += u' ' + tr("%1 s ago").arg(ageOf(quote));
        m_text.drawElided(
            painter, line, inner, texts[2],
            level == 0 && counts ? m_theme.color(isBid ? ColorRole::Up : ColorRole::Down) : text);
        // The size stands beside the price, or in the middle where there is room
        const int beside = int(std::ceil(m_text.width(texts[2]))) + 2 * m_edge;
        QRect rest = line.adjusted(isBid ? 0 : beside, 0, isBid ? -beside : 0, 0);
        const bool fitsMiddle = m_text.width(texts[1]) / 2 + line.center().x() < rest.right()
            && line.center().x() - m_text.width(texts[1]) / 2 > rest.left();
        m_text.draw(painter, fitsMiddle ? line : rest,
                    fitsMiddle ? Qt::Alignment(Qt::AlignCenter) : inner, texts[1], text);
        m_small.draw(painter, line, outer, texts[0], muted);
    }
}

bool MontageView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const bool isBid = help->pos().x() < width() / 2;
    const std::vector<Quote> &quotes = isBid ? m_bids : m_asks;
    const int row = help->pos().y() / m_rowHeight - 1;
    QString text;
    if (row >= 0 && std::size_t(row) < quotes.size()) {
        const Quote &quote = quotes[std::size_t(row)];
        //: %1 is a venue, %2 a number of seconds
        text = tr("%1, quoted %2 s ago")
                   .arg(longVenue(isBid ? quote.bidExchange : quote.askExchange,
                                  m_model.assetClass()),
                        ageOf(quote));
    }
    QToolTip::showText(help->globalPos(), text, this,
                       QRect(0, (row + 1) * m_rowHeight, width(), m_rowHeight));
    return true;
}

void MontageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_locale = QLocale();
        setAccessibleName(tr("Best quotes by venue"));
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
