package kith.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// By which error conditions of XEP-0045 §7.2 a real server doesn't let somebody into a room in a
/// test, which makes sure that it does.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {

    /// What Prosody says.
    String[] prosody() default {};

    /// What ejabberd says.
    String[] ejabberd() default {};
}
