package org.innkeeper.core.xml.capabilities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.math.BigInteger;
import org.innkeeper.core.xml.SizeUnit;

/**
 * A size with its unit.
 *
 * @param unit such as KiB; KiB too where it is not given
 * @param value how many of them
 */
public record Amount(
        @JacksonXmlProperty(isAttribute = true) String unit, @JsonProperty(CapabilityReader.TEXT) long value) {
    @JsonCreator
    public Amount {}

    /** From an element that has only text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount ofText(String text) {
        return new Amount(null, Long.parseLong(text.strip()));
    }

    /** The size in KiB, rounded down. */
    public long kibibytes() {
        BigInteger bytes = BigInteger.valueOf(value).multiply(SizeUnit.bytes(unit == null ? "KiB" : unit));
        return bytes.shiftRight(10).longValueExact();
    }
}
