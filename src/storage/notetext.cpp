#include "notetext.h"

#include "filename.h"
#include "tradearchive.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tapeline::notetext {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = NoteEdit::Kind;

constexpr std::array kindNames {
    "text"_L1, "setup"_L1,  "tags"_L1,      "mistakes"_L1, "rating"_L1, "risk"_L1,
    "plan"_L1, "review"_L1, "checklist"_L1, "attach"_L1,   "detach"_L1,
};

constexpr qsizetype mostWords = 100;
constexpr qsizetype longestWord = 200; ///< characters, of a setup as well
constexpr std::size_t mostItems = 200;

Error refusal(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

bool isOfDay(Kind kind)
{
    return kind == Kind::Plan || kind == Kind::Review || kind == Kind::Checklist;
}

Result<void> checkLength(const QString &text, qsizetype most)
{
    if (text.size() > most)
        return refusal(u"at most %1 characters are kept"_s.arg(most));
    return {};
}

Result<void> checkWords(const QStringList &words)
{
    if (words.size() > mostWords)
        return refusal(u"at most %1 of them are kept"_s.arg(mostWords));
    for (const QString &word : words)
        if (const Result<void> fits = checkLength(word, longestWord); !fits)
            return fits;
    return {};
}

Result<void> checkFile(const NoteEdit &edit)
{
    if (edit.text.isEmpty())
        return refusal(u"an attachment needs a name"_s);
    if (edit.bytes.isEmpty())
        return refusal(u"%1 is empty"_s.arg(edit.text));
    if (edit.bytes.size() > TradeArchive::largestAttachment)
        return refusal(u"%1 is larger than 10 MB"_s.arg(edit.text));
    return checkLength(edit.text, longestWord);
}

Result<void> checkItems(const std::vector<ChecklistItem> &items)
{
    if (items.size() > mostItems)
        return refusal(u"at most %1 items are kept"_s.arg(mostItems));
    for (const ChecklistItem &item : items)
        if (const Result<void> fits = checkLength(item.text, longestWord * 5); !fits)
            return fits;
    return {};
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString itemsText(const std::vector<ChecklistItem> &items)
{
    QJsonArray array;
    for (const ChecklistItem &item : items)
        array.append(QJsonObject { { u"done"_s, item.isDone }, { u"text"_s, item.text } });
    return compact(array);
}

Error malformed(const QString &value)
{
    return { Error::Code::Malformed, u"no note: %1"_s.arg(value.left(100)) };
}

Result<QJsonArray> arrayFrom(const QString &value)
{
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
    if (!document.isArray())
        return malformed(value);
    return document.array();
}

Result<void> readWords(NoteEdit &edit, const QString &value)
{
    const Result<QJsonArray> array = arrayFrom(value);
    if (!array)
        return array.error();
    for (const QJsonValue &word : *array)
        edit.words += word.toString();
    return {};
}

Result<void> readItems(NoteEdit &edit, const QString &value)
{
    const Result<QJsonArray> array = arrayFrom(value);
    if (!array)
        return array.error();
    for (const QJsonValue &item : *array)
        edit.items.push_back({ item["text"_L1].toString(), item["done"_L1].toBool() });
    return {};
}

Result<void> readNumber(NoteEdit &edit, const QString &value)
{
    bool isNumber = false;
    edit.number = value.toLongLong(&isNumber);
    return isNumber ? Result<void>() : malformed(value);
}

Result<void> readMoney(NoteEdit &edit, const QString &value)
{
    if (value.isEmpty())
        return {};
    const Result<Money> money = Money::parse(value);
    if (!money)
        return money.error();
    edit.money = *money;
    return {};
}

Result<void> read(NoteEdit &edit, const QString &value)
{
    switch (edit.kind) {
    case Kind::Tags:
    case Kind::Mistakes:
        return readWords(edit, value);
    case Kind::Rating:
    case Kind::Detach:
        return readNumber(edit, value);
    case Kind::Risk:
        return readMoney(edit, value);
    case Kind::Checklist:
        return readItems(edit, value);
    case Kind::Text:
    case Kind::Setup:
    case Kind::Plan:
    case Kind::Review:
    case Kind::Attach:
        edit.text = value;
    }
    return {};
}

} // namespace

QString kindName(NoteEdit::Kind kind)
{
    return kindNames[std::size_t(kind)];
}

NoteEdit tidied(NoteEdit edit)
{
    for (QString &word : edit.words)
        word = word.simplified();
    edit.words.removeAll(QString());
    edit.words.removeDuplicates();
    if (edit.kind == Kind::Setup)
        edit.text = edit.text.simplified();
    if (edit.kind == Kind::Attach)
        edit.text = filename::plain(edit.text);
    std::erase_if(edit.items,
                  [](const ChecklistItem &item) { return item.text.trimmed().isEmpty(); });
    return edit;
}

Result<void> check(const NoteEdit &edit)
{
    if (edit.subject.isDay() != isOfDay(edit.kind))
        return refusal(edit.subject.isDay()
                           ? u"a day has a plan, a review and a checklist"_s
                           : u"a plan, a review and a checklist are those of a day"_s);
    if (!edit.subject.isDay()
        && (edit.subject.trade.account.isEmpty() || !edit.subject.trade.number))
        return refusal(u"it is about no trade"_s);
    switch (edit.kind) {
    case Kind::Text:
    case Kind::Plan:
    case Kind::Review:
        return checkLength(edit.text, TradeArchive::longestText);
    case Kind::Setup:
        return checkLength(edit.text, longestWord);
    case Kind::Tags:
    case Kind::Mistakes:
        return checkWords(edit.words);
    case Kind::Rating:
        return edit.number >= 0 && edit.number <= 5 ? Result<void>()
                                                    : refusal(u"a rating is 1 to 5, or none"_s);
    case Kind::Risk:
        return !edit.money || *edit.money > Money() ? Result<void>()
                                                    : refusal(u"a planned risk is above 0"_s);
    case Kind::Checklist:
        return checkItems(edit.items);
    case Kind::Attach:
        return checkFile(edit);
    case Kind::Detach:
        break;
    }
    return {};
}

QString valueOf(const NoteEdit &edit)
{
    switch (edit.kind) {
    case Kind::Tags:
    case Kind::Mistakes:
        return compact(QJsonArray::fromStringList(edit.words));
    case Kind::Rating:
    case Kind::Detach:
        return QString::number(edit.number);
    case Kind::Risk:
        return edit.money ? edit.money->toString() : QString();
    case Kind::Checklist:
        return itemsText(edit.items);
    case Kind::Text:
    case Kind::Setup:
    case Kind::Plan:
    case Kind::Review:
    case Kind::Attach:
        break;
    }
    return edit.text;
}

Result<NoteEdit> fromValue(const NoteSubject &subject, const QString &kind, const QString &value)
{
    const auto found = std::ranges::find(kindNames, kind);
    if (found == kindNames.end())
        return malformed(kind);
    NoteEdit edit { .subject = subject, .kind = Kind(found - kindNames.begin()) };
    if (const Result<void> done = read(edit, value); !done)
        return done.error();
    return edit;
}

void apply(TradeNotes &notes, const NoteEdit &edit)
{
    switch (edit.kind) {
    case Kind::Text:
        notes.text = edit.text;
        break;
    case Kind::Setup:
        notes.setup = edit.text;
        break;
    case Kind::Tags:
        notes.tags = edit.words;
        break;
    case Kind::Mistakes:
        notes.mistakes = edit.words;
        break;
    case Kind::Rating:
        notes.rating = int(edit.number);
        break;
    case Kind::Risk:
        notes.risk = edit.money;
        break;
    case Kind::Attach:
        ++notes.attachments;
        break;
    case Kind::Detach:
        --notes.attachments;
        break;
    case Kind::Plan:
    case Kind::Review:
    case Kind::Checklist:
        break;
    }
}

void apply(DayNotes &notes, const NoteEdit &edit)
{
    if (edit.kind == Kind::Plan)
        notes.plan = edit.text;
    else if (edit.kind == Kind::Review)
        notes.review = edit.text;
    else if (edit.kind == Kind::Checklist)
        notes.checklist = edit.items;
}

QString words(const TradeNotes &notes)
{
    QStringList parts { notes.text, notes.setup };
    parts += notes.tags + notes.mistakes;
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QString words(const DayNotes &notes)
{
    QStringList parts { notes.plan, notes.review };
    for (const ChecklistItem &item : notes.checklist)
        parts += item.text;
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace tapeline::notetext
