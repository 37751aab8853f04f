#pragma once

#include "result.h"

#include <QString>

#include <memory>

namespace tapeline {

/// The unpacked bytes of a file.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Up to size bytes, at least one unless the end has come (0). Malformed when the packing is
    /// broken or ends too early, Storage when the file cannot be read on.
    virtual Result<qint64> read(char *to, qint64 size) = 0;

    /// Opens a plain, gzip or zstd file, told apart by their first bytes; "-" is standard input.
    /// NotFound or Storage when it cannot be opened.
    static Result<std::unique_ptr<ByteSource>> open(const QString &path);
};

} // namespace tapeline
