import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How documents and index keys lie in the data file: their length, then BSON. */
final class BsonTypes {

    private static final ValueComparator NUMBERS = ValueComparator.asc();

    private BsonTypes() {}

    static final class Documents extends BasicDataType<Document> {

        /**
         * Taken for large, so that four share a page: a commit encodes every page that changed whole. Measuring each
         * document would cost more than being wrong.
         */
        private static final int TYPICAL_BYTES = 4_096;

        @Override
        public int getMemory(Document document) {
            return TYPICAL_BYTES;
        }

        @Override
        public void write(WriteBuffer target, Document document) {
            put(target, encoded(document));
        }

        @Override
        public Document read(ByteBuffer source) {
            return decoded(source);
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }
    }

    static final class Keys extends BasicDataType<KeyValue> {

        private static final int TYPICAL_BYTES = 96;
        private static final byte TEXT = 0x02;
        private static final byte ARRAY = 0x04;
        private static final byte END = 0x00;

        @Override
        public int compare(KeyValue left, KeyValue right) {
            int shared = Math.min(left.size(), right.size());
            for (int place = 0; place < shared; place++) {
                int order = compareValues(left.get(place), right.get(place));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(left.size(), right.size());
        }

        @Override
        public int getMemory(KeyValue key) {
            return TYPICAL_BYTES;
        }

        @Override
        public void write(WriteBuffer target, KeyValue key) {
            if (key.size() == 1 && key.get(0) instanceof String text) {
                put(target, encodedText(text));
            } else {
                put(target, encoded(new Document("", new ArrayList<>(key.stream().toList()))));
            }
        }

        /**
         * Makes the same bytes as for every other key, directly: most keys are one text, and a new one in the middle of an
         * index has the hundred on its page written again.
         */
        private static byte[] encodedText(String text) {
            byte[] characters = text.getBytes(StandardCharsets.UTF_8);
            int list = characters.length + 13;
            return ByteBuffer.allocate(list + 7).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(list + 7).put(ARRAY).put(END)
                .putInt(list).put(TEXT).put((byte) '0').put(END)
                .putInt(characters.length + 1).put(characters).put(END)
                .put(END).put(END).array();
        }

        @Override
        public KeyValue read(ByteBuffer source) {
            return new KeyValue((List<?>) decoded(source).get(""));
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }
    }

    /** A total order: as usual among numbers, texts, ids and moments, and by the names of their kinds between kinds. */
    static int compareValues(Object left, Object right) {
        if (left instanceof Number first && right instanceof Number second) {
            return NUMBERS.compare(first, second);
        }
        Class<?> kind = left == null ? null : left.getClass();
        if (kind == (right == null ? null : right.getClass())) {
            if (left instanceof Comparable<?>) {
                return compareSame(left, right);
            }
            return Arrays.compareUnsigned(bytes(left), bytes(right));
        }
        return kindOf(left).compareTo(kindOf(right));
    }

    @SuppressWarnings("unchecked")
    private static int compareSame(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static String kindOf(Object value) {
        return value instanceof Number ? "number" : value == null ? "" : value.getClass().getName();
    }

    private static byte[] bytes(Object value) {
        return encoded(new Document("", value));
    }

    private static byte[] encoded(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    private static void put(WriteBuffer target, byte[] bytes) {
        target.putVarInt(bytes.length).put(bytes);
    }

    private static Document decoded(ByteBuffer source) {
        byte[] bytes = new byte[DataUtils.readVarInt(source)];
        source.get(bytes);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
