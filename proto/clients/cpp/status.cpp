#include "session.hpp"

namespace lyre::client {

const char *name(Code code) {
  static const char *names[] = {
      "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND",
      "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED",
      "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED"};
  return names[int(code)];
}

std::string Error::text() const {
  std::string text = std::string(what()) + " (" + name(code);
  if (!reason.empty()) text += ", " + reason;
  text += ")";
  if (retryAfter.count()) text += "; try again in " + std::to_string(retryAfter.count()) + " ms";
  return text;
}

} // namespace lyre::client
