#pragma once

#include "panel.h"

class QCompleter;
class QLabel;
class QLineEdit;
class QStandardItemModel;

namespace tapeline {

class SymbolCatalog;
class WatchlistModel;
class WatchlistView;

/// A list of symbols in a panel, with a field below to add to it. Opening a symbol takes the
/// panel's link group along.
class WatchlistPanel : public Panel
{
    Q_OBJECT

public:
    /// model must outlive the panel. The list is the default one until restoreState() brings
    /// another.
    WatchlistPanel(const PanelContext &context, WatchlistModel &model, QWidget *parent = nullptr);

    static QStringList defaultSymbols();

    /// Offers what is in it while a symbol is typed; it must outlive the panel. Without one any
    /// symbol can be typed all the same.
    void setCatalog(const SymbolCatalog &catalog);

    WatchlistModel &model() const { return m_model; }
    WatchlistView *view() const { return m_view; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;

private:
    void offer(const QString &text);
    void add(const QString &text);

    WatchlistModel &m_model;
    WatchlistView *m_view;
    QLineEdit *m_add;
    QLabel *m_complaint;
    QStandardItemModel *m_offers;
    QCompleter *m_completer;
    const SymbolCatalog *m_catalog = nullptr;
};

} // namespace tapeline
