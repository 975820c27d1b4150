#!/bin/bash
# Runs a real libvirtd and a real sshd for tests, apart from the machine's own: in a mount namespace where libvirt's
# directories are those below DIR. Needs root. Certificates and keys lie in DIR/pki and DIR/ssh already.
#
#   libvirtd.sh DIR TCP_PORT TLS_PORT SSH_PORT
#
# The user "peer" may log in over ssh as root may, but not use the daemon's socket.
# SSH_PASSWORD lets both log in with that password; SSH_METHOD=keyboard-interactive asks for it by PAM.
# TLS_NO_SANITY=1 lets libvirtd start with a certificate that nobody should trust.
# AUTH_TCP=sasl and AUTH_TLS=sasl let the daemon ask for a name and a password there (SASL_USER, SASL_PASSWORD).
# POLKIT=1 lets polkit judge who may use the daemon's socket, on a system bus of this peer alone: the user "allowed" may
# by a rule, the user "denied" may not by another, and "peer" must give the password of root (SSH_PASSWORD).
# SOCKET_NAME=virtqemud puts its sockets where the daemon of that hypervisor alone has them.
# DAEMONS=DIR runs the daemons of DIR, one for each driver, and its virtproxyd for tcp and tls instead of libvirtd; of
# the others than virtqemud and virtproxyd those that are there.
# A line "kill" on standard input kills libvirtd, as a crash would, and "start" starts it again; "ready" answers each.
# Ends with its standard input: the daemons and the guests they run are killed then.
set -eu
dir=$1 tcp_port=$2 tls_port=$3 ssh_port=$4

if [ "${5:-}" != inside ]; then
    exec unshare --mount --propagation private bash "$0" "$dir" "$tcp_port" "$tls_port" "$ssh_port" inside
fi

mkdir -p "$dir"/etc/libvirt/qemu/networks "$dir"/var/{lib,log,cache}/libvirt "$dir"/run/{libvirt,sshd} "$dir"/home
chmod 755 "$dir" "$dir/run"
# What another one has found out about QEMU, which takes seconds.
[ -z "${CACHE_FROM:-}" ] || cp -a "$CACHE_FROM/var/cache/libvirt/." "$dir/var/cache/libvirt/"

by_password=no use_pam=no
if [ -n "${SSH_PASSWORD:-}" ]; then
    [ "${SSH_METHOD:-password}" = password ] && by_password=yes || use_pam=yes
fi

auth_unix_rw=none unix_sock_rw_perms=0700
if [ -n "${POLKIT:-}" ]; then
    auth_unix_rw=polkit unix_sock_rw_perms=0777
fi

cat >"$dir/etc/libvirt/libvirtd.conf" <<END
listen_tls = 1
listen_tcp = 1
listen_addr = "localhost"
tcp_port = "$tcp_port"
tls_port = "$tls_port"
auth_tcp = "${AUTH_TCP:-none}"
auth_tls = "${AUTH_TLS:-none}"
tls_no_sanity_certificate = ${TLS_NO_SANITY:-0}
auth_unix_ro = "none"
auth_unix_rw = "$auth_unix_rw"
unix_sock_ro_perms = "0777"
unix_sock_rw_perms = "$unix_sock_rw_perms"
key_file = "$dir/pki/serverkey.pem"
cert_file = "$dir/pki/servercert.pem"
ca_file = "$dir/pki/cacert.pem"
host_uuid = "${HOST_UUID:-6ce2a1f0-7f5c-4d1c-9a64-1f5a3c8f0e01}"
log_outputs = "3:file:$dir/libvirtd.log"
END
if [ -n "${DAEMONS:-}" ]; then
    mv "$dir/etc/libvirt/libvirtd.conf" "$dir/etc/libvirt/virtproxyd.conf"
    for kind in virtqemud virtnetworkd virtstoraged virtsecretd virtnodedevd; do
        grep '^auth_unix\|^unix_sock\|^host_uuid' "$dir/etc/libvirt/virtproxyd.conf" >"$dir/etc/libvirt/$kind.conf"
        echo "log_outputs = \"3:file:$dir/$kind.log\"" >>"$dir/etc/libvirt/$kind.conf"
    done
fi
# Guests as root without namespaces, and without control groups unless CGROUP_CONTROLLERS names some: this machine may have
# neither systemd nor the daemons for them.
cat >"$dir/etc/libvirt/qemu.conf" <<END
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
namespaces = []
cgroup_controllers = [ ${CGROUP_CONTROLLERS:-} ]
stdio_handler = "file"
vnc_listen = "127.0.0.1"
remote_display_port_min = ${VNC_MIN:-6100}
remote_display_port_max = $((${VNC_MIN:-6100} + 40))
END
cat >"$dir/ssh/sshd_config" <<END
Port $ssh_port
ListenAddress 127.0.0.1
HostKey $dir/ssh/host_key
AuthorizedKeysFile $dir/ssh/authorized_keys
StrictModes no
UsePAM $use_pam
PermitRootLogin yes
PasswordAuthentication $by_password
KbdInteractiveAuthentication $use_pam
MaxStartups 100
END

mkdir -p /etc/libvirt /var/lib/libvirt /var/log/libvirt /var/cache/libvirt
mount --bind "$dir/etc/libvirt" /etc/libvirt
for kind in lib log cache; do
    mount --bind "$dir/var/$kind/libvirt" /var/$kind/libvirt
done
# /run as it is, but for what belongs to libvirt and sshd.
mkdir -p /run/libvirt /run/sshd
mount --bind "$dir/run/libvirt" /run/libvirt
mount --bind "$dir/run/sshd" /run/sshd
# Accounts of this peer alone.
hash='*'
if [ -n "${SSH_PASSWORD:-}" ]; then
    hash=$(printf '%s' "$SSH_PASSWORD" | openssl passwd -6 -stdin)
fi
cp /etc/passwd "$dir/etc/passwd"
{
    echo "root:$hash:19000:0:99999:7:::"
    grep -v '^root:' /etc/shadow || true
} >"$dir/etc/shadow"
uid=64123
for user in peer allowed denied; do
    echo "$user:x:$uid:65534:$user:$dir/home:/bin/sh" >>"$dir/etc/passwd"
    echo "$user:$hash:19000:0:99999:7:::" >>"$dir/etc/shadow"
    uid=$((uid + 1))
done
chmod 600 "$dir/etc/shadow"
chmod 644 "$dir/ssh/authorized_keys"
chmod 755 "$dir/ssh"
mount --bind "$dir/etc/passwd" /etc/passwd
mount --bind "$dir/etc/shadow" /etc/shadow
if [ "$use_pam" = yes ]; then
    printf '%s required pam_unix.so\n' auth account >"$dir/etc/pam"
    echo 'session required pam_permit.so' >>"$dir/etc/pam"
    touch /etc/pam.d/sshd
    mount --bind "$dir/etc/pam" /etc/pam.d/sshd
fi
if [ -n "${SASL_USER:-}" ]; then
    mkdir -p "$dir/etc/sasl2" /etc/sasl2
    printf 'mech_list: %s\nsasldb_path: %s\n' "${SASL_MECHANISMS:-digest-md5}" "$dir/sasldb" \
        >"$dir/etc/sasl2/libvirt.conf"
    mount --bind "$dir/etc/sasl2" /etc/sasl2
    printf '%s\n' "$SASL_PASSWORD" | saslpasswd2 -p -a libvirt -f "$dir/sasldb" -c "$SASL_USER"
fi

bus= polkit=
if [ -n "${POLKIT:-}" ]; then
    mkdir -p "$dir"/run/dbus "$dir"/etc/polkit /run/dbus
    mount --bind "$dir/run/dbus" /run/dbus
    # A bus that starts nothing by itself.
    cat >"$dir/etc/bus.conf" <<END
<busconfig>
  <type>system</type>
  <listen>unix:path=/run/dbus/system_bus_socket</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
END
    cat >"$dir/etc/polkit/10-peer.rules" <<END
polkit.addAdminRule(function(action, subject) { return ["unix-user:root"]; });
polkit.addRule(function(action, subject) {
    if (action.id == "org.libvirt.unix.manage") {
        if (subject.user == "allowed") { return polkit.Result.YES; }
        if (subject.user == "denied") { return polkit.Result.NO; }
    }
});
END
    mount --bind "$dir/etc/polkit" /etc/polkit-1/rules.d
    # The password is asked for by pam_unix alone, whatever this machine does otherwise.
    cp -r /etc/pam.d "$dir/etc/"
    printf '%s required pam_unix.so\n' auth account password session >"$dir/etc/pam.d/polkit-1"
    mount --bind "$dir/etc/pam.d" /etc/pam.d
    dbus-daemon --config-file="$dir/etc/bus.conf" --nofork --nopidfile </dev/null >"$dir/bus.log" 2>&1 &
    bus=$!
    for _ in $(seq 50); do
        [ ! -S /run/dbus/system_bus_socket ] || break
        sleep 0.1
    done
    /usr/lib/polkit-1/polkitd --no-debug </dev/null >"$dir/polkit.log" 2>&1 &
    polkit=$!
fi

export HOME=$dir/home
unset XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME SSH_AUTH_SOCK
# From OpenSSH 9.8 on whoever fails to log in is turned away for a while, which the tests do on purpose.
if /usr/sbin/sshd -t -f "$dir/ssh/sshd_config" -o PerSourcePenalties=no 2>/dev/null; then
    echo "PerSourcePenalties no" >>"$dir/ssh/sshd_config"
fi
/usr/sbin/sshd -f "$dir/ssh/sshd_config" -D -E "$dir/ssh/sshd.log" </dev/null >/dev/null 2>&1 &
sshd=$!
# What serves guests is the daemon, as far as "kill" and "start" go; the others go on beside it.
others=
start_modular_daemon() {
    if [ -z "$others" ]; then
        for kind in virtnetworkd virtstoraged virtsecretd virtnodedevd virtproxyd; do
            [ -x "$DAEMONS/$kind" ] || continue
            "$DAEMONS/$kind" -f "$dir/etc/libvirt/$kind.conf" -p "$dir/$kind.pid" </dev/null >"$dir/$kind.out" 2>&1 &
            others="$others $!"
        done
    fi
    "$DAEMONS/virtqemud" -f "$dir/etc/libvirt/virtqemud.conf" -p "$dir/libvirtd.pid" </dev/null \
        >"$dir/libvirtd.out" 2>&1 &
    daemon=$!
}
start_daemon() {
    if [ -n "${DAEMONS:-}" ]; then
        start_modular_daemon
        return
    fi
    libvirtd -f "$dir/etc/libvirt/libvirtd.conf" -p "$dir/libvirtd.pid" --listen </dev/null >"$dir/libvirtd.out" 2>&1 &
    daemon=$!
}
start_daemon

stop() {
    trap - EXIT
    for pid in "$dir"/run/libvirt/qemu/*.pid; do
        [ ! -s "$pid" ] || kill -9 "$(cat "$pid")" 2>/dev/null || true
    done
    kill "$daemon" $others "$sshd" $polkit $bus 2>/dev/null || true
    wait "$daemon" $others "$sshd" $polkit $bus 2>/dev/null || true
}
trap stop EXIT
trap 'exit 1' TERM INT

has_modular_sockets() {
    [ -n "${DAEMONS:-}" ] || return 0
    for kind in virtqemud virtnetworkd virtstoraged virtsecretd virtnodedevd; do
        [ ! -x "$DAEMONS/$kind" ] || [ -S "/run/libvirt/$kind-sock" ] || return 1
    done
}
await_daemon() {
    for _ in $(seq 150); do
        kill -0 "$daemon" 2>/dev/null || {
            cat "$dir/libvirtd.out" "$dir/libvirtd.log" >&2
            exit 1
        }
        if [ -S /run/libvirt/libvirt-sock ] && has_modular_sockets && (exec 3<>"/dev/tcp/localhost/$tls_port") 2>/dev/null &&
            (exec 3<>"/dev/tcp/127.0.0.1/$ssh_port") 2>/dev/null; then
            for kind in "" -ro; do
                [ -z "${SOCKET_NAME:-}" ] || mv "/run/libvirt/libvirt-sock$kind" "/run/libvirt/$SOCKET_NAME-sock$kind"
            done
            echo ready
            return
        fi
        sleep 0.1
    done
    cat "$dir"/*.out "$dir"/*.log >&2
    exit 1
}
await_daemon

while read -r order; do
    case $order in
    kill)
        kill -9 "$daemon"
        wait "$daemon" 2>/dev/null || true
        rm -f "$dir/libvirtd.pid"
        echo ready
        ;;
    start)
        start_daemon
        await_daemon
        ;;
    esac
done
