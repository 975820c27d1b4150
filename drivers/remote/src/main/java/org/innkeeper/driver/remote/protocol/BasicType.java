package org.innkeeper.driver.remote.protocol;

import java.util.UUID;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** The types without parts. Numbers are {@code Long} or {@code Integer} by what Java needs to hold them. */
enum BasicType implements XdrType {
    /** {@code Integer}. */
    INT(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeInt(number(value, Integer.MIN_VALUE, Integer.MAX_VALUE, what));
        }

        @Override
        public Object read(XdrReader in) {
            return in.readInt();
        }
    },
    /** {@code Long} from 0 to 2^32 - 1. */
    UINT(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeUint(((Number) value).longValue());
        }

        @Override
        public Object read(XdrReader in) {
            return in.readUint();
        }
    },
    /** {@code Long}. */
    HYPER(8) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeHyper(((Number) value).longValue());
        }

        @Override
        public Object read(XdrReader in) {
            return in.readHyper();
        }
    },
    /** {@code Long} with the bits of an unsigned one. */
    UHYPER(8) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeHyper(((Number) value).longValue());
        }

        @Override
        public Object read(XdrReader in) {
            return in.readHyper();
        }
    },
    /** {@code Double}. */
    DOUBLE(8) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeDouble(((Number) value).doubleValue());
        }

        @Override
        public Object read(XdrReader in) {
            return in.readDouble();
        }
    },
    /** {@code Integer}, four bytes on the wire. */
    INT8(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeInt(number(value, Byte.MIN_VALUE, Byte.MAX_VALUE, what));
        }

        @Override
        public Object read(XdrReader in) {
            return checked(in.readInt(), Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
    },
    /** {@code Integer}, four bytes on the wire. */
    UINT8(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeInt(number(value, 0, 0xff, what));
        }

        @Override
        public Object read(XdrReader in) {
            return checked(in.readInt(), 0, 0xff);
        }
    },
    /** {@code Integer}, four bytes on the wire. */
    INT16(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeInt(number(value, Short.MIN_VALUE, Short.MAX_VALUE, what));
        }

        @Override
        public Object read(XdrReader in) {
            return checked(in.readInt(), Short.MIN_VALUE, Short.MAX_VALUE);
        }
    },
    /** {@code Integer}, four bytes on the wire. */
    UINT16(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeInt(number(value, 0, 0xffff, what));
        }

        @Override
        public Object read(XdrReader in) {
            return checked(in.readInt(), 0, 0xffff);
        }
    },
    /** {@code String}. */
    STRING(4) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeString((String) value, STRING_MAX, what);
        }

        @Override
        public Object read(XdrReader in) {
            return in.readString(STRING_MAX);
        }
    },
    /** {@link UUID}. */
    UUID(16) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            out.writeUuid((UUID) value);
        }

        @Override
        public Object read(XdrReader in) {
            return in.readUuid();
        }
    },
    /** {@link TypedParameter}. */
    TYPED_PARAM(12) {
        @Override
        public void write(XdrWriter out, Object value, String what) {
            TypedParameter parameter = (TypedParameter) value;
            out.writeString(parameter.name(), STRING_MAX, what);
            out.writeInt(parameter.type().number());
            switch (parameter.type()) {
                case INT, UINT, BOOLEAN -> out.writeInt((int) parameter.number());
                case LLONG, ULLONG, DOUBLE -> out.writeHyper(parameter.number());
                case STRING -> out.writeString(parameter.text(), STRING_MAX, what);
            }
        }

        @Override
        public Object read(XdrReader in) {
            String name = in.readString(STRING_MAX);
            int type = in.readInt();
            return switch (type) {
                case 1 -> TypedParameter.ofInt(name, in.readInt());
                case 2 -> TypedParameter.ofUint(name, in.readUint());
                case 3 -> TypedParameter.ofLong(name, in.readHyper());
                case 4 -> TypedParameter.ofUlong(name, in.readHyper());
                case 5 -> TypedParameter.ofDouble(name, in.readDouble());
                case 6 -> TypedParameter.ofBoolean(name, in.readInt() != 0);
                case 7 -> TypedParameter.ofString(name, in.readString(STRING_MAX));
                default -> throw new XdrException("the parameter " + name + " has the unknown type " + type);
            };
        }
    };

    /** The most bytes of a string: {@code REMOTE_STRING_MAX}. */
    static final int STRING_MAX = 4 * 1024 * 1024;

    private final int minimumSize;

    BasicType(int minimumSize) {
        this.minimumSize = minimumSize;
    }

    @Override
    public int minimumSize() {
        return minimumSize;
    }

    private static int number(Object value, int least, int most, String what) {
        long number = ((Number) value).longValue();
        if (number < least || number > most) {
            throw new XdrException(what + " is " + number + ", the protocol allows " + least + " to " + most);
        }
        return (int) number;
    }

    private static Integer checked(int number, int least, int most) {
        if (number < least || number > most) {
            throw new XdrException("the number " + number + " is not between " + least + " and " + most);
        }
        return number;
    }
}
