package org.innkeeper.driver.xen.hypercall;

/** Error numbers of calls, which are those of Linux on all its machines Xen runs on. */
final class Errno {
    static final int EPERM = 1;
    static final int ESRCH = 3;
    /** Also what the hypervisor says to a version of an interface it does not have. */
    static final int EACCES = 13;

    static final int EBUSY = 16;
    static final int EINVAL = 22;
    static final int ENOSYS = 38;
    static final int EOPNOTSUPP = 95;

    private Errno() {}
}
