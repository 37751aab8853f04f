#pragma once

/// Answers of the service's REST endpoints as values. Every function is pure: the body in, a typed
/// page or the reason there is none out. All accept numbers as integers, floats or text, absent and
/// null optional fields, and unknown fields; rows that lack what they need are left out and
/// counted.
#include "barsdecoder.h"
#include "calendardecoder.h"
#include "corporatedecoder.h"
#include "indicatordecoder.h"
#include "referencedecoder.h"
#include "resterror.h"
#include "snapshotdecoder.h"
#include "ticksdecoder.h"
