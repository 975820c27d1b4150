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
    final List<List<TypedParameter>> blockSizes = new ArrayList<>(1);
    final List<NetErrors> netErrors = new ArrayList<>(1);

    StatsTemplate(DomainFacts facts, List<String> nicNames) {
        vcpuCurrent = TypedParameter.ofUint("vcpu.current", facts.vcpus());
        vcpuMaximum = TypedParameter.ofUint("vcpu.maximum", facts.maxVcpus());
        maxMemory = facts.maxMemory();
        netCount = TypedParameter.ofUint("net.count", facts.nics().size());
        blockCount = TypedParameter.ofUint("block.count", facts.disks().size());
        for (int i = 0; i < nicNames.size(); i++) {
            netNames.add(TypedParameter.ofString("net." + i + ".name", nicNames.get(i)));
            netErrors.add(NetErrors.of(i));
        }
        for (int i = 0; i < facts.disks().size(); i++) {
            DiskFacts disk = facts.disks().get(i);
            blockNames.add(TypedParameter.ofString("block." + i + ".name", disk.target()));
            blockPaths.add(disk.isEmpty() ? null : TypedParameter.ofString("block." + i + ".path", disk.source()));
            blockSizes.add(disk.isEmpty() ? List.of() : sizes(i, disk));
        }
    }

    private static List<TypedParameter> sizes(int index, DiskFacts disk) {
        String prefix = "block." + index;
        return List.of(
                TypedParameter.ofUlong(prefix + ".allocation", disk.allocation()),
                TypedParameter.ofUlong(prefix + ".capacity", disk.capacity()),
                TypedParameter.ofUlong(prefix + ".physical", disk.allocation()));
    }

    /** Errors of an interface: in memory nothing goes wrong on the way. */
    record NetErrors(List<TypedParameter> received, List<TypedParameter> sent) {
        static NetErrors of(int index) {
            return new NetErrors(none("net." + index + ".rx"), none("net." + index + ".tx"));
        }

        private static List<TypedParameter> none(String prefix) {
            return List.of(TypedParameter.ofUlong(prefix + ".errs", 0), TypedParameter.ofUlong(prefix + ".drop", 0));
        }
    }
}
