#pragma once

#include "panel.h"

class QLabel;
class QLineEdit;

namespace tapeline {

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

    WatchlistModel &model() const { return m_model; }
    WatchlistView *view() const { return m_view; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;

private:
    void addTyped();
    void select(const QString &symbol);

    WatchlistModel &m_model;
    WatchlistView *m_view;
    QLineEdit *m_add;
    QLabel *m_complaint;
};

} // namespace tapeline
