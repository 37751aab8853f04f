#include "indicatorlist.h"

#include <QDir>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Every text is translated, and no place marker is lost on the way.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("translations");
        QTest::addColumn<bool>("unfinished");

        QFile file(QStringLiteral(TAPELINE_TRANSLATIONS "/tapeline_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int row = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "translation"_L1) {
                const bool unfinished = xml.attributes().hasAttribute("type"_L1);
                QTest::addRow("%d %s", ++row, qPrintable(source.left(40)))
                    << source << readTranslations(xml) << unfinished;
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(row > 200);
    }

    void everyTextIsTranslated()
    {
        QFETCH(const QString, source);
        QFETCH(const QStringList, translations);
        QFETCH(const bool, unfinished);
        QVERIFY(!unfinished);
        QVERIFY(!translations.isEmpty());
        for (const QString &translation : translations) {
            QVERIFY(!translation.isEmpty());
            QCOMPARE(markers(translation), markers(source));
        }
    }

    /// They are marked by a macro of ours, which lupdate has to be told of.
    void everyIndicatorIsKnown_data()
    {
        QTest::addColumn<QString>("text");
        for (const IndicatorInfo *info : allIndicators()) {
            QTest::addRow("%s", info->id) << QString::fromUtf8(info->name);
            for (const IndicatorParameter &parameter : info->parameters)
                QTest::addRow("%s %s", info->id, parameter.id) << QString::fromUtf8(parameter.name);
        }
    }

    void everyIndicatorIsKnown()
    {
        QFETCH(const QString, text);
        static const QStringList known = sourcesOf("tapeline"_L1);
        QVERIFY(known.contains(text));
    }

private:
    /// The texts filed under a context.
    static QStringList sourcesOf(QLatin1StringView context)
    {
        QFile file(QStringLiteral(TAPELINE_TRANSLATIONS "/tapeline_de.ts"));
        QStringList sources;
        if (!file.open(QIODevice::ReadOnly))
            return sources;
        QXmlStreamReader xml(&file);
        bool inside = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "name"_L1)
                inside = xml.readElementText() == context;
            else if (inside && xml.name() == "source"_L1)
                sources << xml.readElementText();
        }
        return sources;
    }

    static QStringList readTranslations(QXmlStreamReader &xml)
    {
        QStringList forms;
        QString text;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "numerusform"_L1)
                forms << xml.readElementText();
            else if (xml.isCharacters())
                text += xml.text();
            else if (xml.isEndElement() && xml.name() == "translation"_L1)
                break;
        }
        return forms.isEmpty() ? QStringList { text } : forms;
    }

    static QStringList markers(const QString &text)
    {
        static const QRegularExpression marker(u"%(\\d|n)"_s);
        QStringList found;
        for (auto match = marker.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        return found;
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
