#include "tools/terminal.h"

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace pincite {
namespace {

volatile std::sig_atomic_t interrupted = 0;  // a signal handler can reach nothing else

}  // namespace

bool stdout_takes_colour() {
  const char* no_colour = std::getenv("NO_COLOR");  // https://no-color.org
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0') &&
         terminal != nullptr && std::string_view(terminal) != "dumb";
}

bool stderr_is_terminal() { return isatty(STDERR_FILENO) != 0; }

std::function<bool()> catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  struct sigaction before {};
  sigaction(SIGHUP, nullptr, &before);
  const bool is_ignored = before.sa_handler == SIG_IGN;  // by nohup
  if (!is_ignored) sigaction(SIGHUP, &action, nullptr);
  return [] { return interrupted != 0; };
}

std::size_t terminal_width() {
  if (isatty(STDOUT_FILENO) == 0) return 0;
  constexpr std::size_t kUsual = 80;
  winsize size{};
  // the one interface there is takes a variable argument list
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kUsual;
}

}  // namespace pincite
