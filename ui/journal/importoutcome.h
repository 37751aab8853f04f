#pragma once

#include "fillfile.h"
#include "journalupdate.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;

namespace tapeline {

class FigureTile;
class Theme;

/// What would come of a file: fills that are new or known, the trades they make, what they earned,
/// and what has to be known or chosen before.
class ImportOutcomeView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportOutcomeView(const Theme &theme, QWidget *parent = nullptr);

    /// The file as it was read; null while it is not.
    void setFile(const OpenedFillFile *opened, const FillFile *file);
    /// What the journal says would come of it; nothing while it is not known.
    void setOutcome(const std::optional<ImportOutcome> &outcome);
    /// Why it cannot be taken in, or that it was; empty takes it back.
    void setNote(const QString &note, bool isComplaint);
    QString note() const;
    /// The user leaves bad lines out.
    bool skipsBad() const;

signals:
    void skipChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Figure : quint8 { New, Known, Trades, Open, Net };
    static constexpr std::size_t figures = Net + 1;

    void fill();
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QLabel *m_title;
    std::array<FigureTile *, figures> m_tiles {};
    QCheckBox *m_skip;
    QLabel *m_notices;
    QLabel *m_note;
    std::optional<ImportOutcome> m_outcome;
    qint64 m_badLines = 0;
};

} // namespace tapeline
