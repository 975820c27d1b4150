package org.innkeeper.app.form.page;

import java.util.List;
import org.innkeeper.app.form.FormPage;

/** All pages, in the order of the list at the left. */
public final class GuestPages {
    private GuestPages() {}

    public static List<FormPage> all() {
        return List.of(new OverviewPage(), new CpuPage(), new MemoryPage(), new BootPage(), new LifecyclePage());
    }
}
