// Ranks the documents of a collection for its topics with Lucene, as a peer to measure against:
// EnglishAnalyzer, BM25 with k1 0.9 and b 0.4, every word of the topic optional, the first 100.
//
//   java -cp LUCENE-JARS LuceneRank.java DOCUMENTS TOPICS INDEX > RUN
//
// DOCUMENTS and TOPICS: an id, a tab, the text on one line. Prints a run file of TREC.
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

public class LuceneRank {
  static final int DEPTH = 100;

  public static void main(String[] arguments) throws Exception {
    Analyzer analyzer = new EnglishAnalyzer();
    BM25Similarity similarity = new BM25Similarity(0.9f, 0.4f);
    BooleanQuery.setMaxClauseCount(1 << 16);
    try (Directory directory = FSDirectory.open(Path.of(arguments[2]))) {
      IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
          String[] parts = line.split("\t", 2);
          Document document = new Document();
          document.add(new StringField("id", parts[0], Field.Store.YES));
          document.add(new TextField("text", parts[1], Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        for (String line : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
          String[] parts = line.split("\t", 2);
          int rank = 0;
          for (ScoreDoc hit : searcher.search(words(analyzer, parts[1]), DEPTH).scoreDocs) {
            System.out.println(parts[0] + " Q0 " + searcher.doc(hit.doc).get("id") + " " + ++rank
                + " " + hit.score + " lucene");
          }
        }
      }
    }
  }

  static Query words(Analyzer analyzer, String topic) throws Exception {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream("text", topic)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        any.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
      }
      tokens.end();
    }
    return any.build();
  }
}
