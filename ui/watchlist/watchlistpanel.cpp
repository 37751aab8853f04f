#include "watchlistpanel.h"

#include "symbology.h"
#include "theme.h"
#include "watchlistmodel.h"
#include "watchlistview.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto symbolsKey = "symbols"_L1;
}

WatchlistPanel::WatchlistPanel(const PanelContext &context, WatchlistModel &model, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_view(new WatchlistView(model, theme(), settings(), this))
    , m_add(new QLineEdit(this))
    , m_complaint(new QLabel(this))
{
    m_add->setObjectName(u"addSymbol"_s);
    m_add->setMaxLength(32);
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

    connect(m_add, &QLineEdit::returnPressed, this, &WatchlistPanel::addTyped);
    connect(m_add, &QLineEdit::textEdited, m_complaint, &QWidget::hide);
    connect(m_view, &WatchlistView::symbolActivated, this, &Panel::setSymbol);
    connect(m_view, &WatchlistView::symbolTyped, this, &Panel::symbolTyped);
    connect(&m_model, &WatchlistModel::symbolsChanged, this, &Panel::stateChanged);
    connect(this, &Panel::symbolChanged, this, &WatchlistPanel::select);
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

void WatchlistPanel::addTyped()
{
    const QString symbol = symbology::fromInput(m_add->text());
    QString complaint;
    if (symbol.isEmpty())
        return;
    if (!symbology::classify(symbol))
        complaint = tr("“%1” is not a symbol.").arg(m_add->text().trimmed());
    else if (!m_model.addSymbol(symbol))
        complaint = tr("%1 is in this list already.").arg(symbol);
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
    if (complaint.isEmpty())
        m_add->clear();
    else
        m_add->selectAll();
}

void WatchlistPanel::select(const QString &symbol)
{
    const int row = m_model.rowOf(symbol);
    if (row >= 0)
        m_view->selectRow(row);
    else
        m_view->clearSelection();
}

QJsonObject WatchlistPanel::saveState() const
{
    return { { symbolsKey, QJsonArray::fromStringList(m_model.symbols()) } };
}

void WatchlistPanel::restoreState(const QJsonObject &state)
{
    if (!state.contains(symbolsKey))
        return;
    QStringList symbols;
    for (const QJsonValue &value : state.value(symbolsKey).toArray())
        symbols << value.toString();
    m_model.setSymbols(symbols);
    select(symbol());
}

} // namespace tapeline
