#pragma once

#include "companyfacts.h"
#include "panel.h"

#include <QList>
#include <QUrl>

namespace tapeline {

/// A panel that shows what the service knows of companies. It tells which questions it has: only
/// while it can be seen, and only those of the part that is shown.
class ReferencePanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;

    /// An answer to any question; those it did not ask are nothing to it.
    virtual void showAnswer(const CompanyAnswer &answer) = 0;
    /// Where the market is, for "today".
    void setMarketTime(Timestamp now);

signals:
    void questionsChanged(const QList<tapeline::CompanyQuestion> &questions);
    /// A person wants to see this page; its host was shown.
    void linkRequested(const QUrl &address);

protected:
    virtual QList<CompanyQuestion> questions() const = 0;
    /// To be called when questions() may be others.
    void updateQuestions();
    Timestamp marketTime() const { return m_now; }
    /// Epoch while the market's time is not known.
    bool isTimeKnown() const { return m_now != Timestamp {}; }
    /// It is another day in New York.
    virtual void onDayChanged() { }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QList<CompanyQuestion> m_asked;
    Timestamp m_now {};
};

} // namespace tapeline
