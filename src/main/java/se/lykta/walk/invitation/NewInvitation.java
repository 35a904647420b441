package se.lykta.walk.invitation;

/**
 * An invitation that was just made, with what is told only now.
 *
 * @param invitation what is stored
 * @param token the secret of the link
 */
public record NewInvitation(Invitation invitation, String token) {

    @Override
    public String toString() {
        return "NewInvitation[%s]".formatted(invitation);
    }
}
