#pragma once

#include "desksession.h"

#include <algorithm>
#include <vector>

namespace tapeline {

/// What a window would know of the paper accounts.
struct PulledPaper
{
    PulledPaper() = default;
    explicit PulledPaper(DeskSession &session)
    {
        QObject::connect(&session, &DeskSession::paperUpdated, &session,
                         [this, &session] { absorb(session.takePaper()); });
    }

    void absorb(PaperUpdate &&update)
    {
        reports.insert(reports.end(), update.reports.begin(), update.reports.end());
        answers.insert(answers.end(), update.answers.begin(), update.answers.end());
        std::ranges::move(update.orderAnswers, std::back_inserter(orderAnswers));
        if (update.accounts)
            accounts = *std::move(update.accounts);
        if (update.trouble)
            trouble = *update.trouble;
        if (update.unwritten)
            unwritten = *update.unwritten;
    }

    const PaperAccountView *account(const QString &name = QStringLiteral("Paper")) const
    {
        const auto found = std::ranges::find(accounts, name, &PaperAccountView::name);
        return found == accounts.end() ? nullptr : &*found;
    }
    /// The newest event that left the order in this state.
    const OrderEvent *find(const QString &id, OrderState state) const
    {
        const auto found = std::find_if(reports.rbegin(), reports.rend(), [&](const auto &report) {
            return report.event.id == id && report.event.state == state;
        });
        return found == reports.rend() ? nullptr : &found->event;
    }

    const AccountAnswer *answerTo(quint64 request) const
    {
        const auto found = std::ranges::find(answers, request, &AccountAnswer::request);
        return found == answers.end() ? nullptr : &*found;
    }

    const OrderAnswer *orderAnswerTo(quint64 request) const
    {
        const auto found = std::ranges::find(orderAnswers, request, &OrderAnswer::request);
        return found == orderAnswers.end() ? nullptr : &*found;
    }

    std::vector<PaperReport> reports;
    std::vector<AccountAnswer> answers;
    std::vector<OrderAnswer> orderAnswers;
    std::vector<PaperAccountView> accounts;
    UnwrittenEvents unwritten;
    QString trouble;
};

} // namespace tapeline
