# Shared by tools/demo, tools/test and .ci/run, which source it: install packages, build.
# Quiet when all is well. Logs lie in build/log/. Works with any POSIX shell.
# shellcheck shell=sh

# Steps into the repository's root, where all paths below start.
enter_repository() {
  unset CDPATH
  cd "$(dirname "$0")/.." || exit 1
  mkdir -p build/log 2>/dev/null ||
    fail "Cannot write to $(pwd). Please run this in a checkout that you own."
}

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "${0##*/}: $*"
  exit 1
}

# quietly LOG COMMAND...: runs a command with all its output in build/log/LOG.
quietly() {
  log=build/log/$1
  shift
  "$@" >"$log" 2>&1 </dev/null
}

# Shows the end of the log of the last quiet command, then fails with a sentence.
fail_with_log() {
  say "---- the last lines of $log"
  tail -n "${LOG_LINES:-30}" "$log" >&2
  say '----'
  if grep -q 'No space left on device' "$log"; then
    fail "The disk is full. Free some space and try again."
  fi
  if grep -qE 'Killed signal|fatal error: Killed' "$log"; then
    fail "The compiler was stopped, most likely for want of memory. 2 GB are needed for each of" \
      "the $(nproc) jobs; JOBS=1 before the command makes it one job."
  fi
  fail "$*"
}

# need_space FOLDER MEGABYTES WHAT
need_space() {
  free_mb=$(df -Pm "$1" 2>/dev/null | awk 'NR == 2 {print $4}')
  case $free_mb in
    '' | *[!0-9]*) return 0 ;;
  esac
  [ "$free_mb" -ge "$2" ] ||
    fail "$3 needs about $2 MB of disk space, and $1 has $free_mb MB free."
}

# missing_packages LIST...: those packages of the lists that are not installed.
missing_packages() {
  sed 's/#.*//; s/ *$//; /^$/d' "$@" | while read -r package; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || true
    [ "$status" = "install ok installed" ] || printf '%s\n' "$package"
  done
}

# install_packages LIST...: installs with apt what is missing, and says so.
install_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This machine has no apt. Building with what it has; needed are the libraries in $*."
    return 0
  fi
  missing=$(missing_packages "$@" | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "Packages are missing, and only root can install them. Ask an administrator to run:" \
        "apt-get install $missing"
    # A password is asked for here, on the terminal, because apt itself runs without one.
    sudo -v || fail "sudo did not let this user install packages. Ask an administrator to run:" \
      "apt-get install $missing"
    as_root=sudo
  fi
  need_space /usr 1500 "Installing the packages"
  say "Installing: $missing"
  updated=yes
  quietly apt-update.log $as_root apt-get update -q || updated=no
  # shellcheck disable=SC2086  # a list of words is meant
  if ! quietly apt-install.log $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
    --no-install-recommends -o DPkg::Lock::Timeout=300 $missing; then
    if [ "$updated" = no ] || grep -qE 'Unable to fetch|Failed to fetch|Temporary failure' "$log" \
      build/log/apt-update.log; then
      LOG_LINES=8 fail_with_log \
        "The packages could not be fetched. Is this machine connected to the network?"
    fi
    fail_with_log "The packages could not be installed. The lines above are what apt says."
  fi
}

# build_release [TARGET...]: brings build/release up to date; does and says nothing if it is.
# The variable TRANCHE_WERROR=ON in the environment makes warnings errors.
build_release() {
  for program in cmake ninja c++; do
    command -v "$program" >/dev/null || fail "The program $program is missing; install it first."
  done
  cache=build/release/CMakeCache.txt
  fresh=
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd)" "$cache"; then
    fresh=--fresh # the checkout has moved since
  fi
  if [ -n "$fresh" ] || [ ! -f build/release/build.ninja ] ||
    ! grep -q "^TRANCHE_WERROR:.*=${TRANCHE_WERROR:-}" "$cache"; then
    need_space . 1500 "Building"
    # shellcheck disable=SC2086  # an empty $fresh is no argument
    quietly configure.log cmake $fresh --preset release \
      ${TRANCHE_WERROR:+"-DTRANCHE_WERROR=$TRANCHE_WERROR"} ||
      fail_with_log "The build could not be set up. The lines above are what CMake says."
  fi
  build release "$@"
}

# build PRESET [TARGET...]: compiles a configured preset.
build() {
  preset=$1
  shift
  if [ $# -gt 0 ]; then
    set -- --target "$@"
  fi
  if ! cmake --build "build/$preset" "$@" -- -n 2>/dev/null | grep -q 'no work to do'; then
    say "Building $preset; the first time takes some minutes."
  fi
  quietly "build-$preset.log" cmake --build "build/$preset" --parallel "${JOBS:-$(nproc)}" "$@" ||
    fail_with_log "The build failed. The lines above are what the compiler says."
}

# run_tests PRESET [CTEST OPTION...]: runs tests; shows what failed or was skipped, then CTest's
# summary line, and returns CTest's status.
run_tests() {
  preset=$1
  shift
  status=0
  # shellcheck disable=SC2086  # words are meant, or none
  quietly "test-$preset.log" ${fixed_addresses:-} ctest --preset "$preset" \
    --no-label-summary "$@" || status=$?
  sed -E -e '/^ +Start +[0-9]+: /d' -e '/^ *[0-9]+\/[0-9]+ Test +#.* Passed /d' \
    -e '/^Test project |^Total Test time|% tests passed|^Errors while running|^$/d' "$log"
  grep '% tests passed' "$log" || fail_with_log "The tests could not be run."
  return "$status"
}
