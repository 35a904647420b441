package se.lykta.hotspot.analysis;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.hotspot.file.TableFile;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.Fault;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.http.StreamedAnswer;
import se.lykta.index.Filters;

/**
 * {@code /api/analyses}: any method on the exact reports, for staff, as a job: ask with POST, look with GET, end with DELETE,
 * and fetch {@code /api/analyses/ID.geojson}, {@code .csv} or {@code .tif}.
 */
public final class AnalysisRoutes implements Routes {

    /** Most analyses take less: then the first answer is the last. */
    private static final long PATIENCE_MILLIS = 1000;

    private final Analyses analyses;
    private final Audiences audiences;
    private final Filters filters;
    private final JsonAnswer answer;

    /** The routes of one service. */
    public AnalysisRoutes(Analyses analyses, Audiences audiences, Filters filters, JsonAnswer answer) {
        this.analyses = analyses;
        this.audiences = audiences;
        this.filters = filters;
        this.answer = answer;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/analyses", this::ask);
        for (FileFormat format : FileFormat.values()) {
            routes.get("/api/analyses/{id}" + format.ending, context -> file(context, format));
        }
        routes.get("/api/analyses/{id}", this::look);
        routes.delete("/api/analyses/{id}", this::cancel);
    }

    private void ask(Context context) {
        audiences.of(context).require(Audience.STAFF);
        Analysis analysis = analyses.ask(Question.parse(context.queryParamMap(), filters, Audiences.PARAMETER));
        analysis.await(PATIENCE_MILLIS);
        if (analysis.state() == Analysis.State.FAILED) {
            analysis.result(); // a fault of the question is told as that of any other request
        }
        boolean ended = analysis.state() == Analysis.State.DONE;
        context.status(ended ? 200 : 202).header("Location", AnalysisAnswer.path(analysis));
        answer.send(context, AnalysisAnswer.of(analysis), "no-store");
    }

    private void look(Context context) {
        answer.send(context, AnalysisAnswer.of(analysis(context)), JsonAnswer.PRIVATE);
    }

    private void cancel(Context context) {
        Analysis analysis = analysis(context);
        analyses.cancel(analysis);
        answer.send(context, AnalysisAnswer.of(analysis), "no-store");
    }

    private Analysis analysis(Context context) {
        QueryParameters.of(context, Audiences.PARAMETER).check();
        audiences.of(context).require(Audience.STAFF);
        return analyses.find(context.pathParam("id"))
                .orElseThrow(() -> ApiException.notFound(
                        "unknown-analysis", "there is no such analysis, or it was not looked at for half an hour"));
    }

    /** A result never changes, so its name is its tag. */
    private void file(Context context, FileFormat format) throws IOException {
        Analysis analysis = analysis(context);
        if (!analysis.hasEnded()) {
            throw new ApiException(
                    ApiException.Kind.CONFLICT,
                    "analysis-not-done",
                    "the analysis has not ended yet: " + Math.round(analysis.progress() * 100) + " %",
                    List.of());
        }
        Result result = analysis.result();
        if (format == FileFormat.GEOTIFF && !result.table().isSurface()) {
            throw ApiException.invalid(
                    "no-surface",
                    List.of(new Fault("id", "the result is no surface of square cells, so there is no GeoTIFF of it")));
        }
        context.header("Cache-Control", JsonAnswer.PRIVATE).header("Vary", "Accept-Encoding, Authorization, Cookie");
        if (EntityTags.answeredWeakly(context, analysis.id() + format.ending)) {
            return;
        }
        context.contentType(format.mediaType);
        context.header("Content-Disposition", "attachment; filename=\"lykta-" + analysis.id() + format.ending + "\"");
        var table = DescribedTable.of(analysis);
        StreamedAnswer.send(context, out -> new TableFile(table, result.crs()).write(format.ending, out));
    }

    private enum FileFormat {
        GEOJSON("application/geo+json"),
        CSV("text/csv; charset=utf-8"),
        GEOTIFF("image/tiff; application=geotiff");

        private final String ending;
        private final String mediaType;

        FileFormat(String mediaType) {
            this.ending = "." + (name().equals("GEOTIFF") ? "tif" : name().toLowerCase(Locale.ROOT));
            this.mediaType = mediaType;
        }
    }
}
