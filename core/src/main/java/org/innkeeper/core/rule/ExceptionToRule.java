package org.innkeeper.core.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets one class break one rule of the architecture. The check of the rules fails where the reason is empty. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(ExceptionsToRules.class)
public @interface ExceptionToRule {
    Rule rule();

    /** Why it is better so, in a sentence. */
    String reason();
}
