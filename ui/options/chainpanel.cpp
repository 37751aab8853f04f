#include "chainpanel.h"

#include "chainbar.h"
#include "chainfilterform.h"
#include "chaintable.h"
#include "elidedlabel.h"
#include "expirybar.h"
#include "planwords.h"
#include "shorttext.h"
#include "strategydesk.h"
#include "symboltext.h"
#include "symbology.h"
#include "theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto columnsKey = "columns"_L1;
constexpr auto filterKey = "filter"_L1;
constexpr auto greeksKey = "greeks"_L1;
constexpr auto serviceWord = "service"_L1;
} // namespace

ChainPanel::ChainPanel(const PanelContext &context, ChainStore &chains, StrategyDesk &strategies,
                       QWidget *parent)
    : Panel(context, parent)
    , m_chains(chains)
    , m_strategies(strategies)
    , m_bar(new ChainBar(m_sheet, theme(), this))
    , m_expiries(new ExpiryBar(m_sheet, theme(), this))
    , m_table(new ChainTable(m_sheet, theme(), this))
    , m_totals(new ElidedLabel(this))
{
    setUp();
    connectParts();
    ChainPanel::retranslate();
}

ChainPanel::~ChainPanel()
{
    m_sheet.setBook(nullptr);
}

void ChainPanel::setUp()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_expiries);
    column->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    const int edge = theme().scaled(6);
    foot->setContentsMargins(edge, edge / 2, edge, edge / 2);
    foot->addWidget(m_totals);
    column->addLayout(foot);
    m_totals->setObjectName(u"chainTotals"_s);
    content->setFocusProxy(m_table);
    setContent(content);
}

void ChainPanel::connectParts()
{
    connect(this, &Panel::symbolChanged, this, &ChainPanel::follow);
    connect(m_table, &ChainTable::viewChanged, this, &ChainPanel::tellView);
    connect(m_table, &ChainTable::currentChanged, this, &Panel::rowAtHandChanged);
    connect(m_table, &ChainTable::symbolTyped, this, &Panel::symbolTyped);
    connect(m_table, &ChainTable::contractOpened, this, &Panel::setSymbol);
    connect(m_table, &ChainTable::menuRequested, this, &ChainPanel::openMenu);
    connect(m_table, &ChainTable::headerMenuRequested, this, &ChainPanel::openColumns);
    connect(m_table, &ChainTable::priceClicked, this,
            [this](const QString &contract, ChainColumn column) {
                m_strategies.addLegTo(m_sheet.book()->underlying(), contract,
                                      column == ChainColumn::Ask ? Side::Buy : Side::Sell);
            });
    connect(m_bar, &ChainBar::filterRequested, this, &ChainPanel::openFilter);
    connect(m_bar, &ChainBar::centreRequested, m_table, &ChainTable::centre);
    connect(m_bar, &ChainBar::columnsRequested, this, [this] {
        const QToolButton *button = m_bar->columnsButton();
        openColumns(button->mapToGlobal(QPoint(0, button->height())));
    });
    connect(&m_sheet, &ChainSheet::rowsChanged, this, [this] {
        showStatus();
        emit stateChanged();
    });
    connect(m_expiries, &ExpiryBar::refreshed, this, &ChainPanel::showTotals);
}

QString ChainPanel::underlyingOf(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (!instrument)
        return {};
    if (instrument->option)
        return instrument->option->underlying;
    const bool hasOptions = instrument->assetClass == AssetClass::Stocks
        || instrument->assetClass == AssetClass::Indices;
    return hasOptions ? symbol : QString();
}

QString ChainPanel::symbolAtHand() const
{
    const QString contract = m_table->currentContract();
    return contract.isEmpty() ? symbol() : contract;
}

/// Only while it can be seen: a chain is many pages.
void ChainPanel::follow()
{
    const QString underlying = isVisible() ? underlyingOf(symbol()) : QString();
    const QString shown = m_chain ? m_chain->book().underlying() : QString();
    if (underlying != shown) {
        m_sheet.setBook(nullptr);
        m_chain = underlying.isEmpty() ? nullptr : m_chains.open(underlying);
        if (m_chain) {
            connect(&m_chain->book(), &ChainBook::statusChanged, this, &ChainPanel::showStatus);
            m_sheet.setBook(&m_chain->book());
        }
    }
    const Result<Instrument> instrument = instrumentFromSymbol(symbol());
    if (m_chain && instrument && instrument->option)
        m_sheet.setExpiry({ instrument->option->expiry, symbology::parseOption(symbol())->root });
    showStatus();
}

void ChainPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    follow();
}

void ChainPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    follow();
}

QString ChainPanel::stateText() const
{
    if (!m_chain)
        return symbol().isEmpty() ? tr("Choose a symbol to see its options.")
                                  : tr("%1 has no options here.").arg(symbol());
    const ChainBook &book = m_chain->book();
    const QString underlying = book.underlying();
    switch (book.state()) {
    case ChainState::Loading:
        return tr("The option chain of %1 is loading.").arg(underlying);
    case ChainState::Here:
    case ChainState::ContractsOnly:
        return m_sheet.hidden() > 0 ? tr("No contract passes the filter.") : QString();
    case ChainState::NoOptions:
        return tr("There are no options on %1.").arg(underlying);
    case ChainState::NotInPlan:
        return planLacksText(Product::Options, DataKind::Reference);
    case ChainState::Failed:
        return tr("The option chain of %1 could not be fetched. What went wrong is in the panel "
                  "Connection.")
            .arg(underlying);
    case ChainState::NoService:
        return tr("A recording holds no option chain.");
    }
    return {};
}

/// What the plan lacks, and what is shown instead. Plans that are late have no quotes.
QString ChainPanel::planText() const
{
    if (!m_chain)
        return {};
    const ChainBook &book = m_chain->book();
    if (book.state() == ChainState::ContractsOnly)
        return tr("Contracts without prices. %1")
            .arg(planLacksText(Product::Options, DataKind::Snapshots));
    const bool isLate
        = book.state() == ChainState::Here && book.badge().recency == Recency::Delayed;
    return isLate ? planLacksText(Product::Options, DataKind::Quotes) : QString();
}

void ChainPanel::showStatus()
{
    m_table->setEmptyText(stateText());
    setPlanNote(planText());
    if (m_chain)
        setBadge(m_chain->book().badge(), {}, Product::Options);
}

void ChainPanel::tellView()
{
    if (m_chain)
        m_chain->setContracts(m_table->contractsInView());
}

QString ChainPanel::totalsText() const
{
    return m_totals->text();
}

void ChainPanel::showTotals()
{
    const auto own
        = std::ranges::find(m_expiries->summaries(), m_sheet.expiry(), &ExpirySummary::expiry);
    QStringList parts;
    const QLocale locale;
    if (own != m_expiries->summaries().end()) {
        if (const auto ratio = own->totals.putCallVolume())
            //: %1 is the ratio of puts to calls
            parts << tr("put/call volume %1").arg(locale.toString(*ratio, 'f', 2));
        if (const auto ratio = own->totals.putCallInterest())
            parts << tr("put/call OI %1").arg(locale.toString(*ratio, 'f', 2));
        if (own->maxPain)
            parts << tr("max pain %1").arg(locale.toString(*own->maxPain));
        if (own->totals.gamma != 0)
            //: %1 is an amount of money
            parts << tr("gamma exposure %1 per 1 %")
                         .arg((own->totals.gamma < 0 ? u"−"_s : u"+"_s)
                              + shortNumber(std::abs(own->totals.gamma)));
    }
    if (m_sheet.hidden() > 0)
        parts << tr("%Ln strike(s) hidden", nullptr, int(m_sheet.hidden()));
    m_totals->setText(parts.join(u" · "_s));
    m_totals->setVisible(!parts.isEmpty());
}

void ChainPanel::openFilter()
{
    if (!m_form) {
        m_form = new ChainFilterForm(theme(), this);
        connect(m_form, &ChainFilterForm::filterChosen, &m_sheet, &ChainSheet::setFilter);
    }
    m_form->setFilter(m_sheet.filter());
    m_form->openAt(*m_bar->filterButton());
}

/// One more goes outside, where there may be no room for it.
void ChainPanel::openColumns(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < chainColumnCount; ++i) {
        const auto column = ChainColumn(i);
        QAction *action = menu->addAction(ChainColumns::title(column) + u" – "_s
                                          + ChainColumns::explanation(column));
        action->setCheckable(true);
        action->setChecked(std::ranges::count(m_table->columns(), column) > 0);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            std::vector<ChainColumn> columns = m_table->columns();
            std::erase(columns, column);
            if (on)
                columns.push_back(column);
            m_table->setColumns(columns);
            emit stateChanged();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Usual columns"), this, [this] {
        m_table->setColumns(ChainTable::usualColumns());
        emit stateChanged();
    });
    menu->popup(globalPosition);
}

void ChainPanel::openMenu(const QString &contract, const QPoint &globalPosition)
{
    const QString name = shortSymbolText(contract, QLocale());
    const QString underlying = m_sheet.book()->underlying();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is an option contract
    menu->addAction(tr("Open %1").arg(name), this, [this, contract] { setSymbol(contract); });
    menu->addSeparator();
    menu->addAction(tr("Buy in a strategy"), this, [this, underlying, contract] {
        m_strategies.addLegTo(underlying, contract, Side::Buy);
    });
    menu->addAction(tr("Sell in a strategy"), this, [this, underlying, contract] {
        m_strategies.addLegTo(underlying, contract, Side::Sell);
    });
    menu->addSeparator();
    menu->addAction(tr("Copy symbol"), this,
                    [contract] { QGuiApplication::clipboard()->setText(contract); });
    menu->popup(globalPosition);
}

void ChainPanel::retranslate()
{
    setTitle(tr("Option chain"));
    showStatus();
    showTotals();
}

QJsonObject ChainPanel::saveState() const
{
    QJsonArray columns;
    for (const ChainColumn column : m_table->columns())
        columns.append(ChainColumns::word(column));
    QJsonObject state { { columnsKey, columns }, { filterKey, m_sheet.filter().toJson() } };
    if (m_sheet.greeks() == GreeksSource::Service)
        state[greeksKey] = serviceWord;
    return state;
}

void ChainPanel::restoreState(const QJsonObject &state)
{
    std::vector<ChainColumn> columns;
    for (const QJsonValue &word : state[columnsKey].toArray())
        if (const auto column = ChainColumns::fromWord(word.toString());
            column && std::ranges::count(columns, *column) == 0)
            columns.push_back(*column);
    if (!columns.empty())
        m_table->setColumns(columns);
    m_sheet.setFilter(ChainFilter::fromJson(state[filterKey].toObject()));
    m_sheet.setGreeks(state[greeksKey].toString() == serviceWord ? GreeksSource::Service
                                                                 : GreeksSource::Own);
}

} // namespace tapeline
