package se.lykta.cli;

import picocli.CommandLine.Command;
import se.lykta.app.Service;

/** {@code lykta warm-up}: loads the classes that a start needs, for the launcher's class archive. */
@Command(name = "warm-up", hidden = true, description = "Load the classes of a start, for the launcher.")
final class WarmUpCommand implements Runnable {

    @Override
    public void run() {
        Service.warmUp();
    }
}
