#include "importoutcome.h"

#include "figuretile.h"
#include "filltext.h"
#include "theme.h"
#include "tradetext.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ImportOutcomeView::ImportOutcomeView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_skip(new QCheckBox(this))
    , m_notices(new QLabel(this))
    , m_note(new QLabel(this))
{
    m_skip->setObjectName(u"skipBadLines"_s);
    m_notices->setObjectName(u"importNotices"_s);
    m_note->setObjectName(u"importNote"_s);
    m_notices->setProperty("muted", true);
    for (QLabel *label : { m_notices, m_note })
        label->setWordWrap(true);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(28);
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(theme, this);
        tiles->addWidget(tile);
    }
    tiles->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addLayout(tiles);
    column->addWidget(m_notices);
    column->addWidget(m_note);
    column->addWidget(m_skip);
    connect(m_skip, &QCheckBox::toggled, this, &ImportOutcomeView::skipChanged);
    connect(&theme, &Theme::changed, this, &ImportOutcomeView::restyle);
    setFile(nullptr, nullptr);
    restyle();
    retranslate();
}

void ImportOutcomeView::setFile(const OpenedFillFile *opened, const FillFile *file)
{
    const qint64 before = m_badLines;
    m_badLines = file ? file->badLines : 0;
    m_notices->setText(file ? FillText::notices(*file, *opened).join(u' ') : QString());
    m_notices->setVisible(!m_notices->text().isEmpty());
    m_skip->setVisible(m_badLines > 0);
    if (m_badLines != before) {
        const QSignalBlocker quiet(m_skip);
        m_skip->setChecked(false); // it was said of other lines
    }
    m_outcome.reset();
    fill();
}

void ImportOutcomeView::setOutcome(const std::optional<ImportOutcome> &outcome)
{
    m_outcome = outcome;
    fill();
}

void ImportOutcomeView::setNote(const QString &note, bool isComplaint)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_note->setProperty("wrong", isComplaint);
    m_note->style()->unpolish(m_note); // its colour is chosen anew
    m_note->style()->polish(m_note);
}

QString ImportOutcomeView::note() const
{
    return m_note->text();
}

bool ImportOutcomeView::skipsBad() const
{
    return m_skip->isChecked();
}

void ImportOutcomeView::fill()
{
    const QLocale locale;
    const auto count = [this, &locale](int ImportOutcome::*member) {
        return m_outcome ? locale.toString((*m_outcome).*member) : u"–"_s;
    };
    m_tiles[New]->setFigure(count(&ImportOutcome::fresh));
    m_tiles[Known]->setFigure(count(&ImportOutcome::duplicates));
    m_tiles[Trades]->setFigure(count(&ImportOutcome::trades));
    m_tiles[Open]->setFigure(count(&ImportOutcome::open));
    const Money net = m_outcome ? m_outcome->net : Money();
    m_tiles[Net]->setFigure(m_outcome ? tradetext::profit(net) : u"–"_s,
                            net > Money()       ? 1
                                : net < Money() ? -1
                                                : 0);
    m_skip->setText(
        tr("Leave out %n bad line(s) and take in the others", nullptr, int(m_badLines)));
}

void ImportOutcomeView::restyle()
{
    m_title->setFont(m_theme.font(FontRole::Strong));
    m_notices->setFont(m_theme.font(FontRole::Small));
}

void ImportOutcomeView::retranslate()
{
    m_title->setText(tr("What would come of it"));
    m_tiles[New]->setName(tr("New fills"));
    m_tiles[Known]->setName(tr("Known already"));
    m_tiles[Trades]->setName(tr("Closed trades"));
    m_tiles[Open]->setName(tr("Still open"));
    m_tiles[Net]->setName(tr("Net of the closed"));
    m_tiles[Trades]->setToolTip(tr("Of the whole account, with what was in it before"));
    fill();
}

void ImportOutcomeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
