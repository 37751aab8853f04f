#pragma once

#include "splitmix64.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tapeline::test {

/// Stream frames of every kind, most as the service writes them and some in every way it might:
/// other orders, missing, repeated and unknown fields, odd numbers and names, white space. Some are
/// damaged. The same on every run.
class RandomFrames
{
public:
    explicit RandomFrames(quint64 seed)
        : m_draws(seed)
    {
    }

    std::string next()
    {
        m_isTidy = oneIn(2);
        std::string frame = "[";
        for (quint64 count = 1 + below(6); count > 0; --count) {
            frame += object();
            frame += count > 1 ? "," : "";
        }
        frame += "]";
        if (oneIn(8))
            damage(frame);
        return frame;
    }

private:
    struct Member
    {
        std::string name;
        std::string value;
    };

    quint64 below(quint64 bound) { return m_draws.below(bound); }
    bool oneIn(quint64 bound) { return below(bound) == 0; }
    template<typename... Texts> std::string oneOf(Texts... texts)
    {
        return std::array { std::string(texts)... }[below(sizeof...(texts))];
    }

    std::string digits(quint64 count)
    {
        std::string text = std::to_string(1 + below(9));
        while (text.size() < count)
            text += static_cast<char>('0' + below(10));
        return text;
    }
    std::string whole(quint64 longest) { return oneIn(9) ? "0" : digits(1 + below(longest)); }
    std::string decimal()
    {
        const std::string fraction = oneIn(8) ? digits(1 + below(12)) : digits(1 + below(4));
        return oneIn(9) ? whole(6) : (oneIn(6) ? "0" : whole(oneIn(9) ? 12 : 5)) + "." + fraction;
    }
    std::string time()
    {
        const std::string ms = "1786629" + digits(6);
        return oneIn(20) ? ms + "000000" : oneIn(20) ? ms.substr(0, 10) : ms;
    }
    std::string quoted(const std::string &text) { return '"' + text + '"'; }
    std::string symbol()
    {
        return quoted(oneOf("A", "BAC", "IBM", "NVDA", "BRK.B", "BACpL", "ZVZZT",
                            "O:SPY261218C00650000", "O:A261218C00650000", "I:SPX", "ESZ6",
                            "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOP"));
    }
    std::string ids()
    {
        std::string list = "[";
        for (quint64 count = below(5); count > 0; --count)
            list += whole(oneIn(9) ? 6 : 2) + (count > 1 ? "," : "");
        return list + "]";
    }

    std::string levels()
    {
        std::string list = "[";
        for (quint64 count = below(6); count > 0; --count) {
            const bool isOdd = !m_isTidy && oneIn(40);
            list += isOdd ? odd() : "[" + decimal() + "," + (oneIn(9) ? odd() : decimal()) + "]";
            list += count > 1 ? "," : "";
        }
        return list + "]";
    }

    /// What no one expects there, and some of it is no JSON.
    std::string odd()
    {
        return oneOf("null", "true", "false", "-1", "-0.5", "1e2", "1.5E+3", "7e-1", "1e400",
                     "\"12\"", "\"1.50\"", "\"\"", "\"x\"", "\"a\\u0042\"", "\"\\\\\"", "\"\\n\"",
                     "\"+5\"", "\".5\"", "\"007\"", "[]", "{}", "[[1]]", "[{\"p\":1}]",
                     "{\"p\":[1,{\"s\":2}]}", "[1,\"2\",null]", "12345678901234567",
                     "9223372036854775808", "0.00000000001", "123456789.1234567", "0.12345678905",
                     "100.0", "1234567.89", "123456789012345", "-0", "0.0", "01", "1.", ".5", "-",
                     "+1", "1.5.5", "tru", "nul", "1x", "\"\xC3\xA9\"", "\"\xC3\"", "1 2", "\"a\"b",
                     "'1'", "1:2", "[1", "1]", "1,,2", "922337203.6854775807", "100000000000");
    }

    std::vector<Member> members()
    {
        const auto bar = [this](const char *ev, Member name) {
            return std::vector<Member> { { "ev", quoted(ev) }, name,
                                         { "v", whole(7) },    { "dv", quoted(decimal()) },
                                         { "av", whole(9) },   { "dav", quoted(decimal()) },
                                         { "op", decimal() },  { "vw", decimal() },
                                         { "o", decimal() },   { "c", decimal() },
                                         { "h", decimal() },   { "l", decimal() },
                                         { "a", decimal() },   { "z", whole(3) },
                                         { "n", whole(4) },    { "s", time() },
                                         { "e", time() } };
        };
        const auto trade = [this](const char *ev, Member name) {
            return std::vector<Member> {
                { "ev", quoted(ev) }, name,
                { "x", whole(2) },    { "i", quoted(digits(1 + below(12))) },
                { "z", whole(1) },    { "p", decimal() },
                { "s", whole(4) },    { "ds", quoted(decimal()) },
                { "c", ids() },       { "t", time() },
                { "pt", time() },     { "q", whole(8) },
                { "trfi", whole(3) }, { "trft", time() }
            };
        };
        const auto quote = [this](const char *ev, Member name) {
            return std::vector<Member> { { "ev", quoted(ev) }, name,
                                         { "bx", whole(3) },   { "bp", decimal() },
                                         { "bs", whole(4) },   { "ax", whole(3) },
                                         { "ap", decimal() },  { "as", whole(4) },
                                         { "c", whole(2) },    { "i", ids() },
                                         { "t", time() },      { "pt", time() },
                                         { "q", whole(9) },    { "z", whole(1) } };
        };
        const Member sym { "sym", symbol() };
        const Member upperT { "T", symbol() };
        const Member coin { "pair", quoted(oneOf("BTC-USD", "ETH-USD", "ETH-BTC")) };
        const Member forex { "pair", quoted(oneOf("EUR/USD", "USD/JPY", "EUR/GBP")) };
        switch (below(21)) {
        case 0:
            return bar("A", sym);
        case 1:
            return bar("AM", sym);
        case 2:
            return bar("CA", forex);
        case 3:
            return bar("CAS", forex);
        case 4:
            return bar("XA", coin);
        case 5:
            return bar("XAS", coin);
        case 6:
            return trade("XT", coin);
        case 7:
            return quote("XQ", coin);
        case 8:
            return { { "ev", quoted("C") }, { "p", forex.value }, { "x", whole(2) },
                     { "b", decimal() },    { "a", decimal() },   { "t", time() } };
        case 9:
            return { { "ev", quoted("LULD") }, upperT,           { "h", decimal() },
                     { "l", decimal() },       { "i", ids() },   { "z", whole(1) },
                     { "t", time() },          { "q", whole(9) } };
        case 10:
            return { { "ev", quoted("NOI") },
                     upperT,
                     { "t", time() },
                     { "at", whole(4) },
                     { "a", quoted(oneOf("M", "O", "C")) },
                     { "x", whole(2) },
                     { "o", oneOf("-480", "12", "0") },
                     { "p", whole(5) },
                     { "b", decimal() } };
        case 11:
            return { { "ev", quoted("V") }, { "val", decimal() }, upperT, { "t", time() } };
        case 12:
            return { { "ev", quoted("status") },
                     { "status", quoted(oneOf("success", "error")) },
                     { "message", quoted(oneOf("subscribed to: T.*", "a\\u00e9\\\"b", "")) } };
        case 13:
            return { { "ev", quoted(oneOf("FMV", "T1", "TTTTTTTTTTTT", "")) }, sym };
        case 14:
            return { { "ev", quoted("XL2") }, coin,
                     { "b", levels() },       { "a", levels() },
                     { "t", time() },         { "x", whole(2) },
                     { "r", time() } };
        case 15:
        case 16:
        case 17:
            return trade("T", sym);
        default:
            return quote("Q", sym);
        }
    }

    std::string object()
    {
        std::vector<Member> all = members();
        if (oneIn(3))
            std::erase_if(all, [this](const Member &) { return oneIn(6); });
        if (!m_isTidy && oneIn(2))
            disturb(all);
        std::string text = "{";
        for (std::size_t i = 0; i < all.size(); ++i) {
            text += space() + quoted(all[i].name) + space() + ":" + space() + all[i].value;
            text += space() + (i + 1 < all.size() ? "," : "");
        }
        return text + "}";
    }

    void disturb(std::vector<Member> &all)
    {
        if (oneIn(3)) {
            for (std::size_t i = all.size(); i > 1; --i)
                std::swap(all[i - 1], all[below(i)]);
        }
        if (oneIn(3) && !all.empty())
            all[below(all.size())].value = odd();
        if (oneIn(4) && !all.empty())
            all.push_back({ all[below(all.size())].name, whole(4) });
        if (oneIn(4))
            all.insert(all.begin() + std::ptrdiff_t(below(all.size() + 1)),
                       { oneOf("zz", "abcdefghijk", "", "\\u0070", "e\\v", "symbol", "T"),
                         oneIn(2) ? odd() : decimal() });
    }

    std::string space()
    {
        return m_isTidy || !oneIn(60) ? std::string() : oneOf(" ", "  ", "\n", "\t", "\r\n");
    }

    void damage(std::string &frame)
    {
        const std::size_t at = below(frame.size());
        switch (below(5)) {
        case 0:
            frame[at] = static_cast<char>(below(256));
            break;
        case 1:
            frame.insert(at, 1, "{}[],:\"\\0 .-e"[below(13)]);
            break;
        case 2:
            frame.erase(at, 1 + below(4));
            break;
        case 3:
            frame += oneOf("]", " ", ",", "{}", "[]", "x");
            break;
        default:
            frame.resize(at);
        }
    }

    SplitMix64 m_draws;
    bool m_isTidy = true;
};

} // namespace tapeline::test
