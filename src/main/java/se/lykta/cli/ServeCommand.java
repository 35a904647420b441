package se.lykta.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.lykta.app.Service;
import se.lykta.app.Settings;

/** {@code lykta serve}: runs the service until it is told to stop. */
@Command(name = "serve", description = "Run the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description = "With the fictional municipality Ljusbro, in a data directory of its own; nobody signs in.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = CommandSettings.of(spec);
        var out = spec.commandLine().getOut();
        var stopped = new CountDownLatch(1);
        Service service = Service.start(settings, demo, out::println);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        out.println("Lykta is ready: " + service.address());
        stopped.await();
        return 0;
    }
}
