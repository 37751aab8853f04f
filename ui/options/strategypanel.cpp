#include "strategypanel.h"

#include "candidatesview.h"
#include "chainbook.h"
#include "payoffplot.h"
#include "planwords.h"
#include "scenariosheet.h"
#include "strategybuilder.h"
#include "strategyfigures.h"
#include "strategylegsview.h"
#include "strategyorderbar.h"
#include "strategytext.h"
#include "theme.h"
#include "whatifbar.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wideFrom = 820;
constexpr auto tabKey = "tab"_L1;
constexpr auto draftKey = "draft"_L1;
constexpr auto scenariosKey = "scenarios"_L1;
constexpr auto candidatesKey = "candidates"_L1;

QString profitText(double profit)
{
    const QLocale here;
    return (profit < 0 ? u"\u2212"_s : here.positiveSign())
        + here.toString(std::abs(profit), 'f', 0);
}

/// Where a new group of templates begins in the menu.
bool beginsGroup(StrategyForm form)
{
    using enum StrategyKind;
    switch (form.kind) {
    case CoveredCall:
    case CallVertical:
    case Straddle:
    case CallButterfly:
    case CallCalendar:
    case CallRatio:
        return !form.isSold;
    default:
        return false;
    }
}

} // namespace

StrategyPanel::StrategyPanel(const PanelContext &context, ChainStore &chains, TradeDesk &trading,
                             StrategyDesk &strategies, QWidget *parent)
    : Panel(context, parent)
    , m_desk(strategies)
    , m_builder(new StrategyBuilder(chains, strategies, this))
    , m_templates(new QToolButton(this))
    , m_expiry(new QToolButton(this))
    , m_name(new QLabel(this))
    , m_words(new QLabel(this))
    , m_reverse(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_legs(new StrategyLegsView(theme(), *m_builder, this))
    , m_tabs(new QTabWidget(this))
    , m_key(new QLabel(this))
    , m_plot(new PayoffPlot(theme(), this))
    , m_whatIf(new WhatIfBar(theme(), this))
    , m_figures(new StrategyFigures(theme(), this))
    , m_scenarios(new ScenarioSheet(theme(), *m_builder, this))
    , m_candidates(new CandidatesView(theme(), *m_builder, this))
    , m_order(new StrategyOrderBar(theme(), *m_builder, trading, this))
{
    make();
    connectParts();
    StrategyPanel::retranslate();
    restyle();
    m_builder->setSymbol(symbol());
}

StrategyPanel::~StrategyPanel() = default;

// --- parts
// ----------------------------------------------------------------------------------------

void StrategyPanel::make()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(10, 6, 10, 8);
    column->setSpacing(6);
    column->addWidget(makeBar());
    m_words->setObjectName(u"strategyWords"_s);
    m_words->setWordWrap(true);
    m_words->setProperty("muted", true);
    m_words->hide();
    column->addWidget(m_words);
    column->addWidget(m_legs);
    m_tabs->setObjectName(u"strategyTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makePayoff(), QString());
    m_tabs->addTab(m_scenarios, QString());
    m_tabs->addTab(m_candidates, QString());
    column->addWidget(m_tabs, 1);
    column->addWidget(m_order);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    setContent(area);
}

QWidget *StrategyPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_templates->setObjectName(u"strategyTemplates"_s);
    m_templates->setPopupMode(QToolButton::InstantPopup);
    m_templates->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_templates->setMenu(new QMenu(m_templates));
    m_expiry->setObjectName(u"strategyExpiry"_s);
    m_expiry->setPopupMode(QToolButton::InstantPopup);
    m_expiry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_expiry->setMenu(new QMenu(m_expiry));
    m_name->setObjectName(u"strategyName"_s);
    m_reverse->setObjectName(u"strategyReverse"_s);
    m_clear->setObjectName(u"strategyClear"_s);
    row->addWidget(m_templates);
    row->addWidget(m_expiry);
    row->addSpacing(6);
    row->addWidget(m_name, 1);
    row->addWidget(m_reverse);
    row->addWidget(m_clear);
    return bar;
}

QWidget *StrategyPanel::makePayoff()
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 4, 8, 0);
    column->setSpacing(4);
    m_key->setObjectName(u"strategyKey"_s);
    m_key->setTextFormat(Qt::RichText);
    column->addWidget(m_key);
    column->addWidget(m_plot, 1);
    column->addWidget(m_whatIf);
    auto *right = new QWidget(this);
    auto *figures = new QVBoxLayout(right);
    figures->setContentsMargins(8, 4, 0, 0);
    figures->addWidget(m_figures);
    figures->addStretch(1);
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->setObjectName(u"strategySplit"_s);
    m_split->addWidget(left);
    m_split->addWidget(right);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    return m_split;
}

void StrategyPanel::connectParts()
{
    connect(this, &Panel::symbolChanged, m_builder, &StrategyBuilder::setSymbol);
    connect(m_builder, &StrategyBuilder::underlyingChanged, this, [this] {
        m_wantedDay.reset();
        m_whatIf->setWhatIf({});
        say({});
        fillExpiries();
        showState();
        const StrategyDraft waiting = strategydrafts::fromJson(m_restored);
        if (waiting.underlying == m_builder->underlying() && m_builder->draft().isEmpty())
            m_builder->setDraft(waiting);
        m_restored = {};
    });
    connect(m_builder, &StrategyBuilder::chainChanged, this, &StrategyPanel::fillExpiries);
    connect(m_builder, &StrategyBuilder::draftChanged, this, &Panel::stateChanged);
    connect(m_builder, &StrategyBuilder::evaluated, this, &StrategyPanel::showEvaluation);
    connect(m_templates->menu(), &QMenu::aboutToShow, this, &StrategyPanel::fillTemplates);
    connect(m_expiry->menu(), &QMenu::aboutToShow, this, &StrategyPanel::fillExpiries);
    connect(m_reverse, &QToolButton::clicked, this,
            [this] { m_builder->setDraft(strategydrafts::reversed(m_builder->draft())); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        say({});
        m_builder->change([](StrategyDraft &draft) { draft.legs.clear(); });
    });
    connect(m_whatIf, &WhatIfBar::changed, m_builder, &StrategyBuilder::setWhatIf);
    connect(m_plot, &PayoffPlot::readingChanged, this, &StrategyPanel::showReading);
    connect(m_order, &StrategyOrderBar::previewed, m_figures, &StrategyFigures::setPreviews);
    connect(m_candidates, &CandidatesView::taken, this, [this] {
        say({});
        m_tabs->setCurrentIndex(0);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &Panel::stateChanged);
    connect(m_scenarios, &ScenarioSheet::stateChanged, this, &Panel::stateChanged);
    connect(m_candidates, &CandidatesView::stateChanged, this, &Panel::stateChanged);
    connect(&m_desk, &StrategyDesk::full, this, [this](const QString &underlying) {
        if (underlying == m_builder->underlying())
            say({ tr("A strategy has at most %n leg(s).", nullptr, int(StrategyDraft::mostLegs)) });
    });
    connect(&theme(), &Theme::changed, this, &StrategyPanel::restyle);
}

// --- templates
// ------------------------------------------------------------------------------------

void StrategyPanel::fillTemplates()
{
    QMenu &menu = *m_templates->menu();
    menu.clear();
    for (const StrategyForm form : strategytemplates::all()) {
        if (beginsGroup(form))
            menu.addSeparator();
        menu.addAction(strategytext::name(form), this, [this, form] { fill(form); });
    }
}

void StrategyPanel::fillExpiries()
{
    const QLocale here;
    m_expiry->setText(m_wantedDay ? here.toString(*m_wantedDay, u"d MMM yy"_s)
                                  : tr("in about 30 days"));
    QMenu &menu = *m_expiry->menu();
    if (menu.isVisible())
        return;
    menu.clear();
    const auto add = [&](const QString &text, std::optional<QDate> day) {
        QAction *action = menu.addAction(text, this, [this, day] {
            m_wantedDay = day;
            fillExpiries();
        });
        action->setCheckable(true);
        action->setChecked(day == m_wantedDay);
    };
    add(tr("in about 30 days"), {});
    if (!m_builder->book())
        return;
    std::optional<QDate> before;
    for (const ChainExpiry &expiry : m_builder->book()->expiries())
        if (std::exchange(before, expiry.day) != expiry.day)
            add(here.toString(expiry.day, u"ddd d MMM yyyy"_s), expiry.day);
}

void StrategyPanel::fill(const StrategyForm &form)
{
    PickWishes wishes;
    if (m_wantedDay && m_builder->book())
        for (const ChainExpiry &expiry : m_builder->book()->expiries())
            if (expiry.day == *m_wantedDay)
                wishes.expiry = expiry;
    const Result<PickedStrategy> picked = m_builder->fill(form, wishes);
    say(picked ? strategytext::picks(*picked)
               : QStringList { strategytext::pickFailure(picked.error()) });
}

void StrategyPanel::addLeg(const QString &symbol, Side side)
{
    m_desk.addLegTo(m_builder->underlying(), symbol, side);
}

void StrategyPanel::load(const StrategyDraft &draft)
{
    say({});
    setSymbol(draft.underlying);
    m_desk.setDraft(draft);
}

void StrategyPanel::say(const QStringList &lines)
{
    m_words->setText(lines.join(u"  \u00b7  "_s));
    m_words->setVisible(!lines.isEmpty());
}

// --- what is shown
// --------------------------------------------------------------------------------

void StrategyPanel::showEvaluation()
{
    const StrategyEvaluation &seen = m_builder->evaluation();
    m_name->setText(strategytext::title(seen));
    m_reverse->setEnabled(!seen.legs.empty());
    m_clear->setEnabled(!seen.legs.empty());
    m_whatIf->setSpot(seen.spot);
    if (seen.isComplete)
        m_whatIf->setDays(strategies::yearsBetween(seen.now, seen.outcome.horizon) * 365, seen.now);
    m_plot->setEvaluation(seen, m_builder->whatIf());
    m_figures->setEvaluation(seen);
    showReading();
    showState();
}

/// The lines of the plot by name, with what they say where the pointer is.
void StrategyPanel::showReading()
{
    const StrategyEvaluation &seen = m_builder->evaluation();
    m_key->setVisible(seen.isComplete);
    if (!seen.isComplete)
        return;
    const QLocale here;
    const std::optional<double> spot = m_plot->reading();
    const PayoffPlot::Profits profits = m_plot->profitsAt(spot.value_or(seen.spot));
    const auto entry
        = [&](ColorRole role, const QString &line, const QString &name, double profit) {
              return u"<span style='color:%1'>%2</span> %3 <b>%4</b>"_s.arg(
                  theme().color(role).name(), line, name.toHtmlEscaped(), profitText(profit));
          };
    QStringList parts { tr("At %1:").arg(here.toString(spot.value_or(seen.spot), 'f', 2)),
                        entry(ColorRole::Text, u"\u2501\u2501"_s,
                              seen.outcome.isModelled ? tr("first end") : tr("at expiry"),
                              profits.atEnd),
                        entry(ColorRole::Accent, u"\u2500\u2500"_s, tr("now"), profits.now) };
    const WhatIf whatIf = m_builder->whatIf();
    if (whatIf.days != 0 || whatIf.volatilityShift != 0)
        parts.append(
            entry(ColorRole::Warning, u"\u2504\u2504"_s, tr("at the sliders"), profits.then));
    m_key->setText(parts.join(u"&nbsp;&nbsp; "_s));
}

/// What the chain lacks.
void StrategyPanel::showState()
{
    const ChainBook *book = m_builder->book();
    if (!book)
        return setPlanNote({});
    setBadge(book->badge());
    switch (book->state()) {
    case ChainState::Loading:
    case ChainState::Here:
        return setPlanNote({});
    case ChainState::ContractsOnly:
        return setPlanNote(
            tr("Quotes of options are not in your plan (%1 has them): type the price of each leg.")
                .arg(book->neededPlan()));
    case ChainState::NotInPlan:
        return setPlanNote(
            tr("Options are not in your plan: %1 has them.").arg(book->neededPlan()));
    case ChainState::NoOptions:
        return setPlanNote(tr("There are no options on %1.").arg(book->underlying()));
    case ChainState::Failed:
        return setPlanNote(tr("The chain of %1 could not be loaded; the panel Connection says why.")
                               .arg(book->underlying()));
    case ChainState::NoService:
        return setPlanNote(tr("A recording has no option chains."));
    }
}

QJsonObject StrategyPanel::saveState() const
{
    QJsonObject state { { tabKey, m_tabs->currentIndex() },
                        { scenariosKey, m_scenarios->saveState() },
                        { candidatesKey, m_candidates->saveState() } };
    if (const StrategyDraft draft = m_builder->draft(); !draft.isEmpty())
        state[draftKey] = strategydrafts::toJson(draft);
    return state;
}

void StrategyPanel::restoreState(const QJsonObject &state)
{
    m_tabs->setCurrentIndex(state[tabKey].toInt());
    m_scenarios->restoreState(state[scenariosKey].toObject());
    m_candidates->restoreState(state[candidatesKey].toObject());
    const QJsonObject kept = state[draftKey].toObject();
    const StrategyDraft draft = strategydrafts::fromJson(kept);
    if (draft.isEmpty())
        return;
    if (draft.underlying != m_builder->underlying())
        m_restored = kept;
    else if (m_builder->draft().isEmpty())
        m_builder->setDraft(draft);
}

void StrategyPanel::retranslate()
{
    setTitle(tr("Strategy builder"));
    m_templates->setText(tr("Templates"));
    m_templates->setToolTip(tr("Chooses contracts by rules and says which"));
    m_expiry->setToolTip(tr("The expiration that templates choose from"));
    m_reverse->setText(tr("Reverse"));
    m_reverse->setToolTip(tr("Buys what is sold and sells what is bought"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Takes all legs out"));
    m_tabs->setTabText(0, tr("Payoff"));
    m_tabs->setTabText(1, tr("Scenarios"));
    m_tabs->setTabText(2, tr("Candidates"));
    fillExpiries();
    showEvaluation();
}

void StrategyPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_builder->setActive(true);
}

void StrategyPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    m_builder->setActive(false);
}

/// In a narrow panel the figures stand below the plot.
void StrategyPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    const bool isWide = width() >= theme().scaled(wideFrom);
    m_split->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
}

void StrategyPanel::restyle()
{
    m_name->setFont(theme().font(FontRole::Strong));
    m_words->setFont(theme().font(FontRole::Small));
    m_templates->setIcon(theme().icon(u"chevron-down"_s));
    m_expiry->setIcon(theme().icon(u"chevron-down"_s));
    showReading();
}

} // namespace tapeline
