#pragma once

#include "assetclass.h"

#include <QList>
#include <QObject>
#include <QString>

namespace tapeline {

/// A symbol that can be chosen, with the name people know it by.
struct KnownSymbol
{
    QString symbol;
    QString name;
    AssetClass assetClass = AssetClass::Stocks;

    friend bool operator==(const KnownSymbol &, const KnownSymbol &) = default;
};

/// Its name, and what it is where it is no stock: "S&P 500 · Indices".
QString knownSymbolDetail(const KnownSymbol &known);

/// Without the prefix of its class: "I:SPX" is "SPX" to whoever types it.
QStringView bareSymbol(const KnownSymbol &known);

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
    /// The symbol a person means who typed it without its prefix: "SPX" is I:SPX where no stock is
    /// called so. The text in the service's form when nothing of that name is known.
    QString resolved(const QString &text) const;

signals:
    void changed();

private:
    QList<KnownSymbol> m_symbols;
};

} // namespace tapeline
