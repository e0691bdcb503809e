import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * An index that is not unique: where each value of its first field occurs, in memory, made again at every start.
 *
 * <p>The library accepts such an index and ignores it. This one serves equality, {@code $in} and ranges on its first field;
 * the library checks what it gives against the whole filter, so giving more than matches is safe and giving less is not.
 */
final class SecondaryIndex extends Index<Object> {

    private final String field;
    private final NavigableMap<Object, Set<Object>> places = new TreeMap<>(BsonTypes::compareValues);

    /** Sparse in the library's sense: a document may be missing from it. */
    SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        this.field = keys.get(0).getKey();
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        if (namesIds(query.get("_id"))) {
            return false;
        }
        Object wanted = query.get(field);
        if (!(wanted instanceof Document conditions)) {
            return isIndexed(wanted);
        }
        return !conditions.isEmpty() && conditions.entrySet().stream().allMatch(
            condition -> switch (condition.getKey()) {
                case "$eq" -> isIndexed(condition.getValue());
                case "$in" -> ((Collection<?>) condition.getValue()).stream().allMatch(SecondaryIndex::isIndexed);
                case "$lt", "$lte", "$gt", "$gte" -> hasTheUsualOrder(condition.getValue());
                default -> false;
            });
    }

    /** The library takes the first index that can serve a filter; where ids are given, theirs finds the least. */
    private static boolean namesIds(Object wanted) {
        return wanted != null
            && (!(wanted instanceof Document conditions) || conditions.containsKey("$eq") || conditions.containsKey("$in"));
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        Object wanted = query.get(field);
        Set<Object> found = new LinkedHashSet<>();
        if (!(wanted instanceof Document conditions)) {
            found.addAll(places.getOrDefault(wanted, Set.of()));
        } else if (conditions.get("$in") instanceof Collection<?> several) {
            several.forEach(value -> found.addAll(places.getOrDefault(value, Set.of())));
        } else {
            between(conditions).values().forEach(found::addAll);
        }
        return found;
    }

    /** One bound on each side is enough to narrow by. */
    private NavigableMap<Object, Set<Object>> between(Document conditions) {
        Object low = first(conditions, "$eq", "$gte", "$gt");
        Object high = first(conditions, "$eq", "$lte", "$lt");
        if (low == null) {
            return places.headMap(high, true);
        }
        if (high == null) {
            return places.tailMap(low, true);
        }
        return BsonTypes.compareValues(low, high) > 0 ? new TreeMap<>() : places.subMap(low, true, high, true);
    }

    private static Object first(Document conditions, String... operators) {
        for (String operator : operators) {
            if (conditions.containsKey(operator)) {
                return conditions.get(operator);
            }
        }
        return null;
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        for (Object value : valuesIn(document)) {
            places.computeIfAbsent(value, unseen -> new HashSet<>(2)).add(position);
        }
    }

    /** Gives null: only unique indexes are asked where a document is, which in this backend is under its id. */
    @Override
    public synchronized Object remove(Document document) {
        removeFrom(document, document.get("_id"));
        return null;
    }

    @Override
    public synchronized void updateInPlace(
            Document old, Document changed, Object position, MongoCollection<Object> collection) {
        removeFrom(old, position);
        add(changed, position, collection);
    }

    private void removeFrom(Document document, Object position) {
        for (Object value : valuesIn(document)) {
            places.computeIfPresent(value, (same, there) -> {
                there.remove(position);
                return there.isEmpty() ? null : there;
            });
        }
    }

    private List<Object> valuesIn(Document document) {
        List<Object> values = new ArrayList<>(1);
        collect(document, field, values);
        return values;
    }

    private static void collect(Object holder, String path, List<Object> values) {
        if (holder instanceof Collection<?> several) {
            several.forEach(each -> collect(each, path, values));
        } else if (holder instanceof Document document) {
            int dot = path.indexOf('.');
            Object value = document.get(dot < 0 ? path : path.substring(0, dot));
            if (dot >= 0) {
                collect(value, path.substring(dot + 1), values);
            } else if (value instanceof Collection<?> several) {
                several.stream().filter(SecondaryIndex::isIndexed).forEach(values::add);
            } else if (isIndexed(value)) {
                values.add(value);
            }
        }
    }

    /** Nothing, whole arrays, patterns and whole documents are left to a search of the collection. */
    private static boolean isIndexed(Object value) {
        return !(value == null || value instanceof Collection<?> || value instanceof Document
            || value instanceof BsonRegularExpression);
    }

    private static boolean hasTheUsualOrder(Object value) {
        return value instanceof Number || value instanceof String || value instanceof Instant;
    }

    @Override
    public Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Never refuses a document.
    }

    @Override
    public void checkUpdate(Document old, Document changed, MongoCollection<Object> collection) {
        // Never refuses a change.
    }

    @Override
    public boolean isUnique() {
        return false;
    }

    @Override
    public synchronized boolean isEmpty() {
        return places.isEmpty();
    }

    @Override
    public synchronized long getCount() {
        return places.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public synchronized void drop() {
        places.clear();
    }
}
