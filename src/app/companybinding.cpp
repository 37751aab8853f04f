#include "companybinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "referencepanel.h"

#include <QDesktopServices>

namespace tapeline {

void CompanyInterest::set(const QList<CompanyQuestion> &questions)
{
    // What stays wanted is never let go of in between
    for (const CompanyQuestion &question : questions)
        if (!m_questions.contains(question))
            m_session.wantCompany(question);
    for (const CompanyQuestion &question : m_questions)
        if (!questions.contains(question))
            m_session.releaseCompany(question);
    m_questions = questions;
}

CompanyBinding::CompanyBinding(ReferencePanel &panel, DeskSession &session,
                               MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_interest(session)
{
    connect(&panel, &ReferencePanel::questionsChanged, this,
            [this](const QList<CompanyQuestion> &questions) { m_interest.set(questions); });
    connect(&panel, &ReferencePanel::linkRequested, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
    connect(&dispatcher, &MarketDispatcher::companiesChanged, this,
            [this, &panel](const std::vector<CompanyAnswer> &answers) {
                for (const CompanyAnswer &answer : answers)
                    if (m_interest.has(answer.question))
                        panel.showAnswer(answer);
            });
    connect(&dispatcher, &MarketDispatcher::statusChanged, &panel,
            [&panel](const SessionStatus &status) { panel.setMarketTime(status.marketTime); });
    panel.setMarketTime(dispatcher.status().marketTime);
}

} // namespace tapeline
