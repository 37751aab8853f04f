#include "factsview.h"

#include "theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// Colours a cell by what it means; the row, not a cell, is current.
class FactsDelegate : public QStyledItemDelegate
{
public:
    FactsDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        if (option->state.testFlag(QStyle::State_Selected))
            return;
        const auto tone = static_cast<FactCell::Tone>(index.data(FactsModel::ToneRole).toInt());
        if (tone != FactCell::Tone::Plain)
            option->palette.setColor(QPalette::Text, m_theme.color(roleOf(tone)));
    }

private:
    static ColorRole roleOf(FactCell::Tone tone)
    {
        switch (tone) {
        case FactCell::Tone::Good:
            return ColorRole::Up;
        case FactCell::Tone::Bad:
            return ColorRole::Down;
        case FactCell::Tone::Muted:
            return ColorRole::MutedText;
        case FactCell::Tone::Plain:
            break;
        }
        return ColorRole::Text;
    }

    const Theme &m_theme;
};

} // namespace

FactsView::FactsView(const Theme &theme, const QString &name, int stretched, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stretched(stretched)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_sentence(new QLabel(this))
{
    m_table->setObjectName(name);
    m_sentence->setObjectName(name + u"Sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setContentsMargins(24, 24, 24, 24);
    m_sentence->setProperty("muted", true);
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_sentence, 1);
    setFocusProxy(m_table);
    connect(&theme, &Theme::changed, this, &FactsView::restyle);
    restyle();
    show({}, {});
}

void FactsView::makeTable()
{
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(FactsModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new FactsDelegate(m_theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(false);
    // The order in which they were told, until a header is clicked
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FactsView::currentChanged);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit activated(index.data(FactsModel::SymbolRole).toString());
    });
}

void FactsView::setHeaders(const QStringList &headers)
{
    m_model.setHeaders(headers);
    for (int column = 0; column < headers.size(); ++column)
        m_table->horizontalHeader()->setSectionResizeMode(
            column, column == m_stretched ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

void FactsView::show(std::vector<FactsModel::Row> rows, const QString &otherwise)
{
    m_table->setVisible(!rows.empty());
    m_sentence->setVisible(rows.empty());
    m_sentence->setText(otherwise);
    m_model.setRows(std::move(rows));
}

QString FactsView::sentence() const
{
    return m_sentence->isHidden() ? QString() : m_sentence->text();
}

int FactsView::currentIndex() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.data(FactsModel::IndexRole).toInt() : -1;
}

QString FactsView::currentSymbol() const
{
    return m_table->currentIndex().data(FactsModel::SymbolRole).toString();
}

void FactsView::selectFirst()
{
    if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, 0));
}

void FactsView::restyle()
{
    const QFont font = m_theme.font(FontRole::Small);
    m_table->setFont(font);
    m_sentence->setFont(m_theme.font());
    m_table->horizontalHeader()->setFont(font);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font).height()
                                                     + m_theme.scaled(8));
}

} // namespace tapeline
