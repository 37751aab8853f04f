#include "tradenotesform.h"

#include "attachmentsview.h"
#include "journal.h"
#include "notehistory.h"
#include "notetext.h"
#include "ratingbar.h"
#include "theme.h"
#include "tradeinput.h"
#include "tradetext.h"
#include "wordchips.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TradeNotesForm::TradeNotesForm(Journal &journal, FilePrompt &files, const Theme &theme,
                               QWidget *parent)
    : QWidget(parent)
    , m_journal(journal)
    , m_theme(theme)
    , m_form(new QFormLayout)
    , m_setup(new QComboBox(this))
    , m_tags(new WordChips(theme, this))
    , m_mistakes(new WordChips(theme, this))
    , m_rating(new RatingBar(theme, this))
    , m_risk(new QLineEdit(this))
    , m_complaint(new QLabel(this))
    , m_text(new NoteText(theme, this))
    , m_files(new AttachmentsView(files, theme, this))
    , m_changesButton(new QPushButton(this))
    , m_history(new NoteHistory(theme, this))
{
    setObjectName(u"tradeNotesForm"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_setup->setObjectName(u"tradeSetup"_s);
    m_setup->setEditable(true);
    m_setup->setInsertPolicy(QComboBox::NoInsert);
    m_setup->setMinimumContentsLength(12);
    m_setup->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_setup->lineEdit()->setMaxLength(WordChips::longestWord);
    m_setup->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_setup->completer()->setFilterMode(Qt::MatchContains);
    m_tags->setObjectName(u"tradeTags"_s);
    m_mistakes->setObjectName(u"tradeMistakes"_s);
    m_risk->setObjectName(u"tradeRisk"_s);
    m_complaint->setObjectName(u"riskComplaint"_s);
    m_complaint->setProperty("wrong", true);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    m_text->setObjectName(u"tradeNotes"_s);
    m_changesButton->setObjectName(u"noteChanges"_s);
    m_changesButton->setFlat(true);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field :
         std::initializer_list<QWidget *> { m_setup, m_tags, m_mistakes, m_rating, m_risk })
        addRow(field);
    m_form->addRow(QString(), m_complaint);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_text, 1);
    column->addWidget(m_files);
    column->addWidget(m_changesButton, 0, Qt::AlignLeft);

    connect(m_setup, &QComboBox::activated, this, &TradeNotesForm::takeSetup);
    connect(m_setup->lineEdit(), &QLineEdit::editingFinished, this, &TradeNotesForm::takeSetup);
    connect(m_tags, &WordChips::wordsChosen, this, [this](const QStringList &words) {
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Tags, .words = words });
    });
    connect(m_mistakes, &WordChips::wordsChosen, this, [this](const QStringList &words) {
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Mistakes, .words = words });
    });
    connect(m_rating, &RatingBar::ratingChosen, this, [this](int rating) {
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Rating, .number = rating });
    });
    connect(m_risk, &QLineEdit::editingFinished, this, &TradeNotesForm::takeRisk);
    connect(m_text, &NoteText::textChosen, this, [this](const QString &text) {
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Text, .text = text });
    });
    connect(m_text, &NoteText::linkRequested, this, &TradeNotesForm::linkRequested);
    connect(m_files, &AttachmentsView::addRequested, this,
            [this](const QString &name, const QByteArray &bytes) {
                write({ .subject = { .trade = m_key },
                        .kind = NoteEdit::Kind::Attach,
                        .text = name,
                        .bytes = bytes });
            });
    connect(m_files, &AttachmentsView::removeRequested, this, [this](qint64 number) {
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Detach, .number = number });
    });
    connect(m_files, &AttachmentsView::copyRequested, this,
            [this](qint64 number, const QString &path) {
                m_journal.port().loadAttachment(number, this,
                                                [this, path](const Result<QByteArray> &bytes) {
                                                    if (bytes)
                                                        m_files->saveCopy(path, *bytes);
                                                    else
                                                        m_files->complain(bytes.error().detail);
                                                });
            });
    connect(m_changesButton, &QPushButton::clicked, this,
            [this] { m_history->openAt(*m_changesButton); });
    connect(&journal, &Journal::notesChanged, this, [this](const TradeKey &key) {
        if (key == m_key)
            showNotes(false);
    });
    connect(&journal, &Journal::refused, this, &TradeNotesForm::takeRefusal);
    connect(&theme, &Theme::changed, this, &TradeNotesForm::restyle);
    retranslate();
    restyle();
}

void TradeNotesForm::addRow(QWidget *field)
{
    auto *label = new QLabel(this);
    label->setProperty("muted", true);
    label->setBuddy(field);
    m_form->addRow(label, field);
}

void TradeNotesForm::showTrade(const TradeKey &key)
{
    const bool isOther = key != m_key;
    if (isOther)
        commit();
    m_key = key;
    if (isOther) {
        m_files->complain({});
        showDetail({ .key = key });
    }
    showNotes(isOther);
}

void TradeNotesForm::showDetail(const TradeDetail &detail)
{
    m_changes = detail.revisions.size();
    m_history->setRevisions(detail.revisions);
    m_files->setAttachments(detail.attachments);
    showChanges();
}

void TradeNotesForm::showNotes(bool isOther)
{
    const TradeNotes &notes = m_journal.notes(m_key);
    m_told = notes;
    const bool isTyped = !isOther && m_setup->lineEdit()->hasFocus();
    const QString typed = m_setup->currentText();
    const QSignalBlocker quiet(m_setup);
    m_setup->clear();
    m_setup->addItems(m_journal.setups());
    m_setup->setCurrentText(isTyped ? typed : notes.setup);
    m_tags->setKnown(m_journal.tags());
    m_tags->setWords(notes.tags);
    m_mistakes->setKnown(m_journal.mistakes());
    m_mistakes->setWords(notes.mistakes);
    m_rating->setRating(notes.rating);
    if (isOther)
        m_text->restart(notes.text);
    else
        m_text->setText(notes.text);
    if (isOther || !m_risk->hasFocus())
        showRisk();
}

// --- writing ---------------------------------------------------------------------------------

void TradeNotesForm::write(const NoteEdit &edit)
{
    m_journal.edit(edit);
}

/// Nothing typed is forgotten: what the journal does not have is handed to it again when the field
/// is left the next time.
void TradeNotesForm::takeRefusal()
{
    m_told = m_journal.notes(m_key);
    m_text->setUnwritten(m_told.text);
}

void TradeNotesForm::commit()
{
    if (m_key == TradeKey())
        return;
    takeSetup();
    m_tags->commit();
    m_mistakes->commit();
    takeRisk();
    m_text->commit();
}

void TradeNotesForm::takeSetup()
{
    const QString typed = m_setup->currentText().simplified();
    // One spelling for what is the same in another case
    const int known = m_setup->findText(typed, Qt::MatchFixedString);
    const QString setup = known >= 0 ? m_setup->itemText(known) : typed;
    if (m_key != TradeKey() && std::exchange(m_told.setup, setup) != setup)
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Setup, .text = setup });
}

void TradeNotesForm::takeRisk()
{
    const QString typed = m_risk->text().simplified();
    const std::optional<Money> risk = tradeinput::money(typed);
    const bool isWrong = !typed.isEmpty() && (!risk || *risk <= Money());
    m_complaint->setText(isWrong ? tr("The risk is an amount of money above zero, such as 120.50.")
                                 : QString());
    m_complaint->setVisible(isWrong);
    if (!isWrong && m_key != TradeKey() && std::exchange(m_told.risk, risk) != risk)
        write({ .subject = { .trade = m_key }, .kind = NoteEdit::Kind::Risk, .money = risk });
}

void TradeNotesForm::showRisk()
{
    const std::optional<Money> own = m_journal.notes(m_key).risk;
    const TradeRecord *trade = m_journal.trade(m_key);
    m_risk->setText(own ? tradetext::money(*own) : QString());
    m_risk->setPlaceholderText(trade && trade->risk
                                   ? tr("%1 by the stop").arg(tradetext::money(*trade->risk))
                                   : tr("no stop stood behind the entry"));
    m_complaint->hide();
}

// --- look ------------------------------------------------------------------------------------

void TradeNotesForm::showChanges()
{
    m_changesButton->setText(tr("%n change(s)", nullptr, int(m_changes)));
    m_changesButton->setEnabled(m_changes > 0);
}

void TradeNotesForm::retranslate()
{
    const auto name = [this](QWidget *field, const QString &text) {
        static_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        if (field != m_rating)
            field->setAccessibleName(text);
    };
    name(m_setup, tr("Setup"));
    name(m_tags, tr("Tags"));
    name(m_mistakes, tr("Mistakes"));
    name(m_rating, tr("Rating"));
    name(m_risk, tr("Planned risk"));
    m_setup->lineEdit()->setPlaceholderText(tr("Name of the setup"));
    m_setup->lineEdit()->setAccessibleName(tr("Setup"));
    m_tags->setNames(tr("Tags"), tr("Add a tag"));
    m_mistakes->setNames(tr("Mistakes"), tr("Add a mistake"));
    m_risk->setToolTip(tr("What you were ready to lose. Empty: by the stop that stood behind the "
                          "entry. Earlier values stay in the history."));
    m_text->setNames(tr("Notes"),
                     tr("What did you see, what did you do, what would you do again?"));
    m_changesButton->setToolTip(tr("All that was ever written here, and when"));
    showChanges();
    if (m_key != TradeKey())
        showRisk();
}

void TradeNotesForm::restyle()
{
    const int edge = m_theme.scaled(10);
    layout()->setContentsMargins(edge, m_theme.scaled(8), edge, m_theme.scaled(6));
    layout()->setSpacing(m_theme.scaled(8));
    m_form->setVerticalSpacing(m_theme.scaled(6));
    m_form->setHorizontalSpacing(m_theme.scaled(8));
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        if (part != m_text)
            part->setFont(m_theme.font(FontRole::Small));
}

void TradeNotesForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
