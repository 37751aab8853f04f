#pragma once

#include "glyphcache.h"

#include <QStyledItemDelegate>

#include <functional>

namespace tapeline {

class Theme;
class TradeTableModel;

/// Paints the cells of a table of trading as those of a watchlist are painted, and takes what is
/// typed into them.
class TradeTableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Takes what was typed into a cell of the model: empty, or a sentence that says why not.
    using Take = std::function<QString(const QModelIndex &index, const QString &text)>;

    /// Both must outlive the delegate. Indexes are of a proxy of the model.
    TradeTableDelegate(const TradeTableModel &model, const Theme &theme, QObject *parent = nullptr);

    void setTake(Take take) { m_take = std::move(take); }
    int rowHeight() const;
    /// Enough for usual texts.
    int defaultWidth(int column) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *, QAbstractItemModel *, const QModelIndex &) const override { }
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

signals:
    /// What was typed is not taken; empty: there is nothing wrong any more.
    void complained(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restyle();
    QColor textColor(const QModelIndex &index) const;
    void paintIcon(QPainter &painter, const QStyleOptionViewItem &option,
                   const QString &name) const;

    const TradeTableModel &m_model;
    const Theme &m_theme;
    Take m_take;
    // Kept glyphs; painting is const
    mutable GlyphCache m_text;
    mutable GlyphCache m_strong;
    int m_edge = 6;
};

} // namespace tapeline
