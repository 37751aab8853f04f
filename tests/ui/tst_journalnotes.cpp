#include "attachmentsview.h"
#include "fileprompt.h"
#include "fonts.h"
#include "notehistory.h"
#include "notetext.h"
#include "panelfixture.h"
#include "ratingbar.h"
#include "wordchips.h"

#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

class FixedPrompt : public FilePrompt
{
public:
    void askOpen(QWidget *, const QString &, const QString &, const Answer &answer) override
    {
        answer(path);
    }
    void askSave(QWidget *, const QString &, const QString &name, const QString &,
                 const Answer &answer) override
    {
        suggested = name;
        answer(path);
    }
    QString path;
    QString suggested;
};

} // namespace

/// What the user writes about trades and days, by mouse and keys.
class TestJournalNotes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() { m_fixture = std::make_unique<PanelFixture>(); }

    // --- text ------------------------------------------------------------------------------------

    void textIsHandedOnWhenTheFieldIsLeft()
    {
        QWidget window;
        auto *text = new NoteText(m_fixture->theme, &window);
        auto *other = new QLineEdit(&window);
        show(window);
        QSignalSpy chosen(text, &NoteText::textChosen);
        text->field()->setFocus();
        QTest::keyClicks(text->field(), u"First"_s);
        QVERIFY(chosen.isEmpty());
        other->setFocus();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"First"_s);
        text->commit();
        QCOMPARE(chosen.size(), 1); // nothing new
    }

    void aPauseHandsOnToo()
    {
        NoteText text(m_fixture->theme);
        show(text);
        QSignalSpy chosen(&text, &NoteText::textChosen);
        QTest::keyClicks(text.field(), u"Pause"_s);
        QVERIFY(chosen.wait());
        QCOMPARE(chosen[0][0].toString(), u"Pause"_s);
    }

    void whatIsBeingTypedIsKeptAndCanBeUndone()
    {
        NoteText text(m_fixture->theme);
        show(text);
        text.restart(u"Before"_s);
        text.field()->moveCursor(QTextCursor::End);
        QTest::keyClicks(text.field(), u" and after"_s);
        text.setText(u"From elsewhere"_s);
        QCOMPARE(text.text(), u"Before and after"_s);
        text.commit();
        text.setText(u"Before and after"_s); // it comes back
        text.field()->undo();
        QCOMPARE(text.text(), u"Before"_s);
        text.field()->redo();
        QCOMPARE(text.text(), u"Before and after"_s);
        text.restart(u"Another trade"_s);
        text.field()->undo();
        QCOMPARE(text.text(), u"Another trade"_s);
    }

    void anAnswerThatIsOldDoesNotTakeTheTextBack()
    {
        NoteText text(m_fixture->theme);
        text.restart({});
        QTest::keyClicks(text.field(), u"A"_s);
        text.commit();
        text.setText({}); // told before A was written
        QCOMPARE(text.text(), u"A"_s);
        text.setText(u"A"_s);
        text.setText(u"B"_s); // by another window
        QCOMPARE(text.text(), u"B"_s);
    }

    void markdownIsShownWithoutHtmlAndNothingIsLoaded()
    {
        QTemporaryDir folder;
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString file = folder.filePath(u"spy.png"_s);
        QVERIFY(image.save(file));
        NoteText text(m_fixture->theme);
        show(text);
        text.restart(
            u"**Bold** <b>not</b>\n\n![seen](%1) ![x](http://127.0.0.1/x.png)"_s.arg(file));
        text.setPreviewed(true);
        auto *shown = text.findChild<QTextBrowser *>(u"noteShown"_s);
        QVERIFY(shown->isVisible());
        QVERIFY(shown->toPlainText().startsWith(u"Bold"_s));
        QVERIFY(shown->toHtml().contains(u"font-weight"_s));
        QVERIFY(shown->toPlainText().contains(u"<b>not</b>"_s)
                || !shown->toPlainText().contains(u"<b>"_s));
        const QVariant loaded
            = shown->loadResource(QTextDocument::ImageResource, QUrl::fromLocalFile(file));
        QCOMPARE(loaded.value<QImage>().size(), QSize(1, 1)); // nothing to be seen of it
        const QImage grabbed = shown->grab().toImage();
        for (int y = 0; y < grabbed.height(); ++y)
            for (int x = 0; x < grabbed.width(); ++x)
                QVERIFY(grabbed.pixelColor(x, y) != QColor(Qt::red));
    }

    void linksAreShownBeforeTheyAreOpened_data()
    {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << QUrl(u"https://example.com/a?b=c"_s) << true;
        QTest::newRow("http") << QUrl(u"http://example.com/"_s) << true;
        QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s) << false;
        QTest::newRow("a script") << QUrl(u"javascript:alert(1)"_s) << false;
        QTest::newRow("a mail") << QUrl(u"mailto:a@b.c"_s) << false;
    }

    void linksAreShownBeforeTheyAreOpened()
    {
        QFETCH(const QUrl, address);
        QFETCH(const bool, opens);
        NoteText text(m_fixture->theme);
        show(text);
        text.restart(u"[Gains](%1)"_s.arg(address.toString()));
        text.setPreviewed(true);
        QSignalSpy wanted(&text, &NoteText::linkRequested);
        emit text.findChild<QTextBrowser *>(u"noteShown"_s)->anchorClicked(address);
        QVERIFY(wanted.isEmpty());
        auto *open = text.findChild<QToolButton *>(u"noteOpenLink"_s);
        QVERIFY(
            text.findChild<QLabel *>(u"noteAddress"_s)->text().contains(address.toDisplayString()));
        QCOMPARE(open->isVisible(), opens);
        if (!opens)
            return;
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toUrl(), address);
    }

    // --- words -----------------------------------------------------------------------------------

    void wordsAreAddedOnceAndTakenAway()
    {
        WordChips chips(m_fixture->theme);
        show(chips);
        chips.setKnown({ u"news"_s, u"trend day"_s });
        QSignalSpy chosen(&chips, &WordChips::wordsChosen);
        QTest::keyClicks(chips.field(), u"A+, news"_s);
        QTest::keyClick(chips.field(), Qt::Key_Return);
        QCOMPARE(chips.words(), (QStringList { u"A+"_s, u"news"_s }));
        QCOMPARE(chosen.size(), 1);
        QTest::keyClicks(chips.field(), u"NEWS"_s);
        QTest::keyClick(chips.field(), Qt::Key_Return);
        QCOMPARE(chips.words().size(), 2);
        QTest::mouseClick(chips.findChild<QToolButton *>(u"filterChip"_s), Qt::LeftButton);
        QCOMPARE(chips.words(), QStringList { u"news"_s });
        QTest::keyClick(chips.field(), Qt::Key_Backspace);
        QVERIFY(chips.words().isEmpty());
        QTest::keyClicks(chips.field(), u"half"_s);
        chips.commit();
        QCOMPARE(chips.words(), QStringList { u"half"_s });
    }

    void wordsUsedBeforeAreOffered()
    {
        WordChips chips(m_fixture->theme);
        show(chips);
        chips.setKnown({ u"news"_s, u"trend day"_s });
        QTest::keyClicks(chips.field(), u"day"_s);
        QCOMPARE(chips.field()->completer()->completionCount(), 1);
        QCOMPARE(chips.field()->completer()->currentCompletion(), u"trend day"_s);
    }

    void longWordsStayInTheirRoom()
    {
        WordChips chips(m_fixture->theme);
        chips.resize(260, 200);
        show(chips);
        chips.setWords({ QString(60, u'W'), u"short"_s });
        QCoreApplication::sendPostedEvents();
        const auto buttons = chips.findChildren<QToolButton *>();
        for (const QToolButton *button : buttons)
            QVERIFY(chips.rect().contains(button->geometry()));
    }

    // --- stars -----------------------------------------------------------------------------------

    void starsAreChosenByKeysAndClicks()
    {
        RatingBar bar(m_fixture->theme);
        show(bar);
        QSignalSpy chosen(&bar, &RatingBar::ratingChosen);
        bar.setFocus();
        QTest::keyClick(&bar, Qt::Key_4);
        QCOMPARE(bar.rating(), 4);
        QTest::keyClick(&bar, Qt::Key_4);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(&bar, Qt::Key_Right);
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(bar.rating(), 5);
        const int star = bar.width() / RatingBar::most;
        QTest::mouseClick(&bar, Qt::LeftButton, {}, { star / 2 + star, bar.height() / 2 });
        QCOMPARE(bar.rating(), 2);
        QCOMPARE(bar.accessibleName(), u"Rating: 2 of 5"_s);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, { star / 2 + star, bar.height() / 2 });
        QCOMPARE(bar.rating(), 0);
        QCOMPARE(bar.accessibleName(), u"Rating: none"_s);
    }

    // --- files -----------------------------------------------------------------------------------

    void filesAreAddedSavedAndRemoved()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"plan.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("levels");
        file.close();
        FixedPrompt prompt;
        AttachmentsView view(prompt, m_fixture->theme);
        show(view);
        QSignalSpy added(&view, &AttachmentsView::addRequested);
        prompt.path = file.fileName();
        QTest::mouseClick(view.findChild<QWidget *>(u"attachFile"_s), Qt::LeftButton);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0][0].toString(), u"plan.txt"_s);
        QCOMPARE(added[0][1].toByteArray(), QByteArray("levels"));

        view.setAttachments({ { .number = 7, .name = u"../..\\plan\u202E.txt"_s, .size = 6 } });
        QSignalSpy wanted(&view, &AttachmentsView::copyRequested);
        prompt.path = folder.filePath(u"copy.txt"_s);
        QTest::mouseClick(view.findChild<QWidget *>(u"attachmentSave"_s), Qt::LeftButton);
        QCOMPARE(prompt.suggested, u"plan.txt"_s); // never a path
        QCOMPARE(wanted[0][0].toLongLong(), 7);
        view.saveCopy(prompt.path, "levels");
        QFile copy(prompt.path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), QByteArray("levels"));
        QSignalSpy removed(&view, &AttachmentsView::removeRequested);
        QTest::mouseClick(view.findChild<QWidget *>(u"attachmentRemove"_s), Qt::LeftButton);
        QCOMPARE(removed[0][0].toLongLong(), 7);
    }

    void whatCannotBeAddedIsSaid()
    {
        QTemporaryDir folder;
        QFile large(folder.filePath(u"film.mp4"_s));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(AttachmentsView::mostBytes + 1));
        large.close();
        FixedPrompt prompt;
        AttachmentsView view(prompt, m_fixture->theme);
        show(view);
        QSignalSpy added(&view, &AttachmentsView::addRequested);
        prompt.path = large.fileName();
        QTest::mouseClick(view.findChild<QWidget *>(u"attachFile"_s), Qt::LeftButton);
        QVERIFY(view.complaint().startsWith(u"film.mp4 is larger than 10 MB"_s));
        prompt.path = folder.filePath(u"gone.txt"_s);
        QTest::mouseClick(view.findChild<QWidget *>(u"attachFile"_s), Qt::LeftButton);
        QVERIFY(view.complaint().startsWith(u"gone.txt could not be read"_s));
        QGuiApplication::clipboard()->setText(u"no picture"_s);
        QTest::mouseClick(view.findChild<QWidget *>(u"attachPicture"_s), Qt::LeftButton);
        QCOMPARE(view.complaint(), u"There is no picture in the clipboard."_s);
        view.saveCopy(folder.path(), "x");
        QVERIFY(view.complaint().startsWith(u"The copy could not be written"_s));
        QVERIFY(added.isEmpty());
    }

    void aPictureIsPasted()
    {
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QGuiApplication::clipboard()->setImage(image);
        FixedPrompt prompt;
        AttachmentsView view(prompt, m_fixture->theme);
        show(view);
        QSignalSpy added(&view, &AttachmentsView::addRequested);
        QTest::mouseClick(view.findChild<QWidget *>(u"attachPicture"_s), Qt::LeftButton);
        QCOMPARE(added.size(), 1);
        const QImage kept = QImage::fromData(added[0][1].toByteArray(), "PNG");
        QCOMPARE(kept.size(), image.size());
        QCOMPARE(kept.pixelColor(1, 1), QColor(Qt::blue));
    }

    // --- history ---------------------------------------------------------------------------------

    void theHistoryTellsWhatStoodThereBefore()
    {
        QWidget button;
        show(button);
        NoteHistory history(m_fixture->theme, &button);
        NoteEdit first;
        first.kind = NoteEdit::Kind::Setup;
        first.text = u"Breakout <1>"_s;
        NoteEdit rated;
        rated.kind = NoteEdit::Kind::Rating;
        rated.number = 3;
        NoteEdit gone = first;
        gone.text.clear();
        const Timestamp at = fromMs(1'795'000'000'000);
        history.setRevisions({ { 1, at, first }, { 2, at + 1min, rated }, { 3, at + 2min, gone } });
        history.openAt(button);
        const QStringList lines = history.text().split(u'\n');
        QVERIFY(lines.filter(u"by you"_s).size() == 3);
        QCOMPARE(lines[1].section(u'\u2028', 0, 0), u"Setup: taken away"_s);
        QVERIFY(history.text().contains(u"Before: Setup: Breakout <1>"_s));
        QVERIFY(history.text().contains(u"Rating: 3 of 5"_s));
    }

private:
    static void show(QWidget &widget)
    {
        widget.show();
        widget.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }

    std::unique_ptr<PanelFixture> m_fixture;
};

QTEST_MAIN(TestJournalNotes)
#include "tst_journalnotes.moc"
