#pragma once

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace tapeline {

class SymbolCatalog;
class Theme;

/// Where a symbol is typed, with what is known offered below. Enter takes the text as it stands, or
/// the row that was chosen; Escape goes back to the symbol shown.
class SymbolBox : public QLineEdit
{
    Q_OBJECT

public:
    SymbolBox(const Theme &theme, const SymbolCatalog &catalog, QWidget *parent = nullptr);

    /// What is shown while nobody types.
    void setSymbol(const QString &symbol);
    /// Takes the focus and starts with a text, such as a letter typed in a chart.
    void begin(const QString &text);

signals:
    /// As typed or chosen, in the service's spelling; not checked.
    void symbolEntered(const QString &symbol);
    /// Nothing was chosen: the focus should go back.
    void abandoned();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void offer(const QString &text);
    bool isOfferChosen() const;
    void take(const QString &symbol);
    void retranslate();

    const SymbolCatalog &m_catalog;
    QStandardItemModel *m_offers;
    QCompleter *m_completer;
    QString m_symbol;
};

} // namespace tapeline
