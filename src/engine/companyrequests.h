#pragma once

#include "companyfacts.h"
#include "queuedrequest.h"

#include <QByteArrayView>
#include <QUrlQuery>

namespace tapeline {

/// How the questions about companies are put to the service, and how its answers read.
namespace companyrequests {

struct Request
{
    QString path;
    QUrlQuery query;
};

/// today: in New York; what lies ahead begins there.
Request request(const CompanyQuestion &question, QDate today);
Result<CompanyAnswer::Facts> decode(CompanySubject subject, QByteArrayView body);
/// How long an answer holds.
Duration holds(CompanySubject subject);
/// Charts mark splits, dividends and earnings of every symbol they show: that waits for what was
/// asked for by itself.
RestPriority priority(CompanySubject subject);
/// The name under which it is kept.
QString keptName(const CompanyQuestion &question);
/// Whether the add-on of earnings is needed.
bool isEarnings(CompanySubject subject);

} // namespace companyrequests
} // namespace tapeline
