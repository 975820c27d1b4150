#!/bin/sh
# Stands in for xl: notes its arguments, and says what the true one said, as kept in the files beside it.
here=$(dirname "$0")
line=
for word in "$@"; do line="$line$word|"; done
echo "$line" >> "$here/calls"
verb=$1
case "$verb" in create) for word in "$@"; do :; done; cp "$word" "$here/created" ;; esac
[ -e "$here/$verb.hangs" ] && exec sleep 50
[ -e "$here/$verb.errors" ] && cat "$here/$verb.errors" >&2
[ -e "$here/$verb.exit" ] && exit "$(cat "$here/$verb.exit")"
if [ "$verb" = create ] && [ -e "$here/keeps.started" ]; then
    uuid=$(sed -n 's/^uuid = "\(.*\)"/\1/p' "$here/created")
    name=$(sed -n 's/^name = "\(.*\)"/\1/p' "$here/created")
    if [ -n "$uuid" ] && ! grep -q "$uuid" "$here/list-v.txt"; then
        echo "$name 8 160 1 r----- 1.0 $uuid - -" >> "$here/list-v.txt"
    fi
fi
case "$verb $2" in
    "info "*) cat "$here/info-n.txt" ;;
    "list -v") cat "$here/list-v.txt" ;;
    "list -l") if [ $# -gt 2 ]; then cat "$here/list-l-one.json"; else cat "$here/list-l.json"; fi ;;
    "vcpu-list "*) cat "$here/vcpu-list.txt" ;;
    "sched-credit2 -d") [ $# -gt 3 ] || cat "$here/sched-credit2.txt" ;;
esac
exit 0
