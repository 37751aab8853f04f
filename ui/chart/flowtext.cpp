#include "flowtext.h"

#include <QCoreApplication>

namespace tapeline {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tapeline::FlowText", text);
}

} // namespace

QString ruleText(ClassifierRule rule)
{
    switch (rule) {
    case ClassifierRule::Weighted:
        //: A rule that tells buys from sells: prints inside the spread count half
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "weighted by quote"));
    case ClassifierRule::Quote:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "quote rule"));
    case ClassifierRule::Tick:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "tick rule"));
    case ClassifierRule::LeeReady:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "Lee-Ready"));
    case ClassifierRule::Emo:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "EMO"));
    case ClassifierRule::Clnv:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "CLNV"));
    case ClassifierRule::Venue:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText", "venue's flag"));
    }
    Q_UNREACHABLE();
}

QString ruleExplanation(ClassifierRule rule)
{
    switch (rule) {
    case ClassifierRule::Weighted:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText",
                                     "At the ask a buy, at the bid a sell; in between half a "
                                     "buy or half a sell."));
    case ClassifierRule::Quote:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText",
                                     "Above the middle of the quote a buy, below it a sell."));
    case ClassifierRule::Tick:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText",
                                     "After a rise of the price a buy, after a fall a sell; "
                                     "needs no quotes."));
    case ClassifierRule::LeeReady:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText",
                                     "The quote rule; at the middle the tick rule."));
    case ClassifierRule::Emo:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText",
                                     "At the ask a buy, at the bid a sell; elsewhere the tick "
                                     "rule."));
    case ClassifierRule::Clnv:
        return say(QT_TRANSLATE_NOOP("tapeline::FlowText",
                                     "In the upper 30 % of the spread a buy, in the lower 30 % "
                                     "a sell; elsewhere the tick rule."));
    case ClassifierRule::Venue:
        return say(
            QT_TRANSLATE_NOOP("tapeline::FlowText", "What the venue says of each print (crypto)."));
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
