#pragma once

#include "companyfacts.h"

#include <QList>
#include <QObject>

namespace tapeline {

class DeskSession;
class MarketDispatcher;
class ReferencePanel;

/// The questions about companies that one viewer has: asked for while it has them. Let go of with
/// it.
class CompanyInterest
{
public:
    explicit CompanyInterest(DeskSession &session)
        : m_session(session)
    {
    }
    ~CompanyInterest() { set({}); }
    Q_DISABLE_COPY_MOVE(CompanyInterest)

    void set(const QList<CompanyQuestion> &questions);
    bool has(const CompanyQuestion &question) const { return m_questions.contains(question); }

private:
    DeskSession &m_session;
    QList<CompanyQuestion> m_questions;
};

/// Keeps one panel of facts about companies fed with the answers to its questions, and opens the
/// pages it is asked for. Lives as long as its panel.
class CompanyBinding : public QObject
{
    Q_OBJECT

public:
    CompanyBinding(ReferencePanel &panel, DeskSession &session, MarketDispatcher &dispatcher);

private:
    CompanyInterest m_interest;
};

} // namespace tapeline
