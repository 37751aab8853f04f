#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace tapeline {

class Theme;

/// Draws what cannot be read with a mark in front of it, and refused lines muted.
class ImportCellDelegate : public QStyledItemDelegate
{
public:
    ImportCellDelegate(const Theme &theme, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

/// A table of a file's lines, as wide as it may be.
class ImportTable : public QTableView
{
    Q_OBJECT

public:
    ImportTable(const Theme &theme, QAbstractItemModel &model, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void restyle();

    const Theme &m_theme;
};

} // namespace tapeline
