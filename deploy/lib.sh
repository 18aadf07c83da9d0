# Functions for the scripts of this folder. To be sourced by bash with `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The packages that building and running need, as Debian 12 names them.
packages=(
    postgresql-15 postgresql-client-15
    libpq-dev libxlsxwriter-dev libzip-dev libxml2-dev libssl-dev libcurl4-openssl-dev zlib1g-dev pkg-config
)
# 15.18 can commit both halves of a write skew; Debian security has the fix.
oldest_postgresql=15.20

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "must be root or have sudo to run: $*"
    fi
}

installed_version() { dpkg-query -W -f '${db:Status-Status} ${Version}' "$1" 2>/dev/null | sed -n 's/^installed //p'; }

# Prints the packages that are missing, and PostgreSQL when it is too old.
missing_packages() {
    local package version
    for package in "$@"; do
        version=$(installed_version "$package")
        case $package in
            postgresql-15 | postgresql-client-15)
                [ -n "$version" ] && dpkg --compare-versions "$version" ge "$oldest_postgresql" || echo "$package"
                ;;
            *) [ -n "$version" ] || echo "$package" ;;
        esac
    done
}

# Prints the packages that the tests need besides: they open documents in LibreOffice and look at the pages. Its form without
# windows cannot be installed beside the other one.
test_packages() {
    local core=-nogui
    [ -z "$(installed_version libreoffice-core)" ] || core=
    echo "libreoffice-writer$core" poppler-utils fonts-noto-cjk
}

# install_packages PACKAGE...: returns at once when all are there.
install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "these packages are missing and there is no apt-get: ${missing[*]}"
    say "installing ${missing[*]}"
    # On a machine without PostgreSQL no cluster of Debian's is made and started: the register keeps its own.
    if [ -z "$(installed_version postgresql-common)" ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        as_root mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2
    as_root env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 install "${missing[@]}" >&2
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] || die "still missing or too old after installing: ${missing[*]}"
}

# Puts Swift into PATH; the compiler is not a Debian package.
find_swift() {
    local folder
    if ! command -v swift >/dev/null; then
        for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin "$HOME/.local/share/swiftly/bin"; do
            [ -x "$folder/swift" ] && PATH="$folder:$PATH" && break
        done
    fi
    command -v swift >/dev/null || die "Swift 6.3 is needed, in PATH or at /opt/swift: https://www.swift.org/install"
}

# The folder of PostgreSQL's server programs.
postgres_bin() { echo "/usr/lib/postgresql/15/bin"; }

# as_postgres COMMAND...: PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && setpriv --reuid postgres --regid postgres --init-groups "$@")
    else
        "$@"
    fi
}

# start_throwaway_cluster: a cluster without durability in a temporary folder, stopped and removed by
# stop_throwaway_cluster. Sets cluster_folder and PGHOST, PGUSER; the caller traps EXIT.
start_throwaway_cluster() {
    cluster_folder=$(mktemp -d /tmp/anxin-throwaway.XXXXXX)
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$cluster_folder"; fi
    as_postgres "$(postgres_bin)/initdb" -D "$cluster_folder/data" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
        --auth=trust --no-sync >/dev/null
    as_postgres "$(postgres_bin)/pg_ctl" start -D "$cluster_folder/data" -l "$cluster_folder/log" -w -s \
        -o "-c listen_addresses='' -c unix_socket_directories='$cluster_folder' -c fsync=off"
    export PGHOST=$cluster_folder PGUSER=postgres PGPORT=5432
}

stop_throwaway_cluster() {
    [ -n "${cluster_folder:-}" ] || return 0
    if [ -e "$cluster_folder/data/postmaster.pid" ]; then
        as_postgres "$(postgres_bin)/pg_ctl" stop -D "$cluster_folder/data" -m immediate -w -s || true
    fi
    rm -rf "$cluster_folder"
    cluster_folder=
}
