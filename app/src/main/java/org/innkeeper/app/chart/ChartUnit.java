package org.innkeeper.app.chart;

import org.innkeeper.app.i18n.Quantities;

/** What an axis counts: how a value is written, and where the axis ends. */
public enum ChartUnit {
    /** A share of 0 to 1, in percent. */
    SHARE {
        @Override
        public String format(double value) {
            return Quantities.percent(value);
        }

        @Override
        double top(double most) {
            return 1;
        }
    },
    /** Memory, KiB. */
    KIBIBYTES {
        @Override
        public String format(double value) {
            return Quantities.kibibytes(Double.isNaN(value) ? -1 : Math.round(value));
        }

        @Override
        double top(double most) {
            double unit = 1024;
            while (unit * 1024 <= most) {
                unit *= 1024;
            }
            return Math.max(1024, binaryStep(most / unit) * unit);
        }
    },
    /** Bytes per second. */
    RATE {
        @Override
        public String format(double value) {
            return Quantities.rate(value);
        }

        @Override
        double top(double most) {
            return Math.max(1000, decimalStep(most));
        }
    };

    /** A value for people; a dash for NaN. */
    public abstract String format(double value);

    /** The end of an axis that has room for a value: a round number of this unit. */
    abstract double top(double most);

    /** How many steps an axis that ends there is divided into, so that each has a round number. */
    int steps(double top) {
        double mantissa = top / Math.pow(10, Math.floor(Math.log10(top)));
        return this == RATE && Math.abs(mantissa - 5) < 0.01 ? 5 : 4;
    }

    /** The first of 1, 2, 5, 10, 20... that is not less. */
    static double decimalStep(double value) {
        double step = 1;
        while (step < value) {
            if (step * 2 >= value) {
                return step * 2;
            }
            if (step * 5 >= value) {
                return step * 5;
            }
            step *= 10;
        }
        return step;
    }

    /** The first power of two that is not less. */
    private static double binaryStep(double value) {
        double step = 1;
        while (step < value) {
            step *= 2;
        }
        return step;
    }
}
