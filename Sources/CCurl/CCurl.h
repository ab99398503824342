// Shims over libcurl for StreamingHTTP, and for nothing else.
//
// Why they exist: curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt take variadic
// arguments and CURLMsg hides its result in a union; Swift imports neither. Options that depend on
// libcurl's version are chosen here too, where the preprocessor sees it (7.81 to 8.x).
//
// epoll, eventfd and prctl stand here because Swift's Glibc does not have them.
#ifndef LYRE_CCURL_H
#define LYRE_CCURL_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl copies the string.
static inline CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl copies the body.
static inline CURLcode ccurl_set_body(CURL *handle, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code ? code : curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes);
}

// The list has to outlive the transfer.
static inline CURLcode ccurl_set_headers(CURL *handle, struct curl_slist *headers) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

// The buffer has CURL_ERROR_SIZE bytes and outlives the transfer.
static inline CURLcode ccurl_set_error_buffer(CURL *handle, char *buffer) {
    return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

static inline CURLcode ccurl_set_callbacks(CURL *handle, curl_write_callback head,
                                           curl_write_callback body, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, head);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    return code;
}

// Neither file: nor anything else that libcurl could open.
static inline CURLcode ccurl_allow_only_http(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// Without this, ending a transfer joins the thread that still resolves its host's name.
static inline void ccurl_leave_resolver_behind(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
    (void)handle;
#endif
}

// Has a set of transfers tell which sockets it waits for, and until when.
static inline CURLMcode ccurl_set_multi_callbacks(CURLM *multi, curl_socket_callback socket,
                                                  curl_multi_timer_callback time, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
    if (!code) code = curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    if (!code) code = curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, time);
    if (!code) code = curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
    return code;
}

// Gives a handle an owner, who is found by it.
static inline CURLcode ccurl_set_owner(CURL *handle, void *owner) {
    return curl_easy_setopt(handle, CURLOPT_PRIVATE, owner);
}

static inline void *ccurl_owner(CURL *handle) {
    char *owner = NULL;
    return curl_easy_getinfo(handle, CURLINFO_PRIVATE, &owner) ? NULL : owner;
}

// Has the system call a socket readable when it holds so many bytes, or its peer has ended.
static inline bool ccurl_set_low_water(curl_socket_t socket, int bytes) {
    return setsockopt(socket, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes) == 0;
}

// Has the system acknowledge every second small piece of a connection instead of each one.
static inline void ccurl_acknowledge_less(curl_socket_t socket) {
#ifdef TCP_QUICKACK
    int off = 0;
    setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &off, sizeof off);
#else
    (void)socket;
#endif
}

static inline long ccurl_os_errno(CURL *handle) {
    long value = 0;
    return curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &value) ? 0 : value;
}

// The handle and the result of the next transfer that has ended, or NULL.
static inline CURL *ccurl_next_ended(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

// Names the calling thread, for debuggers and top.
static inline void ccurl_name_thread(const char *name) {
    prctl(PR_SET_NAME, name);
}

#endif
