package se.lykta.walk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.lykta.walk.plan.WalkRequest;

/** Tells two requests apart, member by member. */
final class WalkChanges {

    private static final JsonMapper JSON = new JsonMapper();

    private WalkChanges() {}

    /** What differs, by the names of the members. */
    static List<WalkVersion.Change> between(WalkRequest before, WalkRequest after) {
        JsonNode old = tree(before);
        JsonNode fresh = tree(after);
        Set<String> members = new TreeSet<>();
        old.fieldNames().forEachRemaining(members::add);
        fresh.fieldNames().forEachRemaining(members::add);
        List<WalkVersion.Change> changes = new ArrayList<>();
        for (String member : members) {
            JsonNode was = value(old, member);
            JsonNode is = value(fresh, member);
            if (!was.equals(is)) {
                changes.add(new WalkVersion.Change(member, was, is));
            }
        }
        return changes;
    }

    private static JsonNode value(JsonNode request, String member) {
        return Optional.ofNullable(request.get(member)).orElse(NullNode.getInstance());
    }

    private static JsonNode tree(WalkRequest request) {
        var text = new StringWriter();
        try {
            try (JsonGenerator out = JSON.createGenerator(text)) {
                WalkRequestJson.write(out, request);
            }
            return JSON.readTree(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
