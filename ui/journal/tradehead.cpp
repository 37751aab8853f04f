#include "tradehead.h"

#include "elidedlabel.h"
#include "excursion.h"
#include "figuretile.h"
#include "flowlayout.h"
#include "journal.h"
#include "journaltext.h"
#include "statistictext.h"
#include "theme.h"
#include "tradetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

int signOf(Money amount)
{
    return amount > Money() ? 1 : amount < Money() ? -1 : 0;
}

QString average(const std::optional<Price> &price)
{
    return price ? tradetext::average(*price) : statistictext::undefined();
}

} // namespace

TradeHead::TradeHead(const Journal &journal, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_journal(journal)
    , m_theme(theme)
    , m_title(new ElidedLabel(this))
    , m_where(new ElidedLabel(this))
{
    setObjectName(u"tradeHead"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(u"tradeTitle"_s);
    m_where->setObjectName(u"tradeWhere"_s);
    m_where->setProperty("muted", true);
    auto *bar = new QHBoxLayout;
    m_back = addButton(u"tradeBack"_s, &TradeHead::backRequested);
    m_previous = addButton(u"tradePrevious"_s, nullptr);
    m_next = addButton(u"tradeNext"_s, nullptr);
    m_chart = addButton(u"tradeShowChart"_s, &TradeHead::chartRequested);
    m_replay = addButton(u"tradeReplay"_s, &TradeHead::replayRequested);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    bar->addWidget(m_back);
    bar->addWidget(m_title, 3);
    bar->addWidget(m_where, 2);
    for (QToolButton *button : { m_previous, m_next, m_chart, m_replay })
        bar->addWidget(button);
    auto *figures = new QWidget(this);
    auto *flow = new FlowLayout(figures);
    flow->setContentsMargins(0, 0, 0, 0);
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(theme, figures);
        flow->addWidget(tile);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    figures->setSizePolicy(policy);
    auto *column = new QVBoxLayout(this);
    column->addLayout(bar);
    column->addWidget(figures);
    connect(&theme, &Theme::changed, this, &TradeHead::restyle);
    retranslate();
    restyle();
}

QToolButton *TradeHead::addButton(const QString &name, void (TradeHead::*told)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (told)
        connect(button, &QToolButton::clicked, this, told);
    return button;
}

void TradeHead::showTrade(const TradeRecord &trade, Timestamp now)
{
    const QLocale locale;
    m_title->setText(journaltext::title(trade, locale));
    const QString state = trade.isOpen() ? tr("Open") : QString();
    const QStringList where { state, journaltext::account(trade.key.account), trade.strategy };
    QStringList said;
    for (const QString &part : where)
        if (!part.isEmpty())
            said.append(part);
    m_where->setText(said.join(u" · "_s));

    const std::optional<Money> risk = m_journal.risk(trade);
    const auto excursion = tradeExcursion(trade, risk);
    const int sign = signOf(trade.net());
    const auto money = [](const std::optional<Money> &amount) {
        return amount ? tradetext::money(*amount) : statistictext::undefined();
    };
    // Magnitude in money and in units of the risk: "120.00 (0.60 R)"
    const auto reached = [&](const Money TradeExcursion::*amount,
                             const std::optional<double> TradeExcursion::*multiple) {
        if (!excursion)
            return statistictext::undefined();
        const QString text
            = (excursion->isRough ? u"~"_s : QString()) + tradetext::money(*excursion.*amount);
        const auto own = *excursion.*multiple;
        //: An amount of money and the same in units of the planned risk
        return own ? tr("%1 (%2)").arg(text, statistictext::multiple(*own)) : text;
    };
    m_tiles[Net]->setFigure(journaltext::profit(trade.net()), sign);
    m_tiles[Gross]->setFigure(journaltext::profit(trade.gross), signOf(trade.gross));
    m_tiles[Fees]->setFigure(tradetext::money(trade.fees));
    m_tiles[Multiple]->setFigure(journaltext::multiple(m_journal.multipleOfRisk(trade)), sign);
    m_tiles[Risk]->setFigure(money(risk));
    m_tiles[Entry]->setFigure(average(trade.entryPrice));
    m_tiles[Exit]->setFigure(average(trade.exitPrice));
    m_tiles[Held]->setFigure(journaltext::holding(trade, now));
    m_tiles[Adverse]->setFigure(reached(&TradeExcursion::adverse, &TradeExcursion::adverseR));
    m_tiles[Favourable]->setFigure(
        reached(&TradeExcursion::favourable, &TradeExcursion::favourableR));
    m_tiles[Efficiency]->setFigure(
        journaltext::percent(excursion && !trade.isOpen() ? excursion->efficiency : std::nullopt));
    m_tiles[Slippage]->setFigure(money(trade.slippage));
}

void TradeHead::setReplayTrouble(const QString &why)
{
    m_replayTrouble = why;
    m_replay->setEnabled(why.isEmpty());
    m_replay->setToolTip(why.isEmpty() ? tr("Opens the recording shortly before the entry") : why);
    m_replay->setAccessibleDescription(m_replay->toolTip());
}

void TradeHead::setNeighbours(bool hasPrevious, bool hasNext)
{
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

QString TradeHead::text(Figure figure) const
{
    return m_tiles[figure]->text();
}

QString TradeHead::title() const
{
    return m_title->text();
}

void TradeHead::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &hint) {
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_back, tr("Back to the list"), tr("Back to the list (Esc)"));
    name(m_previous, tr("Trade above"), tr("The trade above it in the list (Alt+Up)"));
    name(m_next, tr("Trade below"), tr("The trade below it in the list (Alt+Down)"));
    m_back->setText(tr("Trades"));
    m_chart->setText(tr("Show on chart"));
    m_chart->setToolTip(tr("Takes the link group of this panel to the trade's symbol"));
    m_replay->setText(tr("Replay this trade"));
    setReplayTrouble(m_replayTrouble);
    const std::array<std::pair<QString, QString>, FigureCount> figures { {
        { tr("Net"), tr("Realized profit or loss after fees") },
        { tr("Gross"), tr("Realized profit or loss before fees") },
        { tr("Fees"), tr("Commissions and fees of all executions") },
        { tr("R"), tr("Net in units of the planned risk") },
        { tr("Planned risk"),
          tr("What the stop behind the entry would have lost, or what you set") },
        { tr("Entry"), tr("Mean price of the openings") },
        { tr("Exit"), tr("Mean price of the closings so far") },
        { tr("Held"), tr("From the first opening to the last closing") },
        { tr("MAE"),
          tr("Maximum adverse excursion: the worst open result on the way. ~: from bars, "
             "or not seen all the way") },
        { tr("MFE"),
          tr("Maximum favourable excursion: the best open result on the way. ~: from "
             "bars, or not seen all the way") },
        { tr("Exit efficiency"),
          tr("Result before fees to the best open result: 100 % is the best "
             "exit there was") },
        { tr("Slippage"),
          tr("Paid against the quotes when the decisions were taken; below zero it "
             "was gained") },
    } };
    for (std::size_t i = 0; i < figures.size(); ++i) {
        m_tiles[i]->setName(figures[i].first);
        m_tiles[i]->setToolTip(figures[i].second);
    }
}

void TradeHead::restyle()
{
    const int edge = m_theme.scaled(8);
    layout()->setContentsMargins(edge, m_theme.scaled(4), edge, m_theme.scaled(6));
    layout()->setSpacing(m_theme.scaled(6));
    QWidget *figures = m_tiles.front()->parentWidget();
    figures->layout()->setSpacing(m_theme.scaled(18));
    figures->setMinimumWidth(m_theme.scaled(420)); // else its height is that of one a line
    m_title->setFont(m_theme.font(FontRole::Strong));
    m_where->setFont(m_theme.font(FontRole::Small));
    const int side = m_theme.scaled(14);
    const std::array icons { std::pair { m_back, u"chevron-left"_s },
                             std::pair { m_previous, u"chevron-up"_s },
                             std::pair { m_next, u"chevron-down"_s },
                             std::pair { m_chart, u"chart"_s }, std::pair { m_replay, u"play"_s } };
    for (const auto &[button, icon] : icons) {
        button->setIcon(m_theme.icon(icon));
        button->setIconSize({ side, side });
        button->setFont(m_theme.font(FontRole::Small));
    }
}

void TradeHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
