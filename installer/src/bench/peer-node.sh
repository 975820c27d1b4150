#!/usr/bin/env bash
# peer-node.sh N: a host of libvirt's test driver with N running guests, each with a disk and an interface.
set -euo pipefail
cat <<'NODE'
<node>
  <cpu><mhz>3000</mhz><model>x86_64</model><active>16</active><nodes>1</nodes><sockets>1</sockets><cores>8</cores><threads>2</threads></cpu>
  <memory>400000000</memory>
NODE
for i in $(seq "$1"); do
    printf '  <domain type="test" id="%d"><name>guest-%05d</name>' "$i" "$i"
    printf '<uuid>8f5c1f0a-33d1-4d6e-9c55-%012x</uuid>' "$i"
    printf '<memory>2097152</memory><vcpu>2</vcpu><os><type arch="x86_64">hvm</type></os><devices>'
    printf '<disk type="file" device="disk"><source file="/guests/%d.img"/><target dev="vda" bus="virtio"/></disk>' "$i"
    printf '<interface type="network"><mac address="52:54:00:%02x:%02x:%02x"/>' $((i >> 16 & 255)) $((i >> 8 & 255)) $((i & 255))
    printf '<source network="default"/><target dev="net%d"/></interface><memballoon model="virtio"/>' "$i"
    printf '</devices></domain>\n'
done
cat <<'NODE'
  <network><name>default</name><uuid>1f3a7c1e-6c02-401e-8551-cca97df1c5df</uuid><bridge name="virbr0"/><ip address="192.168.122.1" netmask="255.255.255.0"/></network>
</node>
NODE
