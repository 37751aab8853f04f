#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace tapeline {

class Panel;
struct PanelContext;

/// A kind of panel that the desk can open.
struct PanelType
{
    QString id; ///< stays the same for ever: saved layouts name it
    std::function<QString()> title; ///< translated when called
    QString icon; ///< of the IconSet
    std::function<Panel *(const PanelContext &)> make;
};

/// The kinds of panels there are, in the order of the menu. The composition root fills it.
class PanelRegistry
{
public:
    void add(PanelType type) { m_types.append(std::move(type)); }
    const QList<PanelType> &types() const { return m_types; }

    /// Null when unknown.
    const PanelType *find(const QString &id) const
    {
        for (const PanelType &type : m_types)
            if (type.id == id)
                return &type;
        return nullptr;
    }

private:
    QList<PanelType> m_types;
};

} // namespace tapeline
