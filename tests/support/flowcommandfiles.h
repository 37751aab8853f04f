#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace tapeline::test {

/// What a run of tapeline-cli left behind.
struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    std::vector<QJsonObject> objects() const
    {
        std::vector<QJsonObject> all;
        for (const QByteArray &line : out.split('\n'))
            if (!line.isEmpty())
                all.push_back(QJsonDocument::fromJson(line).object());
        return all;
    }
    QJsonObject last() const { return objects().empty() ? QJsonObject() : objects().back(); }
};

inline Run run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(TAPELINE_BIN_DIR) + QStringLiteral("/tapeline-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return { -1, {}, process.errorString().toUtf8() };
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

/// Ticks one millisecond apart from 10:00 of a summer's day on; the quote comes just before.
class TickFiles
{
public:
    TickFiles()
    {
        m_trades = "ticker,price,size,sip_timestamp\n";
        m_quotes = "ticker,bid_price,bid_size,ask_price,ask_size,sip_timestamp\n";
    }
    void add(const char *bid, const char *ask, const char *price, int size)
    {
        m_time += 1'000'000;
        const auto number = [](auto value) { return QByteArray::number(value); };
        m_quotes += QByteArray("IBM,") + bid + ",100," + ask + ",100," + number(m_time - 1) + '\n';
        m_trades += QByteArray("IBM,") + price + ',' + number(size) + ',' + number(m_time) + '\n';
    }
    QStringList arguments(const QString &command, const QStringList &more = {}) const
    {
        QStringList all { command, QStringLiteral("--json"), QStringLiteral("--trades"),
                          write(QStringLiteral("trades.csv"), m_trades) };
        if (command != QLatin1String("profile"))
            all << QStringLiteral("--quotes") << write(QStringLiteral("quotes.csv"), m_quotes);
        return all << more;
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }
    const QByteArray &trades() const { return m_trades; }
    const QByteArray &quotes() const { return m_quotes; }

private:
    QTemporaryDir m_folder;
    QByteArray m_trades;
    QByteArray m_quotes;
    qint64 m_time = 1'752'674'400'000'000'000;
};

/// The ten rows of D-01.
inline TickFiles filesD01()
{
    TickFiles files;
    files.add("10.00", "10.02", "10.02", 100);
    files.add("10.00", "10.02", "10.00", 200);
    files.add("10.00", "10.02", "10.01", 300);
    files.add("10.00", "10.04", "10.03", 400);
    files.add("10.00", "10.04", "10.01", 500);
    files.add("10.00", "10.04", "10.05", 600);
    files.add("10.00", "10.04", "9.99", 700);
    files.add("10.02", "10.02", "10.02", 800);
    files.add("10.03", "10.02", "10.02", 900);
    files.add("10.00", "10.05", "10.035", 1000);
    return files;
}

} // namespace tapeline::test
