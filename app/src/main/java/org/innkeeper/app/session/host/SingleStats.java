package org.innkeeper.app.session.host;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;

/** The statistics of a driver that has none in bulk, guest by guest, in the form of the bulk ones. */
final class SingleStats {
    private SingleStats() {}

    static List<DomainStats> read(Connection connection, CallContext call) {
        List<DomainStats> all = new ArrayList<>();
        for (Domain domain : connection.domains().list(call, EnumSet.noneOf(DomainFilter.class))) {
            call.check("statistics");
            try {
                all.add(stats(domain, domain.info(call)));
            } catch (InnkeeperException e) {
                if (e.code() != ErrorCode.NO_DOMAIN) {
                    throw e;
                }
                // It went between the list and the question: as if it had not been in the list.
            }
        }
        return all;
    }

    private static DomainStats stats(Domain domain, DomainInfo info) {
        List<TypedParameter> parameters = new ArrayList<>();
        parameters.add(TypedParameter.ofInt("state.state", info.state().number()));
        if (domain.ref().active()) {
            parameters.add(TypedParameter.ofUlong("cpu.time", info.cpuTime()));
            parameters.add(TypedParameter.ofUlong("balloon.current", info.memory()));
        }
        if (info.maxMemory() != DomainInfo.UNLIMITED) {
            parameters.add(TypedParameter.ofUlong("balloon.maximum", info.maxMemory()));
        }
        parameters.add(TypedParameter.ofUint("vcpu.current", info.vcpus()));
        return new DomainStats(domain.ref(), System.nanoTime(), parameters);
    }
}
