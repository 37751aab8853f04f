#include "symbolbox.h"

#include "palettedelegate.h"
#include "symbolcatalog.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QStandardItemModel>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int mostOffers = 10;

} // namespace

SymbolBox::SymbolBox(const Theme &theme, const SymbolCatalog &catalog, QWidget *parent)
    : QLineEdit(parent)
    , m_catalog(catalog)
    , m_offers(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offers, this))
{
    m_completer->setCompletionRole(Qt::DisplayRole);
    setObjectName(u"symbolBox"_s);
    setMaxLength(31); // what the engine interns
    addAction(theme.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostOffers);
    m_completer->setWidget(this);
    m_completer->popup()->setObjectName(u"symbolOffers"_s);
    m_completer->popup()->setItemDelegate(new PaletteDelegate(theme, this));
    connect(this, &QLineEdit::textEdited, this, &SymbolBox::offer);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        if (!isOfferChosen())
            take(text());
    });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &SymbolBox::take);
    retranslate();
}

void SymbolBox::setSymbol(const QString &symbol)
{
    m_symbol = symbol;
    if (!hasFocus())
        setText(symbol);
}

void SymbolBox::begin(const QString &text)
{
    setFocus(Qt::ShortcutFocusReason);
    if (text.isEmpty()) {
        selectAll();
        return;
    }
    setText(text);
    offer(this->text());
}

void SymbolBox::offer(const QString &text)
{
    m_offers->clear();
    if (!text.isEmpty())
        for (const KnownSymbol &known : m_catalog.matches(text.trimmed(), mostOffers)) {
            auto *item = new QStandardItem(known.symbol);
            item->setData(knownSymbolDetail(known), PaletteDelegate::DetailRole);
            m_offers->appendRow(item);
        }
    if (m_offers->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect below = rect();
    below.setWidth(std::max(width(), 300));
    m_completer->complete(below);
}

/// Then Enter is the list's: it comes by here first.
bool SymbolBox::isOfferChosen() const
{
    const QAbstractItemView *popup = m_completer->popup();
    return popup->isVisible() && popup->selectionModel()->hasSelection();
}

void SymbolBox::take(const QString &symbol)
{
    const QString wanted = m_catalog.resolved(symbol);
    m_completer->popup()->hide();
    if (wanted.isEmpty()) {
        setText(m_symbol);
        emit abandoned();
        return;
    }
    setText(m_symbol); // until the panel says that it shows the new one
    emit symbolEntered(wanted);
}

void SymbolBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        setText(m_symbol);
        emit abandoned();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SymbolBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        setText(m_symbol);
}

void SymbolBox::retranslate()
{
    setPlaceholderText(tr("Symbol"));
    setAccessibleName(tr("Symbol"));
    setToolTip(tr("Type a symbol or a name, then press Enter."));
}

void SymbolBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace tapeline
