// A session with a Lyre server and its calls, by bytes. Programs use lyre_client.hpp.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

#include <zmq.hpp>

#include "lyre/rpc/v1/frame.pb.h"

namespace lyre::client {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

inline constexpr size_t maximumPayload = 1 << 20;
// What the server may send before it needs credit.
inline constexpr uint32_t streamWindow = 256 << 10, connectionWindow = 4 << 20;

// gRPC's codes.
enum class Code {
  ok, cancelled, unknown, invalidArgument, deadlineExceeded, notFound, alreadyExists,
  permissionDenied, resourceExhausted, failedPrecondition, aborted, outOfRange, unimplemented,
  internal, unavailable, dataLoss, unauthenticated
};

const char *name(Code code);

// A call, or a whole session, that did not end well. what() is one sentence for a person.
struct Error : std::runtime_error {
  Error(Code code, const std::string &message, std::string reason, bool neverStarted = false,
        Milliseconds retryAfter = Milliseconds(0))
      : std::runtime_error(message), code(code), reason(std::move(reason)),
        neverStarted(neverStarted), retryAfter(retryAfter) {}

  Code code;
  // A word for programs.
  std::string reason;
  // The call had no effect: it may be sent again, elsewhere if possible,
  bool neverStarted;
  // after so long, where the server said so.
  Milliseconds retryAfter;

  // The sentence, the code's name, the reason, and when to try again.
  std::string text() const;
};

// CURVE keys in Z85.
struct Keys {
  std::string server, publicKey, secretKey;

  // From files with one line: the server's public key and the own secret one, or a new one for
  // servers that let anybody in. Throws std::invalid_argument where a file holds no key.
  static Keys read(const std::string &serverFile, const std::string &keyFile = "");
};

// What a message costs: its bytes and 64 more.
inline int64_t cost(const std::string &payload) { return int64_t(payload.size()) + 64; }

// What may be sent before the server grants more. The last message may take it below zero.
class SendWindow {
public:
  explicit SendWindow(int64_t size) : size(size), balance(size) {}
  bool isOpen() const { return balance > 0; }
  void spend(int64_t bytes) { balance -= bytes; }
  void grant(int64_t bytes) { balance = std::min(balance + bytes, size); }

private:
  int64_t size, balance;
};

// What the server may send, and what it is to be granted.
class ReceiveWindow {
public:
  explicit ReceiveWindow(int64_t size) : size(size), balance(size) {}
  // False when the server had no credit left to send this.
  bool receive(int64_t bytes);
  // The credit to grant now: nothing until half of the window was read.
  uint32_t read(int64_t bytes);

private:
  int64_t size, balance, consumed = 0;
};

class Session;

// A call, which begins with its first message. It must not outlive its session; a call that has
// not ended is cancelled when it goes.
class RawCall {
public:
  // timeout: until its deadline; 0 for none.
  RawCall(Session &session, std::string method, Milliseconds timeout);
  RawCall(const RawCall &) = delete;
  ~RawCall();

  // Sends a message as soon as there is credit for it; end: the last one.
  void send(const std::string &payload, bool end = false);
  // No further messages will be sent.
  void finish();
  // The next message, or nothing behind the last one of a call that ended well.
  std::optional<std::string> receive();
  // Gives the call up, if it has not ended.
  void cancel();

  // True where there is credit to send, and where receive() would not wait.
  bool canSend() const;
  bool canReceive() const { return !inbound.empty() || hasEnded; }

private:
  friend class Session;
  void check() const;
  void write(const std::string *payload, bool end);
  std::string read();
  void giveUp(const Error &error);
  void end(std::optional<Error> error);

  Session &session;
  std::string method;
  std::optional<Clock::time_point> deadline;
  // 0 until it was opened.
  uint32_t stream = 0;
  bool hasFinished = false, hasEnded = false;
  // Why it ended, where it did not end well.
  std::optional<Error> error;
  std::deque<std::string> inbound;
  SendWindow sendWindow;
  ReceiveWindow receiveWindow;
};

// One connection to a server, for one thread. It never connects again by itself: once it has ended,
// its calls fail with the reason, and a program that goes on makes a new session.
//
// All happens in the calls' functions and in step(), which answer the server's signs of life, too:
// a program that is silent for 6 seconds is given up by the server.
class Session {
public:
  // endpoint: such as tcp://127.0.0.1:7100; service: what it has to offer.
  explicit Session(const std::string &endpoint, const std::string &service = "",
                   const std::optional<Keys> &keys = std::nullopt,
                   const std::string &client = "lyre-client for C++");
  Session(const Session &) = delete;
  // Says good-bye; calls that have not ended are cancelled.
  ~Session();

  // Waits for something to come, at most so long, and does what is due.
  void step(Milliseconds longest = Milliseconds(2000));
  // Makes whoever waits throw CANCELLED. The only function that signal handlers and other threads
  // may call.
  void interrupt() { isInterrupted = true; }

  // The server takes no further calls: make them elsewhere.
  bool isDraining() const { return draining; }
  // What the server said of itself, and how busy it is.
  const lyre::rpc::v1::Welcome &server() const { return welcome; }
  const lyre::rpc::v1::Load &load() const { return lastLoad; }

private:
  friend class RawCall;
  using Frame = lyre::rpc::v1::Frame;

  void checkOpen() const;
  uint32_t number(RawCall &call);
  void forget(RawCall &call);
  void wasRead(int64_t bytes);
  void grant(uint32_t stream, uint32_t bytes);
  void transmit(Frame frame, const std::string &payload = "");
  void leave();

  bool receiveOne();
  void take(const std::string &header, std::string payload);
  void takeHandshake(const Frame &frame);
  void takeMessage(const Frame &frame, std::string payload);
  void watch();
  void tick();
  void reset(const std::string &reason);
  void violate(const std::string &reason);
  void end(const Error &error);

  zmq::context_t context;
  zmq::socket_t socket, monitor;
  const bool hasKeys;
  std::atomic<bool> isInterrupted = false;
  bool isConnected = false, draining = false;
  uint64_t id = 0, sent = 0, received = 0;
  uint32_t lastStream = 0;
  // Those that have not ended, and those of them that were opened.
  std::set<RawCall *> live;
  std::map<uint32_t, RawCall *> calls;
  std::optional<Error> error;
  Clock::time_point heard, asked;
  SendWindow sendWindow;
  ReceiveWindow receiveWindow;
  lyre::rpc::v1::Welcome welcome;
  lyre::rpc::v1::Load lastLoad;
};

} // namespace lyre::client
