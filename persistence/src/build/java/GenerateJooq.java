import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.*;
import org.scpmonitor.db.EmbeddedDatabase;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Generates jOOQ's classes from the migrations on a real PostgreSQL, unless the migrations are those of the last time. */
class GenerateJooq {
    public static void main(String[] args) throws Exception {
        Path target = Path.of(args[0]);
        String checksum = checksum();
        Path stamp = target.resolve("migrations.crc32");
        if (Files.exists(stamp) && Files.readString(stamp).equals(checksum)) {
            return;
        }
        try (var server = EmbeddedDatabase.temporary()) {
            EmbeddedDatabase.migrate(server.dataSource("postgres"));
            GenerationTool.generate(new Configuration()
                    .withLogging(Logging.WARN)
                    .withJdbc(new Jdbc().withUrl(server.jdbcUrl("postgres")).withUser(EmbeddedDatabase.USER))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName("org.jooq.meta.postgres.PostgresDatabase")
                                    .withInputSchema("public")
                                    .withExcludes("flyway_schema_history|shedlock|observation_.*|pg_.*")
                                    .withOutputSchemaToDefault(true)
                                    .withForcedTypes(new ForcedType()
                                            .withName("INSTANT")
                                            .withIncludeTypes("(?i)timestamp with time zone|timestamptz")))
                            .withGenerate(new Generate()
                                    .withRecords(true)
                                    .withFluentSetters(true)
                                    .withImplicitJoinPathsToOne(false)
                                    .withImplicitJoinPathsToMany(false)
                                    .withGeneratedAnnotation(false))
                            .withTarget(new Target()
                                    .withPackageName("org.scpmonitor.schema")
                                    .withDirectory(target.toString()))));
        }
        Files.writeString(stamp, checksum);
    }

    private static String checksum() throws Exception {
        var crc = new CRC32();
        Resource[] scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql");
        if (scripts.length == 0) {
            throw new IllegalStateException("No migrations on the classpath: jOOQ would generate nothing");
        }
        for (Resource script : scripts) {
            crc.update(script.getContentAsByteArray());
        }
        return Long.toHexString(crc.getValue());
    }
}
