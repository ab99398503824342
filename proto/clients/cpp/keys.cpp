#include <fstream>

#include "session.hpp"

namespace lyre::client {

static std::string readKey(const std::string &path) {
  std::ifstream file(path);
  std::string key, rest;
  file >> key;
  uint8_t bytes[32];
  if (key.size() != 40 || file >> rest || !zmq_z85_decode(bytes, key.c_str()))
    throw std::invalid_argument("the file '" + path +
                                "' holds no key: 40 characters of Z85 in one line");
  return key;
}

Keys Keys::read(const std::string &serverFile, const std::string &keyFile) {
  char publicKey[41], secretKey[41];
  Keys keys;
  keys.server = readKey(serverFile);
  if (keyFile.empty()) {
    zmq_curve_keypair(publicKey, secretKey);
    keys.secretKey = secretKey;
  } else {
    keys.secretKey = readKey(keyFile);
    zmq_curve_public(publicKey, keys.secretKey.c_str());
  }
  keys.publicKey = publicKey;
  return keys;
}

} // namespace lyre::client
