#include "orderstate.h"
#include "reason.h"

#include <QtTest>

using namespace tapeline;
using State = OrderState;
using Action = OrderAction;

namespace {

const QList<Action> allActions { Action::Deny,          Action::Submit,         Action::Accept,
                                 Action::Reject,        Action::Trigger,        Action::FillPart,
                                 Action::FillAll,       Action::RequestReplace, Action::Replace,
                                 Action::RejectReplace, Action::RequestCancel,  Action::Cancel,
                                 Action::RejectCancel,  Action::Expire,         Action::Work };

QString text(std::optional<OrderStanding> standing)
{
    if (!standing)
        return QStringLiteral("-");
    const std::string_view name = stateText(standing->state);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

class OrderStateTest : public QObject
{
    Q_OBJECT

private slots:
    void followsTheTable()
    {
        const QString table = QStringLiteral(
            "new denied submitted - - - - - - - - canceled - - - -\n"
            "submitted - - accepted rejected - - - - - - pending_cancel canceled - - -\n"
            "accepted - - - - triggered partially_filled filled pending_replace - - pending_cancel "
            "canceled - expired accepted\n"
            "triggered - - - - - partially_filled filled pending_replace - - pending_cancel "
            "canceled - expired triggered\n"
            "partially_filled - - - - - partially_filled filled pending_replace - - "
            "pending_cancel canceled - expired partially_filled\n"
            "denied - - - - - - - - - - - - - - -\nrejected - - - - - - - - - - - - - - -\n"
            "filled - - - - - - - - - - - - - - -\ncanceled - - - - - - - - - - - - - - -\n"
            "expired - - - - - - - - - - - - - - -");
        for (const QString &line : table.split(u'\n')) {
            const QStringList cells = line.split(u' ');
            const State from = *stateFromText(cells.first().toStdString());
            for (qsizetype i = 0; i < allActions.size(); ++i)
                QCOMPARE(text(OrderStanding { from, from }.after(allActions[i])), cells[i + 1]);
        }
    }

    void rememberWhatHappensWhilePending()
    {
        const OrderStanding working { State::Accepted, State::Accepted };
        const OrderStanding replacing = *working.after(Action::RequestReplace);
        QCOMPARE(replacing, (OrderStanding { State::PendingReplace, State::Accepted }));
        const OrderStanding filled = *replacing.after(Action::FillPart);
        QCOMPARE(filled.state, State::PendingReplace);
        QCOMPARE(filled.after(Action::Work), filled);
        QCOMPARE(filled.after(Action::Replace)->state, State::PartiallyFilled);
        QCOMPARE(filled.after(Action::RejectReplace)->state, State::PartiallyFilled);
        QVERIFY(!filled.after(Action::RejectCancel));
        const OrderStanding canceling = *filled.after(Action::RequestCancel);
        QCOMPARE(canceling, (OrderStanding { State::PendingCancel, State::PartiallyFilled }));
        QCOMPARE(canceling.after(Action::RejectCancel)->state, State::PartiallyFilled);
        QVERIFY(!canceling.after(Action::Replace));
        QVERIFY(!canceling.after(Action::RequestCancel));
        QCOMPARE(canceling.after(Action::FillAll)->state, State::Filled);
        QCOMPARE(canceling.after(Action::Expire)->state, State::Expired);
        QCOMPARE(replacing.after(Action::Trigger)->after(Action::Replace)->state, State::Triggered);
    }

    void codesReadBack()
    {
        for (int code = 0; code <= int(ReasonCode::WaitsForLatency); ++code)
            QCOMPARE(reasonFromText(reasonText(ReasonCode(code))), ReasonCode(code));
        QCOMPARE(reasonText(ReasonCode::InsufficientBuyingPower), "INSUFFICIENT_BUYING_POWER");
        QVERIFY(!reasonFromText("NO_SUCH"));
    }
};

QTEST_APPLESS_MAIN(OrderStateTest)
#include "tst_orderstate.moc"
