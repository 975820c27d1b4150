/* The measurements of RemoteBench through libvirt's own client library:  libvirt-peer URI WHAT COUNT
 * Prints the wall time and the CPU time of this process, both in microseconds for each call. */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static void quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

static int list(virConnectPtr host)
{
    virDomainPtr *guests = NULL;
    int count = virConnectListAllDomains(host, &guests, 0);
    for (int i = 0; i < count; i++)
        virDomainFree(guests[i]);
    free(guests);
    return count < 0;
}

static int statistics(virConnectPtr host)
{
    virDomainStatsRecordPtr *records = NULL;
    if (virConnectGetAllDomainStats(host, 0, &records, 0) < 0)
        return 1;
    virDomainStatsRecordListFree(records);
    return 0;
}

static int definition(virDomainPtr guest)
{
    char *xml = virDomainGetXMLDesc(guest, 0);
    free(xml);
    return xml == NULL;
}

static int opening(const char *uri)
{
    virConnectPtr host = virConnectOpen(uri);
    if (host == NULL)
        return 1;
    virConnectClose(host);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const char *uri = argv[1], *what = argv[2];
    long count = atol(argv[3]), warm = count / 10 + 1;
    virSetErrorFunc(NULL, quiet);
    virConnectPtr host = virConnectOpen(uri);
    virDomainPtr *guests = NULL;
    if (host == NULL || virConnectListAllDomains(host, &guests, 0) < 0)
        return 1;
    double wall = 0, cpu = 0;
    for (long i = -warm; i < count; i++) {
        unsigned long version;
        int failed;
        if (i == 0) {
            wall = seconds(CLOCK_MONOTONIC);
            cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
        }
        if (strcmp(what, "null") == 0)
            failed = virConnectGetLibVersion(host, &version) < 0;
        else if (strcmp(what, "list") == 0)
            failed = list(host);
        else if (strcmp(what, "statistics") == 0)
            failed = statistics(host);
        else if (strcmp(what, "xml") == 0)
            failed = definition(guests[0]);
        else
            failed = opening(uri);
        if (failed) {
            fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
            return 1;
        }
    }
    wall = seconds(CLOCK_MONOTONIC) - wall;
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("%.2f %.2f\n", wall / count * 1e6, cpu / count * 1e6);
    virConnectClose(host);
    return 0;
}
