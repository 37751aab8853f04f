#pragma once

#include "tickcsv.h"

#include <optional>

namespace tapeline {

/// The ticks of a CSV file one after the other, each held until it is passed. Their times may not
/// go back.
template<typename Reader, typename Tick> class TickFile
{
public:
    /// An empty path is a file without ticks.
    Result<void> open(const QString &path, SymbolTable &symbols)
    {
        m_path = path;
        if (path.isEmpty())
            return {};
        Result<Reader> reader = Reader::open(path, symbols);
        if (!reader)
            return inFile(reader.error());
        m_reader.emplace(*std::move(reader));
        pass();
        return status();
    }

    /// The tick at hand; null at the end and when status() is an error.
    const Tick *tick() const { return m_tick ? &*m_tick : nullptr; }
    void pass()
    {
        const Timestamp before = m_tick ? m_tick->time : Timestamp();
        m_tick.emplace();
        const bool isRead = m_reader && m_reader->next(*m_tick);
        if (isRead && m_tick->time >= before)
            return;
        if (isRead)
            m_disorder = { Error::Code::Malformed,
                           QStringLiteral("line %1: its time lies before that of the line above")
                               .arg(m_reader->lineNumber()) };
        m_tick.reset();
    }
    /// Names the file.
    Result<void> status() const
    {
        if (!m_reader)
            return {};
        if (m_disorder)
            return inFile(*m_disorder);
        const Result<void> read = m_reader->status();
        return read ? read : inFile(read.error());
    }

    /// Whether the whole of a file can be read. Standard input, which is read once, is not tried.
    static Result<void> check(const QString &path)
    {
        SymbolTable symbols;
        TickFile file;
        if (path == QLatin1String("-"))
            return {};
        if (const Result<void> opened = file.open(path, symbols); !opened)
            return opened;
        while (file.tick())
            file.pass();
        return file.status();
    }

private:
    Error inFile(const Error &error) const
    {
        return { error.code, QStringLiteral("%1: %2").arg(m_path, error.detail) };
    }

    QString m_path;
    std::optional<Reader> m_reader;
    std::optional<Tick> m_tick;
    std::optional<Error> m_disorder;
};

using TradeFile = TickFile<TradeCsvReader, Trade>;
using QuoteFile = TickFile<QuoteCsvReader, Quote>;

} // namespace tapeline
