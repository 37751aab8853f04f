#pragma once

#include "fileprompt.h"
#include "mainwindow.h"
#include "memorydocuments.h"
#include "panel.h"
#include "panelregistry.h"
#include "settings.h"
#include "theme.h"
#include "workspacestore.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QtTest>

#include <memory>

namespace tapeline {

/// Answers every question for a file with one path.
class FixedFilePrompt : public FilePrompt
{
public:
    void askOpen(QWidget *, const QString &, const QString &, const Answer &answer) override
    {
        answer(path);
    }
    void askSave(QWidget *, const QString &, const QString &, const QString &,
                 const Answer &answer) override
    {
        answer(path);
    }
    QString path;
};

/// A content that takes the focus and hands on what it does not want, as a chart does.
class PlainContent : public QWidget
{
public:
    PlainContent() { setFocusPolicy(Qt::StrongFocus); }
};

/// A whole desk with plain panels, on files of its own.
class DeskFixture
{
public:
    DeskFixture()
        : settings(folder.filePath(QStringLiteral("tapeline.ini")))
        , theme(settings)
        , store(folder.filePath(QStringLiteral("workspaces.json")))
    {
        settings.setThemeChoice(ThemeChoice::Dark);
        theme.applyTo(*qApp);
        addType(QStringLiteral("watchlist"), QStringLiteral("Watchlist"), false);
        addType(QStringLiteral("chart"), QStringLiteral("Chart"), true);
        addType(QStringLiteral("tape"), QStringLiteral("Time & sales"), false);
    }

    /// Opens the window, or opens it anew as after a restart.
    MainWindow &open(QSize size = { 1280, 800 })
    {
        window.reset();
        window = std::make_unique<MainWindow>(
            MainWindow::Parts { theme, settings, registry, store, &files, &documents });
        window->symbols().setSymbols(
            { { QStringLiteral("AAPL"), QStringLiteral("Apple Inc.") },
              { QStringLiteral("MSFT"), QStringLiteral("Microsoft Corporation") } });
        window->resize(size);
        window->show();
        QApplication::setActiveWindow(window.get());
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("the window was not shown");
        return *window;
    }

    /// The panel of a type, the number-th of it; null when there is none.
    Panel *panel(const QString &type, int number = 0) const
    {
        for (Panel *candidate : window->panels())
            if (candidate->type() == type && number-- == 0)
                return candidate;
        return nullptr;
    }

    /// Warnings that the offscreen platform cannot help are let pass.
    static void failOnWarnings()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
    }

    QTemporaryDir folder;
    Settings settings;
    Theme theme;
    PanelRegistry registry;
    WorkspaceFileStore store;
    FixedFilePrompt files;
    MemoryDocuments documents;
    std::unique_ptr<MainWindow> window;

private:
    void addType(const QString &id, const QString &title, bool hasTimeframe)
    {
        registry.add({ id, [title] { return title; }, id,
                       [=](const PanelContext &context) {
                           auto *panel = new Panel(context);
                           panel->setTitle(title);
                           panel->setContent(new PlainContent);
                           panel->setBadge({});
                           if (hasTimeframe)
                               panel->setTimeframe({ 1, TimeUnit::Minute });
                           return panel;
                       } });
    }
};

} // namespace tapeline
