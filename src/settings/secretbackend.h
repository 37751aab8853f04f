#pragma once

#include "result.h"

#include <QString>

#include <functional>

namespace tapeline {

/// A place that keeps secrets by name. Answers come later, on the thread that asked; exactly one
/// per call unless the backend is gone by then.
class SecretBackend
{
public:
    using Read = std::function<void(const Result<QString> &)>;
    using Done = std::function<void(const Result<void> &)>;

    virtual ~SecretBackend() = default;

    /// NotFound when there is none by that name; Storage when the place cannot be used at all.
    virtual void read(const QString &name, Read answer) = 0;
    virtual void write(const QString &name, const QString &secret, Done answer) = 0;
    /// Success also when there was none.
    virtual void remove(const QString &name, Done answer) = 0;
};

} // namespace tapeline
