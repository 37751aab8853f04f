#include "streamsession.h"

#include "streamencoder.h"

namespace tapeline {

void StreamSession::admit(const QString &key, const KeyGrant &grant)
{
    m_key = key;
    m_grant = grant;
    m_state = State::Ready;
}

bool StreamSession::hold(const std::string &pair, StreamKind kind)
{
    const bool isNew = m_pairs.insert(pair).second;
    if (isNew && kind == StreamKind::Quotes)
        ++m_quotePairs;
    return isNew;
}

bool StreamSession::release(const std::string &pair, StreamKind kind)
{
    const bool wasHeld = m_pairs.erase(pair) > 0;
    if (wasHeld && kind == StreamKind::Quotes)
        --m_quotePairs;
    return wasHeld;
}

void StreamSession::append(std::string_view object)
{
    m_frame += m_objects == 0 ? '[' : ',';
    m_frame += object;
    if (++m_objects >= objectsPerFrame)
        flush();
}

void StreamSession::flush()
{
    if (m_objects == 0)
        return;
    m_frame += ']';
    const std::size_t size = m_frame.size();
    m_transport.send(std::make_shared<const std::string>(std::move(m_frame)));
    m_frame.clear();
    m_frame.reserve(size + size / 4); // the next one is likely as long
    m_objects = 0;
}

void StreamSession::sendStatus(std::string_view status, std::string_view message)
{
    flush();
    std::string object;
    streamencoder::appendStatus(object, status, message);
    append(object);
    flush();
}

void StreamSession::refuse(std::string_view status, std::string_view message)
{
    sendStatus(status, message);
    m_state = State::Ended;
    m_transport.dropWhenSent();
}

void StreamSession::closeForPolicy(std::string_view status, std::string_view message)
{
    sendStatus(status, message);
    m_state = State::Ended;
    m_transport.closeForPolicy();
}

} // namespace tapeline
