#include "workspacestate.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto format = "tapeline-workspace"_L1;
constexpr int version = 1;

QJsonObject panelToJson(const PanelState &panel)
{
    return { { u"id"_s, panel.id },
             { u"type"_s, panel.type },
             { u"link"_s, linkKey(panel.link) },
             { u"symbol"_s, panel.symbol },
             { u"timeframe"_s, panel.timeframe },
             { u"state"_s, panel.extra } };
}

PanelState panelFromJson(const QJsonObject &object)
{
    PanelState panel;
    panel.id = object["id"_L1].toString();
    panel.type = object["type"_L1].toString();
    panel.link = linkFromKey(object["link"_L1].toString());
    panel.symbol = object["symbol"_L1].toString();
    panel.timeframe = object["timeframe"_L1].toString();
    panel.extra = object["state"_L1].toObject();
    return panel;
}

} // namespace

QJsonObject WorkspaceState::toJson() const
{
    QJsonArray list;
    for (const PanelState &panel : panels)
        list.append(panelToJson(panel));
    return { { u"format"_s, format }, { u"version"_s, version },
             { u"name"_s, name },     { u"preset"_s, preset },
             { u"panels"_s, list },   { u"docks"_s, QString::fromLatin1(docks.toBase64()) } };
}

Result<WorkspaceState> WorkspaceState::fromJson(const QJsonObject &object)
{
    if (object["format"_L1].toString() != format)
        return Error { Error::Code::Malformed, u"not a workspace"_s };
    if (object["version"_L1].toInt() != version)
        return Error { Error::Code::Malformed, u"unknown version"_s };

    WorkspaceState state;
    state.name = object["name"_L1].toString();
    state.preset = object["preset"_L1].toString();
    state.docks = QByteArray::fromBase64(object["docks"_L1].toString().toLatin1());
    QStringList ids;
    for (const QJsonValue &value : object["panels"_L1].toArray()) {
        PanelState panel = panelFromJson(value.toObject());
        if (panel.id.isEmpty() || panel.type.isEmpty() || ids.contains(panel.id))
            return Error { Error::Code::Malformed, u"a panel without a name of its own"_s };
        ids.append(panel.id);
        state.panels.append(std::move(panel));
    }
    return state;
}

} // namespace tapeline
