import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a command when everything that the answer tells is in the data file.
 *
 * <p>Commands that change something run side by side under the shared lock and take a number. A commit takes the exclusive
 * lock, so that no half-applied command is ever written, and covers every number given out before it: whoever comes to the
 * front writes for all who wait. Reads need no lock; they wait for the changes of their collection that they may have seen.
 *
 * <p>Written means handed to the operating system: it outlives the process, not a power cut.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS = Set.of(
        "find", "getmore", "count", "distinct", "ismaster", "ping", "buildinfo", "listcollections", "listdatabases",
        "listindexes", "killcursors", "endsessions", "serverstatus", "getlog", "getparameter", "whatsmyuri", "collstats",
        "dbstats", "validate", "getlasterror", "connectionstatus", "hostinfo");

    private static final String EVERYTHING = "";

    private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();
    private final ReentrantLock committing = new ReentrantLock(true);
    private final AtomicLong begun = new AtomicLong();
    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private volatile long committed;

    DurableBackend(MVStore data) {
        super(data);
        version(new CurrentVersion());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return TypedDatabase.open(name, getMvStore(), getCursorRegistry());
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
            awaitCommitted(latestOn(placeOf(database, command, query)));
            return answer;
        }
        long number;
        Document answer;
        applying.readLock().lock();
        try {
            number = begun.incrementAndGet();
            latest.merge(placeOf(database, command, query), number, Math::max);
            answer = super.handleCommand(channel, database, command, query);
        } finally {
            applying.readLock().unlock();
        }
        awaitCommitted(number);
        return answer;
    }

    /** Names the collection that a command is about, or everything where it names none. */
    private static String placeOf(String database, String command, Document query) {
        Object collection = query.get(command.equalsIgnoreCase("getMore") ? "collection" : command);
        return collection instanceof String name ? database + "." + name : EVERYTHING;
    }

    private long latestOn(String place) {
        return place.equals(EVERYTHING)
            ? begun.get()
            : Math.max(latest.getOrDefault(place, 0L), latest.getOrDefault(EVERYTHING, 0L));
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
            throw KithStore.exit(KithStore.CANNOT_WRITE, "cannot write to the data file: " + KithStore.firstLine(error));
        } finally {
            applying.writeLock().unlock();
        }
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
}
