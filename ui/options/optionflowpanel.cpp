#include "optionflowpanel.h"

#include "chainbook.h"
#include "instrument.h"
#include "optionflowbar.h"
#include "optionflowcommands.h"
#include "optionflowmodel.h"
#include "optionflowtext.h"
#include "optionflowtotalsbar.h"
#include "optionflowview.h"
#include "theme.h"
#include "tradetable.h"
#include "unusualmodel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto columnsKey = "columns"_L1;
constexpr auto filterKey = "filter"_L1;
constexpr auto alertsKey = "alerts"_L1;
constexpr auto soundKey = "sound"_L1;
constexpr auto scopeKey = "scope"_L1;
constexpr auto watchlistName = "watchlist"_L1;
constexpr auto pageKey = "page"_L1;
constexpr auto unusualName = "unusual"_L1;
constexpr auto tableKey = "table"_L1;
constexpr int totalsMs = 250; // four times a second is as fast as numbers can be read

/// What a symbol's options are of; empty for what has none.
QString underlyingOf(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (!instrument)
        return {};
    switch (instrument->assetClass) {
    case AssetClass::Options:
        return instrument->option ? instrument->option->underlying : QString();
    case AssetClass::Stocks:
    case AssetClass::Indices:
        return symbol;
    case AssetClass::Forex:
    case AssetClass::Crypto:
    case AssetClass::Futures:
        break;
    }
    return {};
}

} // namespace

OptionFlowPanel::OptionFlowPanel(const PanelContext &context, OptionFlowModel &model,
                                 UnusualModel &unusual, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_unusual(unusual)
    , m_pages(new QTabBar(this))
    , m_ofSymbol(new QToolButton(this))
    , m_ofWatchlist(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_bar(new OptionFlowBar(theme(), this))
    , m_notice(new QPushButton(this))
    , m_view(new OptionFlowView(model, theme(), this))
    , m_totals(new OptionFlowTotalsBar(theme(), this))
    , m_table(new TradeTable(unusual, theme(), this))
    , m_hint(new QLabel(this))
    , m_sound(std::make_unique<SystemBell>())
{
    addOptionFlowCommands(commands());
    m_sinceBegun.start();
    m_totalsTimer.setSingleShot(true);
    m_totalsTimer.setInterval(totalsMs);
    m_stack->addWidget(makePrints());
    m_stack->addWidget(makeUnusual());
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(m_stack, 1);
    content->setFocusProxy(m_view);
    setContent(content);
    connectParts();
    OptionFlowPanel::retranslate();
    restyle();
    showRules();
}

OptionFlowPanel::~OptionFlowPanel() = default;

/// Pages to the left, whose options to the right.
QWidget *OptionFlowPanel::makeTop()
{
    m_pages->setObjectName(u"optionFlowPages"_s);
    m_pages->setDrawBase(false);
    m_pages->setExpanding(false);
    m_pages->addTab({});
    m_pages->addTab({});
    m_ofSymbol->setObjectName(u"optionFlowOfSymbol"_s);
    m_ofWatchlist->setObjectName(u"optionFlowOfWatchlist"_s);
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, theme().scaled(6), 0);
    row->setSpacing(theme().scaled(2));
    row->addWidget(m_pages);
    row->addStretch(1);
    for (QToolButton *button : { m_ofSymbol, m_ofWatchlist }) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("segment", true);
        row->addWidget(button);
    }
    return top;
}

QWidget *OptionFlowPanel::makePrints()
{
    m_notice->setObjectName(u"optionFlowNotice"_s);
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_notice->setFocusPolicy(Qt::TabFocus);
    m_notice->hide();
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    column->addWidget(m_totals);
    return page;
}

QWidget *OptionFlowPanel::makeUnusual()
{
    m_table->setObjectName(u"unusualTable"_s);
    m_table->setDefaultSorting(UnusualModel::Score, Qt::DescendingOrder);
    m_hint->setObjectName(u"unusualHint"_s);
    m_hint->setProperty("muted", true);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_hint);
    return page;
}

void OptionFlowPanel::connectParts()
{
    connect(m_pages, &QTabBar::currentChanged, this, [this](int page) {
        m_stack->setCurrentIndex(page);
        m_pageChosen = m_pageChosen || !m_isPageByPlan;
        emit pageChanged();
        emit rowAtHandChanged();
        emit stateChanged();
    });
    connect(m_ofSymbol, &QToolButton::clicked, this, [this] { setScope(Scope::Symbol); });
    connect(m_ofWatchlist, &QToolButton::clicked, this, [this] { setScope(Scope::Watchlist); });
    connect(this, &Panel::symbolChanged, this, &OptionFlowPanel::findUnderlyings);

    connect(m_bar, &OptionFlowBar::filterChosen, &m_model, &OptionFlowModel::setFilter);
    connect(m_bar, &OptionFlowBar::alertsChosen, &m_model, &OptionFlowModel::setAlertRules);
    connect(m_bar, &OptionFlowBar::soundChosen, this, &OptionFlowPanel::setSound);
    connect(m_notice, &QPushButton::clicked, this, [this] {
        m_view->showPrint(m_noticed);
        m_view->setFocus();
    });
    connect(m_view, &OptionFlowView::contractChosen, this, &Panel::setSymbol);
    connect(m_view, &OptionFlowView::contractOpened, this, &OptionFlowPanel::contractOpened);
    connect(m_view, &OptionFlowView::currentChanged, this, &Panel::rowAtHandChanged);
    connect(m_view, &OptionFlowView::symbolTyped, this, &Panel::symbolTyped);
    connect(m_view, &OptionFlowView::columnsChanged, this, &Panel::stateChanged);
    connect(m_view, &OptionFlowView::menuRequested, this, [this](QMenu *menu, int row) {
        menu->addSeparator();
        if (row >= 0) {
            const QString underlying = m_model.row(row).print.contract->terms.underlying;
            //: Menu of a print; %1 is an underlying: "SPY"
            menu->addAction(tr("Only options of %1").arg(underlying), this, [this, underlying] {
                OptionFlowFilter filter = m_model.filter();
                filter.underlying = underlying;
                m_model.setFilter(filter);
            });
        }
        menu->addAction(tr("Show all prints"), this, [this] { m_model.setFilter({}); })
            ->setEnabled(!m_model.filter().isEmpty());
    });
    connect(&m_model, &OptionFlowModel::changed, this, [this] {
        if (!m_totalsTimer.isActive())
            m_totalsTimer.start();
    });
    connect(&m_totalsTimer, &QTimer::timeout, this, &OptionFlowPanel::showTotals);
    connect(&m_model, &OptionFlowModel::rulesChanged, this, &OptionFlowPanel::showRules);
    connect(&m_model, &OptionFlowModel::alertCame, this, &OptionFlowPanel::showAlert);

    connect(m_table, &TradeTable::opened, this, [this](const QModelIndex &source) {
        setSymbol(source.data(TradeTableModel::SymbolRole).toString());
    });
    connect(m_table, &TradeTable::symbolOpened, this, &OptionFlowPanel::contractOpened);
    connect(m_table, &TradeTable::currentChosen, this, &Panel::rowAtHandChanged);
    connect(m_table, &TradeTable::symbolTyped, this, &Panel::symbolTyped);
    connect(m_table, &TradeTable::stateChanged, this, &Panel::stateChanged);
    connect(m_table, &TradeTable::menuRequested, this,
            [this](const QModelIndex &source, const QPoint &position) {
                auto *menu = new QMenu(this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                if (const QString contract = source.data(TradeTableModel::SymbolRole).toString();
                    source.isValid()) {
                    menu->addAction(tr("Show in the link group"), this,
                                    [this, contract] { setSymbol(contract); });
                    menu->addAction(tr("Open in a panel of its own"), this,
                                    [this, contract] { emit contractOpened(contract); });
                    menu->addSeparator();
                }
                m_table->addColumnActions(menu);
                menu->popup(position);
            });
    connect(&theme(), &Theme::changed, this, &OptionFlowPanel::restyle);
}

// --- whose options ---------------------------------------------------------------------------

void OptionFlowPanel::setScope(Scope scope)
{
    const bool isNew = std::exchange(m_scope, scope) != scope;
    nameScopes();
    findUnderlyings();
    if (isNew)
        emit stateChanged();
}

void OptionFlowPanel::setWatched(const QStringList &symbols)
{
    m_watched = symbols;
    findUnderlyings();
}

void OptionFlowPanel::findUnderlyings()
{
    QStringList found;
    m_leftOut = 0;
    for (const QString &symbol : m_scope == Scope::Symbol ? QStringList { symbol() } : m_watched) {
        const QString underlying = underlyingOf(symbol);
        if (underlying.isEmpty() || found.contains(underlying))
            continue;
        if (found.size() < mostUnderlyings)
            found << underlying;
        else
            ++m_leftOut;
    }
    nameScopes();
    if (found != m_underlyings) {
        m_underlyings = found;
        m_notice->hide();
        emit underlyingsChanged(m_underlyings);
    }
    tellEmpty();
}

void OptionFlowPanel::nameScopes()
{
    const QString underlying = underlyingOf(symbol());
    m_ofSymbol->setText(underlying.isEmpty() ? tr("Symbol") : underlying);
    m_ofSymbol->setToolTip(tr("The options of the symbol of the link group"));
    m_ofSymbol->setAccessibleName(m_ofSymbol->toolTip());
    m_ofSymbol->setChecked(m_scope == Scope::Symbol);
    m_ofWatchlist->setText(tr("Watchlist"));
    m_ofWatchlist->setToolTip(
        m_leftOut > 0
            ? tr("The options of the first %1 symbols of the watchlists").arg(mostUnderlyings)
            : tr("The options of all symbols of the watchlists"));
    m_ofWatchlist->setAccessibleName(m_ofWatchlist->toolTip());
    m_ofWatchlist->setChecked(m_scope == Scope::Watchlist);
}

QString OptionFlowPanel::symbolAtHand() const
{
    const QString chosen = page() == Page::Prints
        ? m_view->currentContract()
        : m_table->currentSource().data(TradeTableModel::SymbolRole).toString();
    return chosen.isEmpty() ? symbol() : chosen;
}

OptionFlowPanel::Page OptionFlowPanel::page() const
{
    return m_pages->currentIndex() == int(Page::Unusual) ? Page::Unusual : Page::Prints;
}

void OptionFlowPanel::setPage(Page page)
{
    m_pages->setCurrentIndex(int(page));
}

// --- what is shown ---------------------------------------------------------------------------

void OptionFlowPanel::setCapabilities(const Capabilities &capabilities, bool isReplay)
{
    m_capabilities = capabilities;
    m_isReplay = isReplay;
    setPlanNote(isReplay ? QString() : optionFlowPlanNote(capabilities));
    const bool hasPrints = isReplay || capabilities.has(Product::Options, DataKind::StreamTrades);
    if (!m_pageChosen) {
        m_isPageByPlan = true;
        setPage(hasPrints ? Page::Prints : Page::Unusual);
        m_isPageByPlan = false;
    }
    tellEmpty();
}

void OptionFlowPanel::setChains(const std::vector<const ChainBook *> &books)
{
    const auto count = [&books](ChainState state) {
        return std::ranges::count(books, state, &ChainBook::state);
    };
    const auto loading = count(ChainState::Loading);
    if (books.empty())
        m_chainState = tr("No symbol with options is chosen.");
    else if (count(ChainState::NoService) > 0)
        m_chainState = tr("A recording holds no chains: nothing can be ranked.");
    else if (count(ChainState::ContractsOnly) + count(ChainState::NotInPlan) > 0)
        m_chainState = tr("Volume and open interest need %1.").arg(optionSnapshotsPlan());
    else if (loading > 0)
        m_chainState = tr("Reading %n chain(s)…", nullptr, static_cast<int>(loading));
    else if (count(ChainState::Failed) > 0)
        m_chainState = tr("Not every chain could be read; asking goes on.");
    else
        m_chainState.clear();
    tellEmpty();
}

void OptionFlowPanel::tellEmpty()
{
    const bool hasPrints
        = m_isReplay || m_capabilities.has(Product::Options, DataKind::StreamTrades);
    m_view->setEmptyText(m_underlyings.isEmpty() ? tr("No symbol with options is chosen.")
                             : hasPrints         ? tr("Waiting for the first print")
                                                 : tr("No prints of options on this plan"));
    m_table->setEmptyText(m_chainState.isEmpty() ? tr("No contract is unusual today.")
                                                 : m_chainState);
    m_hint->setText(unusualState());
}

QString OptionFlowPanel::unusualState() const
{
    const UnusualRules &rules = m_unusual.rules();
    const QLocale locale;
    //: What makes a contract unusual; %1 contracts, %2 a factor, %3 dollars, %4 days
    QString text
        = tr("From %1 contracts, %2 × open interest and %3 on, expiring within %4 days. "
             "Premium is the volume at the last price; sides are of the prints seen here.")
              .arg(locale.toString(rules.volume, 'f', 0), locale.toString(rules.ratio, 'g', 3),
                   shortDollars(rules.premium), locale.toString(rules.mostDays));
    if (!m_chainState.isEmpty() && m_unusual.rowCount() > 0)
        text += u' ' + m_chainState;
    return text;
}

void OptionFlowPanel::showRules()
{
    m_bar->setFilter(m_model.filter());
    m_bar->setAlerts(m_model.alertRules(), m_hasSound);
    showTotals();
    emit stateChanged();
}

void OptionFlowPanel::showTotals()
{
    m_totalsTimer.stop();
    m_totals->setTotals(m_model.totals(), m_model.skipped());
}

// --- alerts ----------------------------------------------------------------------------------

void OptionFlowPanel::showAlert(quint64 serial)
{
    const OptionFlowRow *row = m_model.kept(serial);
    if (!row)
        return;
    m_noticed = serial;
    const OptionFlowText &text = m_view->text();
    const QString words = text.cell(*row, OptionFlowColumn::Time) + u"  "_s + text.spoken(*row);
    m_notice->setText(words);
    m_notice->setToolTip(tr("The newest alert. A click shows the print."));
    m_notice->setAccessibleName(tr("Alert: %1").arg(words));
    m_notice->show();
    if (m_hasSound && m_soundLimit.allows(m_sinceBegun.elapsed()))
        m_sound->play();
}

void OptionFlowPanel::setSound(bool on)
{
    const bool isNew = std::exchange(m_hasSound, on) != on;
    m_bar->setAlerts(m_model.alertRules(), on);
    if (isNew)
        emit stateChanged();
}

void OptionFlowPanel::setAlertSound(std::unique_ptr<AlertSound> sound)
{
    m_sound = std::move(sound);
}

// --- looks and state -------------------------------------------------------------------------

void OptionFlowPanel::retranslate()
{
    setTitle(tr("Options flow"));
    m_pages->setTabText(int(Page::Prints), tr("Prints"));
    m_pages->setTabText(int(Page::Unusual), tr("Unusual activity"));
    m_pages->setAccessibleName(tr("Pages of the options flow"));
    m_table->setAccessibleName(tr("Unusual activity"));
    m_unusual.setLocale(QLocale());
    nameScopes();
    tellEmpty();
}

void OptionFlowPanel::restyle()
{
    const QFont small = theme().font(FontRole::Small);
    m_ofSymbol->setFont(small);
    m_ofWatchlist->setFont(small);
    m_notice->setFont(small);
    m_hint->setFont(small);
    m_hint->setContentsMargins(theme().scaled(8), theme().scaled(4), theme().scaled(8),
                               theme().scaled(4));
    m_notice->setIcon(theme().icon(u"bell"_s, ColorRole::Accent));
    const int side = theme().scaled(12);
    m_notice->setIconSize({ side, side });
}

QJsonObject OptionFlowPanel::saveState() const
{
    QJsonArray alerts;
    for (const OptionFlowFilter &rule : m_model.alertRules())
        alerts.append(rule.toJson());
    QJsonObject state { { columnsKey, QString::fromLatin1(m_view->columnState().toBase64()) },
                        { filterKey, m_model.filter().toJson() },
                        { alertsKey, alerts },
                        { soundKey, m_hasSound },
                        { tableKey, m_table->saveState() } };
    if (m_scope == Scope::Watchlist)
        state[scopeKey] = watchlistName;
    if (m_pageChosen)
        state[pageKey] = page() == Page::Unusual ? QString(unusualName) : QString();
    return state;
}

void OptionFlowPanel::restoreState(const QJsonObject &state)
{
    m_model.setFilter(OptionFlowFilter::fromJson(state[filterKey].toObject()));
    std::vector<OptionFlowFilter> rules;
    for (const QJsonValue &rule : state[alertsKey].toArray())
        rules.push_back(OptionFlowFilter::fromJson(rule.toObject()));
    m_model.setAlertRules(rules);
    setSound(state[soundKey].toBool(true));
    m_table->restoreState(state[tableKey].toObject());
    m_view->restoreColumnState(QByteArray::fromBase64(state[columnsKey].toString().toLatin1()));
    setScope(state[scopeKey].toString() == watchlistName ? Scope::Watchlist : Scope::Symbol);
    m_pageChosen = state.contains(pageKey);
    if (m_pageChosen)
        setPage(state[pageKey].toString() == unusualName ? Page::Unusual : Page::Prints);
}

} // namespace tapeline
