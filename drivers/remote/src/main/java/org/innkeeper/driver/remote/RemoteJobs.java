package org.innkeeper.driver.remote;

import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.JobInfo;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.JobFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** Jobs of domains over the wire. */
final class RemoteJobs implements JobFacet {
    private final FarSide far;

    RemoteJobs(FarSide far) {
        this.far = far;
    }

    @Override
    public JobInfo job(CallContext context, DomainRef domain) {
        Values job = far.call(context, "DOMAIN_GET_JOB_STATS", domain, 0);
        List<TypedParameter> parameters = job.list("params", TypedParameter.class);
        return new JobInfo(
                job.integer("type"),
                number(parameters, "time_elapsed"),
                number(parameters, "data_total"),
                number(parameters, "data_processed"),
                number(parameters, "data_remaining"),
                parameters);
    }

    @Override
    public void abort(CallContext context, DomainRef domain) {
        far.callUrgently(context, "DOMAIN_ABORT_JOB", domain);
    }

    private static long number(List<TypedParameter> parameters, String name) {
        for (TypedParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.number();
            }
        }
        return 0;
    }
}
