#include "importtable.h"

#include "fillpreviewmodel.h"
#include "theme.h"

#include <QEvent>
#include <QHeaderView>

namespace tapeline {

ImportCellDelegate::ImportCellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ImportCellDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isWrong = index.data(FillPreviewModel::WrongRole).toBool();
    if (isWrong) {
        option->icon = m_theme.icon(QStringLiteral("warning"), Palette::Role::Error);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(m_theme.scaled(12), m_theme.scaled(12));
    }
    const bool isRefused = index.data(FillPreviewModel::RefusedRole).toBool();
    if (isWrong || isRefused)
        option->palette.setColor(
            QPalette::Text,
            m_theme.color(isWrong ? Palette::Role::Error : Palette::Role::MutedText));
}

ImportTable::ImportTable(const Theme &theme, QAbstractItemModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setModel(&model);
    setItemDelegate(new ImportCellDelegate(theme, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(&model, &QAbstractItemModel::modelReset, this, &ImportTable::fitColumns);
    connect(&theme, &Theme::changed, this, &ImportTable::restyle);
    restyle();
}

void ImportTable::fitColumns()
{
    // What no line tells takes no room
    for (int column = 1; column < model()->columnCount(); ++column) {
        bool isEmpty = model()->rowCount() > 0;
        for (int row = 0; row < model()->rowCount() && isEmpty; ++row)
            isEmpty = model()->index(row, column).data().toString().isEmpty();
        setColumnHidden(column, isEmpty);
    }
    resizeColumnsToContents();
    const int last = model()->columnCount() - 1; // takes what is left
    horizontalHeader()->setStretchLastSection(!isColumnHidden(last));
    for (int column = 0; column < last; ++column)
        setColumnWidth(column,
                       qBound(m_theme.scaled(48), columnWidth(column) + m_theme.scaled(8),
                              m_theme.scaled(260)));
}

void ImportTable::restyle()
{
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(22));
    verticalHeader()->setMinimumSectionSize(m_theme.scaled(18));
    horizontalHeader()->setFont(m_theme.font(FontRole::Small));
    fitColumns();
}

void ImportTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fitColumns();
    QTableView::changeEvent(event);
}

} // namespace tapeline
