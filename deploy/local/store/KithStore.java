import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * The local store: MongoDB's protocol on one data file, durable before it answers.
 *
 * <p>Usage: {@code KithStore <host> <port> <data file>}. Prints "ready" once it listens. Exits with 2 when it cannot start
 * and with 3 when it can no longer keep its promise to write, each time after one line on standard error.
 */
public final class KithStore {

    private static final int CANNOT_START = 2;
    private static final int CANNOT_WRITE = 3;

    /** A command that waits for the disk holds its thread, so there is about one for each connection. */
    private static final int CONNECTION_THREADS = 48;

    /** Dead chunks are kept this long in case the operating system reorders writes; only a power cut could. */
    private static final int RETENTION_MILLISECONDS = 5_000;

    private KithStore() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (arguments.length != 3) {
            throw exit(CANNOT_START, "usage: KithStore <host> <port> <data file>");
        }
        String file = arguments[2];
        MVStore data = open(file);
        DurableBackend backend = new DurableBackend(data);
        backend.version(new CurrentVersion());
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

    private static MVStore open(String file) {
        try {
            MVStore data = new MVStore.Builder().fileName(file).autoCommitDisabled().open();
            data.setRetentionTime(RETENTION_MILLISECONDS);
            return data;
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

    private static String firstLine(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.getClass().getSimpleName());
    }

    /** Leaves at once, without the shutdown hook: closing the store would write again. */
    private static IllegalStateException exit(int status, String reason) {
        System.err.println("store: " + reason);
        System.err.flush();
        Runtime.getRuntime().halt(status);
        return new IllegalStateException(reason);
    }

    /** The oldest version that current drivers still speak to. */
    private static final class CurrentVersion implements MongoVersion {

        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 13;
        }
    }

    /**
     * Answers a command when everything that the answer tells is on disk.
     *
     * <p>Commands that change something run side by side under the shared lock and take a number. A commit takes the
     * exclusive lock, so no half-applied command is ever written, and covers every number given out before it:
     * whoever comes to the front writes for all who wait. Reads need no lock; they wait for the changes they may have seen.
     */
    private static final class DurableBackend extends H2Backend {

        private static final Set<String> READS = Set.of(
            "find", "getmore", "count", "distinct", "ismaster", "ping", "buildinfo", "listcollections",
            "listdatabases", "listindexes", "killcursors", "endsessions", "serverstatus", "getlog", "getparameter",
            "whatsmyuri", "collstats", "dbstats", "validate", "getlasterror", "connectionstatus", "hostinfo");

        private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();
        private final ReentrantLock committing = new ReentrantLock(true);
        private final AtomicLong begun = new AtomicLong();
        private volatile long committed;

        DurableBackend(MVStore data) {
            super(data);
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (command.equals("hello")) {
                Document answer = super.handleCommand(channel, database, "isMaster", query);
                answer.put("isWritablePrimary", true);
                return answer;
            }
            if (READS.contains(command.toLowerCase(Locale.ROOT))) {
                Document answer = super.handleCommand(channel, database, command, query);
                awaitCommitted(begun.get());
                return answer;
            }
            long number;
            Document answer;
            applying.readLock().lock();
            try {
                number = begun.incrementAndGet();
                answer = super.handleCommand(channel, database, command, query);
            } finally {
                applying.readLock().unlock();
            }
            awaitCommitted(number);
            return answer;
        }

        private void awaitCommitted(long number) {
            if (committed >= number) {
                return;
            }
            committing.lock();
            try {
                if (committed < number) {
                    commitAll();
                }
            } finally {
                committing.unlock();
            }
        }

        private void commitAll() {
            applying.writeLock().lock();
            try {
                long upTo = begun.get();
                getMvStore().commit();
                committed = upTo;
            } catch (RuntimeException | Error error) {
                throw exit(CANNOT_WRITE, "cannot write to the data file: " + firstLine(error));
            } finally {
                applying.writeLock().unlock();
            }
        }
    }
}
