# Shared by the scripts beside it; sourced, not run. Debian and Ubuntu only: elsewhere the README names the packages.

root_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "innkeeper: $*"; }

die() {
    printf '%s\n' "innkeeper: $*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The package of that name is there in a form that can be installed.
available() { apt-cache show "$1" >/dev/null 2>&1; }

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

# as_root COMMAND...: runs it as root, by sudo where we are not.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        die "root is needed to install packages: run this as root, or install sudo"
    fi
}

# install_packages PACKAGE...: installs those that are missing; adds nothing on a prepared machine.
# A name with bars (a|b) is the first of them that this release has.
install_packages() {
    local wanted missing=() alternatives name chosen fresh=no
    have apt-get || {
        say "this is not Debian or Ubuntu: nothing is installed, see the README for the packages"
        return 0
    }
    for wanted in "$@"; do
        IFS='|' read -r -a alternatives <<<"$wanted"
        chosen=
        for name in "${alternatives[@]}"; do
            if installed "$name"; then
                chosen=$name
                break
            fi
        done
        [ -n "$chosen" ] || missing+=("$wanted")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local packages=()
    for wanted in "${missing[@]}"; do
        IFS='|' read -r -a alternatives <<<"$wanted"
        chosen=
        for name in "${alternatives[@]}"; do
            if [ $fresh = no ] && ! available "$name"; then
                say "reading the list of packages"
                as_root apt-get update -qq || die "the list of packages could not be read: check the network"
                fresh=yes
            fi
            if available "$name"; then
                chosen=$name
                break
            fi
        done
        [ -n "$chosen" ] || die "no package for $wanted in this release: install it by hand"
        packages+=("$chosen")
    done
    say "installing ${packages[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" \
        >/dev/null || {
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}" ||
            die "installing failed; the lines above say why"
    }
}

# The major version of the java that JAVA_HOME or the path gives, 0 where there is none.
java_major() {
    local java=java
    [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
    "$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | grep . || echo 0
}

# A JDK of at least 17 with a compiler, and Maven.
install_build_tools() {
    local packages=()
    if [ "$(java_major)" -lt 17 ] || ! { have javac || [ -x "${JAVA_HOME:-/nonexistent}/bin/javac" ]; }; then
        packages+=('openjdk-21-jdk|openjdk-17-jdk|default-jdk')
    fi
    have mvn || packages+=(maven)
    [ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
    [ "$(java_major)" -ge 17 ] || die "java is older than 17: set JAVA_HOME to a JDK of 17 or later"
}

java_command() {
    if [ -n "${JAVA_HOME:-}" ]; then
        echo "$JAVA_HOME/bin/java"
    else
        echo java
    fi
}
