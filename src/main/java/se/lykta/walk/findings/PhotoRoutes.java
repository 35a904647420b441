package se.lykta.walk.findings;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.ApiException;
import se.lykta.http.BodyBytes;
import se.lykta.http.QueryParameters;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.walk.invitation.WalkAccess;

/**
 * {@code /api/walks/ID/findings/UUID/photos/UUID}: participants send photos and take them back, staff look at them.
 */
public final class PhotoRoutes implements Routes {

    private static final String PATH = "/api/walks/{id}/findings/{finding}/photos/{photo}";
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

    /** A photo of a phone as it is; the page makes it smaller before it sends it. */
    private static final int MOST_BYTES = 8 << 20;

    private final Photos photos;
    private final WalkAccess access;
    private final Audiences audiences;
    private final RateLimit limit;

    /**
     * The routes.
     *
     * @param limit how often one address may send: a whole group may share one
     */
    public PhotoRoutes(Photos photos, WalkAccess access, Audiences audiences, RateLimit limit) {
        this.photos = photos;
        this.access = access;
        this.audiences = audiences;
        this.limit = limit;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.put(PATH, this::keep);
        routes.delete(PATH, this::remove);
        routes.get(PATH, this::show);
    }

    private void keep(Context context) {
        enter(context);
        UUID finding = id(context, "finding");
        UUID photo = id(context, "photo");
        requireType(context);
        byte[] bytes = BodyBytes.read(context, MOST_BYTES);
        boolean fresh = photos.keep(context.pathParam("id"), finding, photo, bytes);
        context.status(fresh ? 201 : 204).header("Cache-Control", "no-store");
    }

    private void remove(Context context) {
        enter(context);
        photos.remove(context.pathParam("id"), id(context, "finding"), id(context, "photo"));
        context.status(204);
    }

    private void show(Context context) {
        QueryParameters.of(context).check();
        audiences.of(context).require(Audience.STAFF);
        byte[] jpeg = photos.get(context.pathParam("id"), id(context, "finding"), id(context, "photo"));
        context.header("Cache-Control", "no-store").contentType("image/jpeg").result(jpeg);
    }

    private void enter(Context context) {
        limit.check(context);
        QueryParameters.of(context).check();
        access.require(context.pathParam("id"), audiences.of(context), context.header(WalkAccess.HEADER));
    }

    private static void requireType(Context context) {
        String type = Optional.ofNullable(context.contentType())
                .orElse("none")
                .split(";", 2)[0]
                .strip();
        if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            String detail = "the body has to be image/jpeg or image/png, not " + type;
            throw new ApiException(
                    ApiException.Kind.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", detail, List.of());
        }
    }

    private static UUID id(Context context, String name) {
        return Uuids.parse(context.pathParam(name))
                .orElseThrow(() ->
                        ApiException.notFound("unknown-" + name, "the id of a " + name + " is a UUID in lower case"));
    }
}
