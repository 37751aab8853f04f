#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace tapeline {

/// A symbol that can be chosen, with the name people know it by.
struct KnownSymbol
{
    QString symbol;
    QString name;

    friend bool operator==(const KnownSymbol &, const KnownSymbol &) = default;
};

/// What the symbol box and the palette offer. Symbols that are not in it can be typed all the same.
class SymbolCatalog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setSymbols(QList<KnownSymbol> symbols);
    const QList<KnownSymbol> &symbols() const { return m_symbols; }

    /// Best first, by symbol and then by name; at most so many. Everything fits an empty text.
    QList<KnownSymbol> matches(const QString &text, int most) const;
    /// Empty when unknown.
    QString nameOf(const QString &symbol) const;

signals:
    void changed();

private:
    QList<KnownSymbol> m_symbols;
};

} // namespace tapeline
