#include "portfoliogreekspanel.h"

#include "figuretile.h"
#include "greeksmodel.h"
#include "portfoliodesk.h"
#include "scenariogrid.h"
#include "theme.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int furthestDay = 90;
constexpr int scenarioMs = 1'000;
constexpr int sliderMs = 60; // a drag goes on meanwhile
constexpr qsizetype mostExpiries = 6;
constexpr auto indexKey = "index"_L1;
constexpr auto detailedKey = "positions"_L1;
constexpr auto daysKey = "days"_L1;
constexpr auto tableKey = "table"_L1;

const std::vector<double> moves { 0.10, 0.05, 0.03, 0.01, 0.0, -0.01, -0.03, -0.05, -0.10 };
const std::vector<double> shifts { -0.10, -0.05, 0.0, 0.05, 0.10 };

int signOf(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

QString withSign(double value, int decimals)
{
    return (value > 0 ? QLocale().positiveSign() : QString())
        + QLocale().toString(value, 'f', decimals);
}

} // namespace

PortfolioGreeksPanel::PortfolioGreeksPanel(const PanelContext &context, PortfolioDesk &desk,
                                           QWidget *parent)
    : Panel(context, parent)
    , m_desk(desk)
    , m_model(new GreeksModel(this))
    , m_table(new TradeTable(*m_model, theme(), this))
    , m_index(new QLineEdit(this))
    , m_indexName(new QLabel(this))
    , m_detailed(new QToolButton(this))
    , m_days(new QSlider(Qt::Horizontal, this))
    , m_daysText(new QLabel(this))
    , m_grid(new ScenarioGrid(theme(), this))
    , m_expiries(new QLabel(this))
    , m_note(new QLabel(this))
{
    setSymbolInTitle(false);
    m_expiries->setObjectName(u"expiriesAhead"_s);
    m_note->setObjectName(u"greeksNote"_s);
    for (QLabel *label : { m_expiries, m_note }) {
        label->setProperty("muted", true);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_table->setDefaultSorting(GreeksModel::Name, Qt::AscendingOrder);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTiles());
    column->addWidget(makeBar());
    column->addWidget(m_table, 1);
    column->addWidget(makeScenario());
    content->setFocusProxy(m_table);
    setContent(content);

    m_scenarioDue.setSingleShot(true);
    m_scenarioDue.setInterval(scenarioMs);
    m_scenarioSoon.setSingleShot(true);
    m_scenarioSoon.setInterval(sliderMs);
    for (const QTimer *timer : { &m_scenarioDue, &m_scenarioSoon })
        connect(timer, &QTimer::timeout, this, &PortfolioGreeksPanel::showScenario);
    connect(&desk, &PortfolioDesk::changed, this, &PortfolioGreeksPanel::showPortfolio);
    connect(m_days, &QSlider::valueChanged, this, [this] {
        showDays();
        m_scenarioSoon.start();
        emit stateChanged();
    });
    connect(m_index, &QLineEdit::editingFinished, this, &PortfolioGreeksPanel::takeIndex);
    connect(m_detailed, &QToolButton::toggled, this, [this](bool on) {
        m_model->setDetailed(on);
        emit stateChanged();
    });
    connect(m_table, &TradeTable::stateChanged, this, &Panel::stateChanged);
    connect(m_table, &TradeTable::symbolTyped, this, &Panel::symbolTyped);
    connect(m_table, &TradeTable::currentChosen, this, &Panel::rowAtHandChanged);
    connect(m_table, &TradeTable::opened, this, [this] { setSymbol(symbolAtHand()); });
    connect(&theme(), &Theme::changed, this, &PortfolioGreeksPanel::restyle);
    restyle();
    PortfolioGreeksPanel::retranslate();
}

QWidget *PortfolioGreeksPanel::makeTiles()
{
    auto *tiles = new QWidget(this);
    auto *row = new QHBoxLayout(tiles);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(18);
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(theme(), tiles);
        row->addWidget(tile);
    }
    row->addStretch(1);
    return tiles;
}

QWidget *PortfolioGreeksPanel::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"tradeBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    m_indexName->setProperty("muted", true);
    m_indexName->setBuddy(m_index);
    m_index->setObjectName(u"greeksIndex"_s);
    m_index->setMaxLength(12);
    m_index->setFixedWidth(theme().scaled(80));
    m_index->setText(m_desk.index());
    m_detailed->setObjectName(u"greeksDetailed"_s);
    m_detailed->setCheckable(true);
    m_detailed->setChecked(true);
    m_detailed->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_indexName);
    row->addWidget(m_index);
    row->addWidget(m_detailed);
    row->addStretch(1);
    return bar;
}

QWidget *PortfolioGreeksPanel::makeScenario()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(10, 6, 10, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    m_days->setObjectName(u"scenarioDays"_s);
    m_days->setRange(0, furthestDay);
    m_days->setPageStep(7);
    row->addWidget(m_daysText);
    row->addWidget(m_days, 1);
    column->addLayout(row);
    column->addWidget(m_grid);
    column->addWidget(m_expiries);
    column->addWidget(m_note);
    return box;
}

QString PortfolioGreeksPanel::tileText(Tile tile) const
{
    return m_tiles[tile]->text();
}

QString PortfolioGreeksPanel::expiriesText() const
{
    return m_expiries->text();
}

QString PortfolioGreeksPanel::noteText() const
{
    return m_note->text();
}

QString PortfolioGreeksPanel::symbolAtHand() const
{
    return m_table->currentSource().data(TradeTableModel::SymbolRole).toString();
}

void PortfolioGreeksPanel::showPortfolio()
{
    if (!isVisible())
        return;
    m_model->setPortfolio(m_desk.portfolio(), m_desk.now());
    setBadge(m_desk.badge(), {}, Product::Options);
    setPlanNote(m_desk.neededPlan().isEmpty()
                    ? QString()
                    : tr("Quotes of option chains are in %1: volatilities are missing.")
                          .arg(m_desk.neededPlan()));
    showTiles();
    showExpiries();
    showNote();
    if (m_grid->scenario().profits.empty())
        showScenario();
    else if (!m_scenarioDue.isActive())
        m_scenarioDue.start();
}

void PortfolioGreeksPanel::showTiles()
{
    const PortfolioGreeks &all = m_desk.portfolio();
    const bool isPart = all.unknown > 0;
    const GreekSum &total = all.total;
    m_tiles[DeltaMoney]->setFigure(withSign(total.deltaMoney, 0), 0, isPart);
    m_tiles[IndexDelta]->setFigure(all.indexSpot > 0 ? withSign(total.indexDelta, 1) : u"–"_s, 0,
                                   isPart);
    m_tiles[GammaMoney]->setFigure(withSign(total.gammaMoney, 0), 0, isPart);
    m_tiles[Theta]->setFigure(withSign(total.theta, 2), 0, isPart);
    m_tiles[Vega]->setFigure(withSign(total.vega, 2), 0, isPart);
    m_tiles[OpenProfit]->setFigure(tradetext::profit(all.unrealized),
                                   signOf(all.unrealized.toDouble()));
}

void PortfolioGreeksPanel::showDays()
{
    const int days = m_days->value();
    m_daysText->setText(days == 0 ? tr("If it happened now")
                                  : tr("If it happened in %n days", nullptr, days));
}

void PortfolioGreeksPanel::showScenario()
{
    showDays();
    m_grid->setScenario(m_desk.scenario(m_days->value(), moves, shifts));
}

/// Nothing is reckoned for who does not look.
void PortfolioGreeksPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    showPortfolio();
}

void PortfolioGreeksPanel::showExpiries()
{
    QStringList texts;
    for (const ExpiryAhead &expiry : m_desk.portfolio().expiries) {
        if (texts.size() == mostExpiries)
            break;
        const QString when = expiry.days == 0 ? tr("today") : tr("%n d", nullptr, expiry.days);
        texts += tr("%1 (%2): %3 contracts on %4")
                     .arg(QLocale().toString(expiry.day, u"d MMM yy"_s), when,
                          QLocale().toString(expiry.contracts), expiry.underlyings.join(u", "_s));
    }
    m_expiries->setText(texts.isEmpty() ? QString() : tr("Expiring: %1").arg(texts.join(u" · "_s)));
    m_expiries->setVisible(!texts.isEmpty());
}

/// What the figures rest on, and what is not in them.
void PortfolioGreeksPanel::showNote()
{
    const PortfolioGreeks &all = m_desk.portfolio();
    QStringList assumed;
    QStringList fitted;
    for (const UnderlyingGreeks &group : all.underlyings) {
        if (group.underlying == all.index)
            continue;
        if (group.beta.isAssumed())
            assumed += group.underlying;
        else
            fitted += tr("%1 %2 (%3 days)")
                          .arg(group.underlying, QLocale().toString(group.beta.value, 'f', 2))
                          .arg(group.beta.days);
    }
    QStringList notes;
    if (all.unknown > 0)
        notes
            += tr("%n positions have no volatility yet and are not counted.", nullptr, all.unknown);
    if (!fitted.isEmpty())
        notes += tr("Betas to %1 by a year of daily closes: %2.")
                     .arg(all.index, fitted.join(u", "_s));
    if (!assumed.isEmpty())
        notes += tr("* Beta of %1 is not known and taken as 1.").arg(assumed.join(u", "_s));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void PortfolioGreeksPanel::takeIndex()
{
    const QString symbol = m_index->text().trimmed().toUpper();
    if (symbol.isEmpty())
        m_index->setText(m_desk.index());
    else
        m_desk.setIndex(symbol);
    emit stateChanged();
}

QJsonObject PortfolioGreeksPanel::saveState() const
{
    return { { indexKey, m_desk.index() },
             { detailedKey, m_detailed->isChecked() },
             { daysKey, m_days->value() },
             { tableKey, m_table->saveState() } };
}

void PortfolioGreeksPanel::restoreState(const QJsonObject &state)
{
    if (const QString index = state[indexKey].toString(); !index.isEmpty()) {
        m_index->setText(index);
        m_desk.setIndex(index);
    }
    m_detailed->setChecked(state[detailedKey].toBool(true));
    m_days->setValue(state[daysKey].toInt());
    m_table->restoreState(state[tableKey].toObject());
}

void PortfolioGreeksPanel::restyle()
{
    m_daysText->setFont(theme().font(FontRole::Small));
    m_daysText->setMinimumWidth(theme().scaled(150));
    for (QLabel *label : { m_expiries, m_note })
        label->setFont(theme().font(FontRole::Small));
}

void PortfolioGreeksPanel::retranslate()
{
    setTitle(tr("Portfolio Greeks"));
    m_table->setAccessibleName(tr("Greeks by underlying"));
    m_table->setEmptyText(tr("No positions in stocks or options."));
    m_tiles[DeltaMoney]->setName(tr("Delta $"));
    m_tiles[IndexDelta]->setName(tr("Index delta"));
    m_tiles[IndexDelta]->setToolTip(
        tr("Shares of the index that the portfolio moves like, by the betas of its stocks"));
    m_tiles[GammaMoney]->setName(tr("Gamma $ a percent"));
    m_tiles[GammaMoney]->setToolTip(tr("How Delta $ changes when all prices rise by 1 %"));
    m_tiles[Theta]->setName(tr("Theta a day"));
    m_tiles[Vega]->setName(tr("Vega a point"));
    m_tiles[OpenProfit]->setName(tr("Open P/L"));
    m_indexName->setText(tr("Beta to"));
    m_index->setAccessibleName(tr("Index that betas are by"));
    m_detailed->setText(tr("Positions"));
    m_detailed->setToolTip(tr("Lists every position under its underlying"));
    m_days->setAccessibleName(tr("Days ahead"));
    showPortfolio();
    showScenario();
}

void PortfolioGreeksPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LocaleChange)
        m_model->setLocale(QLocale());
    Panel::changeEvent(event);
}

} // namespace tapeline
