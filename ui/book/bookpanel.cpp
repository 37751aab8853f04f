#include "bookpanel.h"

#include "bookbar.h"
#include "bookcommands.h"
#include "bookmenu.h"
#include "bookmodel.h"
#include "heatmapview.h"
#include "laddertradebar.h"
#include "laddertrading.h"
#include "ladderview.h"
#include "montageview.h"
#include "symbology.h"
#include "theme.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto optionsKey = "options"_L1;
constexpr auto splitKey = "split"_L1;
constexpr auto columnWidthKey = "columnWidth"_L1;
constexpr int mostLadder = 64; // percent of the width
constexpr int leastHeatMap = 144; // pixels: in less nothing can be seen

} // namespace

BookPanel::BookPanel(const PanelContext &context, BookModel &model, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_bar(new BookBar(model, theme(), this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_heatMap(new HeatMapView(model, m_scale, theme(), m_split))
    , m_ladder(new LadderView(model, m_scale, theme(), m_split))
    , m_montage(new MontageView(model, theme(), this))
{
    addBookCommands(commands());
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_split, 1);
    column->addWidget(m_montage);
    m_montage->hide();
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1); // the ladder keeps its width
    m_split->setStretchFactor(1, 0);
    content->setFocusProxy(m_ladder);
    setContent(content);
    connectParts();
    BookPanel::retranslate();
    m_model.setGroup(m_options.group);
    showOptions();
}

void BookPanel::setTradeDesk(TradeDesk &desk)
{
    m_trading = new LadderTrading(desk, m_model, this);
    m_trading->setSymbol(symbol());
    connect(this, &Panel::symbolChanged, m_trading, &LadderTrading::setSymbol);
    m_tradeBar = new LadderTradeBar(*m_trading, theme(), this);
    auto *column = qobject_cast<QVBoxLayout *>(m_bar->parentWidget()->layout());
    column->insertWidget(column->indexOf(m_bar) + 1, m_tradeBar);
    m_ladder->setTrading(*m_trading);
}

void BookPanel::connectParts()
{
    connect(m_bar, &BookBar::centreRequested, this, &BookPanel::centre);
    connect(m_bar, &BookBar::heatMapToggled, this, [this](bool shown) {
        BookOptions options = m_options;
        options.heatMap = shown;
        setOptions(options);
    });
    connect(m_bar->menu(), &BookMenu::chosen, this, &BookPanel::setOptions);
    connect(&m_scale, &BookScale::followingChanged, m_bar, &BookBar::setFollowing);
    connect(m_ladder, &LadderView::scrolled, &m_scale, &BookScale::scroll);
    connect(m_ladder, &LadderView::widthChanged, this, &BookPanel::showOptions);
    connect(m_ladder, &LadderView::groupRequested, this, &BookPanel::changeGroup);
    connect(m_ladder, &LadderView::centreRequested, this, &BookPanel::centre);
    connect(m_heatMap, &HeatMapView::scrolled, &m_scale, &BookScale::scroll);
    connect(m_heatMap, &HeatMapView::groupRequested, this, &BookPanel::changeGroup);
    connect(m_heatMap, &HeatMapView::centreRequested, this, &BookPanel::centre);
    connect(m_heatMap, &HeatMapView::columnWidthChosen, this, &Panel::stateChanged);
    connect(&m_model, &BookModel::restarted, this, [this] {
        m_scale.reset();
        m_heatMap->followTime();
    });
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        m_splitChosen = true;
        emit stateChanged();
    });
}

void BookPanel::centre()
{
    m_heatMap->followTime();
    m_scale.centre();
}

void BookPanel::changeGroup(int direction)
{
    const auto &groups = BookOptions::groups;
    const auto now = std::ranges::find(groups, m_model.group());
    const auto next
        = std::clamp<std::ptrdiff_t>(now - groups.begin() + direction, 0, std::ssize(groups) - 1);
    BookOptions options = m_options;
    options.group = groups[std::size_t(next)];
    setOptions(options);
}

void BookPanel::setOptions(const BookOptions &options)
{
    const BookOptions before = std::exchange(m_options, options);
    if (options == before)
        return;
    if (options.group != before.group) {
        m_model.setGroup(options.group);
        m_ladder->refresh();
    }
    showOptions();
    if (options.column != before.column)
        emit columnChanged(options.column);
    emit stateChanged();
}

void BookPanel::showOptions()
{
    m_bar->menu()->setOptions(m_options);
    m_bar->setHeatMapShown(m_options.heatMap);
    m_ladder->setTradedShown(m_options.traded);
    m_heatMap->setHeaderHeight(m_ladder->headerHeight());
    m_heatMap->setOptions(m_options);
    const bool room = width() >= m_ladder->leastWidth() + theme().scaled(leastHeatMap);
    m_heatMap->setVisible(m_options.heatMap && room);
    m_bar->setHeatMapRoom(room);
    if (!m_splitChosen && m_heatMap->isVisibleTo(this)) {
        const int ladder = std::min(m_ladder->fullWidth(), width() * mostLadder / 100);
        m_split->setSizes({ width() - ladder, ladder });
    }
}

void BookPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    showOptions();
}

void BookPanel::restart()
{
    const Result<AssetClass> assetClass = symbology::classify(symbol());
    m_model.setAssetClass(assetClass ? *assetClass : AssetClass::Stocks);
    m_model.clear();
    m_scale.reset();
    m_heatMap->followTime();
}

void BookPanel::retranslate()
{
    setTitle(tr("Order book"));
}

QJsonObject BookPanel::saveState() const
{
    QJsonObject state { { optionsKey, m_options.toJson() },
                        { columnWidthKey, m_heatMap->columnWidth() } };
    if (m_splitChosen)
        state.insert(splitKey, QString::fromLatin1(m_split->saveState().toBase64()));
    return state;
}

void BookPanel::restoreState(const QJsonObject &state)
{
    setOptions(BookOptions::fromJson(state.value(optionsKey).toObject()));
    if (const int width = state.value(columnWidthKey).toInt(); width > 0)
        m_heatMap->setColumnWidth(width);
    const QByteArray split = QByteArray::fromBase64(state.value(splitKey).toString().toLatin1());
    m_splitChosen = !split.isEmpty() && m_split->restoreState(split);
}

} // namespace tapeline
