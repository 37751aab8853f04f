#include "journalexport.h"

#include "exporttext.h"
#include "journalobject.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One line of CSV, field by field.
class CsvLine
{
public:
    CsvLine &add(const QByteArray &field)
    {
        if (!m_line.isEmpty() || m_hasField)
            m_line += ',';
        m_hasField = true;
        m_line += field;
        return *this;
    }
    CsvLine &add(const QString &text) { return add(exporttext::csvField(text)); }
    CsvLine &addWords(const QString &text) { return add(exporttext::csvWords(text)); }
    CsvLine &add(qint64 number) { return add(QByteArray::number(number)); }
    template<typename Decimal> CsvLine &addDecimal(Decimal value)
    {
        return add(value.toString().toUtf8());
    }
    template<typename Decimal> CsvLine &addDecimal(const std::optional<Decimal> &value)
    {
        return value ? addDecimal(*value) : add(QByteArray());
    }
    QByteArray line() const { return m_line + "\r\n"; }

private:
    QByteArray m_line;
    bool m_hasField = false;
};

QByteArray tradeLine(const TradeRecord &trade, const TradeNotes &notes)
{
    const std::optional<Money> risk = countedRisk(trade, notes);
    const auto multiple = tradeResult(trade, risk).multipleOfRisk();
    CsvLine line;
    line.addWords(trade.key.account).add(QByteArray::number(trade.key.number));
    line.addWords(trade.symbol).add(exporttext::assetClass(trade.assetClass));
    line.add(exporttext::direction(trade.direction)).addWords(trade.structure);
    line.addDecimal(trade.size).add(trade.multiplier);
    line.add(exporttext::utc(trade.openedAt)).add(exporttext::utc(trade.closedAt));
    line.addDecimal(trade.entryPrice).addDecimal(trade.exitPrice);
    line.addDecimal(trade.gross).addDecimal(trade.fees).addDecimal(trade.net());
    line.addDecimal(trade.stop).addDecimal(risk);
    line.add(multiple && !trade.isOpen() ? QByteArray::number(*multiple, 'g', 12) : QByteArray());
    line.addDecimal(trade.worst ? std::optional(-*trade.worst) : std::nullopt);
    line.addDecimal(trade.best).add(qint64(trade.isExcursionRough));
    line.addDecimal(trade.slippage).addDecimal(trade.strictNet).add(qint64(trade.executions));
    line.addWords(trade.strategy).addWords(notes.setup).addWords(notes.tags.join(u"; "));
    line.addWords(notes.mistakes.join(u"; "));
    line.add(notes.rating > 0 ? QByteArray::number(notes.rating) : QByteArray());
    return line.addWords(notes.text).line();
}

QByteArray executionLine(const TradeRecord &trade, const TradeExecution &execution)
{
    CsvLine line;
    line.addWords(trade.key.account).add(QByteArray::number(trade.key.number));
    line.add(QByteArray::number(execution.sequence)).add(exporttext::kind(execution.kind));
    line.add(exporttext::utc(execution.at)).addWords(execution.symbol);
    line.add(exporttext::side(execution.side)).addDecimal(execution.qty);
    line.addDecimal(execution.price).add(trade.multiplier).addDecimal(execution.fee);
    line.addDecimal(execution.realized).addWords(execution.order);
    return line.addDecimal(execution.slippage).line();
}

} // namespace

QByteArray JournalExport::begin() const
{
    switch (m_format) {
    case Format::Trades:
        return "account,trade,symbol,asset_class,direction,structure,size,multiplier,opened,closed,"
               "entry_price,exit_price,gross,fees,net,stop,risk,r_multiple,mae,mfe,"
               "excursion_rough,slippage,strict_net,executions,strategy,setup,tags,mistakes,"
               "rating,notes\r\n";
    case Format::Executions:
        return "account,trade,sequence,kind,at,symbol,side,qty,price,multiplier,fee,realized,"
               "order,slippage\r\n";
    case Format::Everything:
        return "{\"tapeline_journal\":1,\"trades\":[";
    }
    return {};
}

QByteArray JournalExport::trade(const ExportedTrade &trade)
{
    if (m_format == Format::Trades)
        return tradeLine(*trade.record, *trade.notes);
    if (m_format == Format::Executions) {
        QByteArray lines;
        for (const TradeExecution &execution : trade.detail->executions)
            lines += executionLine(*trade.record, execution);
        return lines;
    }
    const QByteArray separator = m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    return separator + QJsonDocument(journalobject::trade(trade)).toJson(QJsonDocument::Compact);
}

QByteArray JournalExport::end(const std::vector<ExportedDay> &days) const
{
    if (m_format != Format::Everything)
        return {};
    QByteArray text = "\n],\"days\":[";
    for (const ExportedDay &day : days) {
        text += &day == &days.front() ? "\n" : ",\n";
        text += QJsonDocument(journalobject::day(day)).toJson(QJsonDocument::Compact);
    }
    return text + "\n]}\n";
}

} // namespace tapeline
