package org.innkeeper.driver.xen.hypercall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * The three calls, with the heads of their arguments. Numbers have their lowest byte first, as on all machines Xen runs on.
 * What a call is about is a block of 128 bytes behind the head.
 */
final class RawCalls {
    private static final int XEN_VERSION = 17;
    private static final int SYSCTL = 35;
    private static final int DOMCTL = 36;

    private static final int SYSCTL_HEAD = 8;
    private static final int DOMCTL_HEAD = 16;
    private static final int BLOCK = 128;

    private final HypercallPort port;

    RawCalls(HypercallPort port) {
        this.port = port;
    }

    /** The release: the major number in the upper 16 bits, the minor one in the lower. */
    int release() {
        return (int) checked(port.call(XEN_VERSION, 0, 0), "its version");
    }

    /** A text about the hypervisor, ended by a zero within so many bytes. */
    String text(int command, int length) {
        try (HypercallMemory memory = port.allocate(length)) {
            checked(port.call(XEN_VERSION, command, memory.address()), "what it is");
            byte[] bytes = memory.read(length);
            int end = 0;
            while (end < length && bytes[end] != 0) {
                end++;
            }
            return new String(bytes, 0, end, StandardCharsets.US_ASCII).trim();
        }
    }

    /** Memory a block can point to. */
    HypercallMemory allocate(int size) {
        return port.allocate(size);
    }

    /**
     * Asks about the host.
     *
     * @param fill writes the block
     * @param what the request, for the message of an error
     * @return the block as the hypervisor left it
     */
    ByteBuffer sysctl(int version, int command, Consumer<ByteBuffer> fill, String what) {
        ByteBuffer argument = buffer(SYSCTL_HEAD + BLOCK);
        argument.putInt(0, command).putInt(4, version);
        return make(SYSCTL, argument, SYSCTL_HEAD, fill, what);
    }

    /** Asks about a domain; otherwise as {@link #sysctl}. */
    ByteBuffer domctl(int version, int command, int domain, Consumer<ByteBuffer> fill, String what) {
        ByteBuffer argument = buffer(DOMCTL_HEAD + BLOCK);
        argument.putInt(0, command).putInt(4, version).putShort(8, (short) domain);
        return make(DOMCTL, argument, DOMCTL_HEAD, fill, what);
    }

    /** Whether a version of sysctl is accepted, found out with a request without effect. */
    boolean acceptsSysctl(int version, int command) {
        ByteBuffer argument = buffer(SYSCTL_HEAD + BLOCK);
        argument.putInt(0, command).putInt(4, version);
        return accepts(SYSCTL, argument);
    }

    /** The same of domctl. */
    boolean acceptsDomctl(int version, int command, int domain) {
        ByteBuffer argument = buffer(DOMCTL_HEAD + BLOCK);
        argument.putInt(0, command).putInt(4, version).putShort(8, (short) domain);
        return accepts(DOMCTL, argument);
    }

    private boolean accepts(int number, ByteBuffer argument) {
        try (HypercallMemory memory = port.allocate(argument.capacity())) {
            memory.write(argument.array());
            long result = port.call(number, memory.address());
            if (result == -Errno.EPERM) {
                throw HypercallErrors.failed(Errno.EPERM, "this domain to look at others");
            }
            return result != -Errno.EACCES;
        }
    }

    private ByteBuffer make(int number, ByteBuffer argument, int head, Consumer<ByteBuffer> fill, String what) {
        fill.accept(block(argument, head));
        try (HypercallMemory memory = port.allocate(argument.capacity())) {
            memory.write(argument.array());
            checked(port.call(number, memory.address()), what);
            return block(ByteBuffer.wrap(memory.read(argument.capacity())), head);
        }
    }

    private static long checked(long result, String what) {
        if (result < 0) {
            throw HypercallErrors.failed((int) -result, what);
        }
        return result;
    }

    private static ByteBuffer block(ByteBuffer argument, int head) {
        return argument.slice(head, BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The first number of a range that fits, -1 where none does. */
    static int firstOf(int from, int to, IntPredicate fits) {
        for (int number = from; number <= to; number++) {
            if (fits.test(number)) {
                return number;
            }
        }
        return -1;
    }
}
