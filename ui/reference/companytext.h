#pragma once

#include "companyfacts.h"

#include <QString>
#include <QUrl>

namespace tapeline {

/// Sentences on questions about companies that have no facts to show, and on where links lead.
namespace companytext {

/// Why there is nothing to see yet, or at all; empty when there are facts.
QString withoutFacts(const CompanyAnswer &answer);
/// The service knows, and there is nothing.
QString nothingKnown(const CompanyQuestion &question);
/// The address of a web page, or an invalid one for what is none.
QUrl webAddress(const QString &text);
/// "Open example.com in the browser".
QString opensText(const QUrl &address);

} // namespace companytext
} // namespace tapeline
