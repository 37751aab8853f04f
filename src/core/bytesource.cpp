#include "bytesource.h"

#include <QFile>

#include <array>
#include <cstdio>

#include <zlib.h>
#include <zstd.h>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int chunkSize = 64 * 1024;

Error broken(QLatin1String packing)
{
    return { Error::Code::Malformed, u"the "_s + packing + u" data is broken"_s };
}

Error endsTooEarly(QLatin1String packing)
{
    return { Error::Code::Malformed, u"the "_s + packing + u" data ends too early"_s };
}

class PlainSource : public ByteSource
{
public:
    explicit PlainSource(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }

    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 count = m_file->read(to, size);
        if (count < 0)
            return Error { Error::Code::Storage, m_file->errorString() };
        return count;
    }

private:
    std::unique_ptr<QFile> m_file;
};

/// A packed file's bytes, chunk by chunk.
class PackedInput
{
public:
    explicit PackedInput(std::unique_ptr<QFile> file)
        : m_source(std::move(file))
    {
    }

    /// Reads on when everything before was taken. False at the end of the file.
    Result<bool> refill()
    {
        const Result<qint64> count = m_source.read(m_bytes.data(), chunkSize);
        if (!count)
            return count.error();
        m_count = static_cast<std::size_t>(*count);
        return m_count > 0;
    }
    char *data() { return m_bytes.data(); }
    std::size_t count() const { return m_count; }

private:
    PlainSource m_source;
    std::array<char, chunkSize> m_bytes;
    std::size_t m_count = 0;
};

class GzipSource : public ByteSource
{
public:
    explicit GzipSource(std::unique_ptr<QFile> file)
        : m_input(std::move(file))
    {
        constexpr int gzipOnly = 16;
        m_isReady = inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~GzipSource() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipSource)

    Result<qint64> read(char *to, qint64 size) override
    {
        if (!m_isReady)
            return Error { Error::Code::Storage, u"zlib cannot start"_s };
        m_stream.next_out = reinterpret_cast<Bytef *>(to);
        m_stream.avail_out = static_cast<uInt>(qMin<qint64>(size, chunkSize));
        const uInt wanted = m_stream.avail_out;
        while (m_stream.avail_out == wanted) {
            if (m_stream.avail_in == 0) {
                const Result<bool> more = refill();
                if (!more)
                    return more.error();
                if (!*more)
                    return m_isMemberOpen ? Result<qint64>(endsTooEarly("gzip"_L1)) : 0;
            }
            if (!step())
                return broken("gzip"_L1);
        }
        return wanted - m_stream.avail_out;
    }

private:
    Result<bool> refill()
    {
        const Result<bool> more = m_input.refill();
        m_stream.next_in = reinterpret_cast<Bytef *>(m_input.data());
        m_stream.avail_in = static_cast<uInt>(m_input.count());
        return more;
    }

    /// A file may hold several members, one after the other.
    bool step()
    {
        m_isMemberOpen = true;
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            m_isMemberOpen = false;
            return inflateReset(&m_stream) == Z_OK;
        }
        return status == Z_OK || status == Z_BUF_ERROR;
    }

    PackedInput m_input;
    z_stream m_stream {};
    bool m_isReady = false;
    bool m_isMemberOpen = true;
};

class ZstdSource : public ByteSource
{
public:
    explicit ZstdSource(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
        , m_stream(ZSTD_createDStream())
    {
    }

    Result<qint64> read(char *to, qint64 size) override
    {
        ZSTD_outBuffer out { to, static_cast<std::size_t>(size), 0 };
        while (out.pos == 0) {
            if (m_in.pos == m_in.size && !m_mayHoldBack) {
                const Result<bool> more = m_file.refill();
                if (!more)
                    return more.error();
                if (!*more)
                    return m_isFrameOpen ? Result<qint64>(endsTooEarly("zstd"_L1)) : 0;
                m_in = { m_file.data(), m_file.count(), 0 };
            }
            const std::size_t hint = ZSTD_decompressStream(m_stream.get(), &out, &m_in);
            if (ZSTD_isError(hint))
                return broken("zstd"_L1);
            m_isFrameOpen = hint != 0;
            m_mayHoldBack = out.pos == out.size; // a full buffer: more may wait inside
        }
        return static_cast<qint64>(out.pos);
    }

private:
    struct Free
    {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };

    PackedInput m_file;
    std::unique_ptr<ZSTD_DStream, Free> m_stream;
    ZSTD_inBuffer m_in {};
    bool m_isFrameOpen = true;
    bool m_mayHoldBack = false;
};

Result<std::unique_ptr<QFile>> openFile(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    const bool isOpen
        = path == "-"_L1 ? file->open(stdin, QIODevice::ReadOnly) : file->open(QIODevice::ReadOnly);
    if (isOpen)
        return file;
    const bool exists = QFile::exists(path);
    return Error { exists ? Error::Code::Storage : Error::Code::NotFound, file->errorString() };
}

} // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const QString &path)
{
    Result<std::unique_ptr<QFile>> file = openFile(path);
    if (!file)
        return file.error();
    const QByteArray start = (*file)->peek(4);
    if (start.startsWith("\x1F\x8B"))
        return std::unique_ptr<ByteSource>(std::make_unique<GzipSource>(*std::move(file)));
    if (start == QByteArrayView("\x28\xB5\x2F\xFD"))
        return std::unique_ptr<ByteSource>(std::make_unique<ZstdSource>(*std::move(file)));
    return std::unique_ptr<ByteSource>(std::make_unique<PlainSource>(*std::move(file)));
}

} // namespace tapeline
