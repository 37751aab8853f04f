#pragma once

#include "commandregistry.h"
#include "linkgroups.h"
#include "panel.h"
#include "settings.h"
#include "theme.h"

#include <QApplication>
#include <QTemporaryDir>

namespace tapeline {

/// What a panel needs to stand alone, on files of its own.
struct PanelFixture
{
    PanelFixture()
        : settings(folder.filePath(QStringLiteral("tapeline.ini")))
        , theme(settings)
        , commands(theme, settings)
    {
        theme.applyTo(*qApp);
    }

    PanelContext context(const QString &type)
    {
        return { theme, settings, links, commands, type, type + QStringLiteral("-1") };
    }

    QTemporaryDir folder;
    Settings settings;
    Theme theme;
    LinkGroups links;
    CommandRegistry commands;
};

} // namespace tapeline
