package org.innkeeper.driver.xen.xend;

/**
 * What xend answered.
 *
 * @param status of HTTP
 * @param body as text, "" where there is none
 */
public record XendReply(int status, String body) {
    private static final String ERROR = "xend.err";

    /** Whether xend did what it was asked. It has been known to tell an error with a status that says all is well. */
    public boolean isSuccess() {
        boolean failedLater = status == 202 && body.contains("failed");
        return status >= 200 && status < 300 && !failedLater && !body.contains(ERROR);
    }

    /** What xend says went wrong, "" where it says nothing. */
    public String problem() {
        int start = body.indexOf(ERROR);
        if (start < 0) {
            return isSuccess() ? "" : body.strip();
        }
        String text = body.substring(start + ERROR.length()).strip();
        int end = text.lastIndexOf(')');
        String inner = (end < 0 ? text : text.substring(0, end)).strip();
        boolean quoted = inner.length() > 1 && inner.charAt(0) == inner.charAt(inner.length() - 1);
        return quoted && "'\"".indexOf(inner.charAt(0)) >= 0 ? inner.substring(1, inner.length() - 1) : inner;
    }
}
