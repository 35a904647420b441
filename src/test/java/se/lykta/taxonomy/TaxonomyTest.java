package se.lykta.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

    private final Taxonomy taxonomy = Taxonomy.load();

    @Test
    void theRestrictedCausesAreThoseOfTheDomain() {
        assertThat(taxonomy.causesOf(taxonomy.restrictedMask()))
                .extracting(Cause::code)
                .containsExactly("C11", "C13", "C14", "C15", "C16", "D14", "D15", "E12");
    }

    @Test
    void everyCauseHasAGroupAndEveryMaskReadsBack() {
        for (Cause cause : taxonomy.causes()) {
            assertThat(taxonomy.findGroup(cause.group())).as(cause.code()).isPresent();
            assertThat(taxonomy.causesOf(cause.mask())).containsExactly(cause);
            assertThat(taxonomy.groupMask(cause.group()) & cause.mask()).isEqualTo(cause.mask());
        }
        assertThat(taxonomy.causes()).hasSize(37 + 5);
    }

    @Test
    void aMaskIsMadeOfItsCauses() {
        long mask = taxonomy.mask(List.of("A31", "A11"));

        assertThat(taxonomy.causesOf(mask)).extracting(Cause::code).containsExactly("A11", "A31");
        assertThatThrownBy(() -> taxonomy.mask(List.of("A99"))).hasMessageContaining("A99");
    }

    @Test
    void onlyTheSafePlaceIsPositive() {
        assertThat(taxonomy.causesOf(taxonomy.positiveMask()))
                .extracting(Cause::code)
                .containsExactly("F11");
    }

    @Test
    void everyStateCanBeReachedFromReceived() {
        Set<ReportState> reached = EnumSet.of(ReportState.RECEIVED);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.poll().next().stream().filter(reached::add).forEach(open::add);
        }

        assertThat(reached).containsExactlyInAnyOrder(ReportState.values());
    }

    @Test
    void codesReadBack() {
        for (Source source : Source.values()) {
            assertThat(Source.find(source.code())).contains(source);
        }
        for (ReportState state : ReportState.values()) {
            assertThat(ReportState.find(state.code())).contains(state);
        }
        for (PlaceKind kind : PlaceKind.values()) {
            assertThat(PlaceKind.find(kind.code())).contains(kind);
        }
        assertThat(Source.find("somebody")).isEmpty();
    }
}
