#include "tools/crash.h"

#include <array>
#include <csignal>
#include <string>
#include <unistd.h>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr int kFailed = 2;
constexpr std::size_t kHandlerStack = 64 << 10;  // bytes

// a signal handler can reach nothing else, and must not allocate
std::array<char, 2 * 4096 + 512> message{};
std::size_t message_length = 0;
std::array<char, kHandlerStack> handler_stack{};  // the usual one may be what has overflowed

extern "C" void tell(int /*signal*/) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message_length);
  _exit(kFailed);
}

void compose(const std::string& index) {
  const std::string text =
      "pincite: " + index +
      ": it is damaged: reading it broke the program off\n  run `pincite index "
      "-i " +
      index + " --rebuild PATH`, with the paths it was made from\n";
  message_length = text.copy(message.data(), message.size());
}

}  // namespace

void tell_crash_as_damage(const std::filesystem::path& index) {
#ifndef __SANITIZE_ADDRESS__
  compose(visible(index.string()));
  stack_t stack{};
  stack.ss_sp = handler_stack.data();
  stack.ss_size = handler_stack.size();
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = tell;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_ONSTACK;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    sigaction(signal, &action, nullptr);
  }
#else
  compose(visible(index.string()));
#endif
}

}  // namespace pincite
