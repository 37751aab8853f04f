#pragma once

#include "endpointcall.h"
#include "optionssource.h"

namespace tapeline {

/// Snapshots of option contracts: massive-api.md 3.10.
namespace optionsnapshots {

HttpReply chain(const EndpointCall &call); ///< /v3/snapshot/options/{underlying}
HttpReply one(const EndpointCall &call); ///< /v3/snapshot/options/{underlying}/{contract}

/// Whether a contract is listed and not expired on the day of an instant: others have no snapshot.
bool isListed(const ServedInstrument &contract, Timestamp asOf);
/// The fields of a contract's row in the universal snapshot behind its ticker and type
/// (massive-api.md 3.9). call.view and call.assetClass are those of options.
void writeUniversal(JsonWriter &json, const EndpointCall &call, const ServedContract &contract);

} // namespace optionsnapshots
} // namespace tapeline
