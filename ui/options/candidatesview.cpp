#include "candidatesview.h"

#include "candidatesmodel.h"
#include "flowlayout.h"
#include "strategybuilder.h"
#include "strategytext.h"
#include "tradetable.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array views { MarketView::Any, MarketView::Rising, MarketView::Falling,
                             MarketView::Calm, MarketView::Moving };

void prepare(QAbstractSpinBox *box, const QString &name)
{
    box->setObjectName(name);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
}

} // namespace

CandidatesView::CandidatesView(const Theme &theme, StrategyBuilder &builder, QWidget *parent)
    : QWidget(parent)
    , m_builder(builder)
    , m_model(new CandidatesModel(this))
    , m_table(new TradeTable(*m_model, theme, this))
    , m_view(new QComboBox(this))
    , m_leastDelta(new QDoubleSpinBox(this))
    , m_mostDelta(new QDoubleSpinBox(this))
    , m_ratio(new QDoubleSpinBox(this))
    , m_fewestDays(new QSpinBox(this))
    , m_mostDays(new QSpinBox(this))
    , m_interest(new QSpinBox(this))
    , m_spread(new QSpinBox(this))
    , m_rank(new QSpinBox(this))
    , m_search(new QPushButton(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(u"candidates"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeRules());
    m_outcome->setObjectName(u"candidatesOutcome"_s);
    m_outcome->setWordWrap(true);
    m_outcome->setProperty("muted", true);
    column->addWidget(m_outcome);
    m_table->setObjectName(u"candidatesTable"_s);
    column->addWidget(m_table, 1);
    connect(m_table, &TradeTable::opened, this, [this](const QModelIndex &source) {
        m_builder.take(m_model->candidate(source.row()));
        emit taken();
    });
    connect(m_search, &QPushButton::clicked, this, &CandidatesView::search);
    connect(&builder, &StrategyBuilder::underlyingChanged, this, &CandidatesView::clear);
    setRules({});
    retranslate();
}

QWidget *CandidatesView::makeRules()
{
    auto *bar = new QWidget(this);
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_view->setObjectName(u"candidatesView"_s);
    for (QDoubleSpinBox *box : { m_leastDelta, m_mostDelta }) {
        box->setRange(0, 1);
        box->setSingleStep(0.05);
        box->setDecimals(2);
    }
    m_ratio->setRange(0, 100);
    m_ratio->setDecimals(1);
    m_ratio->setSingleStep(0.5);
    for (QSpinBox *box : { m_fewestDays, m_mostDays })
        box->setRange(0, 1'000);
    m_interest->setRange(0, 1'000'000);
    m_interest->setSingleStep(100);
    m_spread->setRange(0, 100);
    m_rank->setRange(-1, 100);
    prepare(m_leastDelta, u"candidatesLeastDelta"_s);
    prepare(m_mostDelta, u"candidatesMostDelta"_s);
    prepare(m_ratio, u"candidatesRatio"_s);
    prepare(m_fewestDays, u"candidatesFewestDays"_s);
    prepare(m_mostDays, u"candidatesMostDays"_s);
    prepare(m_interest, u"candidatesInterest"_s);
    prepare(m_spread, u"candidatesSpread"_s);
    prepare(m_rank, u"candidatesRank"_s);
    m_search->setObjectName(u"candidatesSearch"_s);
    for (QWidget *part : std::initializer_list<QWidget *> {
             m_view, m_leastDelta, m_mostDelta, m_fewestDays, m_mostDays, m_ratio, m_interest,
             m_spread, m_rank, m_search })
        row->addWidget(part);
    return bar;
}

OptimiserRules CandidatesView::rules() const
{
    OptimiserRules rules;
    rules.view = views[std::size_t(std::max(m_view->currentIndex(), 0))];
    rules.leastDelta = m_leastDelta->value();
    rules.mostDelta = m_mostDelta->value();
    rules.leastRewardToRisk = m_ratio->value();
    rules.fewestDays = m_fewestDays->value();
    rules.mostDays = m_mostDays->value();
    rules.leastOpenInterest = m_interest->value();
    rules.mostSpread = m_spread->value() / 100.0;
    if (m_rank->value() >= 0)
        rules.volatilityRank = m_rank->value();
    return rules;
}

void CandidatesView::setRules(const OptimiserRules &rules)
{
    m_view->setCurrentIndex(int(rules.view));
    m_leastDelta->setValue(rules.leastDelta);
    m_mostDelta->setValue(rules.mostDelta);
    m_ratio->setValue(rules.leastRewardToRisk);
    m_fewestDays->setValue(rules.fewestDays);
    m_mostDays->setValue(rules.mostDays);
    m_interest->setValue(int(rules.leastOpenInterest));
    m_spread->setValue(qRound(rules.mostSpread * 100));
    m_rank->setValue(rules.volatilityRank ? qRound(*rules.volatilityRank) : -1);
}

void CandidatesView::search()
{
    const OptimiserRules wanted = rules();
    const OptimiserResult result = m_builder.search(wanted);
    m_model->setResult(result, wanted);
    m_outcome->setText(strategytext::outcome(result));
    emit stateChanged();
}

QString CandidatesView::outcome() const
{
    return m_outcome->text();
}

void CandidatesView::clear()
{
    m_rank->setValue(m_rank->minimum()); // of another underlying
    m_model->setResult({}, rules());
    m_outcome->clear();
}

QJsonObject CandidatesView::saveState() const
{
    const OptimiserRules own = rules();
    return { { u"view"_s, int(own.view) },
             { u"leastDelta"_s, own.leastDelta },
             { u"mostDelta"_s, own.mostDelta },
             { u"ratio"_s, own.leastRewardToRisk },
             { u"fewestDays"_s, own.fewestDays },
             { u"mostDays"_s, own.mostDays },
             { u"interest"_s, own.leastOpenInterest },
             { u"spread"_s, own.mostSpread } };
}

void CandidatesView::restoreState(const QJsonObject &state)
{
    OptimiserRules own;
    own.view = MarketView(std::clamp(state["view"_L1].toInt(), 0, int(MarketView::Moving)));
    own.leastDelta = state["leastDelta"_L1].toDouble(own.leastDelta);
    own.mostDelta = state["mostDelta"_L1].toDouble(own.mostDelta);
    own.leastRewardToRisk = state["ratio"_L1].toDouble(own.leastRewardToRisk);
    own.fewestDays = state["fewestDays"_L1].toInt(own.fewestDays);
    own.mostDays = state["mostDays"_L1].toInt(own.mostDays);
    own.leastOpenInterest = state["interest"_L1].toDouble(own.leastOpenInterest);
    own.mostSpread = state["spread"_L1].toDouble(own.mostSpread);
    setRules(own);
}

void CandidatesView::retranslate()
{
    const int chosen = std::max(m_view->currentIndex(), 0);
    const QSignalBlocker quiet(m_view);
    m_view->clear();
    for (const MarketView view : views)
        m_view->addItem(strategytext::view(view));
    m_view->setCurrentIndex(chosen);
    m_view->setAccessibleName(tr("View of the market"));
    m_leastDelta->setPrefix(tr("\u0394 from "));
    m_mostDelta->setPrefix(tr("to "));
    m_fewestDays->setPrefix(tr("days "));
    m_mostDays->setPrefix(tr("to "));
    //: Reward against risk, at least
    m_ratio->setPrefix(tr("R : R \u2265 "));
    //: Open interest, at least
    m_interest->setPrefix(tr("OI \u2265 "));
    m_spread->setPrefix(tr("spread \u2264 "));
    m_spread->setSuffix(tr(" %"));
    //: Where implied volatility stands against its history
    m_rank->setPrefix(tr("IV rank "));
    m_rank->setSpecialValueText(tr("IV rank unknown"));
    m_rank->setToolTip(
        tr("Where implied volatility stands between the lowest and the highest of a year, 0 to "
           "100. From 50 on only credits are taken, up to 30 only debits."));
    m_rank->setAccessibleName(tr("Rank of implied volatility"));
    m_leastDelta->setAccessibleName(tr("Least delta of the leg nearest to the money"));
    m_mostDelta->setAccessibleName(tr("Greatest delta of the leg nearest to the money"));
    m_fewestDays->setAccessibleName(tr("Fewest days to the expiration"));
    m_mostDays->setAccessibleName(tr("Most days to the expiration"));
    m_ratio->setAccessibleName(tr("Least reward against risk"));
    m_interest->setAccessibleName(tr("Least open interest of every leg"));
    m_spread->setAccessibleName(tr("Widest spread of every leg, in percent of the middle"));
    m_search->setText(tr("Search"));
    m_search->setToolTip(
        tr("Looks through the nearest eight expirations, forty strikes around the money of each. "
           "Prices are natural: bought at the ask, sold at the bid. Unlimited gains count at two "
           "deviations."));
    m_table->setEmptyText(tr("Search for strategies that keep to the rules above."));
}

void CandidatesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tapeline
