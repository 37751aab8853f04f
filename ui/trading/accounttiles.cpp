#include "accounttiles.h"

#include "figuretile.h"
#include "portfolio.h"
#include "theme.h"
#include "tradetext.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

int signOf(Money amount)
{
    return amount > Money() ? 1 : amount < Money() ? -1 : 0;
}

} // namespace

AccountTiles::AccountTiles(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"accountTiles"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (FigureTile *&tile : m_tiles)
        tile = new FigureTile(theme, this);
    connect(&theme, &Theme::changed, this, [this] {
        m_columns = 0;
        arrange();
    });
    retranslate();
    setAccount(nullptr);
    arrange();
}

QString AccountTiles::text(Tile tile) const
{
    return m_tiles[tile]->text();
}

void AccountTiles::setAccount(const PaperAccountView *account)
{
    if (!account) {
        for (FigureTile *tile : m_tiles)
            tile->setFigure(u"–"_s);
        return;
    }
    const AccountFigures &figures = account->figures;
    const auto profit = [this](Tile tile, Money amount, bool stale = false) {
        m_tiles[tile]->setFigure(tradetext::profit(amount), signOf(amount), stale);
    };
    m_tiles[Equity]->setFigure(tradetext::money(figures.equity), 0, figures.stale);
    m_tiles[Cash]->setFigure(tradetext::money(figures.cash));
    profit(OpenProfit, figures.unrealized, figures.stale);
    profit(RealizedGross, figures.realized);
    profit(RealizedNet, figures.net());
    m_tiles[Fees]->setFigure(tradetext::money(figures.fees));
    m_tiles[BuyingPower]->setFigure(tradetext::money(figures.buyingPower), 0, figures.stale);
    m_tiles[WinRate]->setFigure(tradetext::winRate(figures));
    m_tiles[Trades]->setFigure(QLocale().toString(figures.trades));
    QString day = tradetext::profit(account->dayProfit);
    if (const std::optional<double> share = portfolio::dayShare(*account))
        day += u"  "_s + tradetext::share(*share);
    m_tiles[DayProfit]->setFigure(day, signOf(account->dayProfit), figures.stale);
}

/// Two lines of five where there is room, else as many as fit.
void AccountTiles::arrange()
{
    const int widest = m_theme.scaled(158);
    const int columns = std::clamp(width() / widest, 2, 5);
    m_grid->setHorizontalSpacing(m_theme.scaled(12));
    m_grid->setVerticalSpacing(m_theme.scaled(8));
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (int at = 0; at < tileCount; ++at)
        m_grid->addWidget(m_tiles[std::size_t(at)], at / columns, at % columns);
    for (int column = 0; column < 5; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void AccountTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AccountTiles::retranslate()
{
    m_tiles[Equity]->setName(tr("Total equity"));
    m_tiles[Cash]->setName(tr("Cash"));
    m_tiles[DayProfit]->setName(tr("Day P/L"));
    m_tiles[OpenProfit]->setName(tr("Open P/L (unrealized)"));
    m_tiles[RealizedGross]->setName(tr("Realized P/L, gross"));
    m_tiles[RealizedNet]->setName(tr("Realized P/L, net of fees"));
    m_tiles[Fees]->setName(tr("Fees"));
    m_tiles[BuyingPower]->setName(tr("Buying power"));
    m_tiles[WinRate]->setName(tr("Win rate"));
    m_tiles[WinRate]->setToolTip(tr("Closed trades with a profit after fees, of all closed ones"));
    m_tiles[Trades]->setName(tr("Total trades"));
    m_tiles[Trades]->setToolTip(tr("Closed round trips"));
}

void AccountTiles::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
