package org.innkeeper.app.i18n;

/** Writes English in accented letters, a third longer and in brackets; what stands in braces is left alone. */
final class PseudoLocale {
    private static final String PLAIN = "aceginosuyACEGINOSUY";
    private static final String ACCENTED = "áčéğíñóšúýÁČÉĞÍÑÓŠÚÝ";

    private PseudoLocale() {}

    static String translate(String text) {
        StringBuilder out = new StringBuilder(text.length() * 2).append('[');
        boolean literal = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            literal = c == '{' || (literal && c != '}');
            int at = literal ? -1 : PLAIN.indexOf(c);
            out.append(at < 0 ? c : ACCENTED.charAt(at));
        }
        return out.append("·".repeat((text.length() + 2) / 3)).append(']').toString();
    }
}
