package org.innkeeper.app.xmlview;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Finds what the parts of an XML text are, well-formed or not. */
final class XmlHighlighter {
    private static final Pattern PART = Pattern.compile(
            "(?<comment><!--.*?(?:-->|$))|(?<tag></?[\\w:.-]+|/?>)"
                    + "|(?<name>[\\w:.-]+)(?=\\s*=\\s*[\"'])|(?<value>\"[^\"<]*\"|'[^'<]*')",
            Pattern.DOTALL);

    private XmlHighlighter() {}

    static StyleSpans<Collection<String>> highlight(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher matcher = PART.matcher(text);
        int at = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - at);
            spans.add(List.of(style(matcher)), matcher.end() - matcher.start());
            at = matcher.end();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    private static String style(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return "xml-comment";
        }
        if (matcher.group("tag") != null) {
            return "xml-tag";
        }
        return matcher.group("name") != null ? "xml-name" : "xml-value";
    }
}
