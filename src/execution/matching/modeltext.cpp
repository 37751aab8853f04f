#include "modeltext.h"

#include "decimaltext.h"

namespace tapeline {

namespace {

constexpr qint64 greatest = 1'000'000'000'000;

} // namespace

Result<ModelText> ModelText::parse(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    ModelText model { (colon < 0 ? text : text.first(colon)).toString(), {} };
    if (colon < 0)
        return model;
    for (const QStringView part : text.sliced(colon + 1).tokenize(u',')) {
        const Result<qint64> number = decimaltext::parse(part, 6);
        if (!number || *number < 0 || *number > greatest)
            return Error { Error::Code::Malformed, text.toString() };
        model.millionths.push_back(*number);
    }
    return model;
}

} // namespace tapeline
