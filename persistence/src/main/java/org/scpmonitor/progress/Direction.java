package org.scpmonitor.progress;

/** Whether an indicator's rise or its fall is wanted. */
public enum Direction {
    MORE_IS_BETTER(1),
    LESS_IS_BETTER(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /**
     * The direction with this sign, as stored in SQL.
     *
     * @throws IllegalArgumentException unless it is 1 or -1
     */
    public static Direction of(int sign) {
        return switch (sign) {
            case 1 -> MORE_IS_BETTER;
            case -1 -> LESS_IS_BETTER;
            default -> throw new IllegalArgumentException("A direction is 1 or -1, not " + sign);
        };
    }

    /** 1 when more is better, -1 when less is. */
    public int sign() {
        return sign;
    }
}
