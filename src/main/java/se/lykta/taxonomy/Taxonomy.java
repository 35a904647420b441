package se.lykta.taxonomy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The causes and their groups, read from one data file ({@code data/taxonomy.json}).
 *
 * <p>A set of causes is a bit mask ({@code long}), so that the read index can hold and filter it in one word. Immutable.
 */
public final class Taxonomy {

    private final List<CauseGroup> groups;
    private final List<Cause> causes;
    private final Map<String, Cause> byCode = new HashMap<>();
    private final Map<String, Long> groupMasks = new HashMap<>();
    private final long positiveMask;
    private final long restrictedMask;

    private Taxonomy(Content content) {
        groups = List.copyOf(content.groups());
        causes = content.causes().stream()
                .sorted(Comparator.comparing(Cause::code))
                .toList();
        long seen = 0;
        for (Cause cause : causes) {
            if (byCode.put(cause.code(), cause) != null || (seen & cause.mask()) != 0) {
                throw new IllegalArgumentException("cause " + cause.code() + " or its bit stands twice");
            }
            seen |= cause.mask();
            groupMasks.merge(cause.group(), cause.mask(), (a, b) -> a | b);
        }
        positiveMask = maskWhere(causes.stream().filter(Cause::positive).toList());
        restrictedMask = maskWhere(causes.stream().filter(Cause::restricted).toList());
    }

    /** The taxonomy that is packed into the program. */
    public static Taxonomy load() {
        try (InputStream in = Taxonomy.class.getResourceAsStream("/data/taxonomy.json")) {
            if (in == null) {
                throw new IllegalStateException("data/taxonomy.json is missing from the program");
            }
            var mapper = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
            return new Taxonomy(mapper.readValue(in, Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All groups, in the order of the file. */
    public List<CauseGroup> groups() {
        return groups;
    }

    /** All causes, ordered by code, the generalised ones included. */
    public List<Cause> causes() {
        return causes;
    }

    /** The cause with this code, if there is one. */
    public Optional<Cause> findCause(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The cause with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Cause getCause(String code) {
        return findCause(code).orElseThrow(() -> new IllegalArgumentException("no cause has the code " + code));
    }

    /** The group with this letter, if there is one. */
    public Optional<CauseGroup> findGroup(String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    /** The mask of all causes of a group, its generalised one included; 0 for an unknown group. */
    public long groupMask(String group) {
        return groupMasks.getOrDefault(group, 0L);
    }

    /**
     * The mask of causes given by their codes.
     *
     * @throws IllegalArgumentException if a code is unknown
     */
    public long mask(Collection<String> codes) {
        return maskWhere(codes.stream().map(this::getCause).toList());
    }

    /** The causes of a mask, ordered by code. */
    public List<Cause> causesOf(long mask) {
        return causes.stream().filter(cause -> (cause.mask() & mask) != 0).toList();
    }

    /** The mask of the positive causes. */
    public long positiveMask() {
        return positiveMask;
    }

    /** The mask of the restricted causes. */
    public long restrictedMask() {
        return restrictedMask;
    }

    private static long maskWhere(List<Cause> chosen) {
        return chosen.stream().mapToLong(Cause::mask).reduce(0L, (a, b) -> a | b);
    }

    private record Content(List<CauseGroup> groups, List<Cause> causes) {}
}
