#pragma once

#include "fonts.h"
#include "paintedtick.h"
#include "settings.h"
#include "theme.h"

#include <QHeaderView>
#include <QTableView>
#include <QTemporaryDir>

namespace tapeline {

/// What the views are drawn with; the application itself keeps its style, so that the tables of Qt
/// are as it comes.
struct BenchLook
{
    BenchLook()
        : settings(folder.filePath(QStringLiteral("tapeline.ini")))
        , theme(settings)
    {
        loadBundledFonts();
    }

    QTemporaryDir folder;
    Settings settings;
    Theme theme;
};

/// A table as Qt makes it, with the desk's font and rows.
inline void showTable(QTableView &table, const BenchLook &look, int rowHeight, QSize size)
{
    table.setFont(look.theme.font());
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.resize(size);
    showPainted(table);
}

} // namespace tapeline
