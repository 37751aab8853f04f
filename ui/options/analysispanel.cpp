#include "analysispanel.h"

#include "analysistext.h"
#include "easterntime.h"
#include "flowlayout.h"
#include "instrument.h"
#include "planwords.h"
#include "theme.h"

#include <QComboBox>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto pageKey = "page"_L1;
constexpr auto scaleKey = "moneyness"_L1;
constexpr auto rowsKey = "surfaceByMoneyness"_L1;
constexpr auto figureKey = "volume"_L1;
constexpr auto sourceKey = "serviceFigures"_L1;
constexpr std::array pageNames { "smile"_L1, "terms"_L1, "surface"_L1, "interest"_L1, "gamma"_L1 };

/// Smiles that are shown where nobody has chosen: the expirations nearest to these days.
constexpr std::array usualDays { 7.0, 30.0, 90.0 };
/// Strikes of each of them that are streamed, on either side of the money.
constexpr std::size_t streamedStrikes = 12;
constexpr std::size_t realisedDays = 31; // returns of 30

/// What a symbol's options are listed on; empty for one that can have none.
QString underlyingOf(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (!instrument)
        return {};
    if (instrument->option)
        return instrument->option->underlying;
    const AssetClass assetClass = instrument->assetClass;
    return assetClass == AssetClass::Stocks || assetClass == AssetClass::Indices ? symbol
                                                                                 : QString();
}

} // namespace

AnalysisPanel::AnalysisPanel(const PanelContext &context, ChainStore &chains,
                             VolatilityHistory &history, QWidget *parent)
    : Panel(context, parent)
    , m_chains(chains)
    , m_history(history)
    , m_figures(new AnalysisFigures(theme(), this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_smile(new SmilePlot(theme(), this))
    , m_terms(new TermPlot(theme(), this))
    , m_surface(new SurfacePlot(theme(), this))
    , m_interest(new StrikePlot(theme(), u"interestPlot"_s, this))
    , m_gamma(new StrikePlot(theme(), u"gammaPlot"_s, this))
    , m_smiles(new QToolButton(this))
    , m_smileMenu(new QMenu(this))
    , m_scale(new QComboBox(this))
    , m_rows(new QComboBox(this))
    , m_expiry(new QComboBox(this))
    , m_figure(new QComboBox(this))
    , m_source(new QComboBox(this))
{
    for (QWidget *plot :
         std::initializer_list<QWidget *> { m_smile, m_terms, m_surface, m_interest, m_gamma })
        m_pages->addWidget(plot);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(makeBar());
    column->addWidget(m_pages, 1);
    content->setFocusProxy(m_tabs);
    setContent(content);
    connectChoices();
    AnalysisPanel::retranslate();
    onPage();
}

AnalysisPanel::~AnalysisPanel()
{
    m_analysis.setBook(nullptr);
}

QWidget *AnalysisPanel::makeBar()
{
    m_tabs->setObjectName(u"analysisTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    for (std::size_t i = 0; i < pageNames.size(); ++i)
        m_tabs->addTab({});
    m_smiles->setObjectName(u"smileExpiries"_s);
    m_smiles->setPopupMode(QToolButton::InstantPopup);
    m_smiles->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_smiles->setMenu(m_smileMenu);
    m_scale->setObjectName(u"smileScale"_s);
    m_scale->addItems({ {}, {} });
    m_rows->setObjectName(u"surfaceRows"_s);
    m_rows->addItems({ {}, {} });
    m_expiry->setObjectName(u"strikeExpiry"_s);
    m_expiry->addItem({});
    m_expiry->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_figure->setObjectName(u"strikeFigure"_s);
    m_figure->addItems({ {}, {} });
    m_source->setObjectName(u"analysisSource"_s);
    m_source->addItems({ {}, {} });
    auto *choices = new QWidget(this);
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(theme().scaled(8), 0, theme().scaled(8), 0);
    row->setSpacing(theme().scaled(6));
    for (QWidget *choice : std::initializer_list<QWidget *> { m_smiles, m_scale, m_rows, m_expiry,
                                                              m_figure, m_source })
        row->addWidget(choice);
    // Below the tabs where the panel is narrow
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(theme().scaled(4));
    flow->addWidget(m_tabs);
    flow->addWidget(choices);
    return bar;
}

void AnalysisPanel::connectChoices()
{
    connect(this, &Panel::symbolChanged, this, &AnalysisPanel::follow);
    connect(&m_analysis, &ChainAnalysis::changed, this, &AnalysisPanel::refresh);
    connect(&m_history, &VolatilityHistory::changed, this, [this](const QString &underlying) {
        if (underlying == m_underlying)
            showNotes();
    });
    connect(&theme(), &Theme::changed, this, &AnalysisPanel::refresh);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        onPage();
        emit stateChanged();
    });
    connect(m_scale, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_smile->setScale(index == 1 ? SmilePlot::Scale::Moneyness : SmilePlot::Scale::Strike);
        emit stateChanged();
    });
    connect(m_rows, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_surface->setRows(index == 1 ? SurfacePlot::Rows::Moneyness : SurfacePlot::Rows::Delta);
        emit stateChanged();
    });
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &AnalysisPanel::showStrikes);
    connect(m_figure, &QComboBox::currentIndexChanged, this, [this] {
        showStrikes();
        emit stateChanged();
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_analysis.setSource(index == 1 ? GreeksSource::Service : GreeksSource::Own);
        emit stateChanged();
    });
}

void AnalysisPanel::retranslate()
{
    setTitle(tr("Chain analysis"));
    const QStringList titles { tr("Smile"), tr("Term structure"), tr("Surface"),
                               tr("Open interest"), tr("Gamma exposure") };
    for (int i = 0; i < titles.size(); ++i) {
        m_tabs->setTabText(i, titles[i]);
        m_pages->widget(i)->setAccessibleName(titles[i]);
    }
    m_tabs->setAccessibleName(tr("What to see of the chain"));
    m_smiles->setText(tr("Expirations"));
    m_smiles->setAccessibleName(tr("Expirations whose smiles are shown"));
    const auto name = [](QComboBox *box, const QString &what, const QStringList &texts) {
        box->setAccessibleName(what);
        box->setToolTip(what);
        for (int i = 0; i < texts.size(); ++i)
            box->setItemText(i, texts[i]);
    };
    name(m_scale, tr("Horizontal scale"), { tr("By strike"), tr("By moneyness") });
    name(m_rows, tr("Rows of the surface"), { tr("By delta"), tr("By moneyness") });
    name(m_expiry, tr("Expiration"), { tr("All expirations") });
    name(m_figure, tr("What the bars show"), { tr("Open interest"), tr("Volume") });
    name(m_source, tr("Whose volatilities and Greeks"), { tr("Our figures"), tr("The service's") });
    m_smile->setNote(
        tr("Rings are calls, discs puts, crosses outliers that the curve leaves out."));
    m_gamma->setNote(
        tr("Assumes that dealers have bought the calls that stand open and written the "
           "puts: what they trade, in dollars, when the underlying moves by 1 %."));
    if (!m_listed.empty())
        fillExpiries();
    refresh();
}

// --- the chain
// ----------------------------------------------------------------------------------------------------

void AnalysisPanel::follow()
{
    const QString underlying = underlyingOf(symbol());
    if (underlying == m_underlying)
        return;
    m_underlying = underlying;
    m_analysis.setBook(nullptr);
    m_view.reset();
    m_days.clear();
    m_chosen.clear();
    m_listed.clear();
    fillExpiries();
    if (isVisible())
        open();
    else
        emit daysWanted({}); // those of the one before
    refresh();
}

/// Nothing is streamed or reckoned for who does not look; the chain stays.
void AnalysisPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    m_analysis.setBook(nullptr);
    if (m_view)
        m_view->setContracts({});
}

void AnalysisPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    open();
}

void AnalysisPanel::open()
{
    if (!m_view) {
        emit daysWanted(m_underlying);
        if (m_underlying.isEmpty())
            return;
        m_view = m_chains.open(m_underlying);
    }
    m_analysis.setBook(&m_view->book());
    refresh();
}

void AnalysisPanel::setDays(const std::vector<DayPrices> &days)
{
    m_days = days;
    if (m_days.size() > realisedDays)
        m_days.erase(m_days.begin(), m_days.end() - std::ptrdiff_t(realisedDays));
    showNotes();
}

// --- what is shown
// ------------------------------------------------------------------------------------------------

void AnalysisPanel::refresh()
{
    const ChainBook *book = m_analysis.book();
    if (book) {
        fillExpiries();
        streamNearTheMoney();
        setBadge(book->badge(), {}, Product::Options);
    }
    m_smile->show(&m_analysis, smileExpiries());
    m_terms->show(&m_analysis);
    m_surface->show(&m_analysis);
    showStrikes();
    noteVolatility();
    showNotes();
}

/// Figures, and sentences where something is lacking.
void AnalysisPanel::showNotes()
{
    const ChainBook *book = m_analysis.book();
    QString sentence = analysistext::sentence(book);
    if (!book && !symbol().isEmpty() && m_underlying.isEmpty())
        sentence = tr("%1 has no listed options.").arg(symbol());
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<AnalysisPlot *>(m_pages->widget(i))->setMessage(sentence);
    if (!sentence.isEmpty()) {
        setPlanNote({});
        m_figures->clear();
        return;
    }
    VolatilityRecord record;
    record.closes = m_history.before(m_underlying, easterntime::date(book->asOf()));
    if (m_days.size() == realisedDays) {
        record.realised = realisedvolatility::yangZhang(m_days);
        record.closeToClose = realisedvolatility::closeToClose(m_days);
    }
    m_figures->show(m_analysis, record);
    const bool isSilent = m_analysis.thirtyDays().has_value() == false;
    if (isSilent)
        for (AnalysisPlot *plot :
             std::initializer_list<AnalysisPlot *> { m_smile, m_terms, m_surface })
            plot->setMessage(m_analysis.isBusy() || book->state() == ChainState::Loading
                                 ? tr("Reckoning the volatilities of %1.").arg(m_underlying)
                                 : tr("No contract of %1 has a volatility yet: there are no quotes "
                                      "with two sides.")
                                       .arg(m_underlying));
    if (!m_analysis.totals().hasAny())
        m_interest->setMessage(
            tr("Nothing of %1 stands open or has been traded today.").arg(m_underlying));
    if (m_analysis.totals().gamma == 0)
        m_gamma->setMessage(tr("Exposure needs Greeks and open interest; they are not known yet."));
    const ExpiryAnalysis *month = m_analysis.nearestToMonth();
    const bool hasQuotes = !month || month->move.ofStraddle || m_analysis.isBusy();
    setPlanNote(!hasQuotes && !isSilent ? tr(
                    "There are no quotes of these options: volatilities are the service's, and "
                    "the move of the straddle is not known.")
                                        : QString());
}

void AnalysisPanel::showStrikes()
{
    const ChainBook *book = m_analysis.book();
    const int chosen = m_expiry->currentIndex() - 1;
    const double spot = book ? book->spot().toDouble() : 0;
    std::vector<StrikeProfile> profile;
    std::optional<double> pain;
    if (chosen < 0) {
        profile = m_analysis.wholeProfile();
    } else if (const ExpiryAnalysis *one = m_analysis.find(m_listed[std::size_t(chosen)])) {
        profile = one->profile;
        pain = one->maxPain;
    }
    if (chosen < 0)
        pain = chainmeasures::maxPain(profile, spot);
    m_interest->show(profile, spot, pain,
                     m_figure->currentIndex() == 1 ? StrikePlot::Figure::Volume
                                                   : StrikePlot::Figure::Interest);
    m_gamma->show(profile, spot, std::nullopt, StrikePlot::Figure::Gamma);
}

/// For rank and percentile of later days.
void AnalysisPanel::noteVolatility()
{
    const ChainBook *book = m_analysis.book();
    if (!book || m_analysis.isBusy() || book->state() != ChainState::Here)
        return;
    if (const auto month = m_analysis.thirtyDays(); month && month->isBetween)
        m_history.note(m_underlying, book->asOf(), month->volatility);
}

/// The contracts that the smiles and the expected move rest on, nearest to the money first.
void AnalysisPanel::streamNearTheMoney()
{
    const ChainBook &book = m_view->book();
    std::vector<std::pair<double, QString>> near;
    for (const ChainExpiry &expiry : smileExpiries()) {
        std::vector<ChainStrike> strikes = book.strikes(expiry);
        const double spot = book.spot().toDouble();
        const auto away
            = [spot](const ChainStrike &at) { return std::abs(at.strike.toDouble() - spot); };
        std::ranges::sort(strikes, {}, away);
        if (strikes.size() > 2 * streamedStrikes)
            strikes.resize(2 * streamedStrikes);
        for (const ChainStrike &at : strikes)
            for (const ChainContract *contract : { at.call, at.put })
                if (contract)
                    near.emplace_back(away(at), contract->symbol);
    }
    std::ranges::stable_sort(near, {}, &std::pair<double, QString>::first);
    QStringList contracts;
    for (const auto &[distance, symbol] : near)
        contracts.append(symbol);
    m_view->setContracts(contracts);
}

// --- choices
// ------------------------------------------------------------------------------------------------------

std::vector<ChainExpiry> AnalysisPanel::usualExpiries() const
{
    std::vector<ChainExpiry> usual;
    for (const double days : usualDays) {
        const ExpiryAnalysis *nearest = nullptr;
        for (const ExpiryAnalysis &expiry : m_analysis.expiries())
            if (expiry.smile
                && (!nearest || std::abs(expiry.days - days) < std::abs(nearest->days - days)))
                nearest = &expiry;
        if (nearest && std::ranges::find(usual, nearest->expiry) == usual.end())
            usual.push_back(nearest->expiry);
    }
    return usual;
}

std::vector<ChainExpiry> AnalysisPanel::smileExpiries() const
{
    return m_chosen.empty() ? usualExpiries()
                            : std::vector<ChainExpiry>(m_chosen.begin(), m_chosen.end());
}

void AnalysisPanel::fillExpiries()
{
    const ChainBook *book = m_analysis.book();
    const std::vector<ChainExpiry> listed = book ? book->expiries() : std::vector<ChainExpiry>();
    if (listed == m_listed && m_expiry->count() == int(listed.size()) + 1)
        return;
    const int before = m_expiry->currentIndex() - 1;
    const ChainExpiry chosen = before >= 0 && before < int(m_listed.size())
        ? m_listed[std::size_t(before)]
        : ChainExpiry();
    m_listed = listed;
    const QSignalBlocker quiet(m_expiry);
    while (m_expiry->count() > 1)
        m_expiry->removeItem(1);
    for (const ChainExpiry &expiry : m_listed)
        m_expiry->addItem(analysistext::shortExpiry(expiry, m_underlying));
    const auto place = std::ranges::find(m_listed, chosen);
    m_expiry->setCurrentIndex(place == m_listed.end() ? 0 : int(place - m_listed.begin()) + 1);
    fillSmileMenu();
}

void AnalysisPanel::fillSmileMenu()
{
    m_smileMenu->clear();
    disconnect(m_smileMenu, &QMenu::aboutToShow, this, nullptr);
    for (const ChainExpiry &expiry : m_listed) {
        QAction *action = m_smileMenu->addAction(analysistext::shortExpiry(expiry, m_underlying));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, expiry](bool isOn) {
            if (m_chosen.empty())
                for (const ChainExpiry &usual : usualExpiries())
                    m_chosen.insert(usual);
            if (isOn)
                m_chosen.insert(expiry);
            else
                m_chosen.erase(expiry);
            refresh();
        });
    }
    connect(m_smileMenu, &QMenu::aboutToShow, this, [this] {
        const std::vector<ChainExpiry> shown = smileExpiries();
        const QList<QAction *> actions = m_smileMenu->actions();
        for (std::size_t i = 0; i < m_listed.size(); ++i)
            actions[qsizetype(i)]->setChecked(std::ranges::find(shown, m_listed[i]) != shown.end());
    });
}

AnalysisPanel::Page AnalysisPanel::page() const
{
    return Page(m_tabs->currentIndex());
}

void AnalysisPanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(int(page));
}

/// Only the choices that mean something there.
void AnalysisPanel::onPage()
{
    const Page shown = page();
    m_pages->setCurrentIndex(int(shown));
    m_smiles->setVisible(shown == Page::Smile);
    m_scale->setVisible(shown == Page::Smile);
    m_rows->setVisible(shown == Page::Surface);
    m_expiry->setVisible(shown == Page::Interest || shown == Page::Gamma);
    m_figure->setVisible(shown == Page::Interest);
    m_source->setVisible(shown != Page::Interest);
}

QJsonObject AnalysisPanel::saveState() const
{
    return { { pageKey, QString(pageNames[std::size_t(page())]) },
             { scaleKey, m_scale->currentIndex() == 1 },
             { rowsKey, m_rows->currentIndex() == 1 },
             { figureKey, m_figure->currentIndex() == 1 },
             { sourceKey, m_source->currentIndex() == 1 } };
}

void AnalysisPanel::restoreState(const QJsonObject &state)
{
    const auto known = std::ranges::find(pageNames, state[pageKey].toString());
    if (known != pageNames.end())
        showPage(Page(known - pageNames.begin()));
    m_scale->setCurrentIndex(state[scaleKey].toBool() ? 1 : 0);
    m_rows->setCurrentIndex(state[rowsKey].toBool() ? 1 : 0);
    m_figure->setCurrentIndex(state[figureKey].toBool() ? 1 : 0);
    m_source->setCurrentIndex(state[sourceKey].toBool() ? 1 : 0);
}

} // namespace tapeline
