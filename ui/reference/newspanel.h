#pragma once

#include "referencepanel.h"

#include <vector>

class QLabel;
class QPushButton;
class QSplitter;
class QTabBar;

namespace tapeline {

class FactsView;

/// News about the panel's symbol or about all, with the chosen item to read below the list. Text is
/// plain text; a link says where it leads before it is followed.
class NewsPanel : public ReferencePanel
{
    Q_OBJECT

public:
    enum class Scope { Symbol, All };

    explicit NewsPanel(const PanelContext &context, QWidget *parent = nullptr);

    void showAnswer(const CompanyAnswer &answer) override;
    void setScope(Scope scope);
    Scope scope() const;

    QString symbolAtHand() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    QList<CompanyQuestion> questions() const override;
    void retranslate() override;

private:
    QWidget *makeReader();
    void onScope();
    void nameScopes();
    void read();
    void restyle();

    QTabBar *m_scopes;
    FactsView *m_list;
    QSplitter *m_split;
    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_text;
    QPushButton *m_open;
    std::vector<NewsItem> m_items;
    QUrl m_address;
};

} // namespace tapeline
