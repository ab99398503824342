// libzmq for Swift. The shims read errno at once: between two Swift statements it may change.
#ifndef CZEROMQ_H
#define CZEROMQ_H

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <zmq.h>

// All of these return a negative errno when they fail.

static inline int czmq_set_int(void *socket, int option, int value) {
    return zmq_setsockopt(socket, option, &value, sizeof value) == 0 ? 0 : -zmq_errno();
}

static inline int czmq_set_int64(void *socket, int option, int64_t value) {
    return zmq_setsockopt(socket, option, &value, sizeof value) == 0 ? 0 : -zmq_errno();
}

static inline int czmq_set_bytes(void *socket, int option, const void *value, size_t count) {
    return zmq_setsockopt(socket, option, value, count) == 0 ? 0 : -zmq_errno();
}

// The size of the option's value.
static inline int czmq_get(void *socket, int option, void *value, size_t capacity) {
    return zmq_getsockopt(socket, option, value, &capacity) == 0 ? (int)capacity : -zmq_errno();
}

static inline int czmq_bind(void *socket, const char *address) {
    return zmq_bind(socket, address) == 0 ? 0 : -zmq_errno();
}

static inline int czmq_connect(void *socket, const char *address) {
    return zmq_connect(socket, address) == 0 ? 0 : -zmq_errno();
}

static inline int czmq_monitor(void *socket, const char *address, int events) {
    return zmq_socket_monitor(socket, address, events) == 0 ? 0 : -zmq_errno();
}

// Never blocks.
static inline int czmq_send(void *socket, const void *bytes, size_t count, bool more) {
    int sent = zmq_send(socket, bytes, count, ZMQ_DONTWAIT | (more ? ZMQ_SNDMORE : 0));
    return sent >= 0 ? sent : -zmq_errno();
}

// Never blocks. The message has to be initialised, and be closed by the caller.
static inline int czmq_receive(void *socket, zmq_msg_t *message) {
    int count = zmq_msg_recv(message, socket, ZMQ_DONTWAIT);
    return count >= 0 ? count : -zmq_errno();
}

// Whom the handshake proved the sender to be; null without keys. Lives as long as the message.
static inline const char *czmq_user(const zmq_msg_t *message) {
    return zmq_msg_gets(message, "User-Id");
}

static inline int czmq_poll(zmq_pollitem_t *items, int count, long milliseconds) {
    int ready = zmq_poll(items, count, milliseconds);
    return ready >= 0 ? ready : -zmq_errno();
}

// Keys as text have 40 characters and a zero.

static inline int czmq_make_keys(char *public_key, char *secret_key) {
    return zmq_curve_keypair(public_key, secret_key) == 0 ? 0 : -zmq_errno();
}

static inline int czmq_derive_public(char *public_key, const char *secret_key) {
    return zmq_curve_public(public_key, secret_key) == 0 ? 0 : -zmq_errno();
}

// Names the calling thread, for debuggers and top.
static inline void czmq_name_thread(const char *name) {
    prctl(PR_SET_NAME, name);
}

#endif
