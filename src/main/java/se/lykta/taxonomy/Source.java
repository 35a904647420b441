package se.lykta.taxonomy;

import java.util.Arrays;
import java.util.Optional;

/** Who a report comes from. The order is stored as a number in the read index: append only. */
public enum Source {
    EMPLOYEE("employee", "medarbetare", "employee"),
    MUNICIPAL_COMPANY("municipal_company", "kommunalt bolag", "municipal company"),
    RESIDENT("resident", "invånare", "resident"),
    POLICE("police", "polis", "police"),
    BUSINESS("business", "näringsliv", "business"),
    ASSOCIATION("association", "förening", "association"),
    PROPERTY_OWNER("property_owner", "fastighetsägare", "property owner"),
    RESCUE_SERVICE("rescue_service", "räddningstjänst", "rescue service"),
    SECURITY_COMPANY("security_company", "bevakningsbolag", "security company"),
    WALK("walk", "vandring", "walk finding"),
    IMPORT("import", "import", "import");

    private final String code;
    private final String sv;
    private final String en;

    Source(String code, String sv, String en) {
        this.code = code;
        this.sv = sv;
        this.en = en;
    }

    /** The value with this code, if there is one. */
    public static Optional<Source> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** Stable code in the database, the API and files. */
    public String code() {
        return code;
    }

    /** Swedish name, lower case. */
    public String sv() {
        return sv;
    }

    /** English name, lower case. */
    public String en() {
        return en;
    }
}
