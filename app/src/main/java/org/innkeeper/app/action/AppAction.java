package org.innkeeper.app.action;

import org.innkeeper.app.session.GuestAction;

/**
 * Everything a user can do, in the order of menus. Its text is {@code action.} and the name; shortcuts are written as
 * {@link javafx.scene.input.KeyCombination#valueOf} reads them.
 */
public enum AppAction {
    NEW_GUEST("mdi2p-plus", "Shortcut+N", Target.PROGRAM),
    ADD_HOST("mdi2l-lan-connect", "Shortcut+Shift+N", Target.PROGRAM),
    RUN("mdi2p-play", "Shortcut+R", GuestAction.RUN),
    PAUSE("mdi2p-pause", "Shortcut+P", GuestAction.PAUSE),
    RESUME("mdi2p-play-pause", "Shortcut+Shift+P", GuestAction.RESUME),
    SHUT_DOWN("mdi2p-power", "Shortcut+D", GuestAction.SHUT_DOWN),
    REBOOT("mdi2r-restart", "Shortcut+Shift+R", GuestAction.REBOOT),
    FORCE_RESET("mdi2r-restart-alert", null, GuestAction.FORCE_RESET),
    FORCE_OFF("mdi2p-power-plug-off", "Shortcut+Shift+D", GuestAction.FORCE_OFF),
    OPEN("mdi2o-open-in-new", "Enter", Target.GUEST),
    OPEN_DETAILS("mdi2t-tune", "Alt+Enter", Target.GUEST),
    OPEN_PERFORMANCE("mdi2c-chart-line", "Shortcut+Shift+G", Target.GUEST),
    DELETE("mdi2d-delete-outline", "Delete", Target.GUEST),
    CONNECT("mdi2l-lan-connect", null, Target.HOST),
    DISCONNECT("mdi2l-lan-disconnect", null, Target.HOST),
    CHECK_HOST("mdi2s-stethoscope", null, Target.HOST),
    HOST_DETAILS("mdi2s-server", null, Target.HOST),
    REMOVE_HOST("mdi2m-minus-circle-outline", null, Target.HOST),
    SEARCH("mdi2m-magnify", "Shortcut+F", Target.WINDOW),
    PALETTE("mdi2c-console-line", "Shortcut+K", Target.WINDOW),
    SELECT_ALL("mdi2s-select-all", "Shortcut+A", Target.WINDOW),
    NEXT_PANE("mdi2a-arrow-right-bold-outline", "F6", Target.WINDOW),
    PREVIOUS_PANE("mdi2a-arrow-left-bold-outline", "Shift+F6", Target.WINDOW),
    TOGGLE_INSPECTOR("mdi2d-dock-right", "F9", Target.WINDOW),
    TOGGLE_SIDEBAR("mdi2d-dock-left", "Shift+F9", Target.WINDOW),
    PREFERENCES("mdi2c-cog-outline", "Shortcut+Comma", Target.PROGRAM),
    ABOUT("mdi2i-information-outline", null, Target.PROGRAM),
    CLOSE_WINDOW("mdi2c-close", "Shortcut+W", Target.WINDOW),
    QUIT("mdi2e-exit-to-app", "Shortcut+Q", Target.PROGRAM);

    /** What an action acts on. */
    public enum Target {
        PROGRAM,
        /** The window it is chosen in; the window itself does it. */
        WINDOW,
        /** The selected guests. */
        GUEST,
        /** The selected host. */
        HOST
    }

    private final String icon;
    private final String shortcut;
    private final Target target;
    private final GuestAction guestAction;

    AppAction(String icon, String shortcut, Target target) {
        this(icon, shortcut, target, null);
    }

    AppAction(String icon, String shortcut, GuestAction guestAction) {
        this(icon, shortcut, Target.GUEST, guestAction);
    }

    AppAction(String icon, String shortcut, Target target, GuestAction guestAction) {
        this.icon = icon;
        this.shortcut = shortcut;
        this.target = target;
        this.guestAction = guestAction;
    }

    /** The key of its text. */
    public String textKey() {
        return "action." + name();
    }

    /** The code of its icon in ikonli's materialdesign2 pack. */
    public String icon() {
        return icon;
    }

    /** Its shortcut, or null. */
    public String shortcut() {
        return shortcut;
    }

    public Target target() {
        return target;
    }

    /** What it does with the run of a guest, or null where it does something else. */
    public GuestAction guestAction() {
        return guestAction;
    }

    /** Whether it takes something with it that cannot be had again. */
    public boolean dangerous() {
        return this == DELETE || (guestAction != null && guestAction.dangerous());
    }
}
