#include "commandpalette.h"

#include "fuzzymatch.h"
#include "palettedelegate.h"
#include "symbolcatalog.h"
#include "theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int mostRows = 12;
constexpr int mostSymbols = 6;

} // namespace

CommandPalette::CommandPalette(const Theme &theme, const SymbolCatalog &catalog, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_catalog(catalog)
    , m_input(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
{
    setObjectName(u"commandPalette"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_input->setObjectName(u"paletteInput"_s);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_input);
    column->addWidget(m_list);

    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { run(index.row()); });
    hide();
    retranslate();
}

void CommandPalette::open(QList<PaletteEntry> entries,
                          std::function<void(const QString &)> openSymbol)
{
    m_entries = std::move(entries);
    m_openSymbol = std::move(openSymbol);
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    const int width = std::min(m_theme.scaled(620), parentWidget()->width() - 40);
    setFixedWidth(width);
    move((parentWidget()->width() - width) / 2, m_theme.scaled(66));
    m_input->clear();
    search({});
    show();
    raise();
    m_input->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search(const QString &text)
{
    const QString wanted = text.trimmed();
    std::vector<std::pair<int, const PaletteEntry *>> scored;
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        const int byText = fuzzyScore(wanted, entry.text);
        const int byBoth = fuzzyScore(wanted, QString(entry.detail % u' ' % entry.text));
        if (const int score = std::max(byText, byBoth / 2); score >= 0 && byBoth >= 0)
            scored.emplace_back(score, &entry);
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });

    m_found.clear();
    m_rows->clear();
    for (const PaletteEntry &symbol : bestSymbols(wanted))
        showEntry(symbol);
    for (const auto &[score, entry] : scored)
        showEntry(*entry);
    moveTo(0);
    fitHeight();
}

void CommandPalette::fitHeight()
{
    const int rows = std::clamp(m_rows->rowCount(), 1, mostRows);
    const int room = parentWidget()->height() - y() - m_theme.scaled(40);
    setFixedHeight(std::min(m_theme.scaled(30) * rows + m_theme.scaled(54), room));
}

/// A symbol comes first when what was typed begins it; behind the commands it would never be seen.
QList<PaletteEntry> CommandPalette::bestSymbols(const QString &text) const
{
    QList<PaletteEntry> best;
    if (text.isEmpty())
        return best;
    for (const KnownSymbol &known : m_catalog.matches(text, mostSymbols))
        if (known.symbol.startsWith(text, Qt::CaseInsensitive)
            || bareSymbol(known).startsWith(text, Qt::CaseInsensitive)
            || known.name.contains(text, Qt::CaseInsensitive))
            best.append({ known.symbol,
                          knownSymbolDetail(known),
                          {},
                          u"chart"_s,
                          [open = m_openSymbol, known] { open(known.symbol); } });
    return best;
}

void CommandPalette::showEntry(const PaletteEntry &entry)
{
    auto *row = new QStandardItem(m_theme.icon(entry.icon), entry.text);
    row->setData(entry.detail, PaletteDelegate::DetailRole);
    row->setData(entry.shortcut.toString(QKeySequence::NativeText), PaletteDelegate::ShortcutRole);
    row->setAccessibleText(entry.text % u' ' % entry.detail);
    m_rows->appendRow(row);
    m_found.append(entry);
}

void CommandPalette::moveTo(int row)
{
    if (m_rows->rowCount() == 0)
        return;
    const int wrapped = (row + m_rows->rowCount()) % m_rows->rowCount();
    m_list->setCurrentIndex(m_rows->index(wrapped, 0));
}

void CommandPalette::run(int row)
{
    const auto action = m_found.value(row).run;
    dismiss(); // first: what runs may open a dialog or take the focus itself
    if (action)
        action();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus();
    m_focusBefore = nullptr;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_focusBefore = nullptr; // it went where the user wants it
        dismiss();
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveTo(row + 1);
        return true;
    case Qt::Key_Up:
        moveTo(row - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(row);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::retranslate()
{
    m_input->setPlaceholderText(tr("Search commands, panels and symbols"));
    m_input->setAccessibleName(tr("Search commands, panels and symbols"));
    m_list->setAccessibleName(tr("What was found"));
    setAccessibleName(tr("Command palette"));
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tapeline
