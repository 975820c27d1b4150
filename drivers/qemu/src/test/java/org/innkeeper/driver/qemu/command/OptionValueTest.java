package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionValueTest {
    @Test
    void commasAreDoubled() {
        assertThat(OptionValue.of("a,b").with("path", "/x,y=z").withIfSet("none", null))
                .hasToString("a,,b,path=/x,,y=z");
        assertThat(new OptionValue()
                        .withSwitch("a", true)
                        .withSwitch("b", false)
                        .withSwitch("c", null))
                .hasToString("a=on,b=off");
    }

    @Test
    void propertiesAreWrittenInBothForms() {
        Props props = Props.of("driver", "x")
                .put("text", "a,\"b\"")
                .put("flag", true)
                .put("inner", Props.of("n", 1).put("deep", Props.of("f", false)))
                .put("list", List.of("p", "q"))
                .put("nothing", null)
                .putIfSet("absent", null)
                .putSwitch("word", false);
        assertThat(props.toJson())
                .isEqualTo(
                        "{\"driver\":\"x\",\"text\":\"a,\\\"b\\\"\",\"flag\":true,\"inner\":{\"n\":1,\"deep\":{\"f\":false}},"
                                + "\"list\":[\"p\",\"q\"],\"nothing\":null,\"word\":\"off\"}");
        assertThat(props.toOption())
                .isEqualTo("x,text=a,,\"b\",flag=on,inner.n=1,inner.deep.f=off,list.0=p,list.1=q,word=off");
    }
}
