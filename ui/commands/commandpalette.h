#pragma once

#include <QFrame>
#include <QKeySequence>
#include <QList>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace tapeline {

class SymbolCatalog;
class Theme;

/// Something the palette can do.
struct PaletteEntry
{
    QString text; ///< what is searched and shown
    QString detail; ///< muted, behind it: category, name of a company
    QKeySequence shortcut;
    QString icon;
    std::function<void()> run;
};

/// Type a few letters of anything - a command, a panel, a symbol - and press Enter. Lies over the
/// window that opened it; Escape, and a click elsewhere, put it away.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(const Theme &theme, const SymbolCatalog &catalog, QWidget *window);

    /// entries are searched as they are now; a symbol that is chosen goes to openSymbol.
    void open(QList<PaletteEntry> entries, std::function<void(const QString &)> openSymbol);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &text);
    void showEntry(const PaletteEntry &entry);
    QList<PaletteEntry> bestSymbols(const QString &text) const;
    void run(int row);
    void dismiss();
    void moveTo(int row);
    void fitHeight();
    void retranslate();

    const Theme &m_theme;
    const SymbolCatalog &m_catalog;
    QLineEdit *m_input;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QList<PaletteEntry> m_entries;
    QList<PaletteEntry> m_found;
    std::function<void(const QString &)> m_openSymbol;
    QPointer<QWidget> m_focusBefore;
};

} // namespace tapeline
