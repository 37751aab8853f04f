#pragma once

#include "bookoptions.h"

#include <QMenu>

namespace tapeline {

/// The menu of an order book: what is shown, how many prices a row is, and how long a column of
/// the heat map.
class BookMenu : public QMenu
{
    Q_OBJECT

public:
    explicit BookMenu(QWidget *parent = nullptr);

    void setOptions(const BookOptions &options);

signals:
    /// Someone chose other ones.
    void chosen(const tapeline::BookOptions &options);

private:
    void fill();
    void addSwitch(const QString &text, const QString &name, bool BookOptions::*member);
    template<typename Values, typename Value>
    void addChoices(QMenu *menu, const Values &values, Value BookOptions::*member,
                    QString (*textOf)(Value));
    void choose(const BookOptions &options);

    BookOptions m_options;
};

} // namespace tapeline
