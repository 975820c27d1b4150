package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.model.TypedParameter;

/** The parameters of a guest that do not change from sample to sample, made once for each run and definition. */
final class StatsTemplate {
    final TypedParameter vcpuCurrent;
    final TypedParameter vcpuMaximum;
    final TypedParameter netCount;
    final TypedParameter blockCount;
    final long maxMemory;
    final List<TypedParameter> netNames = new ArrayList<>(1);
    final List<TypedParameter> blockNames = new ArrayList<>(1);
    final List<TypedParameter> blockPaths = new ArrayList<>(1);

    StatsTemplate(DomainFacts facts, List<String> nicNames) {
        vcpuCurrent = TypedParameter.ofUint("vcpu.current", facts.vcpus());
        vcpuMaximum = TypedParameter.ofUint("vcpu.maximum", facts.maxVcpus());
        maxMemory = facts.maxMemory();
        netCount = TypedParameter.ofUint("net.count", facts.nics().size());
        blockCount = TypedParameter.ofUint("block.count", facts.disks().size());
        for (int i = 0; i < nicNames.size(); i++) {
            netNames.add(TypedParameter.ofString("net." + i + ".name", nicNames.get(i)));
        }
        for (int i = 0; i < facts.disks().size(); i++) {
            DiskFacts disk = facts.disks().get(i);
            blockNames.add(TypedParameter.ofString("block." + i + ".name", disk.target()));
            blockPaths.add(disk.isEmpty() ? null : TypedParameter.ofString("block." + i + ".path", disk.source()));
        }
    }
}
