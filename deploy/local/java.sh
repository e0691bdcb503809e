#!/bin/sh
# Makes sure of a JDK 17+ and Maven: installed on Debian as root, else asked for in one line.
set -eu

have_java() {
    command -v mvn >/dev/null && command -v javac >/dev/null &&
        version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p') && [ "${version:-0}" -ge 17 ]
}

have_java && exit 0

if [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "installing a JDK and Maven with apt"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    for jdk in openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless; do
        apt-get install -y -qq --no-install-recommends "$jdk" maven >/dev/null 2>&1 && break
    done
fi

have_java || {
    echo "kith: a JDK 17+ and Maven are needed: \`sudo apt-get install openjdk-17-jdk-headless maven\`" >&2
    exit 1
}
