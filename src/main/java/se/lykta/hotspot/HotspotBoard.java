package se.lykta.hotspot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.hotspot.identity.HotspotIdentityStore;
import se.lykta.hotspot.identity.KnownHotspots;
import se.lykta.hotspot.identity.KnownHotspots.Known;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;

/**
 * The hotspots as they are shown: found once for a question, shown to all, and brought up to date beside the requests.
 *
 * <p>Exists because finding hotspots is a pass over all reports and the index has a new version with every report. The
 * list, the tiles, the exports and the walks of one moment show the same hotspots. Who asks a question that nobody asked
 * lately waits for its first answer, with everybody else who asks it; later answers are those of the newest run, which
 * says its snapshot and time. {@link #refresh()} runs again what was asked within {@value #KEPT_MINUTES} minutes and is no
 * longer up to date: one question at a time, and after a run it rests {@value #REST} times as long, so it takes a
 * fifth of one processor at most. An answer that is out of date and older than {@value #MOST_STALE_SECONDS} s is not shown any
 * more but made anew while the asker waits: nobody sees hotspots staler than that. One run goes on at a time in all.
 * Safe for use by many threads.
 */
public final class HotspotBoard {

    static final int MOST_STALE_SECONDS = 60;
    static final int REST = 4;
    static final int KEPT_MINUTES = 10;

    private static final Duration MOST_STALE = Duration.ofSeconds(MOST_STALE_SECONDS);
    private static final int MOST_QUESTIONS = 200;

    private final Indexes indexes;
    private final HotspotFinder finder;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock(true);
    private final Cache<Question, Answer> answers = Caffeine.newBuilder()
            .maximumSize(MOST_QUESTIONS)
            .expireAfterAccess(Duration.ofMinutes(KEPT_MINUTES))
            .build();
    private volatile KnownHotspots identities = KnownHotspots.NONE;
    private volatile Remembered remembered = new Remembered("", "");
    private volatile Instant restsUntil = Instant.MIN;
    private volatile Instant assessmentRestsUntil = Instant.MIN;

    /** The board of one service. */
    public HotspotBoard(Indexes indexes, HotspotFinder finder, Clock clock) {
        this.indexes = indexes;
        this.finder = finder;
        this.clock = clock;
    }

    /** The hotspots of the reports that a filter wants, as the audience may see them. */
    public Shown show(Audience audience, Filter filter, HotspotParameters parameters) {
        var question = new Question(audience, filter.countingOnly(), parameters);
        return answers.get(question, Answer::new).show();
    }

    /** Learns which hotspots are known; to be called before the first question. */
    public void learn(HotspotIdentityStore store) {
        identities = store.load();
    }

    /**
     * Remembers the hotspots that staff see without any filter, if they are others than the last time, and learns what other
     * processes remember; called every now and then, by one thread. Those of each group of causes only if somebody asked
     * for them lately: nobody can point at what nobody saw.
     */
    public void remember(HotspotIdentityStore store) {
        remember(store, show(Audience.STAFF, Filter.counting(), HotspotParameters.DEFAULT));
        ofGroups().ifPresent(answer -> remember(store, answer.show()));
    }

    /** What staff saw of each group, in whatever order; of several orders always the same one. */
    private Optional<Answer> ofGroups() {
        HotspotParameters usual = HotspotParameters.DEFAULT.ofEachGroup();
        return answers.asMap().values().stream()
                .filter(answer -> answer.question.audience == Audience.STAFF)
                .filter(answer -> answer.question.filter.equals(Filter.counting()))
                .filter(answer -> answer.question.parameters.unweighted().equals(usual))
                .min(Comparator.comparing(answer -> answer.question.parameters.key()));
    }

    private void remember(HotspotIdentityStore store, Shown shown) {
        if (remembered.contains(shown.found)) {
            return;
        }
        boolean byGroup = shown.hotspots.parameters().byGroup();
        List<Known> seen = shown.hotspots.list().stream()
                .map(one -> new Known(one.id(), one.standing().group().orElse(""), one.members()))
                .toList();
        identities = store.remember(seen, clock.instant());
        remembered = byGroup
                ? new Remembered(remembered.overall, shown.found)
                : new Remembered(shown.found, remembered.ofGroups);
    }

    /** Which answers were remembered last, by {@link Shown#found()}. */
    private record Remembered(String overall, String ofGroups) {

        boolean contains(String found) {
            return found.equals(overall) || found.equals(ofGroups);
        }
    }

    /** Brings the question that has waited longest up to date, if there is one and the rest is over; called every now and then. */
    public void refresh() {
        if (clock.instant().isBefore(restsUntil)) {
            return;
        }
        answers.asMap().values().stream()
                .filter(Answer::isOutdated)
                .min(Comparator.comparing(Answer::since))
                .ifPresent(answer -> restsUntil = restAfter(() -> answer.renew(Instant.MAX)));
    }

    /**
     * Finds out how far the hotspots of one answer can be trusted, if there is an answer that does not tell; called every now
     * and then, by one thread. It takes long, so nobody waits for it, and a new report does not begin it anew: it is
     * taken over to the same hotspot of later answers until its turn comes again.
     */
    public void assess() {
        if (clock.instant().isBefore(assessmentRestsUntil)) {
            return;
        }
        answers.asMap().values().stream()
                .filter(Answer::isUnassessed)
                .min(Comparator.comparing(Answer::assessedAt).thenComparing(Answer::since))
                .ifPresent(answer -> assessmentRestsUntil = restAfter(answer::assess));
    }

    /** Runs something and says until when it is to rest. */
    private Instant restAfter(Runnable run) {
        Instant start = clock.instant();
        run.run();
        Instant end = clock.instant();
        return end.plus(Duration.between(start, end).multipliedBy(REST));
    }

    /**
     * Hotspots and when they were found.
     *
     * @param hotspots with the version of the snapshot they were found in
     * @param at when they were found
     * @param version equal for equal hotspots with equal confidence; visible ASCII without quotes, the audience included
     * @param found the same without regard to the confidence
     */
    public record Shown(Hotspots hotspots, Instant at, String version, String found) {}

    private record Question(Audience audience, Filter filter, HotspotParameters parameters) {}

    /** Hotspots with their confidence, and which ones they are of. */
    private record Assessed(Hotspots hotspots, String of, Instant at) {}

    /** The newest answer to one question. */
    private final class Answer {

        private final Question question;
        private volatile @Nullable Shown newest;
        private volatile @Nullable Assessed assessed;

        Answer(Question question) {
            this.question = question;
        }

        Shown show() {
            Shown shown = newest;
            Instant now = clock.instant();
            boolean good = shown != null && (!isOlder(shown, now.minus(MOST_STALE)) || isCurrent(shown));
            return shown != null && good ? shown : renew(now.minus(MOST_STALE));
        }

        boolean isOutdated() {
            Shown shown = newest;
            return shown != null && !isCurrent(shown);
        }

        /** The public sees snapped positions: what they say of chance would be about the snapping. */
        boolean isUnassessed() {
            Shown shown = newest;
            Assessed known = assessed;
            return question.audience == Audience.STAFF
                    && shown != null
                    && !(known != null && known.of.equals(shown.found));
        }

        Instant since() {
            Shown shown = newest;
            return shown == null ? Instant.MIN : shown.at;
        }

        Instant assessedAt() {
            Assessed known = assessed;
            return known == null ? Instant.MIN : known.at;
        }

        /** Finds them anew, unless they are up to date, or somebody else found some that are not older than wanted. */
        Shown renew(Instant oldest) {
            running.lock();
            try {
                Shown shown = newest;
                if (shown != null && (isCurrent(shown) || !isOlder(shown, oldest))) {
                    return shown;
                }
                Snapshot snapshot = indexes.snapshot(question.audience);
                String version = version(snapshot);
                Hotspots found = finder.find(snapshot, question.filter, question.parameters, known());
                return publish(found, clock.instant(), version);
            } finally {
                running.unlock();
            }
        }

        /** Assesses what is newest now, and shows it with that if nothing newer was found meanwhile. */
        void assess() {
            Snapshot snapshot = indexes.snapshot(question.audience);
            String version = version(snapshot);
            Hotspots found = finder.findAndAssess(snapshot, question.filter, question.parameters, known());
            assessed = new Assessed(found, version, clock.instant());
            running.lock();
            try {
                Shown shown = newest;
                if (shown != null) {
                    publish(shown.hotspots, shown.at, shown.found);
                }
            } finally {
                running.unlock();
            }
        }

        private Shown publish(Hotspots found, Instant at, String version) {
            Assessed known = assessed;
            var fresh = known == null
                    ? new Shown(found, at, version, version)
                    : new Shown(
                            found.trustedAs(known.hotspots),
                            at,
                            version + ".t" + known.hotspots.snapshotVersion(),
                            version);
            newest = fresh;
            return fresh;
        }

        /** What the public sees is made of groups, not of reports. */
        private KnownHotspots known() {
            return question.audience == Audience.STAFF ? identities : KnownHotspots.NONE;
        }

        private boolean isCurrent(Shown shown) {
            return shown.found.equals(version(indexes.snapshot(question.audience)));
        }

        private static boolean isOlder(Shown shown, Instant oldest) {
            return shown.at.isBefore(oldest);
        }

        private String version(Snapshot snapshot) {
            String audience = question.audience.name().toLowerCase(Locale.ROOT);
            return audience + "." + finder.version(snapshot, question.filter, question.parameters);
        }
    }
}
