// lyre-client: speaks, decodes and asks for health.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "lyre_client.hpp"

using namespace lyre::client;

static const char *usage =
    R"(usage: lyre-client speak ENDPOINT [TEXT] [-o FILE] [--voice NAME] [--seed N]
       lyre-client decode ENDPOINT --codes FILE [-o FILE] [--noise SEED|off]
       lyre-client health ENDPOINT [--service NAME]
all take --timeout SECONDS, and for CURVE --server-key FILE (public) and --key FILE (own, secret)
TEXT is standard input when there is none; --seconds N cancels a call after so much sound
)";

// A WAV file of 24 kHz, mono, 16 bits. It is written aside: nothing is left where a call fails.
class WAVFile {
public:
  explicit WAVFile(const std::string &path)
      : path(path), aside(path + "." + std::to_string(getpid())), file(aside, std::ios::binary) {
    header();
    check();
  }
  ~WAVFile() { std::remove(aside.c_str()); }

  void append(const std::string &samples) {
    file << samples;
    bytes += uint32_t(samples.size());
  }
  double seconds() const { return bytes / 48000.0; }

  void finish() {
    file.seekp(0);
    header();
    file.close();
    check();
    if (std::rename(aside.c_str(), path.c_str())) file.setstate(std::ios::failbit);
    check();
  }

private:
  void check() const {
    if (!file) throw std::runtime_error("the file '" + path + "' cannot be written");
  }
  void number(uint32_t value, int width) {
    for (; width > 0; --width, value >>= 8) file.put(char(value & 255));
  }
  void header() {
    file << "RIFF";
    number(bytes + 36, 4);
    file << "WAVEfmt ";
    number(16, 4);    // bytes of the format
    number(1, 2);     // integers
    number(1, 2);     // channels
    number(24000, 4); // samples a second
    number(48000, 4); // bytes a second
    number(2, 2);     // bytes a sample
    number(16, 2);    // bits of it
    file << "data";
    number(bytes, 4);
  }

  std::string path, aside;
  std::ofstream file;
  uint32_t bytes = 0;
};

struct Options {
  std::string command, endpoint;
  std::optional<std::string> text;
  std::map<std::string, std::string> values{{"-o", "speech.wav"}};

  Options(int count, char **words) {
    const std::map<std::string, std::string> known = {
        {"speak", " --voice --seed -o --seconds "},
        {"decode", " --codes --noise -o --seconds "},
        {"health", " --service "}};
    std::vector<std::string> plain;
    if (count > 1) command = words[1];
    if (!known.count(command)) throw std::invalid_argument(usage);
    std::string allowed = known.at(command) + " --timeout --server-key --key ";
    for (int place = 2; place < count; ++place) {
      std::string word = words[place];
      if (word.empty() || word[0] != '-') {
        plain.push_back(word);
      } else if (allowed.find(" " + word + " ") == std::string::npos || place + 1 == count) {
        throw std::invalid_argument(usage);
      } else {
        values[word] = words[++place];
      }
    }
    if (plain.empty() || plain.size() > (command == "speak" ? 2 : 1) ||
        (command == "decode" && !values.count("--codes")) ||
        (values.count("--key") && !values.count("--server-key")))
      throw std::invalid_argument(usage);
    endpoint = plain[0];
    if (plain.size() == 2) text = plain[1];
  }

  std::string value(const std::string &name) const {
    auto found = values.find(name);
    return found == values.end() ? "" : found->second;
  }
  // The number that an option has, or the default.
  template <class Number> Number number(const std::string &name, Number otherwise) const {
    std::istringstream text(value(name));
    Number number = otherwise;
    if (!value(name).empty() && !(text >> number && text.peek() == EOF))
      throw std::runtime_error("'" + value(name) + "' is no number for " + name);
    return number;
  }
  Milliseconds timeout() const { return Milliseconds(int64_t(1000 * number("--timeout", 0.0))); }
};

static Session *running = nullptr;

static int run(const Options &options) {
  std::optional<Keys> keys;
  if (!options.value("--server-key").empty())
    keys = Keys::read(options.value("--server-key"), options.value("--key"));
  const std::map<std::string, std::string> services = {
      {"speak", "Speech"}, {"decode", "Decoder"}, {"health", "Health"}};
  Session session(options.endpoint, services.at(options.command), keys);
  running = &session;
  struct Stop {
    ~Stop() { running = nullptr; }
  } stop;
  std::signal(SIGINT, [](int) {
    if (running) running->interrupt();
  });

  if (options.command == "health") {
    using lyre::rpc::v1::HealthReply;
    auto status = checkHealth(session, options.value("--service"), options.timeout());
    std::cout << HealthReply::ServingStatus_Name(status) << std::endl;
    return status == HealthReply::SERVING ? 0 : status == HealthReply::NOT_SERVING ? 4 : 3;
  }
  double enough = options.number("--seconds", 1e9);
  WAVFile file(options.value("-o"));
  auto append = [&](const std::string &samples) {
    file.append(samples);
    return file.seconds() < enough;
  };
  if (options.command == "speak") {
    std::string text = options.text ? *options.text
                                    : std::string(std::istreambuf_iterator<char>(std::cin), {});
    lyre::speech::v1::SpeakStart start;
    start.set_voice(options.value("--voice"));
    start.set_seed(options.number("--seed", uint64_t(0)));
    speak(session, start, text, [&](const auto &reply) {
      return !reply.has_audio() || append(reply.audio().samples());
    }, options.timeout());
  } else {
    std::string path = options.value("--codes");
    std::ifstream list(path);
    std::vector<uint32_t> codes(std::istream_iterator<uint32_t>(list), {});
    if (!list.eof())
      throw std::runtime_error("the file '" + path + "' holds more than integers");
    lyre::speech::v1::DecodeStart start;
    start.set_noise_off(options.value("--noise") == "off");
    if (!start.noise_off()) start.set_seed(options.number("--noise", uint64_t(0)));
    decode(session, start, codes, append, options.timeout());
  }
  file.finish();
  return 0;
}

int main(int count, char **words) {
  std::optional<Options> options;
  try {
    options.emplace(count, words);
  } catch (const std::invalid_argument &problem) {
    std::cerr << problem.what();
    return 64;
  }
  try {
    return run(*options);
  } catch (const Error &error) {
    if (error.reason == "interrupted") return 130;
    std::cerr << "Error: " << error.text() << std::endl;
    return error.code == Code::unavailable ? 2 : 1;
  } catch (const std::exception &error) {
    std::cerr << "Error: " << error.what() << std::endl;
    return 1;
  }
}
