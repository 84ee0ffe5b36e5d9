#include "tools/crash.h"

#include <array>
#include <csignal>
#include <exception>
#include <string>
#include <unistd.h>

#include "corpus/text.h"

namespace pincite {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

constexpr int kFailed = 2;
constexpr std::size_t kHandlerStack = 64 << 10;  // bytes

// a signal handler can reach nothing else, and must not allocate
std::array<char, 2 * 4096 + 512> message{};
std::size_t message_length = 0;
std::array<char, kHandlerStack> handler_stack{};  // the usual one may be what has overflowed

void tell() {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message_length);
  _exit(kFailed);
}

std::string advice(const std::filesystem::path& index) {
  return "run `pincite index -i " + index.string() +
         " --rebuild PATH`, with the paths it was made from";
}

}  // namespace

void tell_crash_as(const Error& error) {
  if (kSanitized) return;
  const std::string text = "pincite: " + visible(error.subject()) + ": " + visible(error.cause()) +
                           "\n  " + visible(error.advice()) + "\n";
  message_length = text.copy(message.data(), message.size());
  stack_t stack{};
  stack.ss_sp = handler_stack.data();
  stack.ss_size = handler_stack.size();
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = [](int) { tell(); };
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_ONSTACK;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    sigaction(signal, &action, nullptr);
  }
  std::set_terminate(tell);
}

Error crash_in_reading(const std::filesystem::path& index) {
  return {index.string(), "it is damaged: reading it broke the program off", advice(index)};
}

Error crash_in_writing(const std::filesystem::path& index) {
  return {index.string(), "the run broke off: a write failed, or the index is damaged",
          "the index is as it was before; run the command again, and if that does not help, " +
              advice(index)};
}

}  // namespace pincite
