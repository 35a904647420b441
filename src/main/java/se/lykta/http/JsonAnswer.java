package se.lykta.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Small JSON answers, with an entity tag from their bytes: the same content always has the same bytes.
 *
 * <p>Large answers are streamed elsewhere, with a tag that is known beforehand. Safe for use by many threads.
 */
public final class JsonAnswer {

    /** Cache rule of answers that are the same for everybody and change with the data. */
    public static final String PUBLIC = "public, max-age=0, must-revalidate";

    /** Cache rule of answers that only the asker may keep. */
    public static final String PRIVATE = "private, no-cache";

    private final JsonMapper mapper;

    /** Answers with members in a fixed order and times in ISO form. */
    public JsonAnswer() {
        this.mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    /** The mapper, for whoever writes JSON elsewhere. */
    public JsonMapper mapper() {
        return mapper;
    }

    /** Sends a body, or 304 if the caller has it. */
    public void send(Context context, Object body, String cacheControl) {
        send(context, bytes(body), "application/json", cacheControl);
    }

    /** Sends bytes of a type, or 304 if the caller has them. */
    public void send(Context context, byte[] body, String contentType, String cacheControl) {
        context.header("Cache-Control", cacheControl);
        if (!EntityTags.answeredWeakly(context, tag(body))) {
            context.contentType(contentType).result(body);
        }
    }

    private byte[] bytes(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body.getClass() + " cannot be written as JSON", e);
        }
    }

    /** An entity tag, without quotes, from the bytes of a body. */
    public static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
