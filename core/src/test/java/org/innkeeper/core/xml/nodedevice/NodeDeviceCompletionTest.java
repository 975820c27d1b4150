package org.innkeeper.core.xml.nodedevice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeDeviceCompletionTest {
    private static NodeDeviceDocument completed(String capability) {
        NodeDeviceDocument device = NodeDeviceDocument.read("<device><name>a</name>" + capability + "</device>");
        NodeDeviceCompletion.complete(device);
        return device;
    }

    @Test
    void mediatedDeviceWithoutAGroupIsInGroupZero() {
        NodeDeviceDocument device = completed("<capability type='mdev'><type id='i915-GVTg_V5_8'/></capability>");

        assertThat(CapabilityProperties.IOMMU_GROUP.get(device.root().element("capability")))
                .hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<capability type='mdev'><type id='t'/><iommuGroup number='12'/></capability>",
                "<capability type='pci'><domain>0</domain></capability>",
                "<capability type='system'><product>x</product></capability>"
            })
    void otherDevicesStayAsTheyAre(String capability) {
        assertThat(completed(capability).toText()).isEqualTo("<device><name>a</name>" + capability + "</device>");
    }
}
