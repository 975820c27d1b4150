/*
 * Stands between xenstored and the hypervisor where there is none: preloaded, it answers what the daemon asks of
 * libxenctrl, libxenevtchn and libxengnttab as a machine would whose guests never send anything by themselves. What
 * the daemon does for clients of its socket is its own.
 *
 * XEN_RELEASE is 100 * major + minor of the daemon, 417 for Xen 4.17.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xenctrl.h>
#include <xenevtchn.h>
#include <xengnttab.h>

#define PAGE 4096

/* Ports from here on are given to guests that are introduced. */
static evtchn_port_t next_port = 100;
static int events = -1;
static char token;

/* The kernel's two files about the page and the port of the daemon's own domain. */
static int kernel_file(const char *path)
{
    int port = strstr(path, "xsd_port") != NULL;
    if (!port && strstr(path, "xsd_kva") == NULL)
        return -1;
    int file = memfd_create("xsd", 0);
    if (file >= 0 && (ftruncate(file, PAGE) != 0 || (port && pwrite(file, "1", 1, 0) != 1))) {
        close(file);
        abort();
    }
    return file;
}

static int open_as(const char *name, const char *path, int flags, va_list rest)
{
    int file = kernel_file(path);
    if (file >= 0)
        return file;
    int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
    return real(path, flags, va_arg(rest, mode_t));
}

#define OPEN(name)                                    \
    int name(const char *path, int flags, ...)        \
    {                                                 \
        va_list rest;                                 \
        va_start(rest, flags);                        \
        int file = open_as(#name, path, flags, rest); \
        va_end(rest);                                 \
        return file;                                  \
    }
OPEN(open)
OPEN(open64)

xc_interface *xc_interface_open(xentoollog_logger *log, xentoollog_logger *progress, unsigned flags)
{
    return (xc_interface *)&token;
}

int xc_interface_close(xc_interface *interface)
{
    return 0;
}

/* Every guest is alive until the socket is told that it is released. */
#if XEN_RELEASE >= 418
int xc_domain_getinfo_single(xc_interface *interface, uint32_t domid, xc_domaininfo_t *info)
{
    memset(info, 0, sizeof *info);
    info->domain = domid;
    info->flags = XEN_DOMINF_running;
    return 0;
}
#else
int xc_domain_getinfo(xc_interface *interface, uint32_t first, unsigned int most, xc_dominfo_t *info)
{
    memset(info, 0, sizeof *info);
    info->domid = first;
    info->running = 1;
    return 1;
}
#endif

xengnttab_handle *xengnttab_open(xentoollog_logger *log, unsigned flags)
{
    return (xengnttab_handle *)&token;
}

int xengnttab_close(xengnttab_handle *grants)
{
    return 0;
}

int xengnttab_set_max_grants(xengnttab_handle *grants, uint32_t count)
{
    return 0;
}

/* A ring of its own for each guest: empty, so the guest never says anything. */
void *xengnttab_map_grant_ref(xengnttab_handle *grants, uint32_t domid, uint32_t ref, int protection)
{
    void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? NULL : page;
}

int xengnttab_unmap(xengnttab_handle *grants, void *page, uint32_t count)
{
    return munmap(page, (size_t)count * PAGE);
}

xenevtchn_handle *xenevtchn_open(xentoollog_logger *log, unsigned int flags)
{
    events = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    return events < 0 ? NULL : (xenevtchn_handle *)&token;
}

int xenevtchn_close(xenevtchn_handle *channels)
{
    return close(events);
}

int xenevtchn_fd(xenevtchn_handle *channels)
{
    return events;
}

int xenevtchn_notify(xenevtchn_handle *channels, evtchn_port_t port)
{
    return 0;
}

xenevtchn_port_or_error_t xenevtchn_bind_virq(xenevtchn_handle *channels, unsigned int virq)
{
    return 2;
}

xenevtchn_port_or_error_t xenevtchn_bind_interdomain(xenevtchn_handle *channels, uint32_t domid, evtchn_port_t remote)
{
    return next_port++;
}

int xenevtchn_unbind(xenevtchn_handle *channels, evtchn_port_t port)
{
    return 0;
}

xenevtchn_port_or_error_t xenevtchn_pending(xenevtchn_handle *channels)
{
    return -1;
}

int xenevtchn_unmask(xenevtchn_handle *channels, evtchn_port_t port)
{
    return 0;
}
