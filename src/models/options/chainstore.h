#pragma once

#include "chainbook.h"
#include "chainport.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace tapeline {

class ChainStore;

/// One view's share in a chain: open as long as it is held.
class ChainView
{
public:
    ~ChainView();
    Q_DISABLE_COPY_MOVE(ChainView)

    ChainBook &book() const { return *m_book; }
    /// The contracts that this view shows, most important first.
    void setContracts(const QStringList &contracts);

private:
    friend class ChainStore;
    ChainView(ChainStore &store, ChainBook &book);

    QPointer<ChainStore> m_store;
    ChainBook *m_book;
    QStringList m_contracts;
};

/// The chains that are open: one an underlying, whoever looks. Must outlive the port's users, and
/// the views' books live in it.
class ChainStore : public QObject
{
    Q_OBJECT

public:
    /// port must outlive the store.
    explicit ChainStore(ChainPort &port, QObject *parent = nullptr);
    ~ChainStore() override;

    std::unique_ptr<ChainView> open(const QString &underlying);

public slots:
    void apply(const tapeline::ChainUpdate &update);

private:
    friend class ChainView;
    struct Chain
    {
        quint64 id = 0;
        std::unique_ptr<ChainBook> book;
        std::vector<ChainView *> views; ///< oldest first
    };

    Chain *chainOf(const ChainBook &book);
    void leave(ChainView &view);
    void tellView(const Chain &chain);

    ChainPort &m_port;
    std::vector<std::unique_ptr<Chain>> m_chains;
};

} // namespace tapeline
