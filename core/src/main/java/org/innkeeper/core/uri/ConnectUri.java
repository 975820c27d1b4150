package org.innkeeper.core.uri;

import java.util.List;
import java.util.Optional;

/** Placeholder until the whole parser lands. */
public record ConnectUri(
        String text,
        String driver,
        String transport,
        String user,
        String host,
        int port,
        String path,
        List<Parameter> parameters) {
    /** One query parameter, decoded. */
    public record Parameter(String name, String value) {}

    public ConnectUri {
        parameters = List.copyOf(parameters);
    }

    /** The decoded value of the first parameter of that name. */
    public Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }
}
