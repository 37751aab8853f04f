#pragma once

#include <QSortFilterProxyModel>

namespace tapeline {

/// The rows of a table of trading that are wanted, sorted by what they are.
class TradeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Scope : quint8 { All, Working, Ended };

    explicit TradeFilter(QObject *parent = nullptr);

    /// Words that all must occur in a row, in any case.
    void setWords(const QString &text);
    /// Only this symbol; all when it is empty.
    void setSymbol(const QString &symbol);
    void setScope(Scope scope);
    Scope scope() const { return m_scope; }
    /// Left to the table where that sorts itself.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    QString m_symbol;
    Scope m_scope = Scope::All;
};

} // namespace tapeline
