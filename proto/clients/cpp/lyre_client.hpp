// A client of Lyre's services, for one thread. The wire is described in proto/README.md.
//
//     lyre::client::Session session("tcp://127.0.0.1:7100", "Speech");
//     lyre::client::speak(session, {}, "Hello.", [](const lyre::speech::v1::SpeakReply &reply) {
//       play(reply.audio().samples());
//       return true;
//     });
#pragma once

#include <functional>

#include "lyre/rpc/v1/health.pb.h"
#include "lyre/rpc/v1/reflection.pb.h"
#include "lyre/speech/v1/decoder.pb.h"
#include "lyre/speech/v1/speech.pb.h"
#include "lyre/speech/v1/text.pb.h"
#include "lyre/speech/v1/tokens.pb.h"
#include "session.hpp"

namespace lyre::client {

// "Service/Method", and its messages.
template <class RequestType, class ReplyType> struct Method {
  using Request = RequestType;
  using Reply = ReplyType;
  const char *name;
};

inline constexpr Method<speech::v1::SpeakRequest, speech::v1::SpeakReply> speakMethod{
    "Speech/Speak"};
inline constexpr Method<speech::v1::PrepareRequest, speech::v1::PrepareReply> prepareMethod{
    "Text/Prepare"};
inline constexpr Method<speech::v1::GenerateRequest, speech::v1::GenerateReply> generateMethod{
    "Tokens/Generate"};
inline constexpr Method<speech::v1::SessionsRequest, speech::v1::SessionsReply> sessionsMethod{
    "Tokens/Sessions"};
inline constexpr Method<speech::v1::DecodeRequest, speech::v1::DecodeReply> decodeMethod{
    "Decoder/Decode"};
inline constexpr Method<speech::v1::EncodeRequest, speech::v1::EncodeReply> encodeMethod{
    "Decoder/Encode"};
inline constexpr Method<rpc::v1::HealthRequest, rpc::v1::HealthReply> checkMethod{"Health/Check"};
inline constexpr Method<rpc::v1::HealthRequest, rpc::v1::HealthReply> watchMethod{"Health/Watch"};
inline constexpr Method<rpc::v1::ReflectionRequest, rpc::v1::ReflectionReply> describeMethod{
    "Reflection/Describe"};

// A call with its messages; see RawCall.
template <class Request, class Reply> class Call {
public:
  Call(Session &session, const Method<Request, Reply> &method,
       Milliseconds timeout = Milliseconds(0))
      : method(method.name), raw(session, method.name, timeout) {}

  void send(const Request &request, bool end = false) {
    raw.send(request.SerializeAsString(), end);
  }
  void finish() { raw.finish(); }
  void cancel() { raw.cancel(); }
  bool canSend() const { return raw.canSend(); }
  bool canReceive() const { return raw.canReceive(); }

  std::optional<Reply> receive() {
    auto payload = raw.receive();
    if (!payload) return std::nullopt;
    Reply reply;
    if (reply.ParseFromString(*payload)) return reply;
    raw.cancel();
    throw Error(Code::internal, "a reply of " + method + " is malformed", "bad_reply");
  }

private:
  std::string method;
  RawCall raw;
};

// One message there, one back.
template <class Request, class Reply>
Reply unary(Session &session, const Method<Request, Reply> &method, const Request &request,
            Milliseconds timeout = Milliseconds(0)) {
  Call<Request, Reply> call(session, method, timeout);
  call.send(request, true);
  if (auto reply = call.receive()) return *reply;
  throw Error(Code::internal, "the server ended the call without a reply", "bad_reply");
}

// Sends what `next` returns, until it returns nothing, and hands what comes to `take`, which
// returns false to give the call up. Neither waits for the other; `next` must not wait itself.
template <class Request, class Reply>
void converse(Session &session, Call<Request, Reply> &call,
              const std::function<std::optional<Request>()> &next,
              const std::function<bool(const Reply &)> &take) {
  std::optional<Request> request = next();
  while (true) {
    if (request && call.canSend()) {
      call.send(*request);
      if (!(request = next())) call.finish();
    } else if (!call.canReceive()) {
      session.step();
    } else {
      auto reply = call.receive();
      if (!reply) return;
      if (!take(*reply)) return call.cancel();
    }
  }
}

// Has a text, UTF-8, spoken.
void speak(Session &session, const speech::v1::SpeakStart &start, const std::string &text,
           const std::function<bool(const speech::v1::SpeakReply &)> &take,
           Milliseconds timeout = Milliseconds(0));

// Decodes codes, seven a frame, to samples: 16-bit, unless start says else.
void decode(Session &session, const speech::v1::DecodeStart &start,
            const std::vector<uint32_t> &codes,
            const std::function<bool(const std::string &samples)> &take,
            Milliseconds timeout = Milliseconds(0));

// Whether a service serves; without one, the whole server.
rpc::v1::HealthReply::ServingStatus checkHealth(Session &session, const std::string &service = "",
                                                Milliseconds timeout = Milliseconds(0));

} // namespace lyre::client
