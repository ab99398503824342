#include "session.hpp"

namespace lyre::client {

using namespace lyre::rpc::v1;

bool ReceiveWindow::receive(int64_t bytes) {
  bool isAllowed = balance > 0;
  balance -= bytes;
  return isAllowed;
}

uint32_t ReceiveWindow::read(int64_t bytes) {
  consumed += bytes;
  if (consumed < size / 2) return 0;
  uint32_t granted = uint32_t(consumed);
  consumed = 0;
  balance += granted;
  return granted;
}

RawCall::RawCall(Session &session, std::string method, Milliseconds timeout)
    : session(session), method(std::move(method)), sendWindow(session.welcome.stream_window()),
      receiveWindow(streamWindow) {
  if (timeout.count()) deadline = Clock::now() + timeout;
  try {
    session.checkOpen();
    session.live.insert(this);
  } catch (const Error &reason) {
    hasEnded = true;
    error = reason;
  }
}

RawCall::~RawCall() {
  cancel();
  // Nobody wants these any more; the connection's credit for them is due all the same.
  while (!inbound.empty()) read();
}

void RawCall::check() const {
  if (hasFinished) throw std::logic_error("a message was sent behind the last one of its call");
  if (error) throw *error;
  if (hasEnded)
    throw Error(Code::cancelled, "the server has ended the call and takes no further messages",
                "ended");
  if (!stream) session.checkOpen();
}

bool RawCall::canSend() const {
  return !hasFinished && !hasEnded && sendWindow.isOpen() && session.sendWindow.isOpen();
}

void RawCall::send(const std::string &payload, bool end) {
  if (payload.size() > maximumPayload)
    throw Error(Code::resourceExhausted,
                "a message of " + std::to_string(payload.size()) + " bytes exceeds 1 MiB",
                "message_too_large");
  check();
  while (!canSend()) {
    session.step();
    check();
  }
  write(&payload, end);
}

void RawCall::finish() {
  // A server that has ended the call well need not be told.
  if (hasFinished || (hasEnded && !error)) return;
  check();
  write(nullptr, true);
}

std::optional<std::string> RawCall::receive() {
  while (!canReceive()) session.step();
  if (!inbound.empty()) return read();
  if (error) throw *error;
  return std::nullopt;
}

void RawCall::cancel() {
  giveUp(Error(Code::cancelled, "the call was cancelled", "cancelled", !stream));
}

void RawCall::write(const std::string *payload, bool end) {
  hasFinished = end;
  if (payload) {
    sendWindow.spend(cost(*payload));
    session.sendWindow.spend(cost(*payload));
  }
  Frame frame;
  frame.set_kind(KIND_DATA);
  frame.set_end(end);
  frame.set_no_message(!payload);
  if (!stream) {
    stream = session.number(*this);
    frame.set_kind(KIND_OPEN);
    frame.mutable_open()->set_method(method);
    if (deadline) {
      auto left = std::chrono::ceil<Milliseconds>(*deadline - Clock::now()).count();
      frame.mutable_open()->set_timeout_ms(uint32_t(std::max<int64_t>(1, left)));
    }
  }
  frame.set_stream(stream);
  session.transmit(std::move(frame), payload ? *payload : "");
}

// Takes a message off, and grants credit: for the stream only while more may come on it.
std::string RawCall::read() {
  std::string payload = std::move(inbound.front());
  inbound.pop_front();
  uint32_t granted = receiveWindow.read(cost(payload));
  if (granted && !hasEnded) session.grant(stream, granted);
  session.wasRead(cost(payload));
  return payload;
}

void RawCall::giveUp(const Error &error) {
  if (hasEnded) return;
  if (stream) {
    Frame frame;
    frame.set_kind(KIND_CANCEL);
    frame.set_stream(stream);
    session.transmit(std::move(frame));
  }
  end(error);
}

void RawCall::end(std::optional<Error> outcome) {
  hasEnded = true;
  error = std::move(outcome);
  session.forget(*this);
}

} // namespace lyre::client
