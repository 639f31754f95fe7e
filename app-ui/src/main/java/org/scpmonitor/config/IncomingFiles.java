package org.scpmonitor.config;

import jakarta.servlet.MultipartConfigElement;
import org.scpmonitor.submission.Scratch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Where uploaded files lie until they are in the database: on disk from their first byte, never in memory. */
@Configuration(proxyBeanMethods = false)
class IncomingFiles {

    /** A form's other fields. */
    private static final DataSize BESIDE_THE_FILE = DataSize.ofMegabytes(1);

    @Bean
    MultipartConfigElement multipartConfig(ScpSettings settings, Scratch scratch) {
        long file = settings.maxUpload().toBytes();
        return new MultipartConfigElement(scratch.folder().toString(), file, file + BESIDE_THE_FILE.toBytes(), 0);
    }
}
