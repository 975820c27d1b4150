package org.innkeeper.core.xml;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A size with its unit: {@code <memory unit='MiB'>512</memory>}, or in two attributes. It is read in one fixed unit,
 * rounded up as libvirt does, and written in the unit that is there as long as that is exact.
 *
 * @param name the unique name
 * @param location where the number stands
 * @param unitAttribute the attribute with the unit, on the same element
 * @param defaultUnit what a number without unit means, and what is written where the present unit is not exact
 * @param resultUnit the unit of the values of this property
 */
record SizeProperty(String name, PropertyPath location, String unitAttribute, String defaultUnit, String resultUnit)
        implements LocatedProperty<Long> {
    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public Optional<Long> get(XmlElement base) {
        XmlElement element = location.find(base);
        if (element == null) {
            return Optional.empty();
        }
        String text = location.attribute() == null ? element.text() : element.attribute(location.attribute());
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(read(element, text.strip()));
    }

    private long read(XmlElement element, String text) {
        String unit = element.attribute(unitAttribute);
        if (!text.matches("[0-9]{1,20}")) {
            throw XmlErrors.unacceptable(element, "'" + text + "' is not a size");
        }
        try {
            BigInteger bytes = new BigInteger(text).multiply(SizeUnit.bytes(unit == null ? defaultUnit : unit));
            BigInteger[] parts = bytes.divideAndRemainder(SizeUnit.bytes(resultUnit));
            return parts[0].add(BigInteger.valueOf(parts[1].signum())).longValueExact();
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(element, "'" + unit + "' is not a unit of size");
        } catch (ArithmeticException e) {
            throw XmlErrors.unacceptable(element, "'" + text + "' is too large");
        }
    }

    @Override
    public void set(XmlElement base, Long value) {
        if (holds(base, value)) {
            return;
        }
        XmlElement element = location.create(base);
        String unit = element.attribute(unitAttribute);
        BigInteger bytes = BigInteger.valueOf(value).multiply(SizeUnit.bytes(resultUnit));
        String exact = exactUnit(unit == null ? defaultUnit : unit, bytes);
        if (unit == null ? !exact.equals(defaultUnit) : !unit.equals(exact)) {
            element.setAttribute(unitAttribute, exact);
        }
        String text = bytes.divide(SizeUnit.bytes(exact)).toString();
        if (location.attribute() == null) {
            element.setText(text);
            if (unit == null) {
                element.setAttribute(unitAttribute, exact);
            }
        } else {
            element.setAttribute(location.attribute(), text);
        }
    }

    private String exactUnit(String wanted, BigInteger bytes) {
        try {
            return bytes.mod(SizeUnit.bytes(wanted)).signum() == 0 ? wanted : resultUnit;
        } catch (IllegalArgumentException e) {
            return resultUnit;
        }
    }

    @Override
    public void remove(XmlElement base) {
        XmlElement element = location.find(base);
        if (element == null) {
            return;
        }
        if (location.attribute() == null) {
            element.setText("");
        } else {
            element.setAttribute(location.attribute(), null);
        }
        element.setAttribute(unitAttribute, null);
        location.prune(base, element);
    }
}
