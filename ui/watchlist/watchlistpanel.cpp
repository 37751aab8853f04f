#include "watchlistpanel.h"

#include "palettedelegate.h"
#include "symbolcatalog.h"
#include "symbology.h"
#include "theme.h"
#include "watchlistmodel.h"
#include "watchlistview.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto symbolsKey = "symbols"_L1;
constexpr auto columnsKey = "columns"_L1;
constexpr int mostOffers = 8;

/// What a saved layout calls a column.
QString columnName(int column)
{
    return QString::fromLatin1(QMetaEnum::fromType<WatchlistModel::Column>().valueToKey(column));
}

} // namespace

WatchlistPanel::WatchlistPanel(const PanelContext &context, WatchlistModel &model, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_view(new WatchlistView(model, theme(), settings(), this))
    , m_add(new QLineEdit(this))
    , m_complaint(new QLabel(this))
    , m_offers(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offers, this))
{
    m_add->setObjectName(u"addSymbol"_s);
    m_add->setMaxLength(31); // what the engine interns
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_add);
    m_completer->popup()->setObjectName(u"addSymbolOffers"_s);
    m_completer->popup()->setItemDelegate(new PaletteDelegate(theme(), this));
    m_complaint->setObjectName(u"addSymbolComplaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(theme().scaled(6), theme().scaled(6), theme().scaled(6),
                              theme().scaled(6));
    below->setSpacing(theme().scaled(4));
    below->addWidget(m_complaint);
    below->addWidget(m_add);
    column->addLayout(below);
    content->setFocusProxy(m_view);
    setContent(content);
    setSymbolInTitle(false);
    m_model.setSymbols(defaultSymbols());
    WatchlistPanel::retranslate();

    connect(m_add, &QLineEdit::returnPressed, this, [this] {
        // A row that was chosen reports itself: its key press comes by here too
        if (!m_completer->popup()->isVisible() || !m_completer->popup()->currentIndex().isValid())
            add(m_add->text());
    });
    connect(m_add, &QLineEdit::textEdited, this, &WatchlistPanel::offer);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &WatchlistPanel::add);
    connect(m_view, &WatchlistView::symbolActivated, this, &Panel::setSymbol);
    connect(m_view, &WatchlistView::symbolTyped, this, &Panel::symbolTyped);
    connect(m_view, &WatchlistView::addRequested, m_add, qOverload<>(&QWidget::setFocus));
    connect(m_view, &WatchlistView::columnsChanged, this, &Panel::stateChanged);
    connect(&m_model, &WatchlistModel::symbolsChanged, this, &Panel::stateChanged);
    connect(this, &Panel::symbolChanged, m_view, &WatchlistView::showSymbol);
}

QStringList WatchlistPanel::defaultSymbols()
{
    return { u"SPY"_s,  u"QQQ"_s,  u"AAPL"_s, u"MSFT"_s, u"NVDA"_s, u"TSLA"_s, u"AMD"_s,
             u"AMZN"_s, u"META"_s, u"JPM"_s,  u"XOM"_s,  u"KO"_s,   u"IBM"_s,  u"BAC"_s };
}

void WatchlistPanel::retranslate()
{
    setTitle(tr("Watchlist"));
    m_add->setPlaceholderText(tr("Add symbol"));
    m_add->setAccessibleName(tr("Add symbol"));
}

void WatchlistPanel::setCatalog(const SymbolCatalog &catalog)
{
    m_catalog = &catalog;
}

/// What is known and begins like the text, below the field.
void WatchlistPanel::offer(const QString &text)
{
    m_complaint->hide();
    m_offers->clear();
    if (m_catalog && !text.trimmed().isEmpty())
        for (const KnownSymbol &known : m_catalog->matches(text.trimmed(), mostOffers)) {
            auto *item = new QStandardItem(known.symbol);
            item->setData(knownSymbolDetail(known), PaletteDelegate::DetailRole);
            m_offers->appendRow(item);
        }
    if (m_offers->rowCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void WatchlistPanel::add(const QString &text)
{
    m_completer->popup()->hide();
    const QString symbol = m_catalog ? m_catalog->resolved(text) : symbology::fromInput(text);
    if (symbol.isEmpty())
        return;
    QString complaint;
    if (!symbology::classify(symbol))
        complaint = tr("“%1” is not a symbol.").arg(text.trimmed());
    else if (!m_model.addSymbol(symbol))
        complaint = tr("%1 is in this list already.").arg(symbol);
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
    if (!complaint.isEmpty()) {
        m_add->selectAll();
        return;
    }
    m_add->clear();
    m_view->scrollTo(m_model.index(m_model.rowOf(symbol), 0));
}

QJsonObject WatchlistPanel::saveState() const
{
    QJsonArray columns;
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column)
        if (WatchlistView::isOptional(column) && m_view->isColumnWanted(column))
            columns.append(columnName(column));
    return { { symbolsKey, QJsonArray::fromStringList(m_model.symbols()) },
             { columnsKey, columns } };
}

void WatchlistPanel::restoreState(const QJsonObject &state)
{
    if (const QJsonValue symbols = state.value(symbolsKey); symbols.isArray())
        m_model.setSymbols(symbols.toVariant().toStringList());
    if (const QJsonValue columns = state.value(columnsKey); columns.isArray())
        for (int column = 0; column < WatchlistModel::ColumnCount; ++column)
            m_view->setColumnWanted(column, columns.toArray().contains(columnName(column)));
    m_view->showSymbol(symbol());
}

} // namespace tapeline
