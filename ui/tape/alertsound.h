#pragma once

#include <QtGlobal>

#include <optional>

namespace tapeline {

/// What makes a short sound that calls for attention.
class AlertSound
{
public:
    virtual ~AlertSound() = default;
    virtual void play() = 0;
};

/// The system's own.
class SystemBell : public AlertSound
{
public:
    void play() override;
};

/// Rings at most three times a second, however much there is to tell.
class RateLimit
{
public:
    static constexpr qint64 leastMs = 350;

    /// Whether it may happen now; times in milliseconds, not decreasing.
    bool allows(qint64 now)
    {
        if (m_last && now - *m_last < leastMs)
            return false;
        m_last = now;
        return true;
    }

private:
    std::optional<qint64> m_last;
};

} // namespace tapeline
