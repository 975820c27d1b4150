/*
 * Preloaded into xl so that it reads a guest's file and prints what it understood (xl -N create -n) on a machine without
 * Xen: what it asks of the hypervisor for that is answered here.
 */
#include <stdlib.h>
#include <string.h>

#include <libxl.h>

#define CPUS 64

int libxl_ctx_alloc(libxl_ctx **context, int version, unsigned flags, xentoollog_logger *logger)
{
    /* Never looked into: whoever would is below. */
    *context = calloc(1, 1 << 16);
    return 0;
}

int libxl_ctx_free(libxl_ctx *context)
{
    return 0;
}

void libxl_childproc_setmode(libxl_ctx *context, const libxl_childproc_hooks *hooks, void *user)
{
}

const libxl_version_info *libxl_get_version_info(libxl_ctx *context)
{
    static libxl_version_info version;

    version.xen_version_major = 4;
    version.xen_version_extra = version.compiler = version.compile_by = version.compile_domain = "";
    version.compile_date = version.changeset = version.commandline = version.build_id = "";
    version.capabilities = "xen-3.0-x86_64 hvm-3.0-x86_64";
    return &version;
}

int libxl_get_physinfo(libxl_ctx *context, libxl_physinfo *host)
{
    host->nr_cpus = CPUS;
    host->nr_nodes = 1;
    return 0;
}

static int allocate(libxl_bitmap *map)
{
    map->size = CPUS / 8;
    map->map = calloc(map->size, 1);
    return 0;
}

int libxl_cpu_bitmap_alloc(libxl_ctx *context, libxl_bitmap *map, int count)
{
    return allocate(map);
}

int libxl_node_bitmap_alloc(libxl_ctx *context, libxl_bitmap *map, int count)
{
    return allocate(map);
}

int libxl_get_max_cpus(libxl_ctx *context)
{
    return CPUS;
}

int libxl_get_online_cpus(libxl_ctx *context)
{
    return CPUS;
}

int libxl_domain_qualifier_to_domid(libxl_ctx *context, const char *name, uint32_t *id)
{
    *id = 7;
    return 0;
}
