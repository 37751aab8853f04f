#include "indicatordefaults.h"

#include "documentstore.h"
#include "indicatorlist.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcIndicators, "tapeline.indicators")

const auto kind = u"indicator"_s;
constexpr auto favouriteKey = "favourite"_L1;
constexpr auto choiceKey = "choice"_L1;

} // namespace

void IndicatorDefaults::setStore(DocumentStore *store)
{
    m_store = store;
    reload();
}

void IndicatorDefaults::reload()
{
    if (!m_store)
        return;
    const auto documents = m_store->documents(kind);
    if (!documents) {
        qCWarning(lcIndicators) << "no defaults of indicators:" << documents.error().detail;
        return;
    }
    m_entries.clear();
    for (const DeskDocument &document : *documents)
        m_entries.insert(document.name, QJsonDocument::fromJson(document.body).object());
}

void IndicatorDefaults::put(const QString &indicator, const QJsonObject &entry)
{
    m_entries.insert(indicator, entry);
    if (!m_store)
        return;
    const auto kept
        = m_store->put(kind, { indicator, QJsonDocument(entry).toJson(QJsonDocument::Compact) });
    if (!kept)
        qCWarning(lcIndicators) << "a default was not kept:" << kept.error().detail;
}

bool IndicatorDefaults::isFavourite(const QString &indicator) const
{
    return m_entries.value(indicator).value(favouriteKey).toBool();
}

void IndicatorDefaults::setFavourite(const QString &indicator, bool favourite)
{
    QJsonObject entry = m_entries.value(indicator);
    entry.insert(favouriteKey, favourite);
    put(indicator, entry);
}

IndicatorChoice IndicatorDefaults::choice(const QString &indicator) const
{
    IndicatorChoice choice { .spec = { indicator } };
    const QJsonObject entry = m_entries.value(indicator).value(choiceKey).toObject();
    if (auto kept = IndicatorChoice::fromJson(entry); kept && kept->spec.id == indicator)
        choice = std::move(*kept);
    const IndicatorInfo *info = findIndicator(indicator);
    choice.pane = info && info->onPrices ? IndicatorChoice::pricePane : IndicatorChoice::newPane;
    return choice;
}

void IndicatorDefaults::keep(const IndicatorChoice &choice)
{
    IndicatorChoice plain = choice;
    plain.hidden = false;
    plain.tint = 0;
    if (const IndicatorInfo *info = findIndicator(choice.spec.id)) // no instant suits every chart
        for (std::size_t i = 0; i < std::min(plain.spec.parameters.size(), info->parameters.size());
             ++i)
            if (info->parameters[i].kind == IndicatorParameter::Kind::Instant)
                plain.spec.parameters[i] = info->parameters[i].initial;
    QJsonObject entry = m_entries.value(choice.spec.id);
    entry.insert(choiceKey, plain.toJson());
    put(choice.spec.id, entry);
}

void IndicatorDefaults::forget(const QString &indicator)
{
    QJsonObject entry = m_entries.value(indicator);
    if (!entry.contains(choiceKey))
        return;
    entry.remove(choiceKey);
    put(indicator, entry);
}

} // namespace tapeline
