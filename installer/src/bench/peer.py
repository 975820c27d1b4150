#!/usr/bin/python3
"""Starts the installed virt-manager with probes around it, and changes nothing in it.

Usage: peer.py MARKS GUESTS [virt-manager's own arguments]
MARKS gets one line "STEP MILLISECONDS-SINCE-EPOCH" when the list has been painted with all GUESTS rows.
"""
import sys
import time

HOME = "/usr/share/virt-manager"
marks, guests = sys.argv[1], int(sys.argv[2])
sys.argv = ["virt-manager"] + sys.argv[3:]
sys.path.insert(0, HOME)

import gi  # noqa: E402

gi.require_version("Gtk", "3.0")

from virtManager import config, virtmanager  # noqa: E402


def mark(step):
    with open(marks, "a", encoding="ascii") as out:
        out.write("%s %d\n" % (step, time.time() * 1000))


def watch_rows():
    from gi.repository import GLib
    from virtManager.manager import vmmManager

    added = vmmManager.vm_added
    seen = [0]

    def vm_added(self, conn, vm):
        result = added(self, conn, vm)
        seen[0] += 1
        if seen[0] == guests:
            rows = self.widget("vm-list")

            def painted(*_arguments):
                rows.disconnect(handler)
                GLib.idle_add(lambda: mark("painted") and False)

            handler = rows.connect_after("draw", painted)
        return result

    vmmManager.vm_added = vm_added


# The window's module can be loaded once the toolkit is there, which is when the settings are first asked for.
settings = config.vmmConfig.get_instance
watched = []


def get_instance(*arguments, **named):
    if not watched:
        watched.append(True)
        watch_rows()
    return settings(*arguments, **named)


config.vmmConfig.get_instance = get_instance
virtmanager.runcli()
