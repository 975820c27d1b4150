package org.innkeeper.driver.test.load;

import java.util.SplittableRandom;

/**
 * A rate over time that looks like load: a daily swing, two quicker ones, and bursts. It is never negative and at most 1.
 * The area under it is known in closed form, so a counter can be read at any moment without having watched the time before.
 */
final class Wave {
    private static final double TURN = 2 * Math.PI;
    private static final double DAY = 86_400;

    private final double base;
    private final Swing day;
    private final Swing slow;
    private final Swing quick;
    private final double burstHeight;
    private final double burstPeriod;
    private final double burstLength;
    private final double burstOffset;

    /**
     * @param level the mean without bursts, 0 to 0.5
     * @param burst the height of bursts, at most 1 - 2 * level
     */
    Wave(SplittableRandom random, double level, double burst) {
        base = level;
        day = new Swing(level * 0.45, DAY, random.nextDouble(TURN));
        slow = new Swing(level * 0.3, 240 + random.nextDouble(900), random.nextDouble(TURN));
        quick = new Swing(level * 0.2, 17 + random.nextDouble(60), random.nextDouble(TURN));
        burstHeight = burst;
        burstPeriod = 70 + random.nextDouble(500);
        burstLength = 6 + random.nextDouble(Math.min(40, burstPeriod / 3));
        burstOffset = random.nextDouble(burstPeriod);
    }

    /** The rate at {@code seconds}. */
    double rate(double seconds) {
        double intoPeriod = intoPeriod(seconds);
        double bump = intoPeriod >= burstLength ? 0 : burstHeight * (1 - Math.cos(TURN * intoPeriod / burstLength)) / 2;
        return base + day.rate(seconds) + slow.rate(seconds) + quick.rate(seconds) + bump;
    }

    /** The area under the rate up to {@code seconds}, from a moment that is the same for every call. */
    double area(double seconds) {
        return base * seconds + day.area(seconds) + slow.area(seconds) + quick.area(seconds) + burstArea(seconds);
    }

    private double burstArea(double seconds) {
        double bursts = Math.floor((seconds + burstOffset) / burstPeriod);
        double into = Math.min(intoPeriod(seconds), burstLength);
        double partial = into - burstLength / TURN * Math.sin(TURN * into / burstLength);
        return burstHeight / 2 * (bursts * burstLength + partial);
    }

    private double intoPeriod(double seconds) {
        double shifted = seconds + burstOffset;
        return shifted - Math.floor(shifted / burstPeriod) * burstPeriod;
    }

    /** One sine around zero. */
    private record Swing(double height, double period, double phase) {
        double rate(double seconds) {
            return height * Math.sin(TURN * seconds / period + phase);
        }

        double area(double seconds) {
            return -height * period / TURN * Math.cos(TURN * seconds / period + phase);
        }
    }
}
