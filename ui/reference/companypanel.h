#pragma once

#include "referencepanel.h"

class QLabel;
class QStackedWidget;
class QTabBar;

namespace tapeline {

class FactsView;
class FlowLayout;
class ProfileView;

/// What is known of one company: who it is, what it pays, when it was split, what it earned, how
/// much of it is sold short, and who is like it. Asks only for the page that is shown.
class CompanyPanel : public ReferencePanel
{
    Q_OBJECT

public:
    enum class Page { Overview, Dividends, Splits, Earnings, ShortInterest, Related };

    explicit CompanyPanel(const PanelContext &context, QWidget *parent = nullptr);

    void showAnswer(const CompanyAnswer &answer) override;
    void showPage(Page page);

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    QList<CompanyQuestion> questions() const override;
    void retranslate() override;

private:
    Page page() const;
    CompanyQuestion question(CompanySubject subject) const { return { subject, symbol() }; }
    void onSymbol();
    void nameTabs();
    void showProfile(const CompanyAnswer &answer);
    void showRelated(const CompanyAnswer &answer);
    void restyle();

    QLabel *m_name;
    QLabel *m_line; ///< below the name
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    ProfileView *m_profile;
    QLabel *m_profileSentence;
    QStackedWidget *m_overview; ///< the profile, or a sentence
    FactsView *m_dividends;
    FactsView *m_splits;
    FactsView *m_earnings;
    FactsView *m_shorts;
    QWidget *m_related;
    QLabel *m_relatedSentence;
    FlowLayout *m_relatedSymbols;
};

} // namespace tapeline
