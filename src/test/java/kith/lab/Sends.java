package kith.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which status codes of XEP-0045 §15.6 a real server sends in a test, which makes sure that it
/// does.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sends {

    /// What Prosody sends.
    String[] prosody() default {};

    /// What ejabberd sends.
    String[] ejabberd() default {};
}
