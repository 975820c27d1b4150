package org.innkeeper.driver.qemu.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An operating system of one sector, for QEMU's {@code pc} machine. It says {@code R} on the first serial port when it is
 * ready, answers the power button by powering off, sends back what comes in on the serial port, and does as the keys tell:
 * {@code c} crashes (tells the panic device), {@code o} powers off, {@code r} reboots.
 */
public final class BootSector {
    private static final int SECTOR = 512;
    private static final int IMAGE = 1 << 20;

    private static final int PM1_STATUS = 0x600;
    private static final int PM1_ENABLE = 0x602;
    private static final int PM1_CONTROL = 0x604;
    private static final int PANIC = 0x505;
    private static final int SERIAL = 0x3f8;
    private static final int SERIAL_STATUS = 0x3fd;
    private static final int POWER_BUTTON = 0x0100;
    private static final int SLEEP_NOW = 0x2000;

    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<Integer, String> jumps = new HashMap<>();

    private BootSector() {}

    /** Writes a disk image with the system in its first sector. */
    public static Path write(Path image) {
        try {
            return Files.write(image, Arrays.copyOf(new BootSector().assemble(), IMAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] assemble() {
        emit(0xfb); // sti
        port(PM1_ENABLE);
        word(0xb8, POWER_BUTTON); // mov ax, imm16
        emit(0xef); // out dx, ax
        port(SERIAL);
        emit(0xb0, 'R', 0xee); // mov al, 'R'; out dx, al

        label("loop");
        port(PM1_STATUS);
        emit(0xed, 0xf6, 0xc4, 0x01); // in ax, dx; test ah, 1
        jump(0x75, "off"); // jnz
        port(SERIAL_STATUS);
        emit(0xec, 0xa8, 0x01); // in al, dx; test al, 1
        jump(0x74, "keys"); // jz
        port(SERIAL);
        emit(0xec, 0xee); // in al, dx; out dx, al

        label("keys");
        emit(0xb4, 0x01, 0xcd, 0x16); // mov ah, 1; int 0x16: is there a key?
        jump(0x74, "idle");
        emit(0x30, 0xe4, 0xcd, 0x16); // xor ah, ah; int 0x16: take it
        onKey('c', "crash");
        onKey('o', "off");
        onKey('r', "reset");

        label("idle");
        emit(0xf4); // hlt, until the next tick of the timer
        jump(0xeb, "loop");

        label("off");
        port(PM1_CONTROL);
        word(0xb8, SLEEP_NOW);
        emit(0xef);
        jump(0xeb, "loop");

        label("crash");
        port(PANIC);
        emit(0xb0, 0x01, 0xee); // mov al, 1; out dx, al
        jump(0xeb, "loop");

        label("reset");
        emit(0xb0, 0xfe, 0xe6, 0x64); // mov al, 0xfe; out 0x64, al: the keyboard controller pulls the reset line
        jump(0xeb, "loop");
        return link();
    }

    private void onKey(char key, String label) {
        emit(0x3c, key); // cmp al, imm8
        jump(0x74, label); // je
    }

    private void port(int number) {
        word(0xba, number); // mov dx, imm16
    }

    private void word(int opcode, int value) {
        emit(opcode, value & 0xff, value >> 8);
    }

    private void emit(int... bytes) {
        for (int each : bytes) {
            code.write(each);
        }
    }

    private void label(String name) {
        labels.put(name, code.size());
    }

    private void jump(int opcode, String label) {
        emit(opcode, 0);
        jumps.put(code.size() - 1, label);
    }

    private byte[] link() {
        byte[] sector = Arrays.copyOf(code.toByteArray(), SECTOR);
        jumps.forEach((at, label) -> sector[at] = (byte) (labels.get(label) - at - 1));
        sector[SECTOR - 2] = 0x55;
        sector[SECTOR - 1] = (byte) 0xaa;
        return sector;
    }
}
