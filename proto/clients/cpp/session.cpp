#include "session.hpp"

#include <netdb.h>

#include <vector>

namespace lyre::client {

using namespace lyre::rpc::v1;

namespace {

constexpr size_t maximumHeader = 4 << 10;
constexpr uint32_t lastStreamOfAll = 1u << 31;
constexpr std::chrono::seconds handshakeTimeout(5), pingInterval(2), deadAfter(6);
constexpr auto monitorName = "inproc://monitor";

Error drainingError() {
  return Error(Code::unavailable, "the server is shutting down", "draining", true);
}

Error keysError(const char *message) {
  return Error(Code::unauthenticated, message, "keys", true);
}

Error foreignError() {
  return Error(Code::failedPrecondition, "what answers there is no Lyre server", "foreign", true);
}

// An endpoint with a number as its host: libzmq's own look-up stops its thread for seconds.
std::string resolve(const std::string &endpoint) {
  std::string address = endpoint.rfind("tcp://", 0) == 0 ? endpoint.substr(6) : endpoint;
  size_t colon = address.rfind(':');
  std::string host = address.substr(0, colon);
  std::string port = colon == std::string::npos ? "" : address.substr(colon + 1);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  bool isPort = !port.empty() && port.size() <= 5 &&
                port.find_first_not_of("0123456789") == std::string::npos;
  if (host.empty() || !isPort || std::stoi(port) < 1 || std::stoi(port) > 65535)
    throw Error(Code::invalidArgument,
                "'" + endpoint + "' is no endpoint such as tcp://127.0.0.1:7100", "address", true);
  if (int failure = getaddrinfo(host.c_str(), nullptr, &hints, &found))
    throw Error(Code::unavailable,
                "the host '" + host + "' is not known: " + gai_strerror(failure), "dns", true);
  char number[NI_MAXHOST];
  getnameinfo(found->ai_addr, found->ai_addrlen, number, sizeof number, nullptr, 0,
              NI_NUMERICHOST);
  freeaddrinfo(found);
  host = number;
  return "tcp://" + (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + port;
}

// Whether a server sends frames of this kind, and with this body.
bool isFromServer(const Frame &frame) {
  auto body = frame.body_case();
  switch (frame.kind()) {
  case KIND_WELCOME: return body == Frame::kWelcome;
  case KIND_DATA: return body == Frame::BODY_NOT_SET;
  case KIND_STATUS: return body == Frame::kStatus || body == Frame::BODY_NOT_SET;
  case KIND_CREDIT: return body == Frame::kCredit;
  case KIND_PING:
  case KIND_PONG: return body == Frame::kNonce || body == Frame::BODY_NOT_SET;
  case KIND_GOAWAY: return body == Frame::kGoaway;
  case KIND_LOAD: return body == Frame::kLoad;
  case KIND_RESET: return body == Frame::kReset || body == Frame::BODY_NOT_SET;
  default: return false;
  }
}

std::optional<Error> outcome(const Status &status) {
  if (status.code() == 0) return std::nullopt;
  Code code = status.code() <= 16 ? Code(status.code()) : Code::unknown;
  return Error(code, status.message(), status.reason(), status.never_started(),
               Milliseconds(status.retry_after_ms()));
}

} // namespace

Session::Session(const std::string &endpoint, const std::string &service,
                 const std::optional<Keys> &keys, const std::string &client)
    : socket(context, zmq::socket_type::dealer), monitor(context, zmq::socket_type::pair),
      hasKeys(keys.has_value()), heard(Clock::now()), asked(heard), sendWindow(0),
      receiveWindow(connectionWindow) {
  std::string address = resolve(endpoint);
  // libzmq would send old frames again, to whoever has the address next.
  socket.set(zmq::sockopt::reconnect_ivl, -1);
  socket.set(zmq::sockopt::ipv6, address.find('[') != std::string::npos);
  socket.set(zmq::sockopt::maxmsgsize, int64_t(maximumPayload));
  // What waits to be sent is bounded by the server's credit, not by a number of messages.
  socket.set(zmq::sockopt::sndhwm, 0);
  // Milliseconds for the last words: CANCEL, GOAWAY, RESET.
  socket.set(zmq::sockopt::linger, 100);
  if (keys) {
    socket.set(zmq::sockopt::curve_serverkey, keys->server);
    socket.set(zmq::sockopt::curve_publickey, keys->publicKey);
    socket.set(zmq::sockopt::curve_secretkey, keys->secretKey);
  }
  zmq_socket_monitor(socket.handle(), monitorName,
                     ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_CLOSED | ZMQ_EVENT_DISCONNECTED |
                         ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                         ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH);
  monitor.connect(monitorName);
  socket.connect(address);

  Frame frame;
  frame.set_kind(KIND_HELLO);
  Hello &hello = *frame.mutable_hello();
  hello.set_lowest_version(1);
  hello.set_highest_version(1);
  hello.set_service(service);
  hello.set_client(client);
  hello.set_stream_window(streamWindow);
  hello.set_connection_window(connectionWindow);
  transmit(std::move(frame));
  while (!id) {
    auto left = std::chrono::ceil<Milliseconds>(heard + handshakeTimeout - Clock::now());
    if (left.count() <= 0)
      throw Error(Code::unavailable,
                  "the peer did not answer within 5 seconds: is it a Lyre server?",
                  "handshake_timeout", true);
    step(left);
    if (error) throw *error;
  }
}

Session::~Session() { leave(); }

// MARK: What calls ask of it

void Session::checkOpen() const {
  if (error) {
    Error reason = *error;
    reason.neverStarted = true;
    throw reason;
  }
  if (draining || lastStream == lastStreamOfAll) throw drainingError();
}

uint32_t Session::number(RawCall &call) {
  calls[++lastStream] = &call;
  return lastStream;
}

void Session::forget(RawCall &call) {
  live.erase(&call);
  calls.erase(call.stream);
  if (draining && calls.empty()) leave();
}

void Session::wasRead(int64_t bytes) {
  if (uint32_t granted = receiveWindow.read(bytes)) grant(0, granted);
}

void Session::grant(uint32_t stream, uint32_t bytes) {
  Frame frame;
  frame.set_kind(KIND_CREDIT);
  frame.set_stream(stream);
  frame.mutable_credit()->set_bytes(bytes);
  transmit(std::move(frame));
}

// Numbers a frame and sends it; HELLO and RESET have no number.
void Session::transmit(Frame frame, const std::string &payload) {
  if (error) return;
  frame.set_session(id);
  if (frame.kind() != KIND_HELLO && frame.kind() != KIND_RESET) frame.set_sequence(++sent);
  std::string header = frame.SerializeAsString();
  // Where nothing can be sent the connection is lost, which the monitor tells.
  if (socket.send(zmq::buffer(header), zmq::send_flags::sndmore | zmq::send_flags::dontwait))
    socket.send(zmq::buffer(payload), zmq::send_flags::dontwait);
}

void Session::leave() {
  if (error) return;
  while (!calls.empty()) calls.begin()->second->cancel();
  // A server that drains was left with the last of them.
  if (error) return;
  if (id) {
    Frame frame;
    frame.set_kind(KIND_GOAWAY);
    frame.mutable_goaway()->set_reason("the client has finished");
    transmit(std::move(frame));
  }
  end(draining ? drainingError()
               : Error(Code::cancelled, "the session was closed", "shutdown"));
}

// MARK: What comes

void Session::step(Milliseconds longest) {
  if (error) return;
  auto due = Clock::now() + longest;
  if (id) due = std::min(due, std::max(heard, asked) + pingInterval);
  for (RawCall *call : live)
    if (call->deadline) due = std::min(due, *call->deadline);
  auto wait = std::max(Milliseconds(0), std::chrono::ceil<Milliseconds>(due - Clock::now()));
  zmq::pollitem_t items[] = {{socket.handle(), 0, ZMQ_POLLIN, 0},
                             {monitor.handle(), 0, ZMQ_POLLIN, 0}};
  try {
    zmq::poll(items, 2, isInterrupted ? Milliseconds(0) : wait);
  } catch (const zmq::error_t &failure) {
    if (failure.num() != EINTR) throw;
  }
  if (isInterrupted)
    throw Error(Code::cancelled, "the program was interrupted", "interrupted");
  // First what has come: it counts even if the connection is lost by now, and it may have waited
  // while this program was busy with something else.
  while (!error && receiveOne()) {}
  if (!error) watch();
  if (!error) tick();
}

// Takes a message that is there.
bool Session::receiveOne() {
  std::vector<std::string> parts;
  bool isWhole = false;
  while (!isWhole) {
    zmq::message_t part;
    if (!socket.recv(part, zmq::recv_flags::dontwait)) return false;
    isWhole = !part.more();
    // What is no frame of two, with a delimiter at most, need not be kept.
    if (parts.size() < 4) parts.push_back(part.to_string());
  }
  heard = Clock::now();
  if (parts.size() == 3 && parts[0].empty()) parts.erase(parts.begin());
  if (parts.size() == 2 && parts[0].size() <= maximumHeader && parts[1].size() <= maximumPayload)
    take(parts[0], std::move(parts[1]));
  else
    end(foreignError());
  return true;
}

void Session::take(const std::string &header, std::string payload) {
  Frame frame;
  if (!frame.ParseFromString(header)) return end(foreignError());
  if (!isFromServer(frame))
    return violate("a server sends no frame of kind " + std::to_string(frame.kind()) +
                   " with such a body");
  if (!id) return takeHandshake(frame);
  if (frame.kind() == KIND_RESET)
    return end(Error(Code::unavailable, "the server ended the session: " + frame.reset().reason(),
                     "reset"));
  if (frame.session() != id) return violate("the frame is of another session");
  if (frame.sequence() != received + 1) {
    std::string reason =
        "a frame is missing before number " + std::to_string(frame.sequence());
    reset(reason);
    return end(Error(Code::dataLoss, reason, "missing_frame"));
  }
  received = frame.sequence();

  switch (frame.kind()) {
  case KIND_DATA:
  case KIND_STATUS: return takeMessage(frame, std::move(payload));
  case KIND_CREDIT:
    if (!frame.stream())
      sendWindow.grant(frame.credit().bytes());
    else if (auto call = calls.find(frame.stream()); call != calls.end())
      call->second->sendWindow.grant(frame.credit().bytes());
    return;
  case KIND_PING: {
    Frame pong;
    pong.set_kind(KIND_PONG);
    pong.set_nonce(frame.nonce());
    return transmit(std::move(pong));
  }
  case KIND_LOAD: lastLoad = frame.load(); return;
  case KIND_GOAWAY:
    draining = true;
    if (calls.empty()) leave();
    return;
  case KIND_WELCOME: return violate("a handshake came twice");
  default: return;
  }
}

void Session::takeHandshake(const Frame &frame) {
  if (frame.kind() == KIND_RESET)
    return end(Error(Code::failedPrecondition, frame.reset().reason(), "refused", true));
  if (frame.kind() != KIND_WELCOME || !frame.session() || frame.welcome().version() != 1)
    return violate("a session begins with a WELCOME of version 1");
  id = frame.session();
  welcome = frame.welcome();
  sendWindow = SendWindow(welcome.connection_window());
}

// DATA or STATUS: a message, the end of a call, or both.
void Session::takeMessage(const Frame &frame, std::string payload) {
  std::string stream = "stream " + std::to_string(frame.stream());
  if (!frame.stream() || frame.stream() > lastStream) return violate(stream + " was never opened");
  auto found = calls.find(frame.stream());
  RawCall *call = found == calls.end() ? nullptr : found->second;
  // A reply with STATUS does not wait for credit.
  bool isStatus = frame.kind() == KIND_STATUS;
  if (!frame.no_message()) {
    if (!receiveWindow.receive(cost(payload)) && !isStatus)
      return violate("more bytes came than the connection had credit for");
    if (!call) {
      // It crossed with the end of its call.
      wasRead(cost(payload));
    } else {
      if (!call->receiveWindow.receive(cost(payload)) && !isStatus)
        return violate("more bytes came than " + stream + " had credit for");
      call->inbound.push_back(std::move(payload));
    }
  }
  if (call && isStatus) call->end(outcome(frame.status()));
}

// Asks the monitor whether there still is a connection.
void Session::watch() {
  zmq::message_t event, address;
  while (monitor.recv(event, zmq::recv_flags::dontwait)) {
    (void)monitor.recv(address, zmq::recv_flags::dontwait);
    switch (*event.data<uint16_t>()) {
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: isConnected = true; continue;
    case ZMQ_EVENT_CLOSED:
      return end(isConnected
                     ? Error(Code::unavailable, "the connection was lost", "connection_lost")
                     : Error(Code::unavailable, "nobody listens there", "refused", true));
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH:
      return end(keysError("the server does not allow this key"));
    default:
      if (isConnected)
        return end(Error(Code::unavailable, "the connection was lost", "connection_lost"));
      if (hasKeys)
        return end(
            keysError("the server has another public key than this one, or asks for none"));
      if (*event.data<uint16_t>() == ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL)
        return end(keysError("the server asks for keys"));
      return end(foreignError());
    }
  }
}

// Does what is due: deadlines, signs of life.
void Session::tick() {
  auto now = Clock::now();
  std::vector<RawCall *> late;
  for (RawCall *call : live)
    if (call->deadline && *call->deadline <= now) late.push_back(call);
  for (RawCall *call : late)
    call->giveUp(Error(Code::deadlineExceeded, "the call's deadline has passed", "deadline",
                       !call->stream));
  if (!id || error) return;
  if (now - heard >= deadAfter)
    return end(Error(Code::unavailable, "the server has been silent for 6 seconds", "silent"));
  if (now - std::max(heard, asked) < pingInterval) return;
  asked = now;
  Frame ping;
  ping.set_kind(KIND_PING);
  ping.set_nonce(sent);
  transmit(std::move(ping));
}

// MARK: The end

void Session::reset(const std::string &reason) {
  Frame frame;
  frame.set_kind(KIND_RESET);
  frame.mutable_reset()->set_reason(reason);
  transmit(std::move(frame));
}

// The server broke a rule: tells it which, and ends.
void Session::violate(const std::string &reason) {
  reset(reason);
  end(Error(Code::internal, "the server broke the protocol: " + reason, "violation"));
}

void Session::end(const Error &reason) {
  if (error) return;
  error = reason;
  while (!live.empty()) {
    Error own = reason;
    own.neverStarted |= !(*live.begin())->stream;
    (*live.begin())->end(own);
  }
  zmq_socket_monitor(socket.handle(), nullptr, 0);
  socket.close();
}

} // namespace lyre::client
