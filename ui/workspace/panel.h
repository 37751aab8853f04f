#pragma once

#include "badgelabel.h"
#include "datastatus.h"
#include "linkgroups.h"
#include "timeframe.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QLabel;

namespace tapeline {

class CommandRegistry;
class PanelHeader;
class Settings;
class Theme;

/// What a panel is given when it is made; all of it outlives the panel.
struct PanelContext
{
    Theme &theme;
    Settings &settings;
    LinkGroups &links;
    CommandRegistry &commands;
    QString type; ///< of the registry: "chart"
    QString id; ///< unique in its workspace: "chart-2"
};

/// A view that lives in a dock: a header with title, link group and badge, and a content. A linked
/// panel follows its group's symbol and, when its own is set, takes the group along.
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(const PanelContext &context, QWidget *parent = nullptr);

    QString id() const { return m_id; }
    QString type() const { return m_type; }
    /// What it is, without the symbol: "Chart". The header adds the symbol.
    void setTitle(const QString &title);
    QString title() const { return m_title; }
    /// Symbol, timeframe and title, as the header and the menus show them.
    QString fullTitle() const;
    PanelHeader *header() const { return m_header; }

    /// Takes ownership; focus given to the panel goes to the content.
    void setContent(QWidget *content);
    /// product: whose plan tells how late it is; that of the panel's symbol when not given.
    void setBadge(const DataBadge &badge, const BarOrigin &origin = {},
                  std::optional<Product> product = {});
    /// A quiet strip above the content that says what the plan lacks for this view and what is
    /// shown instead (see plantext.h); empty takes it away.
    void setPlanNote(const QString &text);
    QString planNote() const;

    QString symbol() const { return m_symbol; }
    void setSymbol(const QString &symbol);
    /// What keys act on here: its symbol, or of a list of many that of the chosen row.
    virtual QString symbolAtHand() const { return m_symbol; }
    LinkColor linkColor() const { return m_link; }
    void setLinkColor(LinkColor color);
    /// Whether the header names the symbol; true at first. A list of many symbols does not.
    void setSymbolInTitle(bool shown);

    /// Nothing for a panel without bars.
    std::optional<Timeframe> timeframe() const { return m_timeframe; }
    /// Gives the panel a timeframe; the tool bar's buttons act on panels that have one.
    void setTimeframe(Timeframe timeframe);

    /// What else is to be remembered (columns, zoom, indicators). Symbol, link and timeframe are
    /// kept anyway.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject &state) { Q_UNUSED(state) }

signals:
    void symbolChanged(const QString &symbol);
    /// Where symbolAtHand() is not the symbol: it is another one.
    void rowAtHandChanged();
    void timeframeChanged(tapeline::Timeframe timeframe);
    void linkColorChanged(tapeline::LinkColor color);
    void titleChanged(const QString &fullTitle);
    /// A letter was typed that nothing else wants, or with bars a digit: a symbol, an interval.
    void symbolTyped(const QString &text);
    /// Something saveState() tells is different now.
    void stateChanged();

protected:
    Theme &theme() const { return m_theme; }
    Settings &settings() const { return m_settings; }
    CommandRegistry &commands() const { return m_commands; }
    /// Sets every text anew; called after a change of the language.
    virtual void retranslate() { }

    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateTitle();
    void followGroup(LinkColor color, const QString &symbol);
    void showSymbol(const QString &symbol);
    void makePlanNote();

    Theme &m_theme;
    Settings &m_settings;
    LinkGroups &m_links;
    CommandRegistry &m_commands;
    const QString m_type;
    const QString m_id;
    PanelHeader *m_header;
    QLabel *m_planNote = nullptr; // until there is one to show
    QString m_title;
    QString m_symbol;
    std::optional<Timeframe> m_timeframe;
    LinkColor m_link = LinkColor::None;
    bool m_symbolInTitle = true;
};

} // namespace tapeline
