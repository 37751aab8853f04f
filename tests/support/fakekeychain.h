#pragma once

#include "secretbackend.h"

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace tapeline {

/// A keychain that can be taken away, and that can keep its callers waiting as a real one does.
class FakeKeychain : public SecretBackend
{
public:
    struct State
    {
        bool available = true;
        bool slow = false; ///< answers only when answer() is called
        std::map<QString, QString> secrets;
        std::vector<std::function<void()>> waiting;

        void answer()
        {
            for (const auto &pending : std::exchange(waiting, {}))
                pending();
        }
    };

    explicit FakeKeychain(State &state)
        : m_state(state)
    {
    }

    void read(const QString &name, Read answer) override
    {
        later([this, name, answer] {
            if (!m_state.available)
                answer(unavailable());
            else if (const auto secret = m_state.secrets.find(name);
                     secret != m_state.secrets.end())
                answer(secret->second);
            else
                answer(Error { Error::Code::NotFound, {} });
        });
    }
    void write(const QString &name, const QString &secret, Done answer) override
    {
        later([this, name, secret, answer] {
            if (m_state.available)
                m_state.secrets[name] = secret;
            answer(m_state.available ? Result<void>() : Result<void>(unavailable()));
        });
    }
    void remove(const QString &name, Done answer) override
    {
        later([this, name, answer] {
            if (m_state.available)
                m_state.secrets.erase(name);
            answer(m_state.available ? Result<void>() : Result<void>(unavailable()));
        });
    }

private:
    static Error unavailable() { return { Error::Code::Storage, QStringLiteral("no keychain") }; }

    void later(std::function<void()> answer)
    {
        if (m_state.slow)
            m_state.waiting.push_back(std::move(answer));
        else
            answer();
    }

    State &m_state;
};

} // namespace tapeline
