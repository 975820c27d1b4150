package org.innkeeper.app.session.sample;

/** One counter from tick to tick. A counter that falls was started again, so that its difference means nothing. */
final class Counter {
    private long previous = Reading.ABSENT;

    /**
     * Takes the next value.
     *
     * @param value absent where it is not told
     * @return how much it grew; NaN the first time, and where it fell or is absent
     */
    double advance(long value) {
        long before = previous;
        previous = value;
        return before < 0 || value < before ? Double.NaN : value - before;
    }

    void forget() {
        previous = Reading.ABSENT;
    }
}
