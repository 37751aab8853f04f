#pragma once

#include "factsmodel.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace tapeline {

class Theme;

/// A table of facts that can be sorted, or a sentence in its place when there are none.
class FactsView : public QWidget
{
    Q_OBJECT

public:
    /// stretched: the column that takes what room is left. theme must outlive the view.
    FactsView(const Theme &theme, const QString &name, int stretched, QWidget *parent = nullptr);

    void setHeaders(const QStringList &headers);
    /// Rows, or the sentence when there are none.
    void show(std::vector<FactsModel::Row> rows, const QString &otherwise);

    QTableView *table() const { return m_table; }
    const FactsModel &model() const { return m_model; }
    QString sentence() const;
    /// Of the chosen row: what it was made of, or -1.
    int currentIndex() const;
    QString currentSymbol() const;
    void selectFirst();

signals:
    void currentChanged();
    /// By a double click or Enter.
    void activated(const QString &symbol);

private:
    void makeTable();
    void restyle();

    const Theme &m_theme;
    const int m_stretched;
    FactsModel m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_sentence;
};

} // namespace tapeline
