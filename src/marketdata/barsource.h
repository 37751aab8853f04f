#pragma once

#include "barsdecoder.h"
#include "barseries.h"
#include "resterror.h"

#include <QString>
#include <QUrlQuery>

#include <vector>

namespace tapeline {

/// Somebody who has bars: what of them may be asked for, in which requests, and how an answer is
/// read. Knows no network and keeps no state, so that it can be asked on any thread.
class BarSource
{
public:
    /// One request: a path of the source's host, and what follows it.
    struct Question
    {
        QString path;
        QUrlQuery query;
    };

    virtual ~BarSource() = default;

    /// "massive", "yahoo": its name in the cache and in the settings; never changes.
    virtual QString id() const = 0;
    /// As a person knows it.
    virtual QString name() const = 0;
    /// What of the query it has at this time (its own limits, not the plan's); may be empty.
    virtual TimeRange coverage(const BarQuery &query, Timestamp now) const = 0;
    /// The query cut into what one request each is to carry, ascending. query.range is covered.
    virtual std::vector<BarQuery> portions(const BarQuery &query) const = 0;
    virtual Question question(const BarQuery &portion) const = 0;
    /// Bars ascending by start, unique, of the symbol that was asked for. NotFound where it knows
    /// no such symbol.
    virtual Result<BarsPage> decode(const BarQuery &portion, QByteArrayView body) const = 0;
    /// Why a request failed, where there was an answer and its status was no success.
    virtual Error failure(int httpStatus, QByteArrayView body) const
    {
        return decodeError(httpStatus, body);
    }
    /// Bars that start before this are settled: asked again they come out the same. asOf: the
    /// market's time when they were asked for.
    virtual Timestamp settledUntil(const BarQuery &query, Timestamp asOf) const = 0;
};

} // namespace tapeline
