#pragma once

#include <memory>

namespace tapeline {

/// Waits until the program is asked to end: SIGINT or SIGTERM, on Windows Ctrl+C or the closing of
/// the console. To be made before any thread is started, so that no other thread takes the signal.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    /// Blocks. A signal that came before the call ends it at once.
    void wait();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
