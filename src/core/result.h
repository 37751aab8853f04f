#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace tapeline {

/// What went wrong, for code; detail is for the log and never shown untranslated.
struct Error
{
    enum class Code {
        InvalidArgument, ///< the caller's value is out of its documented range
        Malformed,       ///< text or bytes that are not what they should be
        Overflow,        ///< the exact result does not fit its type
        NotFound,        ///< no such symbol, file, row
        Network,         ///< no answer, a broken answer, a time-out
        Unauthorized,    ///< the key is missing or refused
        NotEntitled,     ///< the plan does not include it
        RateLimited,     ///< asked too often
        Rejected,        ///< understood and refused for another reason
        Storage,         ///< a file or database failed
        Cancelled        ///< no one waits for it any more
    };

    Code code = Code::InvalidArgument;
    QString detail;
};

/// A value or the reason there is none. Mirrors the std::expected names we use (C++23).
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): reads like std::expected
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_data(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_data.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &operator*() const & { return *std::get_if<0>(&m_data); }
    T &operator*() & { return *std::get_if<0>(&m_data); }
    T &&operator*() && { return std::move(*std::get_if<0>(&m_data)); }
    const T *operator->() const { return std::get_if<0>(&m_data); }
    T *operator->() { return std::get_if<0>(&m_data); }
    T value_or(T fallback) const { return has_value() ? **this : std::move(fallback); }
    const Error &error() const { return *std::get_if<1>(&m_data); }

private:
    std::variant<T, Error> m_data;
};

/// Success, or the reason there is none.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace tapeline
