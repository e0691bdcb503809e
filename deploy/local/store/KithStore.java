import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;

/**
 * The local store: MongoDB's protocol on one data file, durable before it answers.
 *
 * <p>Usage: {@code KithStore <host> <port> <data file>}. Prints "ready" once it listens. Exits with 2 when it cannot start
 * and with 3 when it can no longer keep its promise to write, each time after one line on standard error.
 */
public final class KithStore {

    static final int CANNOT_START = 2;
    static final int CANNOT_WRITE = 3;

    /** A command that waits for the disk holds its thread, so there is about one for each connection. */
    private static final int CONNECTION_THREADS = 48;

    /** How long the space of overwritten data is left alone; a killed process needs none of it, a power cut might. */
    private static final int RETENTION_MILLISECONDS = 1_000;

    private KithStore() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (arguments.length != 3) {
            throw exit(CANNOT_START, "usage: KithStore <host> <port> <data file>");
        }
        DurableBackend backend = open(arguments[2]);
        MongoServer server = new MongoServer(backend);
        listen(server, arguments[0], arguments[1]);

        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdownNow();
            stopped.countDown();
        }));
        System.out.println("ready");
        System.out.flush();
        stopped.await();
    }

    private static DurableBackend open(String file) {
        try {
            MVStore data = new MVStore.Builder().fileName(file).autoCommitDisabled().open();
            data.setRetentionTime(RETENTION_MILLISECONDS);
            return new DurableBackend(data);
        } catch (RuntimeException error) {
            throw exit(CANNOT_START, "cannot open the data file " + file + ": " + firstLine(error)
                + " (stop the other process that uses it, put back a copy, or remove it to start empty)");
        }
    }

    private static void listen(MongoServer server, String host, String port) {
        try {
            server.bind(new InetSocketAddress(host, Integer.parseInt(port)), 1, CONNECTION_THREADS);
        } catch (Exception error) { // netty throws checked exceptions that it does not declare
            throw exit(CANNOT_START, "cannot listen on " + host + ":" + port + ": " + firstLine(error));
        }
    }

    static String firstLine(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.getClass().getSimpleName());
    }

    /** Leaves at once, without the shutdown hook: closing the store would write again. */
    static IllegalStateException exit(int status, String reason) {
        System.err.println("store: " + reason);
        System.err.flush();
        Runtime.getRuntime().halt(status);
        return new IllegalStateException(reason);
    }
}
