import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A unique index that also serves filters naming other fields beside its own, such as {@code {_id, version}}.
 *
 * <p>The library asks an index only for filters of exactly its fields and searches the whole collection for all others.
 * It checks what an index gives it against the whole filter, so giving more than matches is safe.
 */
final class LeadingIndex extends Index<Object> {

    private static final Set<String> IDS = Set.of("_id");

    private final Index<Object> index;

    LeadingIndex(Index<Object> index, List<IndexKey> keys, boolean sparse) {
        super(index.getName(), keys, sparse);
        this.index = index;
    }

    @Override
    public boolean canHandle(Document query) {
        return query.keySet().containsAll(keySet()) && index.canHandle(own(query));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return index.getPositions(own(query));
    }

    private Document own(Document query) {
        Document restricted = new Document();
        for (String key : keys()) {
            restricted.put(key, query.get(key));
        }
        return restricted;
    }

    /** The library asks every unique index where a document is and wants one answer: that of the ids is enough. */
    @Override
    public Object getPosition(Document document) {
        return keySet().equals(IDS) ? index.getPosition(document) : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document old, Document changed, MongoCollection<Object> collection) {
        if (!isSame(old, changed)) {
            index.checkUpdate(old, changed, collection);
        }
    }

    @Override
    public void updateInPlace(Document old, Document changed, Object position, MongoCollection<Object> collection) {
        if (!isSame(old, changed)) {
            index.updateInPlace(old, changed, position, collection);
        }
    }

    /** Whether a change leaves the key alone, as most do; the library normalises both keys before it compares them. */
    private boolean isSame(Document old, Document changed) {
        for (String key : keys()) {
            if (key.indexOf('.') >= 0 || !Objects.equals(old.get(key), changed.get(key))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isEmpty() {
        return index.isEmpty();
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
