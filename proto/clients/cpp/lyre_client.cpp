#include "lyre_client.hpp"

namespace lyre::client {

using namespace lyre::speech::v1;

// Of a message: far below 1 MiB, and whole frames of codes.
constexpr size_t bytesAtOnce = 16384, codesAtOnce = 7 * 1024;

void speak(Session &session, const SpeakStart &start, const std::string &text,
           const std::function<bool(const SpeakReply &)> &take, Milliseconds timeout) {
  bool hasStarted = false;
  size_t place = 0;
  auto next = [&]() -> std::optional<SpeakRequest> {
    SpeakRequest request;
    if (!hasStarted) {
      hasStarted = true;
      *request.mutable_start() = start;
      return request;
    }
    if (place == text.size()) return std::nullopt;
    size_t end = std::min(place + bytesAtOnce, text.size());
    // A character stays whole: its further bytes are 10xxxxxx.
    while (end < text.size() && end > place + 1 && (text[end] & 0xC0) == 0x80) --end;
    request.set_text(text.substr(place, end - place));
    place = end;
    return request;
  };
  Call call(session, speakMethod, timeout);
  converse<SpeakRequest, SpeakReply>(session, call, next, take);
}

void decode(Session &session, const DecodeStart &start, const std::vector<uint32_t> &codes,
            const std::function<bool(const std::string &)> &take, Milliseconds timeout) {
  bool hasStarted = false;
  size_t place = 0;
  auto next = [&]() -> std::optional<DecodeRequest> {
    DecodeRequest request;
    if (!hasStarted) {
      hasStarted = true;
      *request.mutable_start() = start;
      return request;
    }
    if (place == codes.size()) return std::nullopt;
    size_t end = std::min(place + codesAtOnce, codes.size());
    request.mutable_frames()->mutable_codes()->Add(codes.begin() + place, codes.begin() + end);
    place = end;
    return request;
  };
  Call call(session, decodeMethod, timeout);
  converse<DecodeRequest, DecodeReply>(
      session, call, next, [&](const DecodeReply &reply) { return take(reply.audio().samples()); });
}

rpc::v1::HealthReply::ServingStatus checkHealth(Session &session, const std::string &service,
                                                Milliseconds timeout) {
  rpc::v1::HealthRequest request;
  request.set_service(service);
  return unary(session, checkMethod, request, timeout).status();
}

} // namespace lyre::client
