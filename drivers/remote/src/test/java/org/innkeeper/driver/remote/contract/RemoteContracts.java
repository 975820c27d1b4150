package org.innkeeper.driver.remote.contract;

import org.innkeeper.driver.tck.ConnectionContract;
import org.innkeeper.driver.tck.DeviceContract;
import org.innkeeper.driver.tck.DomainContract;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.JobContract;
import org.innkeeper.driver.tck.LifecycleContract;
import org.innkeeper.driver.tck.MetadataContract;
import org.innkeeper.driver.tck.MigrationContract;
import org.innkeeper.driver.tck.NetworkContract;
import org.innkeeper.driver.tck.NodeContract;
import org.innkeeper.driver.tck.NodeDeviceContract;
import org.innkeeper.driver.tck.SaveContract;
import org.innkeeper.driver.tck.SchedulerContract;
import org.innkeeper.driver.tck.SecretContract;
import org.innkeeper.driver.tck.SnapshotContract;
import org.innkeeper.driver.tck.StatisticsContract;
import org.innkeeper.driver.tck.StorageContract;
import org.innkeeper.driver.tck.VcpuContract;
import org.innkeeper.driver.tck.VolumeStreamContract;
import org.junit.jupiter.api.Nested;

/** All contracts, over one transport to one hypervisor of a real libvirtd. */
abstract class RemoteContracts extends TransportContracts {
    /** The same with guests that can be moved. */
    DriverFixture movableFixture() {
        return fixture();
    }

    /** The same with guests that do what they are asked for. */
    DriverFixture answeringFixture() {
        return fixture();
    }

    /** The same with files that take long to write. */
    DriverFixture slowlySavingFixture() {
        return fixture();
    }

    /** The same with shares of the CPU for each guest. */
    DriverFixture sharingFixture() {
        return fixture();
    }

    @Nested
    class Connection extends ConnectionContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Device extends DeviceContract {
        @Override
        protected DriverFixture newFixture() {
            return answeringFixture();
        }
    }

    @Nested
    class Domain extends DomainContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Job extends JobContract {
        @Override
        protected DriverFixture newFixture() {
            return slowlySavingFixture();
        }
    }

    @Nested
    class Lifecycle extends LifecycleContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Metadata extends MetadataContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Migration extends MigrationContract {
        @Override
        protected DriverFixture newFixture() {
            return movableFixture();
        }
    }

    @Nested
    class Network extends NetworkContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Node extends NodeContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class NodeDevice extends NodeDeviceContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Save extends SaveContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Scheduler extends SchedulerContract {
        @Override
        protected DriverFixture newFixture() {
            return sharingFixture();
        }
    }

    @Nested
    class Secret extends SecretContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Snapshot extends SnapshotContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Statistics extends StatisticsContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Storage extends StorageContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Vcpu extends VcpuContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class VolumeStream extends VolumeStreamContract {
        @Override
        protected DriverFixture newFixture() {
            return fixture();
        }
    }
}
