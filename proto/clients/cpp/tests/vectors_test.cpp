// The golden frames and messages of proto/vectors, read and written; their folder is the argument.
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "lyre/rpc/v1/status.pb.h"
#include "lyre_client.hpp"

using google::protobuf::Message;
using google::protobuf::Struct;

static std::string folder;
static int checked = 0, failures = 0;

static std::string contents(const std::string &name) {
  std::ifstream file(folder + "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("there is no " + name);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// An empty message by its full name.
static std::unique_ptr<Message> named(const std::string &name) {
  auto *type = google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(name);
  if (!type) throw std::runtime_error("there is no message " + name);
  auto *factory = google::protobuf::MessageFactory::generated_factory();
  return std::unique_ptr<Message>(factory->GetPrototype(type)->New());
}

static std::string bytes(const Message &message) {
  std::string written;
  google::protobuf::io::StringOutputStream stream(&written);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return written;
}

static void check(const std::string &file, const std::string &name, const Struct &fields) {
  std::string golden = contents(file), json;
  auto expected = named(name), read = named(name);
  bool isRight = google::protobuf::util::MessageToJsonString(fields, &json).ok() &&
                 google::protobuf::util::JsonStringToMessage(json, expected.get()).ok() &&
                 bytes(*expected) == golden && read->ParseFromString(golden) &&
                 google::protobuf::util::MessageDifferencer::Equals(*read, *expected);
  ++checked;
  if (isRight) return;
  ++failures;
  std::cerr << file << " is not read or written as vectors.json says" << std::endl;
}

static const Struct &object(const Struct &from, const char *field) {
  return from.fields().at(field).struct_value();
}

static const std::string &text(const Struct &from, const char *field) {
  return from.fields().at(field).string_value();
}

int main(int count, char **words) {
  if (count != 2) return 64;
  folder = words[1];
  // Messages are linked only where something uses them.
  google::protobuf::LinkMessageReflection<lyre::rpc::v1::Frame>();
  google::protobuf::LinkMessageReflection<lyre::speech::v1::SpeakRequest>();
  google::protobuf::LinkMessageReflection<lyre::speech::v1::GenerateRequest>();
  google::protobuf::LinkMessageReflection<lyre::speech::v1::EncodeRequest>();
  google::protobuf::LinkMessageReflection<lyre::rpc::v1::HealthRequest>();
  google::protobuf::LinkMessageReflection<lyre::rpc::v1::ReflectionRequest>();
  google::protobuf::LinkMessageReflection<lyre::rpc::v1::MetricsRequest>();
  try {
    Struct index;
    if (!google::protobuf::util::JsonStringToMessage(contents("vectors.json"), &index).ok())
      throw std::runtime_error("vectors.json is no JSON");
    for (auto &value : index.fields().at("frames").list_value().values()) {
      const Struct &frame = value.struct_value();
      check(text(frame, "name") + ".header.bin", "lyre.rpc.v1.Frame", object(frame, "header"));
      if (!frame.fields().count("payload")) continue;
      const Struct &payload = object(frame, "payload");
      check(text(frame, "name") + ".payload.bin", text(payload, "message"),
            object(payload, "json"));
    }
    for (auto &value : index.fields().at("messages").list_value().values()) {
      const Struct &message = value.struct_value();
      check(text(message, "name") + ".message.bin", text(message, "message"),
            object(message, "json"));
    }
  } catch (const std::exception &error) {
    std::cerr << "Error: " << error.what() << std::endl;
    return 1;
  }
  std::cout << checked << " vectors, " << failures << " wrong" << std::endl;
  return checked >= 50 && failures == 0 ? 0 : 1;
}
