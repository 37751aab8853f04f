#pragma once

#include "brokersymbol.h"
#include "fillfile.h"
#include "filltable.h"

#include <QHash>

namespace tapeline {

/// One line of a file of fills as a fill.
class FillLineReader
{
public:
    /// A fill with what is not known from its line alone.
    struct Line
    {
        ImportedFill fill;
        qint64 number = 0; ///< of the line
        bool isRemoval = false; ///< the side is that which takes out what is held
        bool isTakenBack = false; ///< the broker's cancelling of an earlier fill that is the same
        bool hasTime = true;
        bool isKnown = true; ///< the service has such a symbol
    };
    enum class Outcome : quint8 { Fill, Bad, Other };

    /// The mapping has an order of dates and a decimal sign. preset may be null; all outlive it.
    FillLineReader(const FillMapping &mapping, const FillPreset *preset, Timestamp now);

    /// Reads the table's line; what is wrong with it is in problems().
    Outcome read(const FillTableReader &table, Line &line);
    const std::vector<FillFileProblem> &problems() const { return m_problems; }
    /// Which line the legs read since belong to, as long as they are its further legs; its order's
    /// id is theirs.
    bool isFurtherLeg() const { return m_isFurtherLeg; }
    const QString &package() const { return m_package; }

    /// The values of the rules whose lines are not read: another kind of line is in the file.
    void setUnwanted(const QStringList &values) { m_unwanted = values; }
    /// Which value of an isOnlyFirst rule the line has; empty: there is no such rule.
    QString kindOf(const FillTableReader &table);
    std::string_view text(const FillTableReader &table, FillField field);

private:
    void place(const FillTableReader &table);
    bool isFill(const FillTableReader &table);
    void followPackage(const FillTableReader &table);
    void readTime(const FillTableReader &table, Line &line);
    MappedSymbol readSymbol(const FillTableReader &table);
    void readContract(const FillTableReader &table, Line &line);
    void readQuantity(const FillTableReader &table, Line &line);
    void readSide(const FillTableReader &table, Line &line);
    void readPrice(const FillTableReader &table, Line &line);
    void readFees(const FillTableReader &table, Line &line);
    std::optional<Price> priceInText(const FillTableReader &table) const;
    void complain(const FillTableReader &table, FillFault fault, FillField field);
    int columnOf(FillField field) const;

    const FillMapping &m_mapping;
    const FillPreset *m_preset;
    Timestamp m_now;
    FillClock m_clock;
    int m_headerNumber = 0;
    std::vector<std::pair<FillField, int>> m_columns;
    int m_lastColumn = -1; ///< that is needed of a line
    std::vector<std::pair<const FillPreset::LineRule *, int>> m_rules;
    int m_packageColumn = -1;
    int m_removalColumn = -1;
    int m_priceTextColumn = -1;
    QStringList m_unwanted;
    std::vector<FillFileProblem> m_problems;
    QHash<QByteArray, MappedSymbol> m_symbols; ///< by all that the line says of it
    QByteArray m_symbolKey;
    bool m_isFurtherLeg = false;
    QString m_package;
    std::string m_packageTime;
};

} // namespace tapeline
