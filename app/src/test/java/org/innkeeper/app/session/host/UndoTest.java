package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

class UndoTest {
    private final Undo undo = new Undo();
    private final InnkeeperException reason = failure("the start failed");

    private static InnkeeperException failure(String message) {
        return new InnkeeperException(ErrorCode.OPERATION_FAILED, ErrorOrigin.NONE, message);
    }

    @Test
    void removesTheLastFirst() {
        List<String> removed = new ArrayList<>();
        undo.made("volume", call -> removed.add("volume"));
        undo.made("guest", call -> removed.add("guest"));

        assertThat(undo.undo(reason)).isSameAs(reason);
        assertThat(removed).containsExactly("guest", "volume");
    }

    @Test
    void goesOnWhenARemovalFailsAndSaysWhatStays() {
        List<String> removed = new ArrayList<>();
        undo.made("volume disk.qcow2", call -> removed.add("volume"));
        undo.made("guest web", call -> {
            throw failure("still in use");
        });

        InnkeeperException told = undo.undo(reason);

        assertThat(removed).containsExactly("volume");
        assertThat(told.getMessage()).isEqualTo("the start failed");
        assertThat(told.info().remedy())
                .hasValueSatisfying(remedy ->
                        assertThat(remedy).contains("guest web (still in use)").doesNotContain("disk.qcow2"));
    }
}
