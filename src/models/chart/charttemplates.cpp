#include "charttemplates.h"

#include <QJsonDocument>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kind = u"chart-template"_s;
constexpr auto defaultKey = "default"_L1;
constexpr auto lookKey = "look"_L1;

QJsonObject contentOf(const DeskDocument &document)
{
    return QJsonDocument::fromJson(document.body).object();
}

QList<DeskDocument> allIn(const DocumentStore &store)
{
    const auto documents = store.documents(kind);
    return documents ? *documents : QList<DeskDocument>();
}

} // namespace

QStringList ChartTemplates::names() const
{
    QStringList names;
    for (const DeskDocument &document : allIn(m_store))
        names << document.name;
    return names;
}

Result<QJsonObject> ChartTemplates::look(const QString &name) const
{
    for (const DeskDocument &document : allIn(m_store)) {
        if (document.name != name)
            continue;
        const QJsonValue look = contentOf(document).value(lookKey);
        if (!look.isObject())
            return Error { Error::Code::Malformed, u"the template holds no look"_s };
        return look.toObject();
    }
    return Error { Error::Code::NotFound, u"no template: "_s + name };
}

QString ChartTemplates::defaultName() const
{
    for (const DeskDocument &document : allIn(m_store))
        if (contentOf(document).value(defaultKey).toBool())
            return document.name;
    return {};
}

Result<void> ChartTemplates::put(const QString &name, const QJsonObject &look, bool isDefault)
{
    const QJsonObject content { { defaultKey, isDefault }, { lookKey, look } };
    return m_store.put(kind, { name, QJsonDocument(content).toJson(QJsonDocument::Compact) });
}

Result<void> ChartTemplates::save(const QString &name, const QJsonObject &look)
{
    if (name.trimmed().isEmpty())
        return Error { Error::Code::InvalidArgument, u"a template needs a name"_s };
    return put(name, look, defaultName() == name);
}

/// All of them at once: it keeps its place, and nothing is lost in between.
Result<void> ChartTemplates::rename(const QString &from, const QString &to)
{
    if (from == to)
        return {};
    if (to.trimmed().isEmpty() || contains(to))
        return Error { Error::Code::InvalidArgument, u"the name is taken or empty: "_s + to };
    QList<DeskDocument> all = allIn(m_store);
    for (DeskDocument &document : all)
        if (document.name == from)
            document.name = to;
    return m_store.replaceAll(kind, all);
}

Result<void> ChartTemplates::remove(const QString &name)
{
    return m_store.remove(kind, name);
}

Result<void> ChartTemplates::setDefault(const QString &name)
{
    QList<DeskDocument> all = allIn(m_store);
    for (DeskDocument &document : all) {
        QJsonObject content = contentOf(document);
        content.insert(defaultKey, document.name == name);
        document.body = QJsonDocument(content).toJson(QJsonDocument::Compact);
    }
    return m_store.replaceAll(kind, all);
}

} // namespace tapeline
