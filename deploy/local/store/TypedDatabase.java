import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose maps hold BSON. Left to itself the library writes Java's own serialisation, several times as large,
 * and compares index keys by serialising both at every step of a search.
 *
 * <p>A map that is already open under a name is the one that the library gets when it opens it again.
 */
final class TypedDatabase {

    private TypedDatabase() {}

    /** An anonymous class, because its captured variables are there before the constructor opens the first maps. */
    static H2Database open(String name, MVStore data, CursorRegistry cursors) {
        return new H2Database(name, data, cursors) {

            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                String namespace = getFullCollectionNamespace(collection);
                MVMap<Object, Document> documents = data.openMap(
                    "databases." + namespace,
                    new MVMap.Builder<Object, Document>().valueType(new BsonTypes.Documents()));
                MVMap<String, Object> meta = data.openMap("meta." + namespace);
                return new H2Collection(this, collection, options, documents, meta, cursors) {

                    /** Measuring means encoding each document once more, and twice when it changes. */
                    @Override
                    protected boolean tracksDataSize() {
                        return false;
                    }
                };
            }

            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                data.openMap(
                    getFullCollectionNamespace(collection) + "._index_" + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(new BsonTypes.Keys()));
                return new LeadingIndex(super.openOrCreateUniqueIndex(collection, index, keys, sparse), keys, sparse);
            }

            @Override
            protected Index<Object> openOrCreateSecondaryIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new SecondaryIndex(index, keys);
            }
        };
    }
}
