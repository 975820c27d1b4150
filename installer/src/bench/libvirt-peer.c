/* The measurements of RemoteBench through libvirt's own client library:  libvirt-peer URI WHAT COUNT [THREADS]
 * Prints the wall time and the CPU time of this process, both in microseconds for each call. With THREADS, so many share
 * the connection and the calls. */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>
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

struct work {
    virConnectPtr host;
    virDomainPtr guest;
    const char *uri, *what;
    long count;
    int failed;
};

static int once(const struct work *work)
{
    unsigned long version;
    if (strcmp(work->what, "null") == 0)
        return virConnectGetLibVersion(work->host, &version) < 0;
    if (strcmp(work->what, "list") == 0)
        return list(work->host);
    if (strcmp(work->what, "statistics") == 0)
        return statistics(work->host);
    if (strcmp(work->what, "xml") == 0)
        return definition(work->guest);
    return opening(work->uri);
}

static void *all(void *argument)
{
    struct work *work = argument;
    for (long i = 0; i < work->count && !work->failed; i++)
        work->failed = once(work);
    if (work->failed)
        fprintf(stderr, "%s: %s\n", work->what, virGetLastErrorMessage());
    return NULL;
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    long count = atol(argv[3]), threads = argc > 4 ? atol(argv[4]) : 1;
    struct work work = {.uri = argv[1], .what = argv[2], .count = count / 10 + 1};
    virSetErrorFunc(NULL, quiet);
    work.host = virConnectOpen(work.uri);
    virDomainPtr *guests = NULL;
    if (work.host == NULL || virConnectListAllDomains(work.host, &guests, 0) < 0)
        return 1;
    work.guest = guests[0];
    all(&work);
    work.count = count / threads;
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (threads == 1) {
        all(&work);
    } else {
        pthread_t others[threads];
        for (long i = 0; i < threads; i++)
            pthread_create(&others[i], NULL, all, &work);
        for (long i = 0; i < threads; i++)
            pthread_join(others[i], NULL);
    }
    wall = seconds(CLOCK_MONOTONIC) - wall;
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("%.2f %.2f\n", wall / count * 1e6, cpu / count * 1e6);
    virConnectClose(work.host);
    return work.failed;
}
