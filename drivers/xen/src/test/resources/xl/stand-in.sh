#!/bin/bash
# Stands in for xl: hands its words to the test that listens, and says what that answers.
exec 3<>/dev/tcp/127.0.0.1/@PORT@ || exit 1
{
    printf '%d\0' $#
    for word in "$@"; do printf '%s\0' "$word"; done
} >&3
while IFS= read -r line <&3; do
    case "$line" in
        o*) printf '%s\n' "${line:1}" ;;
        e*) printf '%s\n' "${line:1}" >&2 ;;
        x*) exit "${line:1}" ;;
    esac
done
exit 1
