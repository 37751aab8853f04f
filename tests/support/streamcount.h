#pragma once

#include <QtGlobal>

namespace tapeline::test {

/// Random streams that a property is tried on: 10,000; a million with TAPELINE_LONG_TESTS; as many
/// as TAPELINE_STREAMS says (Qt ends what takes longer than QTEST_FUNCTION_TIMEOUT).
inline qint64 streamCount()
{
    if (const int wanted = qEnvironmentVariableIntValue("TAPELINE_STREAMS"); wanted > 0)
        return wanted;
    return qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 1'000'000 : 10'000;
}

} // namespace tapeline::test
